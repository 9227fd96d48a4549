import type { DataSource } from "typeorm";
import { YearScore } from "./year-score.ts";

/** What units' years come to. Who may read whose is judged by the resolver. */
export class YearScoreStore {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  async ofUnits(units: readonly string[], year: number): Promise<Map<string, YearScore>> {
    const rows: YearScore[] = await this.#database.query(
      `SELECT unit.code AS "unitCode", $2::int AS year, evaluations.*, entries.*
       FROM unnest($1::text[]) AS unit(code)
       CROSS JOIN LATERAL (
         SELECT
           count(*) FILTER (WHERE of_responder AND filed)::int                       AS "whistlesEvaluated",
           round(avg(score) FILTER (WHERE of_responder AND filed), 2)::float8        AS "meanScore",
           count(*) FILTER (WHERE NOT of_responder AND filed)::int                   AS "gradesAsBlower",
           round(avg(score) FILTER (WHERE NOT of_responder AND filed), 2)::float8    AS "meanScoreAsBlower",
           count(*) FILTER (WHERE state = 'GIVEN')::int                              AS "evaluationsPending"
         FROM whistle_evaluation
         CROSS JOIN LATERAL (SELECT direction = 'OF_RESPONDER', state = 'FILED') AS which(of_responder, filed)
         WHERE subject_unit_code = unit.code AND year = $2
       ) AS evaluations
       CROSS JOIN LATERAL (
         SELECT
           count(*) FILTER (WHERE state = 'UPHELD')::int                             AS "negativeEntriesUpheld",
           count(*) FILTER (WHERE state IN ('PROPOSED', 'STATED'))::int              AS "negativeEntriesOpen"
         FROM negative_list_entry
         WHERE respondent_unit_code = unit.code AND year = $2
       ) AS entries`,
      [units, year],
    );
    return new Map(rows.map((row) => [row.unitCode, Object.assign(new YearScore(), row)]));
  }
}
