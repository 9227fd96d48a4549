import { ArgsType, Field, Int } from "type-graphql";
import { type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import { type Order, type Page, PageArgs, pageEach } from "../../shared/connection.ts";
import { districtOf } from "../../shared/principal.ts";
import type { Sight } from "./household.sight.ts";
import { Household } from "./household.ts";

@ArgsType()
export class HouseholdListArgs extends PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: "Only households nobody visited in this year, the ones still to visit (该年度未入户, KF-2)",
  })
  notVisitedIn?: number;
}

const byId: Order<Household> = { name: "household:id", direction: "ASC", columns: ["id"] };

/** Every query on the households, restricted to those the principal may see. */
export class HouseholdStore {
  readonly #manager: EntityManager;
  readonly #sight: Sight;

  constructor(manager: EntityManager, sight: Sight) {
    this.#manager = manager;
    this.#sight = sight;
  }

  byIds(ids: readonly string[]): Promise<Household[]> {
    return this.#visible()
      .andWhere({ districtCode: In([...new Set(ids.map(districtOf))]), id: In([...ids]) })
      .getMany();
  }

  ofGrids(grids: readonly string[], args: HouseholdListArgs): Promise<Map<string, Page<Household>>> {
    return this.#pageEach(grids, "household.gridCode = parent.key", args);
  }

  ofBuildings(buildings: readonly string[], args: HouseholdListArgs): Promise<Map<string, Page<Household>>> {
    return this.#pageEach(buildings, "household.buildingCode = parent.key", args);
  }

  #pageEach(
    parents: readonly string[],
    ofParent: string,
    { notVisitedIn, ...args }: HouseholdListArgs,
  ): Promise<Map<string, Page<Household>>> {
    const query = this.#visible().andWhere(ofParent);
    if (notVisitedIn !== undefined && notVisitedIn !== null) {
      query.andWhere(
        `NOT EXISTS (SELECT FROM household_visit_year seen WHERE seen.district_code = household.district_code
           AND seen.household_id = household.id AND seen.year = :year)`,
        { year: notVisitedIn },
      );
    }
    return pageEach(parents, query, byId, args);
  }

  #visible(): SelectQueryBuilder<Household> {
    return this.#manager
      .createQueryBuilder(Household, "household")
      .where(this.#sight.where, this.#sight.parameters);
  }
}
