import type { World } from "../dataset/world/world.ts";
import type { Settings } from "../settings.ts";

/** The world the dataset is told from; none where there is to be no dataset. */
export async function sampleWorld(
  { DATASET_SCALE: scale, DATASET_SEED: seed }: Settings,
  clock: () => Date,
): Promise<World | undefined> {
  if (scale === "none") return undefined;
  const { toldUntil } = await import("../dataset/load/anchor-day.ts");
  const { createWorld } = await import("../dataset/world/world.ts");
  return createWorld({ seed: String(seed), scale, ...toldUntil(clock()) });
}
