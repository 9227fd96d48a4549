import { Code, Stack, Text } from "@mantine/core";
import { texts, useLanguage, useText } from "../language/language.tsx";
import { useSession } from "../session/session.tsx";

const said = texts(
  "None: what the post may see is decided by its place and its part in a case.",
  "无。可见范围由岗位辖区和在办案件决定。",
);

/** What a token's scopes open, in words; one the gateway does not tell of by its name alone. */
export function ScopeList({ scopes }: { scopes: readonly string[] }) {
  const text = useText(said);
  const { language } = useLanguage();
  const { config } = useSession();
  if (scopes.length === 0) return <Text size="sm">{text}</Text>;
  return (
    <Stack gap={6}>
      {scopes.map((scope) => (
        <Text size="sm" key={scope}>
          {config?.scopes[scope]?.[language] ?? <Code fz="xs">{scope}</Code>}
        </Text>
      ))}
    </Stack>
  );
}
