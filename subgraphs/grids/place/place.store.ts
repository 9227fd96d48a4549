import { type EntityManager, In } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import type { PlaceName } from "./place.matching.ts";
import { PlaceAlias } from "./place-alias.ts";

/** Every query on the names of places. They are public: no principal restricts them. */
export class PlaceStore {
  readonly #manager: EntityManager;
  readonly #today: Day;

  constructor(manager: EntityManager, today: Day) {
    this.#manager = manager;
    this.#today = today;
  }

  aliasesOfDivisions(codes: readonly string[]): Promise<PlaceAlias[]> {
    return this.#manager.find(PlaceAlias, { where: { divisionCode: In([...codes]) }, order: { id: "ASC" } });
  }

  aliasesOfEstates(codes: readonly string[]): Promise<PlaceAlias[]> {
    return this.#manager.find(PlaceAlias, { where: { estateCode: In([...codes]) }, order: { id: "ASC" } });
  }

  aliasesOfGrids(codes: readonly string[]): Promise<PlaceAlias[]> {
    return this.#manager.find(PlaceAlias, { where: { gridCode: In([...codes]) }, order: { id: "ASC" } });
  }

  withoutCode(divisions: readonly string[]): Promise<PlaceAlias[]> {
    return this.#manager
      .createQueryBuilder(PlaceAlias, "alias")
      .where({ withinCode: In([...divisions]) })
      .andWhere("num_nonnulls(alias.division_code, alias.estate_code, alias.grid_code) = 0")
      .orderBy("alias.id")
      .getMany();
  }

  /** Names of divisions, estates and current grids inside a division that share words with the text. */
  namesIn(division: string, text: string): Promise<PlaceName[]> {
    return this.#manager.query(
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
       WHERE length(name) >= 2 AND (strpos($2, name) > 0 OR strpos(name, $2) > 0)`,
      [`${division}%`, text, this.#today],
    );
  }

  /** Buildings of the estates and grids, and any in the communities whose whole address the text gives. */
  buildingsOf(
    { estates, grids, communities }: { estates: string[]; grids: string[]; communities: string[] },
    text: string,
  ): Promise<PlaceName[]> {
    return this.#manager.query(
      `SELECT CASE WHEN strpos($4, address) > 0 THEN address ELSE name END AS name,
              community_code AS "divisionCode", estate_code AS "estateCode", grid_code AS "gridCode",
              code AS "buildingCode", 'OWN' AS standing
       FROM building
       WHERE (community_code = ANY($3) AND strpos($4, address) > 0)
          OR ((estate_code = ANY($1) OR grid_code = ANY($2)) AND strpos($4, name) > 0)`,
      [estates, grids, communities, text],
    );
  }
}
