import { Anchor, Button, Text, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import type { Refusal } from "../../../graph/refusal.ts";
import { coordinatesText } from "../../../language/coordinates.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { useHolder } from "../../../session/session.tsx";
import classes from "./departments.module.css";
import { type Owner, ownerOf } from "./owners.ts";
import { PartMark } from "./part-mark.tsx";
import type { Part } from "./part-state.ts";
import { endedByGrant, withheldTexts } from "./withheld.text.ts";

const said = texts(
  {
    by: (owner: string) => `Withheld by: ${owner}.`,
    down: (owner: string) => `The system of ${owner} cannot be reached just now; the rest stands. Ask again.`,
    ask: "Ask the owner for access",
    lacks: (fields: string) => `Withheld of these: ${fields}`,
    gone: "Some of it is not to be had just now.",
    needed: (needed: string) => `It needs ${needed}.`,
    all: (count: number) => `Show all ${count}`,
  },
  {
    by: (owner: string) => `${owner}未开放。`,
    down: (owner: string) => `${owner}系统暂时无法访问，其余部分有效，可再次查询。`,
    ask: "向其申请开放",
    lacks: (fields: string) => `其中未开放：${fields}`,
    gone: "其中部分内容暂不可用。",
    needed: (needed: string) => `需要${needed}。`,
    all: (count: number) => `显示全部 ${count} 条`,
  },
);

/** One thing an owner may hold of the case: its rows, or none, or why it is not shown. */
export function DepartmentPart<Row>({
  title,
  part: { state, rows, refusal, lacks },
  render,
  keyOf,
  owner,
  number,
}: {
  title: string;
  part: Part<Row>;
  render: (row: Row) => ReactNode;
  keyOf: (row: Row) => string;
  owner: Owner;
  number: string;
}) {
  return (
    <div className={classes.part} data-part={state}>
      <div className={classes.partHead}>
        <Title order={4} size="sm">
          {title}
        </Title>
        <PartMark state={state} {...(state === "SHOWN" ? { count: rows.length } : {})} />
      </div>
      {refusal ? <Why refusal={refusal} owner={owner} number={number} /> : null}
      {rows.length > 0 ? <Rows rows={rows} keyOf={keyOf} render={render} /> : null}
      <Lacks lacks={lacks} />
    </div>
  );
}

/** So many rows are shown at first; on paper always all. */
const few = 6;

function Rows<Row>({
  rows,
  render,
  keyOf,
}: {
  rows: readonly Row[];
  render: (row: Row) => ReactNode;
  keyOf: (row: Row) => string;
}) {
  const text = useText(said);
  const [all, setAll] = useState(rows.length <= few);
  return (
    <>
      <ul className={classes.rows}>
        {rows.map((row, index) => (
          <li key={keyOf(row)} className={all || index < few ? undefined : classes.onPaper}>
            {render(row)}
          </li>
        ))}
      </ul>
      {all ? null : (
        <Button size="compact-xs" variant="subtle" className="no-print" onClick={() => setAll(true)}>
          {text.all(rows.length)}
        </Button>
      )}
    </>
  );
}

function Why({ refusal, owner, number }: { refusal: Refusal; owner: Owner; number: string }) {
  const text = useText(said);
  const { language } = useLanguage();
  const reasons = useText(withheldTexts);
  const resident = useHolder()?.post === "RESIDENT";
  const whose = ownerOf(refusal, owner);
  if (refusal.fault === "SYSTEM") {
    return (
      <Text size="sm">
        {refusal.code === "NETWORK" ? refusal.message[language] : text.down(whose.name[language])}
      </Text>
    );
  }
  const { reason, type, coordinate, needed, neededZh } = refusal.details as Readonly<Record<string, string>>;
  const why = reasons[reason ?? ""] ?? refusal.message[language];
  const named = reason === "OWNER_RULE" || reason === "NO_SCOPE";
  const takes = language === "zh" ? neededZh : needed;
  return (
    <Text size="sm" component="div">
      {text.by(whose.name[language])} {why} {named && takes ? text.needed(takes) : null}{" "}
      {!resident && endedByGrant.has(reason ?? "") ? (
        <Anchor
          component={Link}
          href={askAddress(whose.owner, type ?? coordinate ?? "", number)}
          size="sm"
          underline="always"
          className="no-print"
        >
          {text.ask}
        </Anchor>
      ) : null}
    </Text>
  );
}

/** Where the owner is asked: grants name types and their fields, never the list by which one came to them. */
export const askAddress = (owner: string, fields: string, number: string): string =>
  `/access/ask?${new URLSearchParams({ owner, fields, case: number })}`;

/** Fields that are missing of rows that are shown. */
function Lacks({ lacks }: { lacks: readonly Refusal[] }) {
  const text = useText(said);
  const { language } = useLanguage();
  const withheld = lacks.flatMap(({ details: { coordinate } }) =>
    typeof coordinate === "string" ? [coordinate] : [],
  );
  const gone = lacks.some(({ fault }) => fault === "SYSTEM");
  return (
    <>
      {withheld.length > 0 ? (
        <Text size="xs" c="dimmed" mt={4}>
          {text.lacks(coordinatesText(withheld, language))}
        </Text>
      ) : null}
      {gone ? (
        <Text size="xs" c="var(--late)" mt={4}>
          {text.gone}
        </Text>
      ) : null}
    </>
  );
}
