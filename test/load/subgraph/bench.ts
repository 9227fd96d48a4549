import "reflect-metadata";
import { rm } from "node:fs/promises";
import { parseArgs } from "node:util";
import { temporaryDirectory } from "../../testkit/temporary-directory.ts";
import { openCaseDatabases } from "../case/case-databases.ts";
import { machine } from "../machine.ts";
import { writeRecord } from "../record.ts";
import { openHotLists } from "./hot-lists.ts";
import { listWorks } from "./lists.ts";
import { figuresTable, recordPage, type SubgraphRecord } from "./report.ts";
import { type Figure, measure, refuseDifferentAnswers, type Timing, type Work } from "./rounds.ts";

export const usage = `npm run bench -- subgraph [options]

What a subgraph's lists and entity references cost beside the same rows mapped and stringified by hand: first rows that
are there already, then rows of a PostgreSQL. CPU of the subgraph alone. Every answer is compared before timing.

  --quick           a few rounds
  --rows-only       without the database
  --write           keep the result in docs/performance
`;

export async function bench(options: readonly string[]): Promise<void> {
  const flag = { type: "boolean", default: false } as const;
  const { values } = parseArgs({
    args: [...options],
    options: { quick: flag, "rows-only": flag, write: flag },
  });
  const timing: Timing = values.quick ? { rounds: 3, requests: 20 } : { rounds: 11, requests: 40 };
  const measuredOn = machine();
  const works = [...(await measured(listWorks, timing))];
  if (!values["rows-only"]) works.push(...(await measuredWithDatabase(timing)));
  const command = ["npm run bench -- subgraph", ...options].join(" ");
  const record: SubgraphRecord = { command, machine: measuredOn, timing, works };
  if (values.write) await writeRecord("subgraph", record, recordPage(record));
}

async function measuredWithDatabase(timing: Timing): Promise<SubgraphRecord["works"]> {
  const directory = await temporaryDirectory();
  const databases = await openCaseDatabases(directory);
  try {
    const { works, close } = await openHotLists(databases);
    try {
      return await measured(works, timing);
    } finally {
      await close();
    }
  } finally {
    await databases.stop();
    for (const path of [databases.cluster, directory]) await rm(path, { recursive: true, force: true });
  }
}

async function measured(works: readonly Work[], timing: Timing): Promise<SubgraphRecord["works"]> {
  const measured: { title: string; figures: readonly Figure[] }[] = [];
  for (const work of works) {
    await refuseDifferentAnswers(work);
    const figures = await measure(work, timing);
    measured.push({ title: work.title, figures });
    process.stdout.write(`\n${work.title}\n${figuresTable(figures)}\n`);
  }
  return measured;
}
