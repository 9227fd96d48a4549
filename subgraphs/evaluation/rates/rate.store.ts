import { type DataSource, type EntityManager, In } from "typeorm";
import { type Day, dayOf } from "../../shared/calendar.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import type { CallBack } from "../call-back/call-back.ts";
import { everyDistrict, RateRule, ruleInForce } from "./rate-rule.ts";
import type { RateCounts } from "./three-rates.ts";

/** What is rated: a unit by the tickets it handled, a division by those from within it, a matter by those about it. */
export type Rated = "UNIT" | "DIVISION" | "MATTER";

const counters = [
  "recorded",
  "valid",
  "contacted",
  "solved",
  "satisfied",
  "basically_satisfied",
  "dissatisfied",
];

/** How call-backs are counted, for one that was just recorded and for all of them alike. */
const countFrom = (condition: string): string => `
  INSERT INTO rate_rollup (district_code, subject_kind, subject_code, day, ${counters.join(", ")})
  SELECT call_back.district_code, subject.kind, subject.code, counting_day,
    count(*),
    count(*) FILTER (WHERE valid),
    count(*) FILTER (WHERE contacted),
    count(*) FILTER (WHERE solved),
    count(*) FILTER (WHERE satisfaction = 'SATISFIED'),
    count(*) FILTER (WHERE satisfaction = 'BASICALLY_SATISFIED'),
    count(*) FILTER (WHERE satisfaction = 'DISSATISFIED')
  FROM call_back
  CROSS JOIN LATERAL (
    SELECT 'UNIT', handling_unit_code
    UNION ALL
    SELECT 'MATTER', matter_code WHERE matter_code IS NOT NULL
    UNION ALL
    SELECT 'DIVISION', left(division_code, length_) FROM unnest('{2,4,6,9,12}'::int[]) AS length_
    WHERE length_ <= length(division_code)
  ) AS subject(kind, code)
  ${condition}
  GROUP BY 1, 2, 3, 4
  -- Always in one order: of two call-backs counted at once, one waits and none deadlocks.
  ORDER BY 1, 2, 3, 4
  ON CONFLICT (district_code, subject_kind, subject_code, day) DO UPDATE SET
    ${counters.map((each) => `${each} = rate_rollup.${each} + excluded.${each}`).join(", ")}`;

/** Counts all call-backs anew, for those who bring them in bulk. */
export async function recountRates(transaction: EntityManager): Promise<void> {
  await transaction.query("TRUNCATE rate_rollup");
  await transaction.query(countFrom(""));
}

/** Every query on the rate rules and the daily counts. Who may read which figures is judged by the resolvers. */
export class RateStore {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  /** All versions of the districts' own rules and of the default. */
  rulesOf(
    districts: readonly string[],
    manager: EntityManager = this.#database.manager,
  ): Promise<RateRule[]> {
    return manager.find(RateRule, {
      where: { districtCode: In([...districts, everyDistrict]) },
      order: { districtCode: "ASC", version: "ASC" },
    });
  }

  /** The rule that holds in a district at an instant. */
  async ruleOn(manager: EntityManager, district: string, at: Date): Promise<RateRule> {
    return ruleInForce(await this.rulesOf([district], manager), district, dayOf(at));
  }

  /** Adds the version the lifecycle makes of a proposal, once per key. */
  setRule(
    { district, idempotencyKey, ...input }: { district: string; idempotencyKey: string },
    actor: Actor,
    decide: (latest: RateRule | undefined) => RateRule,
  ): Promise<RateRule> {
    const request = {
      ...actor,
      mutation: "setRateRule",
      idempotencyKey,
      input: { district, ...input },
      answer: RateRule,
    };
    return once(this.#database, request, async (transaction) => {
      await transaction.query("SELECT pg_advisory_xact_lock(hashtext('rate-rule:' || $1))", [district]);
      const latest = await transaction.findOne(RateRule, {
        where: { districtCode: district },
        order: { version: "DESC" },
      });
      const rule = decide(latest ?? undefined);
      await transaction.insert(RateRule, rule);
      await record(transaction, actor, {
        subject: district,
        kind: "RATE_RULE_SET",
        payload: { version: rule.version, validFrom: rule.validFrom },
      });
      return rule;
    });
  }

  async count(transaction: EntityManager, { ticketNumber, ordinal }: CallBack): Promise<void> {
    await transaction.query(
      countFrom("WHERE call_back.district_code = $1 AND ticket_number = $2 AND ordinal = $3"),
      [districtOf(ticketNumber), ticketNumber, ordinal],
    );
  }

  /** What was counted for each over the days of a period, both ends included. Nothing counted: absent. */
  async countsOf(
    kind: Rated,
    codes: readonly string[],
    { from, to }: { readonly from: Day; readonly to: Day },
  ): Promise<Map<string, RateCounts>> {
    const rows: (RateCounts & { code: string })[] = await this.#database.query(
      `SELECT subject_code AS code, ${sums} FROM rate_rollup
       WHERE subject_kind = $1 AND subject_code = ANY ($2) AND day BETWEEN $3 AND $4
       GROUP BY subject_code`,
      [kind, codes, from, to],
    );
    return new Map(rows.map(({ code, ...counts }) => [code, counts]));
  }

  /** The same for every unit that has call-backs in a district. */
  async countsOfUnits(
    transaction: EntityManager,
    district: string,
    { from, to }: { readonly from: Day; readonly to: Day },
  ): Promise<Map<string, RateCounts>> {
    const rows: (RateCounts & { code: string })[] = await transaction.query(
      `SELECT subject_code AS code, ${sums} FROM rate_rollup
       WHERE district_code = $1 AND subject_kind = 'UNIT' AND day BETWEEN $2 AND $3
       GROUP BY subject_code ORDER BY subject_code`,
      [district, from, to],
    );
    return new Map(rows.map(({ code, ...counts }) => [code, counts]));
  }
}

const sums = counters
  .map((each) => `sum(${each})::int AS "${each === "basically_satisfied" ? "basicallySatisfied" : each}"`)
  .join(", ");
