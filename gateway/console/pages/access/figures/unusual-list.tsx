import { Alert, Button, Group, List, Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { usePages } from "../../../graph/use-pages.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { dayOf, dayText, hourText } from "../../../language/time.ts";
import { useOwners } from "../../../parts/owner-names.ts";
import { Refusals } from "../../../parts/refusals.tsx";
import { useUnitNames } from "../../../parts/unit-names.ts";
import { Waiting } from "../../../parts/waiting.tsx";
import { asDays, type Period } from "../period.ts";
import { readerName } from "../reader-name.ts";
import { UnusualAccessDocument, type UnusualFragment } from "./unusual.graphql.ts";

const said = texts(
  {
    title: "Reading worth asking about",
    about: "It need not be wrong. Ask whoever read, or see the records.",
    none: "The rules find nothing unusual in these days.",
    BULK_READING: (who: string, day: string, hour: string, count: number, threshold: number) =>
      `${who} read ${count} different rows within the hour from ${hour} on ${day}; more than ${threshold} are unusual.`,
    NO_OPEN_CASE: (who: string, day: string, _hour: string, count: number, threshold: number) =>
      `${who} read ${count} ${count === 1 ? "time" : "times"} on a grant without stating a case on ${day}; ${threshold === 0 ? "any is unusual" : `more than ${threshold} are`}.`,
    records: "records",
    first: (count: number) => `The ${count} with the most.`,
    more: "Show more",
  },
  {
    title: "需要留意的访问",
    about: "不一定违规，可询问查阅人，或查看记录。",
    none: "按规则，所选日期内未发现异常访问。",
    BULK_READING: (who: string, day: string, hour: string, count: number, threshold: number) =>
      `${who}于${day} ${hour} 起一小时内查阅了 ${count} 个不同对象，超过 ${threshold} 个即为异常。`,
    NO_OPEN_CASE: (who: string, day: string, _hour: string, count: number, threshold: number) =>
      `${who}于${day}凭授权查阅 ${count} 次而未说明案件，${threshold === 0 ? "出现即为异常" : `超过 ${threshold} 次即为异常`}。`,
    records: "查看记录",
    first: (count: number) => `仅列出最多的 ${count} 项。`,
    more: "显示更多",
  },
);

/** What the rules find unusual, each said in a sentence. */
export function UnusualList({ period, subgraph }: { period: Period; subgraph: string | undefined }) {
  const text = useText(said);
  const { rows, hasMore, loading, refusals, more, again } = usePages(
    UnusualAccessDocument,
    { period: { ...asDays(period), ...(subgraph ? { subgraph } : {}) }, first: 20 },
    ({ unusualAccess }) => unusualAccess,
  );
  return (
    <section>
      <Title order={2} size="h4">
        {text.title}
      </Title>
      <Refusals refusals={refusals} retry={again} />
      {loading && rows.length === 0 ? <Waiting lines={3} /> : null}
      {!loading && rows.length === 0 && refusals.length === 0 ? <Text size="sm">{text.none}</Text> : null}
      {rows.length > 0 ? (
        <Alert color="orange" variant="light" mt="xs">
          <Stack gap="xs">
            <Text size="sm">
              {text.about} {hasMore ? text.first(rows.length) : ""}
            </Text>
            <UnusualSentences found={rows} />
            {hasMore ? (
              <Group>
                <Button size="xs" variant="default" loading={loading} onClick={more}>
                  {text.more}
                </Button>
              </Group>
            ) : null}
          </Stack>
        </Alert>
      ) : null}
    </section>
  );
}

function UnusualSentences({ found }: { found: readonly UnusualFragment[] }) {
  const text = useText(said);
  const { language } = useLanguage();
  const { ownerName } = useOwners();
  const unitName = useUnitNames(found.map(({ unit }) => unit));
  return (
    <List size="sm" spacing={4}>
      {found.map(({ kind, personId, reader, unit, since, count, threshold, subgraph }) => {
        const day = dayOf(since);
        const person = readerName(reader) ?? personId;
        const who = language === "zh" ? `${unitName(unit)} ${person} ` : `${person} of ${unitName(unit)}`;
        const sentence = text[kind](who, dayText(day, language), hourText(since, language), count, threshold);
        return (
          <List.Item key={`${kind} ${personId} ${since} ${subgraph}`}>
            {ownerName(subgraph)}
            {language === "zh" ? "：" : ": "}
            {sentence}{" "}
            <Link
              href={`/access?person=${encodeURIComponent(personId)}&subgraph=${subgraph}&from=${day}&until=${day}`}
            >
              {text.records}
            </Link>
          </List.Item>
        );
      })}
    </List>
  );
}
