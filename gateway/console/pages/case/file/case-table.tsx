import { Box, Table } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./case-table.module.css";

/** A table with its name above it; on a phone it scrolls by itself, the page does not. */
export function CaseTable({
  caption,
  heads,
  minWidth,
  children,
}: {
  caption: string;
  heads: readonly string[];
  minWidth: number;
  children: ReactNode;
}) {
  return (
    <Box component="section" className={classes.scroller ?? ""} tabIndex={0} aria-label={caption}>
      <Table verticalSpacing={4} captionSide="top" miw={minWidth}>
        <Table.Caption className={classes.caption ?? ""}>{caption}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head} scope="col" className={classes.head ?? ""}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{children}</Table.Tbody>
      </Table>
    </Box>
  );
}
