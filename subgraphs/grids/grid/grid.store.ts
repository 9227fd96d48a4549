import { Brackets, type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import type { ColumnsRead } from "../../shared/columns-read.ts";
import { type Order, type Page, page, pageEach } from "../../shared/connection.ts";
import { hydrate } from "../../shared/database.ts";
import { type LookedUpIn, lookUp } from "../../shared/look-up.ts";
import { PartyBranch } from "../branch/party-branch.ts";
import { NetworkGrid, type SourceNetwork } from "../network/network-grid.ts";
import type { MapPoint } from "../place/map-point.ts";
import { contains } from "./grid.boundary.ts";
import { gridSize } from "./grid.size.ts";
import { Grid, GridKind } from "./grid.ts";
import type { GridFigures } from "./grid-figures.ts";
import type { GridFilter, GridListArgs } from "./grid-filter.ts";
import { GridSuccession } from "./grid-succession.ts";
import { visitRate } from "./visit-rate.ts";

const byCode: Order<Grid> = { name: "grid:code", direction: "ASC", columns: ["code"] };

const byCodes = lookUp(Grid, "grid", (query) => query.where("grid.code = ANY(:codes)"));

/** Every query on the grids. They are public: no principal restricts them. */
export class GridStore {
  readonly #manager: EntityManager;
  readonly #today: Day;
  readonly #from: LookedUpIn;

  constructor(manager: EntityManager, today: Day, columns?: ColumnsRead) {
    this.#manager = manager;
    this.#today = today;
    this.#from = { manager, columns };
  }

  byCodes(codes: readonly string[]): Promise<Grid[]> {
    return byCodes(this.#from, { codes });
  }

  /** The grid each point lies in today; an exclusive grid goes before the basic one it was drawn into (ZY-2). */
  async at(points: readonly MapPoint[]): Promise<(Grid | null)[]> {
    const rows: (Record<string, unknown> & { place: number })[] = await this.#manager.query(
      `SELECT asked.place::integer, grid.* FROM unnest($1::float8[], $2::float8[]) WITH ORDINALITY
         AS asked(longitude, latitude, place)
       JOIN grid ON box(grid.boundary) && box(point(asked.longitude, asked.latitude))
       WHERE grid.valid_from <= $3 AND (grid.valid_to IS NULL OR grid.valid_to > $3)
       ORDER BY asked.place, grid.kind DESC, grid.code`,
      [points.map(({ longitude }) => longitude), points.map(({ latitude }) => latitude), this.#today],
    );
    const grids = hydrate(this.#manager, Grid, rows);
    return points.map((point, index) => {
      const nearby = grids.filter((_, row) => rows[row]?.place === index + 1);
      return nearby.find(({ boundary }) => contains(boundary, point)) ?? null;
    });
  }

  within(division: string, { filter, ...args }: GridListArgs): Promise<Page<Grid>> {
    const query = this.#filtered(filter).andWhere("grid.code LIKE :within", { within: `${division}%` });
    return page(query, byCode, args, this.#from.columns);
  }

  ofDivisions(
    divisions: readonly string[],
    { filter, ...args }: GridListArgs,
  ): Promise<Map<string, Page<Grid>>> {
    // ':' comes right after '9': the range of all codes that begin with the division's.
    const query = this.#filtered(filter).andWhere(
      "grid.code >= parent.key AND grid.code < parent.key || ':'",
    );
    return pageEach(divisions, query, byCode, args, this.#from.columns);
  }

  successions(codes: readonly string[]): Promise<GridSuccession[]> {
    return this.#manager.findBy(GridSuccession, { predecessorCode: In([...codes]) });
  }

  precedents(codes: readonly string[]): Promise<GridSuccession[]> {
    return this.#manager.findBy(GridSuccession, { successorCode: In([...codes]) });
  }

  branches(codes: readonly string[]): Promise<PartyBranch[]> {
    return this.#manager.findBy(PartyBranch, { code: In([...codes]) });
  }

  ofBranches(codes: readonly string[]): Promise<Grid[]> {
    return this.#filtered()
      .andWhere({ partyBranchCode: In([...codes]) })
      .orderBy("grid.code")
      .getMany();
  }

  networkGrids(codes: readonly string[]): Promise<NetworkGrid[]> {
    return this.#manager.find(NetworkGrid, {
      where: { gridCode: In([...codes]) },
      order: { network: "ASC", networkGridId: "ASC" },
    });
  }

  /**
   * The unified grids a source network's grid stands for today (BJ-5). The mapping of a grid that was split or merged
   * since leads to its successors: more than one when only a position can decide.
   */
  async ofNetwork(district: string, network: SourceNetwork, networkGridId: string): Promise<Grid[]> {
    const rows = await this.#manager.query(
      `WITH RECURSIVE heir AS (
         SELECT grid_code AS code FROM network_grid
         WHERE district_code = $1 AND network = $2 AND network_grid_id = $3
         UNION
         SELECT successor_code FROM grid_succession JOIN heir ON predecessor_code = heir.code
       )
       SELECT grid.* FROM grid JOIN heir USING (code) WHERE valid_to IS NULL OR valid_to > $4 ORDER BY code`,
      [district, network, networkGridId, this.#today],
    );
    return hydrate(this.#manager, Grid, rows);
  }

  /** Households visited per grid in the year, by the count kept of them. */
  async visited(codes: readonly string[], year: number): Promise<Map<string, number>> {
    const rows: { code: string; visited: number }[] = await this.#manager.query(
      `SELECT grid_code AS code, households_visited AS visited FROM grid_visit_year
       WHERE grid_code = ANY($1) AND year = $2`,
      [codes, year],
    );
    return new Map(rows.map(({ code, visited }) => [code, visited]));
  }

  async figures(divisions: readonly string[], year: number): Promise<Map<string, GridFigures>> {
    const rows: Record<string, string>[] = await this.#manager.query(
      `SELECT asked.code,
              count(*) FILTER (WHERE grid.kind = 'BASIC') AS basic,
              count(*) FILTER (WHERE grid.kind = 'EXCLUSIVE') AS exclusive,
              coalesce(sum(grid.household_count), 0) AS households,
              coalesce(sum(seen.households_visited), 0) AS visited,
              count(*) FILTER (WHERE grid.kind = 'BASIC' AND grid.household_count NOT BETWEEN $4 AND $5) AS off_size,
              count(*) FILTER (WHERE coalesce(seen.households_visited, 0) * 10 < grid.household_count * 9) AS below,
              (SELECT count(*) FROM building WHERE grid_code IS NULL
                 AND community_code >= asked.code AND community_code < asked.code || ':') AS uncovered
       FROM unnest($1::text[]) AS asked(code)
       LEFT JOIN grid ON grid.code >= asked.code AND grid.code < asked.code || ':'
         AND grid.valid_from <= $3 AND (grid.valid_to IS NULL OR grid.valid_to > $3)
       LEFT JOIN grid_visit_year seen ON seen.grid_code = grid.code AND seen.year = $2
       GROUP BY asked.code`,
      [divisions, year, this.#today, gridSize.fewest, gridSize.most],
    );
    return new Map(
      rows.map(({ code = "", ...row }) => [
        code,
        {
          divisionCode: code,
          basicGrids: Number(row.basic),
          exclusiveGrids: Number(row.exclusive),
          households: Number(row.households),
          visitRate: visitRate(year, Number(row.households), Number(row.visited)),
          gridsOutsideSize: Number(row.off_size),
          gridsBelowVisitRate: Number(row.below),
          uncoveredBuildings: Number(row.uncovered),
        },
      ]),
    );
  }

  #filtered(filter: GridFilter = {}): SelectQueryBuilder<Grid> {
    const { kind, institutionType, name, outsideSize, visitRateBelowTargetIn, includeClosed } = filter;
    const query = this.#manager.createQueryBuilder(Grid, "grid").where("true");
    if (!includeClosed) {
      query
        .andWhere("grid.validFrom <= :today")
        .andWhere(
          new Brackets((open) => open.where("grid.validTo IS NULL").orWhere("grid.validTo > :today")),
          { today: this.#today },
        );
    }
    if (kind) query.andWhere({ kind });
    if (institutionType) query.andWhere({ institutionType });
    if (name) query.andWhere("strpos(grid.name, :name) > 0", { name });
    if (outsideSize) {
      query
        .andWhere({ kind: GridKind.BASIC })
        .andWhere("grid.householdCount NOT BETWEEN :fewest AND :most", { ...gridSize });
    }
    if (visitRateBelowTargetIn !== undefined && visitRateBelowTargetIn !== null) {
      query.andWhere(
        `grid.householdCount * 9 > 10 * coalesce((SELECT households_visited FROM grid_visit_year
           WHERE grid_code = grid.code AND year = :year), 0)`,
        { year: visitRateBelowTargetIn },
      );
    }
    return query;
  }
}
