import { bars } from "../bars.ts";
import { short, shortSpread } from "../figures.ts";
import type { Machine } from "../machine.ts";
import type { Page } from "../record.ts";
import { table } from "../table.ts";
import type { Figure, Timing } from "./rounds.ts";

export interface SubgraphRecord {
  readonly command: string;
  readonly machine: Machine;
  readonly timing: Timing;
  readonly works: readonly { readonly title: string; readonly figures: readonly Figure[] }[];
}

export const figuresTable = (figures: readonly Figure[]): string =>
  table(
    ["", "CPU ms/request", "× by hand"],
    figures.map(({ name, milliseconds, ratio }) => [name, shortSpread(milliseconds), short(ratio.median)]),
  );

export const recordPage = (record: SubgraphRecord): Page => ({
  markdown: markdownOf(record),
  picture: bars(
    record.works.map(({ title, figures }) => ({
      title: `${title}: CPU a request, less is better`,
      bars: figures.map(({ name, tone, milliseconds }) => ({ name, tone, value: milliseconds.median })),
    })),
    { unit: "ms", scale: "value" },
  ),
});

const markdownOf = ({
  command,
  machine,
  timing,
  works,
}: SubgraphRecord): string => `# What a subgraph's lists cost

CPU of the subgraph's process for one request, its garbage collection included, medians [least..most] of ${timing.rounds}
rounds of ${timing.requests} requests that alternate in direction; the ratios are those of the same round. "By hand" maps the rows
and stringifies them; with a database it also has its own SQL, which asks for the columns shown and is prepared once.
Every answer was compared with it before timing.

![CPU a request](subgraph.svg)

${works.map(({ title, figures }) => `## ${title}\n\n${figuresTable(figures)}\n`).join("\n")}
Measured by \`${command}\` on ${machine.cores} cores of ${machine.processor}, ${machine.memoryGigabytes} GB, ${machine.system}, Node ${machine.node}; load before
${machine.loadBefore.toFixed(1)}.
`;
