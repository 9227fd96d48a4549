import { Box, SegmentedControl } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { texts, useText } from "../language/language.tsx";

const said = texts(
  { chart: "Chart", table: "Table", as: "Shown as", rows: (label: string) => `${label}: table` },
  { chart: "图", table: "表", as: "显示为", rows: (label: string) => `${label}：表格` },
);

type Shown = "chart" | "table";

/** The same figures drawn or in a table, whichever its reader wants. */
export function useChartOrTable(): { readonly shown: Shown; readonly choice: ReactNode } {
  const text = useText(said);
  const [shown, show] = useState<Shown>("chart");
  const choice = (
    <SegmentedControl
      size="xs"
      aria-label={text.as}
      value={shown}
      onChange={(value) => show(value as Shown)}
      data={[
        { value: "chart", label: text.chart },
        { value: "table", label: text.table },
      ]}
    />
  );
  return { shown, choice };
}

/** A table that may be longer than its place: scrolled by hand or by keyboard, and told apart from the panel it stands in. */
export function ScrolledTable({
  label,
  height,
  children,
}: {
  label: string;
  height: number;
  children: ReactNode;
}) {
  const text = useText(said);
  return (
    <Box h={height} style={{ overflow: "auto" }} tabIndex={0} role="region" aria-label={text.rows(label)}>
      {children}
    </Box>
  );
}
