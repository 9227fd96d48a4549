import type { EntityManager } from "typeorm";
import { hydrate } from "../../shared/database.ts";
import { run } from "../../shared/rows.ts";
import { DataGrant } from "../data-grant/data-grant.ts";
import type { GrantBook } from "./grant-book.ts";

/**
 * Version and grants of one snapshot. Where the version is the one that is known the grants are not read at all: a
 * sub-select that depends on nothing is only carried out where its value is needed.
 */
const statement = {
  name: "grant-book",
  text: `SELECT version, CASE WHEN version IS DISTINCT FROM $1::int THEN (
           SELECT coalesce(json_agg(data_grant ORDER BY district_code, number), '[]') FROM data_grant
           WHERE state = 'APPROVED' AND valid_until > $2
         ) END AS grants
         FROM grant_version`,
};

export class GrantBookStore {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  /** The book as of `at`, its grants only if it is not the version `after`. */
  async edition(after: number | undefined, at: Date): Promise<GrantBook> {
    const [found] = await run(this.#manager, { ...statement, values: [after, at] });
    const { version, grants } = found as { version: number; grants: Record<string, unknown>[] | null };
    return { version, grants: grants && hydrate(this.#manager, DataGrant, grants) };
  }
}
