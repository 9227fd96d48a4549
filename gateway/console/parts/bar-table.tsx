import { Anchor, Box, Table, VisuallyHidden } from "@mantine/core";
import { Link } from "wouter";
import classes from "./bar-table.module.css";

type Look = "plain" | "good" | "bad" | "going" | "none";

/** A part that each row's bar is made of: what it is called, how it looks. */
export interface BarPart {
  readonly key: string;
  readonly label: string;
  readonly look: Look;
}

export interface BarRow {
  readonly key: string;
  readonly label: string;
  /** Where the row's own list is. */
  readonly href?: string | undefined;
  /** How many of each part, and where the list of them is. */
  readonly parts: Readonly<Record<string, { readonly count: number; readonly href?: string | undefined }>>;
}

/** Bars with their figures: a table as much as a chart, so that every figure can be read and followed by keyboard. */
export function BarTable({
  caption,
  head,
  parts,
  rows,
}: {
  caption: string;
  /** What the rows are. */
  head: string;
  parts: readonly BarPart[];
  rows: readonly BarRow[];
}) {
  const totalOf = (row: BarRow) => parts.reduce((sum, { key }) => sum + (row.parts[key]?.count ?? 0), 0);
  const longest = Math.max(1, ...rows.map(totalOf));
  return (
    <Table verticalSpacing={4} horizontalSpacing={6} fz="sm" layout="auto">
      <VisuallyHidden component="caption">{caption}</VisuallyHidden>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{head}</Table.Th>
          <Table.Td w="32%" aria-hidden="true" visibleFrom="xs" />
          {parts.map(({ key, label, look }) => (
            <Table.Th key={key} scope="col" ta="right" style={{ whiteSpace: "nowrap" }}>
              {parts.length > 1 ? (
                <span className={`${classes.swatch} ${classes[look]}`} aria-hidden="true" />
              ) : null}
              {label}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.key}>
            <Table.Th scope="row" fw={400}>
              {row.href ? (
                <Anchor component={Link} href={row.href} inherit>
                  {row.label}
                </Anchor>
              ) : (
                row.label
              )}
            </Table.Th>
            <Table.Td aria-hidden="true" visibleFrom="xs">
              <Box className={classes.bar ?? ""} w={`${(totalOf(row) / longest) * 100}%`}>
                {parts.map(({ key, look }) => {
                  const count = row.parts[key]?.count ?? 0;
                  return count > 0 ? (
                    <Box
                      key={key}
                      className={`${classes.part} ${classes[look]}`}
                      style={{ flexGrow: count }}
                    />
                  ) : null;
                })}
              </Box>
            </Table.Td>
            {parts.map(({ key }) => (
              <Table.Td key={key} ta="right">
                <Count {...(row.parts[key] ?? { count: 0 })} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Count({ count, href }: { count: number; href?: string | undefined }) {
  if (!href) return <>{count}</>;
  return (
    <Anchor component={Link} href={href} inherit>
      {count}
    </Anchor>
  );
}
