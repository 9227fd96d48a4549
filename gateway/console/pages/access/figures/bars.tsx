import { Anchor, Button, Table, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { texts, useText } from "../../../language/language.tsx";
import classes from "../access.module.css";
import type { AccessTotalBarFragment } from "./figures.graphql.ts";

const said = texts(
  {
    accesses: "Accesses",
    withheld: (count: number) => `withheld ${count}`,
    people: "People",
    rows: "Rows",
    all: (count: number) => `Show all ${count}`,
    fewer: (count: number) => `Show the first ${count}`,
    most: (count: number) => `the ${count} with the most`,
  },
  {
    accesses: "访问次数",
    withheld: (count: number) => `未提供 ${count}`,
    people: "人数",
    rows: "行数",
    all: (count: number) => `显示全部 ${count} 项`,
    fewer: (count: number) => `仅显示前 ${count} 项`,
    most: (count: number) => `仅列最多的 ${count} 项`,
  },
);

/** So many lines are read at a glance; the others are shown when asked for. */
const glance = 12;

/** So many lines the graph gives at most. */
const mostLines = 500;

/** Accesses added up by one thing, each a line with its bar: hatched is what was withheld. Every figure opens its records. */
export function Bars({
  caption,
  what,
  totals,
  nameOf,
  recordsOf,
}: {
  caption: string;
  /** What each line is: a unit, a day. */
  what: string;
  totals: readonly AccessTotalBarFragment[];
  nameOf: (key: string) => ReactNode;
  /** Where the records of a line are; of those that were withheld alone. */
  recordsOf: (key: string, withheld?: boolean) => string;
}) {
  const text = useText(said);
  const [opened, { toggle }] = useDisclosure();
  const shown = opened ? totals : totals.slice(0, glance);
  const greatest = Math.max(1, ...totals.map(({ accesses }) => accesses));
  const share = (count: number) => `${(100 * count) / greatest}%`;
  return (
    <section aria-label={caption}>
      <Table.ScrollContainer minWidth={0}>
        <Table verticalSpacing={4} captionSide="top" layout="fixed">
          <Table.Caption ta="left" fw={600} fz="md" c="inherit" mt={0}>
            {caption}
            {totals.length >= mostLines ? (
              <Text span size="xs" c="dimmed" ml="xs">
                {text.most(mostLines)}
              </Text>
            ) : null}
          </Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{what}</Table.Th>
              <Table.Th w={{ base: 84, sm: 130 }} ta="right">
                {text.accesses}
              </Table.Th>
              <Table.Th w={{ base: 52, sm: 80 }} ta="right">
                {text.people}
              </Table.Th>
              <Table.Th w={{ base: 52, sm: 64 }} ta="right">
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
                  <Figure href={recordsOf(key)}>{accesses}</Figure>
                  {withheld > 0 ? (
                    <Text size="xs">
                      <Figure href={recordsOf(key, true)}>{text.withheld(withheld)}</Figure>
                    </Text>
                  ) : null}
                </Table.Td>
                <Table.Td ta="right">
                  <Figure href={recordsOf(key)}>{people}</Figure>
                </Table.Td>
                <Table.Td ta="right">
                  <Figure href={recordsOf(key)}>{rowsGiven}</Figure>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {totals.length > glance ? (
        <Button size="xs" variant="subtle" aria-expanded={opened} onClick={toggle}>
          {opened ? text.fewer(glance) : text.all(totals.length)}
        </Button>
      ) : null}
    </section>
  );
}

function Figure({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Anchor component={Link} href={href} inherit className={classes.figure ?? ""}>
      {children}
    </Anchor>
  );
}
