import { Button, Table, Text } from "@mantine/core";
import { useEffect, useRef } from "react";
import { usePages } from "../../../graph/use-pages.ts";
import { changeKinds } from "../../../language/change-kinds.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { Post } from "../../../language/terms.ts";
import { Moment } from "../../../parts/moment.tsx";
import { useUnitNames } from "../../../parts/unit-names.ts";
import { CaseLogDocument, type CaseLogQuery } from "./case-log.graphql.ts";
import { CaseSection } from "./case-section.tsx";
import { CaseTable } from "./case-table.tsx";

const said = texts(
  {
    title: "Log",
    caption: "Every change, oldest first; never altered",
    at: "When",
    what: "What",
    unit: "Unit",
    post: "Post",
    more: "Show more",
    rest: "The log goes on; what is shown here is its beginning.",
  },
  {
    title: "留痕",
    caption: "每次变更，由先到后，不可更改",
    at: "时间",
    what: "事项",
    unit: "单位",
    post: "岗位",
    more: "显示更多",
    rest: "留痕未完，此处只列出开头部分。",
  },
);

/** Most cases have fewer entries: then all are there, on paper too. */
const first = 100;

/** Every change of the ticket. New ones are added below as they happen. */
export function CaseLog({ number, changes }: { number: string; changes: number }) {
  const text = useText(said);
  const { language } = useLanguage();
  const term = useTerm();
  const { rows, hasMore, loading, refusals, more } = usePages(
    CaseLogDocument,
    { number, first },
    (data: CaseLogQuery) => data.ticket?.log,
  );
  const unitName = useUnitNames(rows.map(({ actorUnit }) => actorUnit));
  const seen = useRef(changes);
  useEffect(() => {
    if (seen.current === changes || loading) return;
    seen.current = changes;
    if (!hasMore) more();
  }, [changes, loading, hasMore, more]);
  // Entries are only ever added at the end: its place is what each is known by.
  const numbered = rows.map((entry, line) => ({ ...entry, line }));
  return (
    <CaseSection
      title={text.title}
      waiting={rows.length === 0 && (loading || (hasMore && refusals.length === 0))}
      lines={8}
      refusals={refusals}
      again={more}
    >
      <CaseTable caption={text.caption} heads={[text.at, text.what, text.unit, text.post]} minWidth={480}>
        {numbered.map(({ line, at, kind, actorUnit, actorPost }) => (
          <Table.Tr key={line}>
            <Table.Td>
              <Moment at={at} />
            </Table.Td>
            <Table.Td>{changeKinds[kind]?.[language] ?? kind}</Table.Td>
            <Table.Td>{unitName(actorUnit)}</Table.Td>
            <Table.Td>{term(Post, actorPost as keyof typeof Post)}</Table.Td>
          </Table.Tr>
        ))}
      </CaseTable>
      {rows.length > 0 && hasMore ? (
        <>
          <Button variant="default" size="xs" loading={loading} onClick={more} className="no-print">
            {text.more}
          </Button>
          <Text size="xs" className="print-only">
            {text.rest}
          </Text>
        </>
      ) : null}
    </CaseSection>
  );
}
