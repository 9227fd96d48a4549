import { type DataSource, In, type SelectQueryBuilder } from "typeorm";
import { type Order, type Page, type PageArgs, page } from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, type Principal } from "../../shared/principal.ts";
import { nextNumber } from "../../shared/running-number.ts";
import { refuse } from "../evaluation.errors.ts";
import { isOfficial, onlyVisible } from "../visibility.ts";
import { AssessedUnit } from "./assessed-unit.ts";
import { AssessmentKind, AssessmentPlan } from "./assessment-plan.ts";

const newestFirst: Order<AssessmentPlan> = {
  name: "assessment-plan:newest",
  direction: "DESC",
  columns: ["createdAt", "number"],
};

/** Every query on assessment plans, restricted to the officials of the district; results to those they concern. */
export class AssessmentPlanStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  search(year: number | undefined, args: PageArgs): Promise<Page<AssessmentPlan>> {
    const query = this.#visible();
    if (year) query.andWhere({ year });
    return page(query, newestFirst, args);
  }

  assessedUnder(plans: readonly string[]): Promise<AssessedUnit[]> {
    const query = this.#database.createQueryBuilder(AssessedUnit, "assessed");
    // A unit's district is the division it is assessed in: overseers see all of a plan, a unit its own row.
    return onlyVisible(query, this.#principal, {
      district: "assessed.districtCode",
      division: "assessed.districtCode",
      units: ["assessed.unitCode"],
    })
      .andWhere({ districtCode: In([...new Set(plans.map(districtOf))]), planNumber: In([...plans]) })
      .orderBy("assessed.planNumber")
      .addOrderBy("assessed.unitCode")
      .getMany();
  }

  create(
    { idempotencyKey, ...input }: { idempotencyKey: string },
    actor: Actor,
    decide: (number: string) => { plan: AssessmentPlan; assessed: AssessedUnit[] },
  ): Promise<AssessmentPlan> {
    const mutation = "createAssessmentPlan";
    const request = { ...actor, mutation, idempotencyKey, input, answer: AssessmentPlan };
    return once(this.#database, request, async (transaction) => {
      const district = districtOf(actor.principal.division);
      // The number's row is locked until we commit: two plans of a district never pass each other by.
      const number = await nextNumber(transaction, district, "ASSESSMENT_PLAN", actor.at);
      const { plan, assessed } = decide(number);
      const { kind, year } = plan;
      if (kind === AssessmentKind.COMPREHENSIVE) {
        const subjects = assessed.map(({ unitCode }) => unitCode);
        const earlier = await transaction.findOneBy(AssessedUnit, {
          districtCode: district,
          kind,
          year,
          unitCode: In(subjects),
        });
        if (earlier) {
          throw refuse("ASSESSED_ONCE_A_YEAR", {
            subject: earlier.unitCode,
            number: earlier.planNumber,
            year,
          });
        }
      }
      await transaction.insert(AssessmentPlan, plan);
      await transaction.insert(AssessedUnit, assessed);
      await record(transaction, actor, {
        subject: number,
        kind: "ASSESSMENT_PLAN_CREATED",
        payload: {
          kind,
          year,
          organiser: plan.organiserUnitCode,
          subjects: assessed.map((each) => each.unitCode),
        },
      });
      return plan;
    });
  }

  recordResult(
    { plan: number, unit, idempotencyKey, ...input }: { plan: string; unit: string; idempotencyKey: string },
    actor: Actor,
    decide: (plan: AssessmentPlan, assessed: AssessedUnit) => Move<AssessedUnit>,
  ): Promise<AssessedUnit> {
    const mutation = "recordAssessmentResult";
    const request = {
      ...actor,
      mutation,
      idempotencyKey,
      input: { plan: number, unit, ...input },
      answer: AssessedUnit,
    };
    return once(this.#database, request, async (transaction) => {
      const key = { districtCode: districtOf(number) };
      const plan = await transaction.findOneBy(AssessmentPlan, { ...key, number });
      const assessed = await transaction.findOneBy(AssessedUnit, {
        ...key,
        planNumber: number,
        unitCode: unit,
      });
      if (!plan || !assessed) {
        throw refuseShared("NOT_FOUND", {
          kind: "assessed unit",
          kindZh: "被考核单位",
          id: `${unit} (${number})`,
        });
      }
      return apply(transaction, AssessedUnit, assessed, number, decide(plan, assessed), actor);
    });
  }

  #visible(): SelectQueryBuilder<AssessmentPlan> {
    const query = this.#database.createQueryBuilder(AssessmentPlan, "plan");
    const principal = this.#principal;
    if (!principal || !isOfficial(principal)) return query.where("false");
    return query.where({ districtCode: districtOf(principal.division) });
  }
}
