import { Anchor, Table, VisuallyHidden } from "@mantine/core";
import { Link } from "wouter";
import { texts, useText } from "../../language/language.tsx";
import { ScrolledTable } from "../../parts/chart-or-table.tsx";
import { Empty } from "../../parts/empty.tsx";
import { useNameOrCode } from "../../parts/name-or-code.ts";
import { measureNames } from "./measure-names.ts";
import { isRate, type Measure, type PlaceRow, valueText } from "./place-rows.ts";

const said = texts(
  {
    caption: "Places below, highest first",
    place: "Place",
    here: (name: string) => `${name}, no closer known`,
    sum: "Sum",
    none: "Nothing lies below",
    noneAbout: "Go up to a wider place.",
  },
  {
    caption: "下级区划，高者在前",
    place: "区划",
    here: (name: string) => `${name}（未落到下级）`,
    sum: "合计",
    none: "没有下级区划",
    noneAbout: "可返回上级区划。",
  },
);

/** The map as a table, and the way through it by keyboard. */
export function PlaceTable({
  rows,
  measure,
  list,
  height,
  hrefOf,
}: {
  rows: readonly PlaceRow[];
  measure: Measure;
  /** Where the list of all rows together is. */
  list: string;
  height: number;
  hrefOf: (code: string) => string;
}) {
  const text = useText(said);
  const measureName = useText(measureNames)[measure];
  const sum = rows.reduce((total, { value }) => total + (value ?? 0), 0);
  const highestFirst = [...rows].sort((one, other) => (other.value ?? -1) - (one.value ?? -1));
  return (
    <ScrolledTable label={text.caption} height={height}>
      {rows.length === 0 ? (
        <Empty title={text.none}>{text.noneAbout}</Empty>
      ) : (
        <Table fz="sm" verticalSpacing={4} stickyHeader>
          <VisuallyHidden component="caption">{text.caption}</VisuallyHidden>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{text.place}</Table.Th>
              <Table.Th scope="col" ta="right">
                {measureName}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {highestFirst.map((row) => (
              <Table.Tr key={`${row.kind} ${row.code}`}>
                <Table.Th scope="row" fw={400}>
                  <PlaceName row={row} hrefOf={hrefOf} />
                </Table.Th>
                <Table.Td ta="right">
                  {row.value === null ? (
                    "—"
                  ) : (
                    <Anchor component={Link} href={row.list} inherit>
                      {valueText(row.value, measure)}
                    </Anchor>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          {isRate(measure) ? null : (
            <Table.Tfoot>
              <Table.Tr>
                <Table.Th scope="row">{text.sum}</Table.Th>
                <Table.Td ta="right" fw={600}>
                  <Anchor component={Link} href={list} inherit>
                    {sum}
                  </Anchor>
                </Table.Td>
              </Table.Tr>
            </Table.Tfoot>
          )}
        </Table>
      )}
    </ScrolledTable>
  );
}

function PlaceName({ row, hrefOf }: { row: PlaceRow; hrefOf: (code: string) => string }) {
  const text = useText(said);
  const name = useNameOrCode()(row.code, row.name);
  if (row.kind === "direct") return <>{text.here(name)}</>;
  if (row.kind === "grid") return <>{name}</>;
  return (
    <Anchor component={Link} href={hrefOf(row.code)} inherit>
      {name}
    </Anchor>
  );
}
