import { Alert, Button, Group, List, Stack, Text } from "@mantine/core";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { Post } from "../../../language/terms.ts";
import { ZONE } from "../../../language/time.ts";
import { useUnitNames } from "../../../parts/unit-names.ts";
import { useHolder } from "../../../session/session.tsx";
import classes from "../access.module.css";
import { verdictTexts, verdictWords } from "./verdict-words.ts";
import type { Verified } from "./verify.ts";

const said = texts(
  {
    by: (when: string, who: string) => `Verified on ${when} by ${who}.`,
    report: "Save as a report",
    title: "Verification of access records",
    colon: ": ",
  },
  {
    by: (when: string, who: string) => `核验时间：${when}；核验人：${who}。`,
    report: "保存核验报告",
    title: "访问记录核验报告",
    colon: "：",
  },
);

/** Whether a chain holds, and exactly what of it was verified and what was not, to be kept with one's papers. */
export function Verdict({
  name,
  district,
  verified,
  at,
}: {
  /** What the chain is called. */
  name: string;
  district: string;
  verified: Verified;
  at: string;
}) {
  const text = useText(said);
  const words = useText(verdictTexts);
  const term = useTerm();
  const { language } = useLanguage();
  const holder = useHolder();
  const unitName = useUnitNames([holder?.unit]);
  const verdict = verdictWords(words, district, verified);
  const { holds, title, findings, done, besides, notVerified, head } = verdict;
  const who = holder
    ? `${unitName(holder.unit)} ${term(Post, holder.post as keyof typeof Post)} ${holder.name}`
    : "";
  const by = text.by(wholeMoment(at, language), who);
  const report = [
    `${text.title}${text.colon}${name}`,
    by,
    "",
    title,
    ...findings,
    done,
    ...besides,
    "",
    words.not,
    ...notVerified.map((each) => `- ${each}`),
    ...(head ? ["", `${words.head}${text.colon}`, head] : []),
    "",
  ].join("\n");
  return (
    <Alert role={holds ? "status" : "alert"} color={holds ? "green" : "red"} variant="light" title={title}>
      <Stack gap="xs">
        {findings.map((finding) => (
          <Text key={finding} size="sm" fw={600}>
            {finding}
          </Text>
        ))}
        <Text size="sm">{done}</Text>
        {besides.map((each) => (
          <Text key={each} size="sm" fw={600}>
            {each}
          </Text>
        ))}
        <Text size="sm" fw={600}>
          {words.not}
        </Text>
        <List size="sm">
          {notVerified.map((each) => (
            <List.Item key={each}>{each}</List.Item>
          ))}
        </List>
        {head ? (
          <Text size="sm">
            {words.head}
            <br />
            <span className={classes.mono}>{head}</span>
          </Text>
        ) : null}
        <Text size="sm">{by}</Text>
        <Group className="no-print">
          <Button size="xs" variant="default" onClick={() => save(report, `${title} ${name}.txt`)}>
            {text.report}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}

/** For a paper that is read years later: with the year, the second and the zone. */
const wholeMoment = (at: string, language: "zh" | "en"): string =>
  new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-GB", {
    timeZone: ZONE,
    dateStyle: "long",
    timeStyle: "long",
  }).format(new Date(at));

/** Hands the text to the browser as a file; what no file may be called by is left out of its name. */
function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replaceAll(/[\\/:*?"<>|]/g, " ");
  link.click();
  URL.revokeObjectURL(address);
}
