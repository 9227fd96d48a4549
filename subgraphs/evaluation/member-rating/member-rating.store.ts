import { type DataSource, In, LessThanOrEqual } from "typeorm";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { refuse } from "../evaluation.errors.ts";
import { everyDistrict } from "../rates/rate-rule.ts";
import { MemberRating } from "./member-rating.ts";
import { MemberRatingRule } from "./member-rating-rule.ts";
import { type MemberYear, type MonthCount, memberYear, YearTotal } from "./member-year.ts";

/** Every query on residents' grades; single ones are never read back. Who may read a year is judged by the resolver. */
export class MemberRatingStore {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  async yearsOf(members: readonly string[], year: number): Promise<Map<string, MemberYear>> {
    const districtCodes = [...new Set(members.map(districtOf))];
    const [rules, counts] = await Promise.all([
      this.#database.manager.find(MemberRatingRule, {
        where: { districtCode: In([...districtCodes, everyDistrict]), fromYear: LessThanOrEqual(year) },
        // The district's own before the default, the latest before earlier ones.
        order: { districtCode: "DESC", fromYear: "DESC" },
      }),
      this.#database.query<(MonthCount & { memberId: string })[]>(
        `SELECT member_id AS "memberId", month, count(*)::int AS ratings, sum(score)::int AS points
         FROM member_rating
         WHERE district_code = ANY ($1) AND member_id = ANY ($2) AND month BETWEEN $3 AND $4
         GROUP BY member_id, month ORDER BY member_id, month`,
        [districtCodes, members, `${year}-01`, `${year}-12`],
      ),
    ]);
    return new Map(
      members.map((member) => {
        const rule = rules.find(({ districtCode }) =>
          [districtOf(member), everyDistrict].includes(districtCode),
        );
        const own = counts.filter(({ memberId }) => memberId === member);
        return [member, memberYear(year, own, rule?.yearTotal ?? YearTotal.MEAN)];
      }),
    );
  }

  rate(
    { idempotencyKey, ...input }: { member: string; score: number; idempotencyKey: string },
    actor: Actor,
    decide: () => MemberRating,
  ): Promise<MemberRating> {
    const request = { ...actor, mutation: "rateGridMember", idempotencyKey, input, answer: MemberRating };
    return once(this.#database, request, async (transaction) => {
      const rating = decide();
      const inserted = await transaction
        .createQueryBuilder()
        .insert()
        .into(MemberRating)
        .values(rating)
        .orIgnore()
        .returning("month")
        .execute();
      if (inserted.raw.length === 0) {
        throw refuse("RATED_THIS_MONTH", { member: rating.memberId, month: rating.month });
      }
      // The feed tells that somebody graded, neither who nor how.
      await record(
        transaction,
        { ...actor, principal: { ...actor.principal, id: "a resident" } },
        { subject: rating.memberId, kind: "GRID_MEMBER_RATED", payload: { month: rating.month } },
      );
      return rating;
    });
  }
}
