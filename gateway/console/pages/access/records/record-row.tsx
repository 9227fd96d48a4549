import { Group, Text } from "@mantine/core";
import { Link } from "wouter";
import { coordinatesText, typeText } from "../../../language/coordinates.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { Post } from "../../../language/terms.ts";
import { Moment } from "../../../parts/moment.tsx";
import classes from "../access.module.css";
import { Fact, Facts } from "../facts.tsx";
import { Ground, Grounds } from "../ground.tsx";
import { OutcomeBadge } from "../outcome.tsx";
import { readerName } from "../reader-name.ts";
import type { AccessRecordRowFragment } from "./access-records.graphql.ts";

const said = texts(
  {
    fields: "Read",
    rows: (what: string, count: number) => `${what} (${count} ${count === 1 ? "row" : "rows"})`,
    basis: "Basis",
    noBasis: "none stated",
    by: "By",
    case: "Case",
    for: "On behalf of",
    behalf: (whom: string, vouched: boolean) =>
      `${whom} (${vouched ? "the token says so" : "only stated by who read"})`,
    more: "Who, which rows, about whom, and the seal",
    of: "Data of",
    title: "On the notice",
    person: "Person's id",
    keys: "Rows",
    subjects: "About",
    operation: "Operation",
    seal: "Seal",
    place: "Place in the chain",
  },
  {
    fields: "读取内容",
    rows: (what: string, count: number) => `${what}（${count} 行）`,
    basis: "依据",
    noBasis: "未说明",
    by: "凭",
    case: "案件",
    for: "代谁查询",
    behalf: (whom: string, vouched: boolean) => `${whom}（${vouched ? "令牌证明" : "仅查询人自述"}）`,
    more: "人员、对象、所涉个人与摘要",
    of: "数据所属",
    title: "公示职务",
    person: "人员标识",
    keys: "对象",
    subjects: "所涉个人",
    operation: "操作",
    seal: "摘要",
    place: "链中序号",
  },
);

/** One access: who, when, what in words, on which ground, and what became of it. */
export function RecordRow({
  record,
  unitName,
  ownerName,
  narrowed,
}: {
  record: AccessRecordRowFragment;
  unitName: (code: string) => string;
  /** Absent where all rows are of one owner's data. */
  ownerName: ((subgraph: string) => string) | undefined;
  /** The address that shows only what has one thing in common with this row. */
  narrowed: (name: "consumer" | "person" | "case", value: string) => string;
}) {
  const text = useText(said);
  const term = useTerm();
  const { language } = useLanguage();
  const { fields, entityType, rowsGiven, onBehalfOf, basis, caseNumber, grantNumbers } = record;
  const named = readerName(record.reader);
  return (
    <article className={classes.row}>
      <Group gap="xs" mb={4}>
        <Moment at={record.at} fw={600} />
        <OutcomeBadge outcome={record.outcome} />
        <Text size="sm">
          <Link href={narrowed("consumer", record.unit)}>{unitName(record.unit)}</Link>{" "}
          {term(Post, record.post)}{" "}
          <Link href={narrowed("person", record.personId)} className={named ? undefined : classes.mono}>
            {named ?? record.personId}
          </Link>
        </Text>
      </Group>
      <Facts>
        <Fact name={text.fields}>
          {text.rows(coordinatesText(fields, language) || typeText(entityType, language), rowsGiven)}
        </Fact>
        <Fact name={text.of}>{ownerName?.(record.subgraph)}</Fact>
        <Fact name={text.basis}>{basis ? <Ground number={basis} /> : text.noBasis}</Fact>
        <Fact name={text.by}>{grantNumbers.length > 0 && <Grounds numbers={grantNumbers} />}</Fact>
        <Fact name={text.case}>
          {caseNumber ? <Link href={`/case/${caseNumber}`}>{caseNumber}</Link> : null}
        </Fact>
        <Fact name={text.for}>
          {onBehalfOf ? text.behalf(onBehalfOf, record.onBehalfOfVouched === true) : null}
        </Fact>
      </Facts>
      <details>
        <Text component="summary" size="xs" c="dimmed" style={{ cursor: "pointer" }}>
          {text.more}
        </Text>
        <Facts>
          <Fact name={text.title}>{record.reader?.title}</Fact>
          <Fact name={text.person}>
            <span className={classes.mono}>{record.personId}</span>
          </Fact>
          <Fact name={text.keys}>
            <span className={classes.mono}>{keysText(record.entityKeys)}</span>
          </Fact>
          <Fact name={text.subjects}>{record.subjects.join("、")}</Fact>
          <Fact name={text.operation}>
            <span className={classes.mono}>
              {record.operationName} {record.operationHash.slice(0, 16)}…
            </span>
          </Fact>
          <Fact name={text.place}>{record.id}</Fact>
          <Fact name={text.seal}>
            <span className={classes.mono}>{record.hash}</span>
          </Fact>
        </Facts>
      </details>
    </article>
  );
}

/** Keys as they are on record, a JSON list, without its brackets; of very many the first. */
function keysText(keys: string): string {
  const list: unknown[] = JSON.parse(keys);
  const shown = list.slice(0, 20).map((key) => (typeof key === "string" ? key : JSON.stringify(key)));
  return shown.join("、") + (list.length > shown.length ? ` … (${list.length})` : "");
}
