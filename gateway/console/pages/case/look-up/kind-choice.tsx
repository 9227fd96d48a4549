import { Chip, Group, Text } from "@mantine/core";
import { useText } from "../../../language/language.tsx";
import { kindNames, lookUpTexts } from "./look-up.text.ts";
import { type LookUpKind, lookUpKinds } from "./look-up-kind.ts";

/** What the input was taken for, and the choice to have it taken for something else. */
export function KindChoice({ kind, choose }: { kind: LookUpKind; choose: (kind: LookUpKind) => void }) {
  const text = useText(lookUpTexts);
  const names = useText(kindNames);
  return (
    <Group gap="xs" role="radiogroup" aria-label={text.taken}>
      <Text size="sm" c="dimmed" aria-hidden="true">
        {text.taken}
      </Text>
      <Chip.Group value={kind} onChange={(value) => choose(value as LookUpKind)}>
        {lookUpKinds.map((each) => (
          <Chip key={each} value={each} size="xs" radius="sm">
            {names[each]}
          </Chip>
        ))}
      </Chip.Group>
    </Group>
  );
}
