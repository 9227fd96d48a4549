import { isDeepStrictEqual } from "node:util";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { shippedProfiles } from "../whistle/profile/whistle-profile.seed.ts";

interface Loaded {
  readonly district_code: string;
  readonly version: number;
  readonly rules: unknown;
}

/**
 * Says in Chinese too why limits were chosen, in versions of the profiles that come with the code which were loaded when
 * they said it in English alone. No rule changes with it: a version that reads otherwise is a district's own and stays.
 */
export class ReasonsInChinese1700000004980 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return reword(runner, (rules) =>
      shippedProfiles.find((each) => isDeepStrictEqual(inEnglish(each), rules)),
    );
  }

  down(runner: QueryRunner): Promise<void> {
    return reword(runner, (rules) =>
      shippedProfiles.some((each) => isDeepStrictEqual(each, rules)) ? inEnglish(rules) : undefined,
    );
  }
}

async function reword(runner: QueryRunner, anew: (rules: unknown) => unknown): Promise<void> {
  const loaded: Loaded[] = await runner.query("SELECT district_code, version, rules FROM whistle_profile");
  await runner.query("ALTER TABLE whistle_profile DISABLE TRIGGER whistle_profile_stays");
  for (const { district_code, version, rules } of loaded) {
    const reworded = anew(rules);
    if (reworded === undefined) continue;
    await runner.query("UPDATE whistle_profile SET rules = $3 WHERE (district_code, version) = ($1, $2)", [
      district_code,
      version,
      JSON.stringify(reworded),
    ]);
  }
  await runner.query("ALTER TABLE whistle_profile ENABLE TRIGGER whistle_profile_stays");
}

const inEnglish = (profile: unknown): unknown =>
  JSON.parse(JSON.stringify(profile, (key, value) => (key === "configuredZh" ? undefined : value)));
