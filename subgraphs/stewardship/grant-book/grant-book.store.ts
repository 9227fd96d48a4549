import type { EntityManager } from "typeorm";
import { hydrate } from "../../shared/database.ts";
import { run } from "../../shared/rows.ts";
import { CaseAccessRule } from "../case-access/case-access-rule.ts";
import { CaseExclusion } from "../case-access/case-exclusion.ts";
import { DataGrant } from "../data-grant/data-grant.ts";
import type { GrantBook } from "./grant-book.ts";

/**
 * Version and contents of one snapshot. Where the version is the one that is known the contents are not read at all: a
 * sub-select that depends on nothing is only carried out where its value is needed.
 */
const statement = {
  name: "grant-book",
  text: `SELECT version, CASE WHEN version IS DISTINCT FROM $1::int THEN (
           SELECT coalesce(json_agg(data_grant ORDER BY district_code, number), '[]') FROM data_grant
           WHERE state = 'APPROVED' AND valid_until > $2
         ) END AS grants,
         CASE WHEN version IS DISTINCT FROM $1::int THEN (
           SELECT coalesce(json_agg(rule ORDER BY district_code, number), '[]') FROM case_access_rule AS rule
           WHERE withdrawn_at IS NULL AND valid_until > $2
         ) END AS rules,
         CASE WHEN version IS DISTINCT FROM $1::int THEN (
           SELECT coalesce(json_agg(exclusion ORDER BY district_code, number), '[]')
           FROM case_exclusion AS exclusion WHERE lifted_at IS NULL
         ) END AS exclusions
         FROM grant_version`,
};

type Rows = Record<string, unknown>[] | null;

interface Found {
  readonly version: number;
  readonly grants: Rows;
  readonly rules: Rows;
  readonly exclusions: Rows;
}

export class GrantBookStore {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  /** The book as of `at`, its contents only if it is not the version `after`. */
  async edition(after: number | undefined, at: Date): Promise<GrantBook> {
    const rows = await run<Found>(this.#manager, { ...statement, values: [after, at] });
    const [{ version, grants, rules, exclusions }] = rows as [Found];
    return {
      version,
      grants: grants && hydrate(this.#manager, DataGrant, grants),
      caseAccessRules: rules && hydrate(this.#manager, CaseAccessRule, rules),
      caseExclusions: exclusions && hydrate(this.#manager, CaseExclusion, exclusions),
    };
  }
}
