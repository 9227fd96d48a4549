import type { DataSource } from "typeorm";
import { type Chain, lockChain } from "../access-record/access-log.store.ts";
import { everyDistrict } from "../every-district.ts";

/** So many records go at once: the next minute goes on where this one ended. */
const portion = 20_000;

interface Past extends Chain {
  readonly keptFrom: Date;
}

/** What the retention removes; nothing else ever does. */
export class RetentionStore {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  /** Chains whose oldest record is past its years, counted from the beginning of the day: each is cut once a day. */
  past(at: Date): Promise<Past[]> {
    return this.#database.query(
      `SELECT chain.district_code AS "districtCode", chain.subgraph, rule.kept_from AS "keptFrom"
       FROM access_chain AS chain
       CROSS JOIN LATERAL (
         SELECT (date_trunc('day', $1::timestamptz AT TIME ZONE 'Asia/Shanghai') - make_interval(years => years))
                  AT TIME ZONE 'Asia/Shanghai' AS kept_from
         FROM retention_rule
         WHERE retention_rule.subgraph = chain.subgraph
           AND retention_rule.district_code IN (chain.district_code, $2)
         ORDER BY retention_rule.district_code = $2 LIMIT 1
       ) AS rule
       CROSS JOIN LATERAL (
         SELECT at FROM access_record
         WHERE access_record.district_code = chain.district_code AND access_record.subgraph = chain.subgraph
         ORDER BY sequence LIMIT 1
       ) AS oldest
       WHERE oldest.at < rule.kept_from`,
      [at, everyDistrict],
    );
  }

  /** Cuts off the beginning of a chain up to the first record that is to be kept, and says where. */
  async cut({ keptFrom, ...chain }: Past, at: Date): Promise<number> {
    const { districtCode, subgraph } = chain;
    return this.#database.transaction(async (transaction) => {
      await lockChain(transaction, chain);
      const [end] = await transaction.query(
        `WITH oldest AS (
           SELECT sequence, at, hash FROM access_record WHERE district_code = $1 AND subgraph = $2
           ORDER BY sequence LIMIT ${portion}
         )
         INSERT INTO chain_cut (district_code, subgraph, sequence, hash, records, cut_at)
         SELECT $1, $2, sequence, hash, row_number() OVER (ORDER BY sequence), $4
         FROM oldest
         WHERE sequence < coalesce((SELECT min(sequence) FROM oldest WHERE at >= $3), 2147483647)
         ORDER BY sequence DESC LIMIT 1
         RETURNING sequence, records`,
        [districtCode, subgraph, keptFrom, at],
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
