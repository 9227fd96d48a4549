import { filledSubgraphs } from "../dataset/load/filled-subgraphs.ts";
import { connect } from "../postgres/connect.ts";
import type { Settings } from "../settings.ts";

/** Puts the dataset of the settings into databases that are empty; does nothing to any other. */
export async function loadFirstDataset(
  { DATASET_SCALE: scale, DATASET_SEED: seed, mediaUrls }: Settings,
  databaseUrls: ReadonlyMap<string, string>,
  clock: () => Date,
): Promise<void> {
  if (scale === "none") return;
  const toFill = filledSubgraphs.flatMap((name) => databaseUrls.get(name) ?? []);
  const holding = await Promise.all(toFill.map(holdsData));
  // Asked first, because every start but the first need not load the code that invents a whole world.
  if (!holding.includes(false)) return;

  const { toldUntil } = await import("../dataset/load/anchor-day.ts");
  const { loadDataset } = await import("../dataset/load/load.ts");
  const { openProgress } = await import("../dataset/load/progress.ts");
  const progress = openProgress(scale);
  try {
    const loaded = await loadDataset(databaseUrls, { scale, seed, ...toldUntil(clock()) }, progress.show);
    const [tickets, media] = [databaseUrls.get("tickets"), mediaUrls.get("tickets")];
    // For whoever tries it on a machine of theirs: a bucket is somebody's, and a dataset without photos is whole.
    if (loaded && scale === "demo" && tickets && media?.startsWith("file:")) {
      const { addSamplePhotos } = await import("../dataset/load/sample-photos.ts");
      await addSamplePhotos(tickets, media);
    }
  } finally {
    progress.end();
  }
}

/** Whether anything has ever been told in a subgraph's log. */
async function holdsData(url: string): Promise<boolean> {
  const client = await connect(url);
  try {
    const { rows } = await client.query("SELECT to_regclass('log_entry') IS NOT NULL AS migrated");
    return rows[0]?.migrated && (await client.query("SELECT FROM log_entry LIMIT 1")).rowCount === 1;
  } finally {
    await client.end();
  }
}
