import { Button, Group, Stack, Table, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import { useText } from "../../../language/language.tsx";
import { useHolder } from "../../../session/session.tsx";
import { kindExamples, kindNames, lookUpTexts } from "./look-up.text.ts";
import { lookUpKinds } from "./look-up-kind.ts";
import { type Recent, recentLookUps } from "./recent.ts";

/** Before anything was looked up: what can be, and what was in this tab. */
export function Beginning({ holder, lookUp }: { holder: string; lookUp: (looked: Recent) => void }) {
  const text = useText(lookUpTexts);
  const names = useText(kindNames);
  const examples = useText(kindExamples);
  const post = useHolder()?.post;
  const recent = useMemo(() => recentLookUps(holder), [holder]);
  return (
    <Stack gap="lg">
      {recent.length > 0 ? (
        <Stack gap="xs" component="section">
          <Title order={2} size="h4">
            {text.recent}
          </Title>
          <Group gap="xs">
            {recent.map((looked) => (
              <Button
                key={looked.text}
                variant="default"
                size="xs"
                h="auto"
                py={4}
                onClick={() => lookUp(looked)}
              >
                {names[looked.kind]} {looked.text}
              </Button>
            ))}
          </Group>
          <Text size="xs" c="dimmed">
            {text.kept}
          </Text>
        </Stack>
      ) : null}
      <Stack gap="xs" component="section" maw={640}>
        <Title order={2} size="h4">
          {text.examples}
        </Title>
        <Table layout="auto" verticalSpacing={6}>
          <Table.Tbody>
            {lookUpKinds.map((kind) => (
              <Table.Tr key={kind}>
                <Table.Th scope="row" fw={600} w="10em">
                  {names[kind]}
                </Table.Th>
                <Table.Td c="dimmed">
                  {examples[kind]}
                  {kind === "person" && post === "CENTRE_DISPATCHER" ? ` ${text.people}` : ""}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Stack>
  );
}
