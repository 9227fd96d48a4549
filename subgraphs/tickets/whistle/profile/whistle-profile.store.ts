import { isDeepStrictEqual } from "node:util";
import { type DataSource, type EntityManager, LessThanOrEqual } from "typeorm";
import type { Day } from "../../../shared/calendar.ts";
import { maximumPageSize } from "../../../shared/connection.ts";
import { once } from "../../../shared/idempotency.ts";
import { record } from "../../../shared/log-entry.ts";
import type { Actor } from "../../../shared/move.ts";
import { refuse } from "../whistle.errors.ts";
import type { WhistleRules } from "./whistle-profile.schema.ts";
import { WhistleProfile } from "./whistle-profile.ts";

/** Every query on whistle profiles. They are public: no principal restricts them. */
export class WhistleProfileStore {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  /** The version in force on a day: the last that had begun by then, whatever its number. */
  inForce(districtCode: string, on: Day): Promise<WhistleProfile | null> {
    return this.#database.manager.findOne(WhistleProfile, {
      where: { districtCode, validFrom: LessThanOrEqual(on) },
      order: { validFrom: "DESC", version: "DESC" },
    });
  }

  /** Every version of a district, the one that begins last first. */
  versionsOf(districtCode: string): Promise<WhistleProfile[]> {
    return this.#database.manager.find(WhistleProfile, {
      where: { districtCode },
      order: { validFrom: "DESC", version: "DESC" },
      take: maximumPageSize,
    });
  }

  /** Loads a version once. One that is loaded and reads differently stays as it is: whistles were blown under it. */
  load(rules: WhistleRules): Promise<Loading> {
    return load(this.#database.manager, rules);
  }

  /** Loads all of these, or none where some are loaded and read differently: those are the answer. */
  async loadAll(profiles: readonly WhistleRules[]): Promise<readonly WhistleRules[]> {
    const runner = this.#database.createQueryRunner();
    try {
      await runner.startTransaction();
      const taken: WhistleRules[] = [];
      for (const rules of profiles) {
        if ((await load(runner.manager, rules)) === "DIFFERENT") taken.push(rules);
      }
      await (taken.length > 0 ? runner.rollbackTransaction() : runner.commitTransaction());
      return taken;
    } finally {
      await runner.release();
    }
  }

  /** Loads a version somebody asked for, once per idempotency key, and says so in the log. */
  loadAsked(
    { text, idempotencyKey }: { text: string; idempotencyKey: string },
    rules: WhistleRules,
    actor: Actor,
  ): Promise<WhistleProfile> {
    const { district: districtCode, version, validFrom } = rules;
    const request = {
      ...actor,
      mutation: "loadWhistleProfile",
      idempotencyKey,
      input: { text },
      answer: WhistleProfile,
    };
    return once(this.#database, request, async (transaction) => {
      const loading = await load(transaction, rules);
      if (loading === "DIFFERENT")
        throw refuse("WHISTLE_PROFILE_VERSION_TAKEN", { district: districtCode, version });
      if (loading === "LOADED") {
        await record(transaction, actor, {
          subject: districtCode,
          kind: "WHISTLE_PROFILE_LOADED",
          payload: { version, validFrom },
        });
      }
      return Object.assign(new WhistleProfile(), { districtCode, version, validFrom, rules });
    });
  }

  /** Profiles by `district:version`. */
  byKeys(keys: readonly string[]): Promise<WhistleProfile[]> {
    return this.#database.manager
      .createQueryBuilder(WhistleProfile, "profile")
      .where("profile.districtCode || ':' || profile.version = ANY(:keys)", { keys: [...keys] })
      .getMany();
  }
}

type Loading = "LOADED" | "KNOWN" | "DIFFERENT";

async function load(manager: EntityManager, rules: WhistleRules): Promise<Loading> {
  const { district: districtCode, version, validFrom } = rules;
  const { raw } = await manager
    .createQueryBuilder()
    .insert()
    .into(WhistleProfile)
    .values({ districtCode, version, validFrom, rules: rules as never })
    .orIgnore()
    .returning("version")
    .execute();
  if (raw.length > 0) return "LOADED";
  const loaded = await manager.findOneByOrFail(WhistleProfile, { districtCode, version });
  return isDeepStrictEqual(loaded.rules, rules) ? "KNOWN" : "DIFFERENT";
}

export const profileKey = ({ districtCode, version }: { districtCode: string; version: number }): string =>
  `${districtCode}:${version}`;
