import { Alert } from "@mantine/core";
import { type Said, useLanguage, useText } from "../../../language/language.tsx";
import { blowSaid } from "./blow.text.ts";

/** Everything that keeps a form from being sent, told together above its button. */
export function Missing({ problems }: { problems: Readonly<Partial<Record<string, Said<string>>>> }) {
  const text = useText(blowSaid);
  const { language } = useLanguage();
  const all = Object.entries(problems);
  if (all.length === 0) return null;
  return (
    <Alert color="orange" role="alert" title={text.missing}>
      <ul style={{ margin: 0, paddingInlineStart: "1.2em" }}>
        {all.map(([field, problem]) => (
          <li key={field}>{problem?.[language]}</li>
        ))}
      </ul>
    </Alert>
  );
}
