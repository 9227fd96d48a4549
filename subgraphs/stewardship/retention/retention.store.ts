import type { DataSource, EntityManager } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import type { Chain } from "../access-record/access-log.store.ts";
import { everyDistrict } from "../every-district.ts";
import type { RetentionSoFar, RetentionWish } from "./retention.lifecycle.ts";
import { RetentionRule } from "./retention-rule.ts";

/** So many records go at once: the next minute goes on where this one ended. */
const portion = 20_000;

const columns = `rule.district_code AS "districtCode", rule.subgraph, rule.version, rule.years,
  rule.valid_from::text AS "validFrom", rule.set_at AS "setAt", rule.set_by AS "setBy", rule.set_by_unit AS "setByUnit", rule.reason`;

/** Of a version that another took the place of before its first day nothing comes. */
const stands = `NOT EXISTS (
  SELECT FROM retention_rule AS later
  WHERE later.district_code = rule.district_code AND later.subgraph = rule.subgraph AND later.version > rule.version
    AND (later.set_at AT TIME ZONE 'Asia/Shanghai')::date < rule.valid_from)`;

/** The rule that counts on a day, each given as it stands in the statement around it. */
const inForce = ({ district, subgraph, day }: Readonly<Record<"district" | "subgraph" | "day", string>>) =>
  `SELECT ${columns} FROM retention_rule AS rule
   WHERE rule.district_code IN (${district}, '${everyDistrict}') AND rule.subgraph = ${subgraph}
     AND rule.valid_from <= ${day} AND ${stands}
   ORDER BY rule.district_code = '${everyDistrict}', rule.version DESC LIMIT 1`;

const dayOf = (at: string): string => `(${at}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`;

/** Counted from the beginning of the day: each chain is cut once a day. */
const keptFrom = (at: string): string =>
  `(${dayOf(at)} - make_interval(years => rule.years)) AT TIME ZONE 'Asia/Shanghai'`;

/** Waits for whoever cuts the same chain or sets how long it is kept; given back with the transaction. */
const lockRetention = (transaction: EntityManager, { districtCode, subgraph }: Chain): Promise<unknown> =>
  transaction.query(
    "SELECT pg_advisory_xact_lock(hashtextextended('whistlegraph:access-retention:' || $1::text || '/' || $2::text, 0))",
    [districtCode, subgraph],
  );

/** How long records are kept, and what is removed by it; nothing else ever removes any. */
export class RetentionStore {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  /** Of every subgraph the rule in force in a district, and what is set to take its place. */
  ofDistrict(districtCode: string, on: Day): Promise<RetentionRule[]> {
    return rules(
      this.#database.manager,
      `SELECT rule.* FROM subgraph_owner AS owned
       CROSS JOIN LATERAL (${inForce({ district: "$1", subgraph: "owned.subgraph", day: "$2::date" })}) AS rule
       UNION ALL
       SELECT ${columns} FROM retention_rule AS rule
       WHERE rule.district_code = $1 AND rule.valid_from > $2::date AND ${stands}
       ORDER BY subgraph, "validFrom"`,
      [districtCode, on],
    );
  }

  set(
    { idempotencyKey, ...input }: RetentionWish & { idempotencyKey: string },
    actor: Actor,
    decide: (soFar: RetentionSoFar) => RetentionRule,
  ): Promise<RetentionRule> {
    const request = { ...actor, mutation: "setRetention", idempotencyKey, input, answer: RetentionRule };
    const { subgraph } = input;
    const districtCode = districtOf(actor.principal.unit);
    return once(this.#database, request, async (transaction) => {
      // Nothing is cut meanwhile, and of two who set it at once one comes after the other.
      await lockRetention(transaction, { districtCode, subgraph });
      const before = await ruleInForce(transaction, { districtCode, subgraph }, actor.at);
      const versions = await transaction.countBy(RetentionRule, { districtCode, subgraph });
      const rule = Object.assign(new RetentionRule(), decide({ districtCode, inForce: before, versions }));
      await transaction.insert(RetentionRule, rule);
      const { years, validFrom: from } = rule;
      await record(transaction, actor, {
        subject: `${districtCode}/${subgraph}`,
        kind: "RETENTION_SET",
        payload: { subgraph, years, before: before.years, from },
      });
      return rule;
    });
  }

  /** Chains whose oldest record is past its years. */
  past(at: Date): Promise<Chain[]> {
    return this.#database.query(
      `SELECT chain.district_code AS "districtCode", chain.subgraph
       FROM access_chain AS chain
       CROSS JOIN LATERAL (
         ${inForce({ district: "chain.district_code", subgraph: "chain.subgraph", day: dayOf("$1") })}
       ) AS rule
       CROSS JOIN LATERAL (
         SELECT at FROM access_record
         WHERE access_record.district_code = chain.district_code AND access_record.subgraph = chain.subgraph
         ORDER BY sequence LIMIT 1
       ) AS oldest
       WHERE oldest.at < ${keptFrom("$1")}`,
      [at],
    );
  }

  /** Cuts off the beginning of a chain up to the first record that is to be kept by now, and says where. */
  async cut(chain: Chain, at: Date): Promise<number> {
    const { districtCode, subgraph } = chain;
    return this.#database.transaction(async (transaction) => {
      await lockRetention(transaction, chain);
      const [end] = await transaction.query(
        `WITH oldest AS (
           SELECT sequence, at, hash FROM access_record WHERE district_code = $1 AND subgraph = $2
           ORDER BY sequence LIMIT ${portion}
         ),
         rule AS (${inForce({ district: "$1", subgraph: "$2", day: dayOf("$3") })}),
         kept AS (
           SELECT coalesce(min(sequence) FILTER (WHERE at >= ${keptFrom("$3")}), 2147483647) AS first
           FROM oldest CROSS JOIN rule GROUP BY rule.version
         )
         INSERT INTO chain_cut (district_code, subgraph, sequence, hash, records, cut_at)
         SELECT $1, $2, sequence, hash, row_number() OVER (ORDER BY sequence), $3
         FROM oldest CROSS JOIN kept
         WHERE sequence < kept.first
         ORDER BY sequence DESC LIMIT 1
         RETURNING sequence, records`,
        [districtCode, subgraph, at],
      );
      if (!end) return 0;
      await transaction.query(
        "DELETE FROM access_record WHERE district_code = $1 AND subgraph = $2 AND sequence <= $3",
        [districtCode, subgraph, end.sequence],
      );
      return end.records;
    });
  }
}

async function rules(
  manager: EntityManager,
  statement: string,
  values: readonly unknown[],
): Promise<RetentionRule[]> {
  const found: RetentionRule[] = await manager.query(statement, [...values]);
  return found.map((rule) => Object.assign(new RetentionRule(), rule));
}

async function ruleInForce(
  manager: EntityManager,
  { districtCode, subgraph }: Chain,
  at: Date,
): Promise<RetentionRule> {
  const statement = inForce({ district: "$1", subgraph: "$2", day: dayOf("$3") });
  const [rule] = await rules(manager, statement, [districtCode, subgraph, at]);
  if (rule) return rule;
  throw refuse("NOT_FOUND", { kind: "subgraph", kindZh: "子图", id: subgraph });
}
