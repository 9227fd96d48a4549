import { randomUUID } from "node:crypto";
import { Brackets, type DataSource, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { type Order, type Page, page } from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, holdsPost, Post, type Principal } from "../../shared/principal.ts";
import { refuse } from "../departments.errors.ts";
import { refuseSecond } from "../refuse-second.ts";
import { Unit } from "../unit/unit.ts";
import { DoubleReporting, DoubleReportingCount } from "./double-reporting.ts";
import type { DoubleReportingArgs } from "./double-reporting-input.ts";

const latest: Order<DoubleReporting> = {
  name: "double-reporting:latest",
  direction: "DESC",
  columns: ["validFrom", "id"],
};

const lasts = "daterange(reporting.valid_from, reporting.valid_until) @> cast(:on AS date)";

/** Offices of a district that keep the whole. */
const districtPosts: readonly Post[] = [Post.LIST_KEEPER, Post.DISTRICT_LEADER, Post.PERFORMANCE_OFFICE];
const placePosts: readonly Post[] = [Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY, Post.SUBDISTRICT_LEADER];

/** Every query on double reporting, restricted to the rows the principal may see: it tells of party membership. */
export class DoubleReportingStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  list({ division, unit, kinds, on, ...args }: DoubleReportingArgs): Promise<Page<DoubleReporting>> {
    const query = this.#visible(this.#database.manager).andWhere({
      ...(unit && { unitCode: unit }),
      ...(kinds && { kind: In(kinds) }),
    });
    if (division) query.andWhere("starts_with(reporting.communityCode, :division)", { division });
    if (on) query.andWhere(lasts, { on });
    return page(query, latest, args);
  }

  /** By community, for everybody in office in the district: numbers name nobody. */
  counts(division: string, on: Day): Promise<DoubleReportingCount[]> {
    const principal = this.#principal;
    if (!principal || !holdsPost(principal) || districtOf(principal.division) !== districtOf(division)) {
      return Promise.resolve([]);
    }
    const of = (kind: string) => `count(*) FILTER (WHERE kind = '${kind}')::int`;
    return this.#database
      .query(
        `SELECT community_code AS "communityCode",
                ${of("PARTY_BODY")} AS "partyBodies", ${of("PARTY_MEMBER")} AS "partyMembers",
                ${of("CADRE")} AS "cadres", ${of("TEMPORARY_POST")} AS "temporaryPosts"
         FROM double_reporting
         WHERE community_code >= $1 AND community_code < $1 || ':'
           AND daterange(valid_from, valid_until) @> $2::date
         GROUP BY community_code ORDER BY community_code`,
        [division, on],
      )
      .then((rows: object[]) => rows.map((row) => Object.assign(new DoubleReportingCount(), row)));
  }

  report(
    request: { unit: string; community: string; idempotencyKey: string; [argument: string]: unknown },
    actor: Actor,
    decide: (unit: Unit, community: Unit | null) => Omit<DoubleReporting, "id">,
  ): Promise<DoubleReporting> {
    const { idempotencyKey, ...input } = request;
    const asked = { ...actor, mutation: "reportToCommunity", idempotencyKey, input, answer: DoubleReporting };
    return once(this.#database, asked, async (transaction) => {
      const { unit: code, community } = request;
      const unit = await transaction.findOneBy(Unit, { code });
      if (!unit) throw refuseShared("NOT_FOUND", { kind: "unit", kindZh: "单位", id: code });
      const decided = decide(unit, await transaction.findOneBy(Unit, { code: community }));
      const reporting = Object.assign(new DoubleReporting(), decided, { id: randomUUID() });
      await refuseSecond(
        "exclusion",
        () => transaction.insert(DoubleReporting, reporting),
        () => refuse("REPORTING_EXISTS", { community, unit: code }),
      );
      const { kind, validFrom: on } = reporting;
      const payload = { unit: code, community, kind, on };
      await record(transaction, actor, { subject: community, kind: "DOUBLE_REPORTED", payload });
      return reporting;
    });
  }

  end(
    { id, until, idempotencyKey }: { id: string; until: Day; idempotencyKey: string },
    actor: Actor,
    decide: (reporting: DoubleReporting) => Move<DoubleReporting>,
  ): Promise<DoubleReporting> {
    const input = { id, until };
    const request = { ...actor, mutation: "endReporting", idempotencyKey, input, answer: DoubleReporting };
    return once(this.#database, request, async (transaction) => {
      const reporting = await this.#visible(transaction).andWhere({ id }).getOne();
      if (!reporting) throw refuseShared("NOT_FOUND", { kind: "reporting", kindZh: "报到记录", id });
      return apply(
        transaction,
        DoubleReporting,
        reporting,
        reporting.communityCode,
        decide(reporting),
        actor,
      );
    });
  }

  #visible(manager: EntityManager): SelectQueryBuilder<DoubleReporting> {
    const query = manager.createQueryBuilder(DoubleReporting, "reporting");
    const principal = this.#principal;
    if (!principal || !holdsPost(principal)) return query.where("false");
    const { post, unit, division } = principal;
    if (districtPosts.includes(post)) {
      return query.where("reporting.districtCode = :district", { district: districtOf(division) });
    }
    return query.where(
      new Brackets((either) => {
        either.where("reporting.unitCode = :own", { own: unit });
        if (placePosts.includes(post) && division.length >= 9) {
          either.orWhere("starts_with(reporting.communityCode, :place)", { place: division });
        }
      }),
    );
  }
}
