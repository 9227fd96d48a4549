import { type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import type { Sight } from "../household/household.sight.ts";
import { Resident } from "./resident.ts";

/** Every query on the residents, restricted to those the principal may see. */
export class ResidentStore {
  readonly #manager: EntityManager;
  readonly #sight: Sight;
  readonly #principal: Principal | null;

  constructor(manager: EntityManager, sight: Sight, principal: Principal | null) {
    this.#manager = manager;
    this.#sight = sight;
    this.#principal = principal;
  }

  byIds(ids: readonly string[]): Promise<Resident[]> {
    return this.#visible()
      .andWhere({ districtCode: In([...new Set(ids.map(districtOf))]), id: In([...ids]) })
      .getMany();
  }

  /** The signed-in resident's own entries, and nobody's for anybody else. */
  async own(): Promise<Resident[]> {
    if (this.#principal?.post !== Post.RESIDENT) return [];
    return this.#visible().orderBy("resident.id").getMany();
  }

  /** Districts that have the person on record, whoever asks: only a service that may know is let ask. */
  async districtsOf(person: string): Promise<string[]> {
    const rows = await this.#manager.find(Resident, {
      where: { personId: person },
      select: { districtCode: true },
    });
    return [...new Set(rows.map(({ districtCode }) => districtCode))].sort();
  }

  ofHouseholds(households: readonly string[]): Promise<Resident[]> {
    return this.#visible()
      .andWhere({
        districtCode: In([...new Set(households.map(districtOf))]),
        householdId: In([...households]),
      })
      .orderBy("resident.id")
      .getMany();
  }

  #visible(): SelectQueryBuilder<Resident> {
    const query = this.#manager.createQueryBuilder(Resident, "resident").where(
      `EXISTS (SELECT FROM household WHERE household.district_code = resident.district_code
         AND household.id = resident.household_id AND ${this.#sight.where})`,
      this.#sight.parameters,
    );
    // Who shares a door need not share the resident number: a resident sees nobody else.
    if (this.#principal?.post === Post.RESIDENT) query.andWhere({ personId: this.#principal.id });
    return query;
  }
}
