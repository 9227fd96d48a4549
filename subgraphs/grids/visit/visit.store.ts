import { type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { type Order, type Page, type PageArgs, pageEach } from "../../shared/connection.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import type { Sight } from "../household/household.sight.ts";
import { Observation } from "./observation.ts";
import { Visit } from "./visit.ts";

const latestFirst: Order<Visit> = { name: "visit:latest", direction: "DESC", columns: ["visitedOn", "id"] };

const onSeenHousehold = (visit: string, sight: Sight): string =>
  `EXISTS (SELECT FROM household WHERE household.district_code = ${visit}.district_code
     AND household.id = ${visit}.household_id AND ${sight.where})`;

/** Every query on visits and observations, restricted to those the principal may see. */
export class VisitStore {
  readonly #manager: EntityManager;
  readonly #sight: Sight;
  readonly #principal: Principal | null;
  readonly #today: Day;

  constructor(manager: EntityManager, sight: Sight, principal: Principal | null, today: Day) {
    this.#manager = manager;
    this.#sight = sight;
    this.#principal = principal;
    this.#today = today;
  }

  byIds(ids: readonly string[]): Promise<Visit[]> {
    return this.#visible()
      .andWhere({ districtCode: In([...new Set(ids.map(districtOf))]), id: In([...ids]) })
      .getMany();
  }

  ofHouseholds(households: readonly string[], args: PageArgs): Promise<Map<string, Page<Visit>>> {
    return pageEach(
      households,
      this.#visible().andWhere("visit.householdId = parent.key"),
      latestFirst,
      args,
    );
  }

  ofGrids(grids: readonly string[], args: PageArgs): Promise<Map<string, Page<Visit>>> {
    return pageEach(grids, this.#visible().andWhere("visit.gridCode = parent.key"), latestFirst, args);
  }

  /** What is noted on visits and still in date. What was noted about a home is not for those who live in it. */
  observations(visits: readonly string[]): Promise<Observation[]> {
    const query = this.#manager
      .createQueryBuilder(Observation, "observation")
      .where({ districtCode: In([...new Set(visits.map(districtOf))]), visitId: In([...visits]) })
      .andWhere("observation.expiresOn >= :today", { today: this.#today })
      .andWhere(
        `EXISTS (SELECT FROM visit WHERE visit.district_code = observation.district_code
           AND visit.id = observation.visit_id AND ${onSeenHousehold("visit", this.#sight)})`,
        this.#sight.parameters,
      )
      .orderBy("observation.id");
    if (this.#principal?.post === Post.RESIDENT) query.andWhere("false");
    return query.getMany();
  }

  /** A sub-district's leader sees that visits were made and by which force; households stay in the community. */
  #visible(): SelectQueryBuilder<Visit> {
    const query = this.#manager.createQueryBuilder(Visit, "visit");
    const principal = this.#principal;
    if (principal?.post === Post.SUBDISTRICT_LEADER) {
      return query.where("visit.gridCode LIKE :within", { within: `${principal.division}%` });
    }
    return query.where(onSeenHousehold("visit", this.#sight), this.#sight.parameters);
  }
}
