import type { EntityManager } from "typeorm";
import { OfficeHolder } from "./office-holder.ts";

export type OfficeKey = Pick<OfficeHolder, "unit" | "personId">;

/** Every query on who the units' public notices name. They are public: no principal restricts them. */
export class OfficeHolderStore {
  readonly #manager: EntityManager;

  constructor(manager: EntityManager) {
    this.#manager = manager;
  }

  /** Those of them whom the notice of their unit names or named, by what it said last; others are left out. */
  async named(keys: readonly OfficeKey[]): Promise<OfficeHolder[]> {
    const rows: OfficeHolder[] = await this.#manager.query(
      `SELECT DISTINCT ON (asked.unit, asked.person) asked.unit, asked.person AS "personId", notice.name, notice.post AS title
       FROM unnest($1::text[], $2::text[]) AS asked(unit, person)
       CROSS JOIN LATERAL (
         SELECT name, post, valid_from FROM responder WHERE unit_code = asked.unit AND person_id = asked.person
         UNION ALL
         SELECT name, post, valid_from FROM chief_responder WHERE unit_code = asked.unit AND person_id = asked.person
         UNION ALL
         SELECT name, post, valid_from FROM liaison WHERE unit_code = asked.unit AND person_id = asked.person
         UNION ALL
         SELECT name, post, valid_from FROM team_member WHERE home_unit_code = asked.unit AND person_id = asked.person
       ) AS notice
       ORDER BY asked.unit, asked.person, notice.valid_from DESC, notice.post`,
      [keys.map(({ unit }) => unit), keys.map(({ personId }) => personId)],
    );
    return rows.map((row) => Object.assign(new OfficeHolder(), row));
  }
}

/** The key as a loader takes it. A unit's code has no blanks. */
export const officeText = ({ unit, personId }: OfficeKey): string => `${unit} ${personId}`;

export function officeKey(text: string): OfficeKey {
  const [unit = ""] = text.split(" ", 1);
  return { unit, personId: text.slice(unit.length + 1) };
}
