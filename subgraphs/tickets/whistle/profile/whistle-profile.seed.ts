import { isDeepStrictEqual } from "node:util";
import type { DataSource } from "typeorm";
import kaifu from "./profiles/kaifu.json" with { type: "json" };
import pinggu from "./profiles/pinggu.json" with { type: "json" };
import { checkProfile } from "./whistle-profile.findings.ts";
import type { WhistleRules } from "./whistle-profile.schema.ts";
import { WhistleProfile } from "./whistle-profile.ts";

/** The profiles that come with the code. */
export const shippedProfiles: readonly unknown[] = [kaifu, pinggu];

/**
 * Loads profiles, each version once. One with a hole is refused with its findings, and so is a version that reads
 * differently from the one loaded before: whistles were blown under that, so a change needs a new version.
 */
export async function seedWhistleProfiles(
  database: DataSource,
  documents: readonly unknown[] = shippedProfiles,
): Promise<void> {
  for (const document of documents) {
    const check = checkProfile(document);
    if (!check.success) {
      const findings = check.findings.map(({ code, path, en }) => `${path}: ${code}, ${en}`);
      throw new Error(`A whistle profile has holes and is not loaded:\n${findings.join("\n")}`);
    }
    await load(database, check.rules);
  }
}

async function load(database: DataSource, rules: WhistleRules): Promise<void> {
  const { district: districtCode, version, validFrom } = rules;
  await database
    .createQueryBuilder()
    .insert()
    .into(WhistleProfile)
    .values({ districtCode, version, validFrom, rules: rules as never })
    .orIgnore()
    .execute();
  const loaded = await database.manager.findOneByOrFail(WhistleProfile, { districtCode, version });
  if (isDeepStrictEqual(loaded.rules, rules)) return;
  throw new Error(
    `Whistle profile ${districtCode} version ${version} is loaded and reads differently. Give the change a new version.`,
  );
}
