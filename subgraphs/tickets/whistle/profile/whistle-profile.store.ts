import { isDeepStrictEqual } from "node:util";
import { type DataSource, type EntityManager, LessThanOrEqual } from "typeorm";
import type { Day } from "../../../shared/calendar.ts";
import { maximumPageSize } from "../../../shared/connection.ts";
import type { WhistleRules } from "./whistle-profile.schema.ts";
import { WhistleProfile } from "./whistle-profile.ts";

/** Every query on whistle profiles. They are public: no principal restricts them. */
export class WhistleProfileStore {
  readonly #manager: EntityManager;

  constructor({ manager }: DataSource) {
    this.#manager = manager;
  }

  /** The version in force on a day: the last that had begun by then, whatever its number. */
  inForce(districtCode: string, on: Day): Promise<WhistleProfile | null> {
    return this.#manager.findOne(WhistleProfile, {
      where: { districtCode, validFrom: LessThanOrEqual(on) },
      order: { validFrom: "DESC", version: "DESC" },
    });
  }

  /** Every version of a district, the one that begins last first. */
  versionsOf(districtCode: string): Promise<WhistleProfile[]> {
    return this.#manager.find(WhistleProfile, {
      where: { districtCode },
      order: { validFrom: "DESC", version: "DESC" },
      take: maximumPageSize,
    });
  }

  /** Loads a version once. One that is loaded and reads differently stays as it is: whistles were blown under it. */
  async load(rules: WhistleRules): Promise<"LOADED" | "KNOWN" | "DIFFERENT"> {
    const { district: districtCode, version, validFrom } = rules;
    const { raw } = await this.#manager
      .createQueryBuilder()
      .insert()
      .into(WhistleProfile)
      .values({ districtCode, version, validFrom, rules: rules as never })
      .orIgnore()
      .returning("version")
      .execute();
    if (raw.length > 0) return "LOADED";
    const loaded = await this.#manager.findOneByOrFail(WhistleProfile, { districtCode, version });
    return isDeepStrictEqual(loaded.rules, rules) ? "KNOWN" : "DIFFERENT";
  }

  /** Profiles by `district:version`. */
  byKeys(keys: readonly string[]): Promise<WhistleProfile[]> {
    return this.#manager
      .createQueryBuilder(WhistleProfile, "profile")
      .where("profile.districtCode || ':' || profile.version = ANY(:keys)", { keys: [...keys] })
      .getMany();
  }
}

export const profileKey = ({ districtCode, version }: { districtCode: string; version: number }): string =>
  `${districtCode}:${version}`;
