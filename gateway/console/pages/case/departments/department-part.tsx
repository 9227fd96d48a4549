import { Button, Text, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Refusal } from "../../../graph/refusal.ts";
import { coordinatesText } from "../../../language/coordinates.ts";
import { texts, useLanguage, useText } from "../../../language/language.tsx";
import { AskLink } from "./ask-link.tsx";
import classes from "./departments.module.css";
import type { Owner } from "./owners.ts";
import { PartMark } from "./part-mark.tsx";
import type { Part } from "./part-state.ts";
import { openedByGrant } from "./reasons.ts";
import { Why } from "./why.tsx";

const said = texts(
  {
    lacks: (fields: string) => `Withheld of these: ${fields}`,
    gone: "Some of it is not to be had just now.",
    all: (count: number) => `Show all ${count}`,
  },
  {
    lacks: (fields: string) => `其中未开放：${fields}`,
    gone: "其中部分内容暂不可用。",
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
      <Lacks lacks={lacks} owner={owner} number={number} />
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

/** Fields that are missing of rows that are shown. */
function Lacks({ lacks, owner, number }: { lacks: readonly Refusal[]; owner: Owner; number: string }) {
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
          {text.lacks(coordinatesText(withheld, language))}{" "}
          {[...openedByGrant(lacks, owner)].map(([whose, fields]) => (
            <AskLink key={whose} owner={whose} fields={fields.join(",")} number={number} />
          ))}
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
