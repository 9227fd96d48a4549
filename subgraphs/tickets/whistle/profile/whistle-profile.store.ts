import { type DataSource, type EntityManager, LessThanOrEqual } from "typeorm";
import type { Day } from "../../../shared/calendar.ts";
import { WhistleProfile } from "./whistle-profile.ts";

/** Every query on whistle profiles. They are public: no principal restricts them. */
export class WhistleProfileStore {
  readonly #manager: EntityManager;

  constructor({ manager }: DataSource) {
    this.#manager = manager;
  }

  /** The version in force on a day: the highest that had begun. */
  inForce(districtCode: string, on: Day): Promise<WhistleProfile | null> {
    return this.#manager.findOne(WhistleProfile, {
      where: { districtCode, validFrom: LessThanOrEqual(on) },
      order: { validFrom: "DESC", version: "DESC" },
    });
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
