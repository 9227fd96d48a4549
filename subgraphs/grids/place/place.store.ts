import { type DataSource, In } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import type { Actor } from "../../shared/move.ts";
import { Division } from "../division/division.ts";
import type { DivisionAliasInput } from "./alias-input.ts";
import type { PlaceName } from "./place.matching.ts";
import { PlaceAlias } from "./place-alias.ts";

/** Every query on the names of places. They are public: no principal restricts them. */
export class PlaceStore {
  readonly #database: DataSource;
  readonly #today: Day;

  constructor(database: DataSource, today: Day) {
    this.#database = database;
    this.#today = today;
  }

  aliasesOfDivisions(codes: readonly string[]): Promise<PlaceAlias[]> {
    return this.#database.manager.find(PlaceAlias, {
      where: { divisionCode: In([...codes]) },
      order: { id: "ASC" },
    });
  }

  aliasesOfEstates(codes: readonly string[]): Promise<PlaceAlias[]> {
    return this.#database.manager.find(PlaceAlias, {
      where: { estateCode: In([...codes]) },
      order: { id: "ASC" },
    });
  }

  aliasesOfGrids(codes: readonly string[]): Promise<PlaceAlias[]> {
    return this.#database.manager.find(PlaceAlias, {
      where: { gridCode: In([...codes]) },
      order: { id: "ASC" },
    });
  }

  withoutCode(divisions: readonly string[]): Promise<PlaceAlias[]> {
    return this.#database
      .createQueryBuilder(PlaceAlias, "alias")
      .where({ withinCode: In([...divisions]) })
      .andWhere("num_nonnulls(alias.division_code, alias.estate_code, alias.grid_code) = 0")
      .orderBy("alias.id")
      .getMany();
  }

  /** Names of divisions, estates and current grids inside a division that share words with the text, which has neither capitals nor blanks. */
  namesIn(division: string, text: string): Promise<PlaceName[]> {
    return this.#database.query(
      `SELECT name, "divisionCode", "estateCode", "gridCode", NULL AS "buildingCode", standing FROM (
         SELECT name, code AS "divisionCode", NULL AS "estateCode", NULL AS "gridCode",
                CASE WHEN valid_to <= $3 THEN 'FORMER' ELSE 'OWN' END AS standing
         FROM division WHERE code LIKE $1
         UNION ALL
         SELECT name, community_code, code, NULL, 'OWN' FROM estate WHERE code LIKE $1
         UNION ALL
         SELECT name, community_code, NULL, code, 'OWN' FROM grid
         WHERE code LIKE $1 AND (valid_to IS NULL OR valid_to > $3)
         UNION ALL
         SELECT name, coalesce(division_code, left(coalesce(estate_code, grid_code), 12), within_code),
                estate_code, grid_code, CASE WHEN valid_to <= $3 THEN 'FORMER' ELSE 'ALIAS' END
         FROM place_alias WHERE coalesce(division_code, estate_code, grid_code, within_code) LIKE $1
       ) AS named
       WHERE length(name) >= 2
         AND (strpos($2, lower(replace(name, ' ', ''))) > 0 OR strpos(lower(replace(name, ' ', '')), $2) > 0)`,
      [`${division}%`, text, this.#today],
    );
  }

  /** Buildings of the estates and grids, and any in the communities whose whole address the text gives. */
  buildingsOf(
    { estates, grids, communities }: { estates: string[]; grids: string[]; communities: string[] },
    text: string,
  ): Promise<PlaceName[]> {
    return this.#database.query(
      `SELECT CASE WHEN strpos($4, address) > 0 THEN address ELSE name END AS name,
              community_code AS "divisionCode", estate_code AS "estateCode", grid_code AS "gridCode",
              code AS "buildingCode", 'OWN' AS standing
       FROM building
       WHERE (community_code = ANY($3) AND strpos($4, address) > 0)
          OR ((estate_code = ANY($1) OR grid_code = ANY($2)) AND strpos($4, name) > 0)`,
      [estates, grids, communities, text],
    );
  }

  /** Adds the name the lifecycle decides on, once per idempotency key. Of two who add the same at once, one waits. */
  addDivisionAlias(
    { idempotencyKey, ...input }: DivisionAliasInput & { idempotencyKey: string },
    actor: Actor,
    decide: (division: Division, known: PlaceAlias[]) => Omit<PlaceAlias, "id">,
  ): Promise<PlaceAlias> {
    const request = { ...actor, mutation: "addDivisionAlias", idempotencyKey, input, answer: PlaceAlias };
    return once(this.#database, request, async (transaction) => {
      const { division: code } = input;
      const division = await transaction.findOne(Division, {
        where: { code },
        lock: { mode: "pessimistic_write" },
      });
      if (!division) throw refuse("NOT_FOUND", { kind: "division", kindZh: "区划", id: code });
      const known = await transaction.findBy(PlaceAlias, { divisionCode: code });
      const alias = Object.assign(new PlaceAlias(), decide(division, known));
      await transaction.insert(PlaceAlias, alias);
      await record(transaction, actor, {
        subject: code,
        kind: "DIVISION_ALIAS_ADDED",
        payload: { name: alias.name, validFrom: alias.validFrom, validTo: alias.validTo },
      });
      return alias;
    });
  }
}
