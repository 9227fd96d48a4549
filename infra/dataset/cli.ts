import "reflect-metadata";
import { parseArgs } from "node:util";
import { type Day, isDay } from "../../subgraphs/shared/calendar.ts";
import { readContract } from "../contract.ts";
import { runUntilStopped } from "../main.ts";
import type { Opened } from "../opened.ts";
import { readSettings, type Settings } from "../settings.ts";
import { openDatabases } from "../stack/databases.ts";
import { StartupError } from "../startup-error.ts";
import { toldUntil } from "./load/anchor-day.ts";
import { openProgress } from "./load/progress.ts";
import { scaleNames } from "./world/scale.ts";

const usage = `Loads a dataset of real places and invented people into empty databases. 载入真实地名、虚构人员的数据集。

  npm run dataset -- --scale district

  --scale <name>   demo, about 3 thousand tickets; district, 100 thousand; city, 1 million; by default DATASET_SCALE
  --seed <number>  the same seed gives the same rows; by default DATASET_SEED
  --today <day>    the day before which everything lies, 2026-06-30; by default today
  --help           this text

The databases are those of npm start, found by the same settings.
`;

await runUntilStopped(async (opened) => {
  const { help, ...wanted } = readOptions();
  if (help) process.stdout.write(usage);
  else await load(wanted, opened);
});

async function load(wanted: Wanted, opened: Opened): Promise<void> {
  const { scale = process.env.DATASET_SCALE, seed = process.env.DATASET_SEED } = wanted;
  const { subgraphs } = await readContract();
  // Read as the settings are: one place says what a scale and a seed may be.
  const environment = { ...process.env, DATASET_SCALE: scale, DATASET_SEED: seed };
  const settings = readSettings(environment, subgraphs);
  if (settings.DATASET_SCALE === "none") {
    throw new StartupError(`Say which dataset: --scale ${scaleNames.join(", ")}.`);
  }
  const dataset = {
    scale: settings.DATASET_SCALE,
    seed: settings.DATASET_SEED,
    ...(wanted.today === undefined ? toldUntil(new Date()) : { today: readDay(wanted.today) }),
  };

  // The greater part of the code: whoever is refused above need not wait for it.
  const { loadDataset } = await import("./load/load.ts");
  const databases = await openDatabases(settings, subgraphs);
  opened.push(databases.close);
  const progress = openProgress(dataset.scale);
  opened.push(async () => progress.end());
  const begun = performance.now();
  const loaded = await loadDataset(databases.urls, dataset, progress.show);
  if (!loaded) throw new StartupError(refusal(settings));
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  await opened.close();
  process.stdout.write(`Dataset ${dataset.scale} of ${dataset.today} loaded in ${seconds} s.\n`);
}

function refusal({ DATABASE_URL, DATA_DIRECTORY, databaseUrls }: Settings): string {
  const afresh =
    DATABASE_URL || databaseUrls.size > 0
      ? "drop them on their server"
      : `stop Whistlegraph and remove the folder ${DATA_DIRECTORY}`;
  return `The databases hold data already, so nothing was loaded. To start afresh, ${afresh}.`;
}

interface Wanted {
  readonly scale?: string | undefined;
  readonly seed?: string | undefined;
  readonly today?: string | undefined;
}

function readOptions(): Wanted & { readonly help: boolean } {
  const text = { type: "string" } as const;
  try {
    const { values } = parseArgs({
      options: { scale: text, seed: text, today: text, help: { type: "boolean", default: false } },
    });
    return values;
  } catch (error) {
    throw new StartupError(
      `${(error as Error).message.replace(/\.?$/, ".")} See npm run dataset -- --help.`,
      {
        cause: error,
      },
    );
  }
}

function readDay(text: string): Day {
  if (isDay(text)) return text;
  throw new StartupError(`--today ${text} is no day: write it as 2026-06-30.`);
}
