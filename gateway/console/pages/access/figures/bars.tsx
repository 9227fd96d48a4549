import { Table, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { texts, useText } from "../../../language/language.tsx";
import classes from "../access.module.css";
import type { AccessTotalBarFragment } from "./figures.graphql.ts";

const said = texts(
  {
    accesses: "Accesses",
    withheld: "withheld",
    people: "People",
    rows: "Rows",
    given: "not withheld",
    of: (shown: number, all: number) => `the first ${shown} of ${all}`,
  },
  {
    accesses: "访问次数",
    withheld: "未提供",
    people: "人数",
    rows: "行数",
    given: "其余",
    of: (shown: number, all: number) => `前 ${shown} 项，共 ${all} 项`,
  },
);

/** So many lines are read at a glance; the records have the rest. */
const most = 12;

/** Accesses added up by one thing, each a line with its bar: hatched is what was withheld. */
export function Bars({
  caption,
  what,
  totals,
  nameOf,
}: {
  caption: string;
  /** What each line is: a unit, a day. */
  what: string;
  totals: readonly AccessTotalBarFragment[];
  nameOf: (key: string) => ReactNode;
}) {
  const text = useText(said);
  const shown = totals.slice(0, most);
  const greatest = Math.max(1, ...shown.map(({ accesses }) => accesses));
  const share = (count: number) => `${(100 * count) / greatest}%`;
  return (
    <Table.ScrollContainer minWidth={0}>
      <Table verticalSpacing={4} captionSide="top" layout="fixed">
        <Table.Caption ta="left" fw={600} fz="md" c="inherit" mt={0}>
          {caption}
          {totals.length > most ? (
            <Text span size="xs" c="dimmed" ml="xs">
              {text.of(most, totals.length)}
            </Text>
          ) : null}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{what}</Table.Th>
            <Table.Th w={130} ta="right">
              {text.accesses}
            </Table.Th>
            <Table.Th w={80} ta="right">
              {text.people}
            </Table.Th>
            <Table.Th w={64} ta="right">
              {text.rows}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ key, accesses, withheld, people, rowsGiven }) => (
            <Table.Tr key={key}>
              <Table.Th scope="row" fw={400}>
                {nameOf(key)}
                <div className={classes.bar} aria-hidden="true">
                  <div className={classes.given} style={{ width: share(accesses - withheld) }} />
                  <div className={classes.withheld} style={{ width: share(withheld) }} />
                </div>
              </Table.Th>
              <Table.Td ta="right">
                {accesses}
                {withheld > 0 ? (
                  <Text size="xs" c="dimmed">
                    {text.withheld} {withheld}
                  </Text>
                ) : null}
              </Table.Td>
              <Table.Td ta="right">{people}</Table.Td>
              <Table.Td ta="right">{rowsGiven}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
