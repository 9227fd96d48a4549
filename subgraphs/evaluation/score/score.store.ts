import { type DataSource, In, type SelectQueryBuilder } from "typeorm";
import { type Order, type Page, type PageArgs, page, pageEach } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import type { Period } from "../rates/period.ts";
import type { RateStore } from "../rates/rate.store.ts";
import { type RateRule, ruleInForce } from "../rates/rate-rule.ts";
import type { RateCounts } from "../rates/three-rates.ts";
import { Score } from "./score.ts";
import { ScoreSheet, sheetNumber } from "./score-sheet.ts";

interface AssessedPeriod {
  readonly district: string;
  readonly period: Period;
}

const sheetsNewestFirst: Order<ScoreSheet> = {
  name: "score-sheet:newest",
  direction: "DESC",
  columns: ["number"],
};

const byUnit: Order<Score> = { name: "score:unit", direction: "ASC", columns: ["unitCode"] };

const newestFirst: Order<Score> = {
  name: "score:newest",
  direction: "DESC",
  columns: ["sheetNumber"],
};

/** Every query on scores: everybody sees what is published, the rest is restricted to the principal. */
export class ScoreStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;
  readonly #rates: RateStore;

  constructor(database: DataSource, principal: Principal | null, rates: RateStore) {
    this.#database = database;
    this.#principal = principal;
    this.#rates = rates;
  }

  sheetsOf(district: string, args: PageArgs): Promise<Page<ScoreSheet>> {
    return page(this.#visibleSheets().andWhere({ districtCode: district }), sheetsNewestFirst, args);
  }

  sheets(numbers: readonly string[]): Promise<ScoreSheet[]> {
    const districtCodes = [...new Set(numbers.map(districtOf))];
    return this.#visibleSheets()
      .andWhere({ districtCode: In(districtCodes), number: In([...numbers]) })
      .getMany();
  }

  scoresOfSheets(numbers: readonly string[], args: PageArgs): Promise<Map<string, Page<Score>>> {
    const query = this.#visible()
      .andWhere("score.districtCode = left(parent.key, 6)")
      .andWhere("score.sheetNumber = parent.key");
    return pageEach(numbers, query, byUnit, args);
  }

  scoresOfUnits(units: readonly string[], args: PageArgs): Promise<Map<string, Page<Score>>> {
    return pageEach(units, this.#visible().andWhere("score.unitCode = parent.key"), newestFirst, args);
  }

  /** Computes a period's scores from the daily counts; scores computed before, and not published, give way. */
  compute(
    { district, period, idempotencyKey }: AssessedPeriod & { idempotencyKey: string },
    actor: Actor,
    decide: (
      earlier: ScoreSheet | null,
      units: ReadonlyMap<string, RateCounts>,
      rule: RateRule,
    ) => { sheet: ScoreSheet; scores: Score[] },
  ): Promise<ScoreSheet> {
    const input = { district, ...period };
    const request = { ...actor, mutation: "computeScores", idempotencyKey, input, answer: ScoreSheet };
    return once(this.#database, request, async (transaction) => {
      await transaction.query("SELECT pg_advisory_xact_lock(hashtext('scores:' || $1))", [district]);
      const key = { districtCode: district, number: sheetNumber(district, period) };
      // Locked, so that a publication under way is waited for and not undone.
      const earlier = await transaction.findOne(ScoreSheet, {
        where: key,
        lock: { mode: "pessimistic_write" },
      });
      const units = await this.#rates.countsOfUnits(transaction, district, period);
      const rule = ruleInForce(await this.#rates.rulesOf([district], transaction), district, period.to);
      const { sheet, scores } = decide(earlier, units, rule);
      await transaction.delete(ScoreSheet, key);
      await transaction.insert(ScoreSheet, sheet);
      await transaction.insert(Score, scores);
      await record(transaction, actor, {
        subject: sheet.number,
        kind: "SCORES_COMPUTED",
        payload: { units: sheet.units, base: sheet.base, rule: `${rule.districtCode}/${rule.version}` },
      });
      return sheet;
    });
  }

  publish(
    { district, period, idempotencyKey }: AssessedPeriod & { idempotencyKey: string },
    actor: Actor,
    decide: (sheet: ScoreSheet) => Move<ScoreSheet>,
  ): Promise<ScoreSheet> {
    const input = { district, ...period };
    const request = { ...actor, mutation: "publishScores", idempotencyKey, input, answer: ScoreSheet };
    return once(this.#database, request, async (transaction) => {
      const key = { districtCode: district, number: sheetNumber(district, period) };
      const sheet = await transaction.findOneBy(ScoreSheet, key);
      if (!sheet) throw refuse("NOT_FOUND", { kind: "score sheet", kindZh: "考核结果", id: key.number });
      return apply(transaction, ScoreSheet, sheet, sheet.number, decide(sheet), actor);
    });
  }

  /** Districts whose scores the principal sees before they are published, as a pattern; null: none. */
  #keeps(): string | null {
    switch (this.#principal?.post) {
      case Post.PERFORMANCE_OFFICE:
      case Post.CENTRE_DISPATCHER:
      case Post.DISTRICT_LEADER:
        // An empty division would be a mistake of the identity provider's: it opens nothing.
        return this.#principal.division ? `${this.#principal.division}%` : null;
      default:
        return null;
    }
  }

  #visibleSheets(): SelectQueryBuilder<ScoreSheet> {
    return this.#database
      .createQueryBuilder(ScoreSheet, "sheet")
      .where("(sheet.publishedAt IS NOT NULL OR sheet.districtCode LIKE :keeps)", { keeps: this.#keeps() });
  }

  #visible(): SelectQueryBuilder<Score> {
    return this.#database.createQueryBuilder(Score, "score").where(
      `(score.districtCode LIKE :keeps OR EXISTS (
         SELECT FROM score_sheet AS sheet WHERE sheet.district_code = score.district_code
           AND sheet.number = score.sheet_number AND sheet.published_at IS NOT NULL))`,
      { keeps: this.#keeps() },
    );
  }
}
