import type { DataSource } from "typeorm";
import beijingPilot from "./profiles/beijing-pilot.json" with { type: "json" };
import ganzhou from "./profiles/ganzhou.json" with { type: "json" };
import kaifu from "./profiles/kaifu.json" with { type: "json" };
import nanjingGulou from "./profiles/nanjing-gulou.json" with { type: "json" };
import pinggu from "./profiles/pinggu.json" with { type: "json" };
import pinggu2017 from "./profiles/pinggu-2017.json" with { type: "json" };
import zhaoyuan from "./profiles/zhaoyuan.json" with { type: "json" };
import { checkProfile } from "./whistle-profile.findings.ts";
import { WhistleProfileStore } from "./whistle-profile.store.ts";

/** The profiles that come with the code. */
export const shippedProfiles: readonly unknown[] = [
  kaifu,
  ganzhou,
  pinggu2017,
  pinggu,
  zhaoyuan,
  beijingPilot,
  nanjingGulou,
];

/** Loads profiles, each version once. One with a hole is refused with its findings, and so is a version changed since. */
export async function seedWhistleProfiles(
  database: DataSource,
  documents: readonly unknown[] = shippedProfiles,
): Promise<void> {
  const store = new WhistleProfileStore(database);
  for (const document of documents) {
    const check = checkProfile(document);
    if (!check.success) {
      const findings = check.findings.map(({ code, path, en }) => `${path}: ${code}, ${en}`);
      throw new Error(`A whistle profile has holes and is not loaded:\n${findings.join("\n")}`);
    }
    if ((await store.load(check.rules)) !== "DIFFERENT") continue;
    const { district, version } = check.rules;
    throw new Error(
      `Whistle profile ${district} version ${version} is loaded and reads differently. Give the change a new version.`,
    );
  }
}
