import { randomUUID } from "node:crypto";
import { type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { type Order, type Page, type PageArgs, pageEach } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import { inForce, type Sight } from "../household/household.sight.ts";
import { Household } from "../household/household.ts";
import { Observation } from "./observation.ts";
import type { RecordedVisit, ServingMember } from "./visit.lifecycle.ts";
import { Visit } from "./visit.ts";
import type { VisitInput } from "./visit-input.ts";

const latestFirst: Order<Visit> = { name: "visit:latest", direction: "DESC", columns: ["visitedOn", "id"] };

const onSeenHousehold = (visit: string, sight: Sight): string =>
  `EXISTS (SELECT FROM household WHERE household.district_code = ${visit}.district_code
     AND household.id = ${visit}.household_id AND ${sight.where})`;

/** Every query on visits and observations, restricted to those the principal may see. */
export class VisitStore {
  readonly #database: DataSource;
  readonly #sight: Sight;
  readonly #principal: Principal | null;
  readonly #today: Day;

  constructor(database: DataSource, sight: Sight, principal: Principal | null, today: Day) {
    this.#database = database;
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
    const query = this.#database
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

  /**
   * Records what the lifecycle decides about a visit, once per idempotency key. Who served the household on that day
   * is looked up by the person who asks, so the household itself need not be in their sight today.
   */
  record(
    { idempotencyKey, ...input }: VisitInput & { idempotencyKey: string },
    actor: Actor,
    decide: (household: Household, serving: ServingMember | null) => RecordedVisit,
  ): Promise<Visit> {
    const request = { ...actor, mutation: "recordVisit", idempotencyKey, input, answer: Visit };
    return once(this.#database, request, async (transaction) => {
      const districtCode = districtOf(input.household);
      const household = await transaction.findOneBy(Household, { districtCode, id: input.household });
      if (!household) throw refuse("NOT_FOUND", { kind: "household", kindZh: "户", id: input.household });
      const serving = await servingOn(transaction, household, actor.principal, input.visitedOn);
      const { visit, observations } = decide(household, serving);

      const newId = (): string => `${districtCode}-${randomUUID()}`;
      const recorded = Object.assign(new Visit(), { districtCode, id: newId(), ...visit });
      await transaction.insert(Visit, recorded);
      const noted = observations.map((each) => ({
        ...each,
        districtCode,
        id: newId(),
        visitId: recorded.id,
      }));
      if (noted.length > 0) await transaction.insert(Observation, noted);
      // What was observed, and where, stays out of the log: it is followed by other subgraphs and kept for ever.
      await record(transaction, actor, {
        subject: recorded.id,
        kind: "VISIT_RECORDED",
        payload: { division: household.communityCode, grid: household.gridCode, force: recorded.force },
      });
      return recorded;
    });
  }

  /** A sub-district's leader sees that visits were made and by which force; households stay in the community. */
  #visible(): SelectQueryBuilder<Visit> {
    const query = this.#database.createQueryBuilder(Visit, "visit");
    const principal = this.#principal;
    if (principal?.post === Post.SUBDISTRICT_LEADER) {
      // No division contains them all: an empty one would be a mistake of the identity provider's.
      if (principal.division === "") return query.where("false");
      return query.where("visit.gridCode LIKE :within", { within: `${principal.division}%` });
    }
    return query.where(onSeenHousehold("visit", this.#sight), this.#sight.parameters);
  }
}

async function servingOn(
  transaction: EntityManager,
  household: Household,
  principal: Principal,
  day: Day,
): Promise<ServingMember | null> {
  if (principal.post !== Post.GRID_MEMBER) return null;
  const [serving] = await transaction.query(
    `SELECT grid_member.id AS "memberId", member_kind.force FROM grid_assignment
     JOIN grid_member ON grid_member.id = grid_assignment.member_id
     JOIN member_kind ON member_kind.code = grid_member.kind_code
     WHERE grid_member.person_id = $1 AND grid_assignment.grid_code = $2
       AND (grid_assignment.building_code IS NULL OR grid_assignment.building_code = $3)
       AND ${inForce("grid_assignment", "$4")}`,
    [principal.id, household.gridCode, household.buildingCode, day],
  );
  return serving ?? null;
}
