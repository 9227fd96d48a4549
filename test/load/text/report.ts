import { bars } from "../bars.ts";
import { short } from "../figures.ts";
import type { Machine } from "../machine.ts";
import type { Page } from "../record.ts";
import { table } from "../table.ts";

export interface TextRow {
  readonly name: string;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  /** Milliseconds within which nineteen of twenty are to be done. */
  readonly limit: number;
}

export interface TextRecord {
  readonly command: string;
  readonly machine: Machine;
  readonly tickets: number;
  readonly rounds: number;
  readonly indexMegabytes: number;
  readonly rows: readonly TextRow[];
  readonly plans: readonly { readonly name: string; readonly lines: readonly string[] }[];
}

export const textTable = ({ rows }: TextRecord): string =>
  table(
    ["", "p50 ms", "p95 ms", "longest ms", "limit ms", "p95 of the limit"],
    rows.map(({ name, p50, p95, most, limit }) => [
      name,
      short(p50),
      short(p95),
      short(most),
      String(limit),
      `${((100 * p95) / limit).toFixed(0)} %, ${p95 <= limit ? "within" : "over"}`,
    ]),
  );

export const plansOf = ({ plans }: TextRecord): string =>
  plans
    .map(({ name, lines }) => `The plan of a search for ${name}:\n\n\`\`\`\n${lines.join("\n")}\n\`\`\``)
    .join("\n\n");

export const recordPage = (record: TextRecord): Page => ({
  markdown: markdownOf(record),
  picture: bars(
    [
      {
        title: `Among ${record.tickets.toLocaleString("en")} tickets: p95, less is better`,
        bars: record.rows.map(({ name, p95 }) => ({ name, value: p95, tone: "ours" as const })),
      },
    ],
    { unit: "ms", scale: "value" },
  ),
});

const markdownOf = (record: TextRecord): string => `# Trends and search among many tickets

![p95 of each](text.svg)

Measured by \`${record.command}\`; the figures are in [text.json](text.json). This page is written by that command.

${record.tickets.toLocaleString("en")} tickets of one district, over three years, their texts put together from the labelled messages of \`test/trends\`. A twenty-fifth of them lie in one estate, nine of ten begin with the same words, one of fourteen is as long as a page. A demand is taken in through the schema and judged against what was said lately, in one transaction; searches ask for a page of 20 of the ranked, each round with other words. One request at a time, in the subgraph's own process.

${textTable(record)}

${plansOf(record)}

- **Index:** \`ticket_text_terms\`, ${record.indexMegabytes.toFixed(0)} MB.
- **Machine:** ${record.machine.processor}, ${record.machine.cores} cores, ${record.machine.memoryGigabytes} GB, ${record.machine.system}, Node ${record.machine.node}; one-minute load before it began ${short(record.machine.loadBefore)}.
- **Timing:** ${record.rounds} of each, after a warm-up.
`;
