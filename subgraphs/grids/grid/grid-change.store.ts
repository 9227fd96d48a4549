import { randomUUID } from "node:crypto";
import { type DataSource, type EntityManager, In } from "typeorm";
import { dayOf } from "../../shared/calendar.ts";
import { communityOfGrid } from "../../shared/codes.ts";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { type Actor, apply } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { Building } from "../building/building.ts";
import { Division } from "../division/division.ts";
import type { GridChange, NewGrid } from "./grid.lifecycle.ts";
import { Grid } from "./grid.ts";
import type { GridMergeInput, GridSplitInput } from "./grid-change-input.ts";
import { GridSuccession } from "./grid-succession.ts";

/** What a lifecycle needs to know: the grids, all their buildings, and every code the community ever gave out. */
export type DecideGrids = (
  grids: readonly [Grid, ...Grid[]],
  buildings: readonly Building[],
  usedCodes: ReadonlySet<string>,
) => GridChange;

/** Splits and merges of grids: one transaction each, history kept. */
export class GridChangeStore {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  /** Carries a split out and answers with the grid that closed; its successors are the new ones. */
  split(
    { idempotencyKey, ...input }: GridSplitInput & { idempotencyKey: string },
    actor: Actor,
    decide: DecideGrids,
  ): Promise<Grid> {
    const request = { ...actor, mutation: "splitGrid", idempotencyKey, input, answer: Grid };
    return once(this.#database, request, async (transaction) => {
      await change(transaction, [input.grid], actor, decide);
      return transaction.findOneByOrFail(Grid, { code: input.grid });
    });
  }

  /** Carries a merge out and answers with the new grid. */
  merge(
    { idempotencyKey, ...input }: GridMergeInput & { idempotencyKey: string },
    actor: Actor,
    decide: DecideGrids,
  ): Promise<Grid> {
    const request = { ...actor, mutation: "mergeGrids", idempotencyKey, input, answer: Grid };
    return once(this.#database, request, async (transaction) => {
      const [opened] = await change(transaction, [...new Set(input.grids)], actor, decide);
      return transaction.findOneByOrFail(Grid, { code: opened?.grid.code ?? "" });
    });
  }
}

async function change(
  transaction: EntityManager,
  codes: readonly string[],
  actor: Actor,
  decide: DecideGrids,
): Promise<readonly NewGrid[]> {
  // One redrawing at a time in a community: whoever comes second judges the grids as the first left them.
  const communities = [...new Set(codes.map(communityOfGrid))].sort();
  await transaction.find(Division, {
    where: { code: In(communities) },
    order: { code: "ASC" },
    lock: { mode: "pessimistic_write" },
  });
  const [first, ...others] = await transaction.find(Grid, {
    where: { code: In([...codes]) },
    order: { code: "ASC" },
  });
  if (!first || others.length + 1 < codes.length) {
    const known = [first, ...others].map((grid) => grid?.code);
    const missing = codes.filter((code) => !known.includes(code));
    throw refuse("NOT_FOUND", { kind: "grid", kindZh: "网格", id: missing.join(", ") });
  }
  const buildings = await transaction.findBy(Building, { gridCode: In([...codes]) });
  const used: { code: string }[] = await transaction.query(
    "SELECT code FROM grid WHERE community_code = ANY($1)",
    [communities],
  );

  const { closed, opened } = decide([first, ...others], buildings, new Set(used.map(({ code }) => code)));
  await transaction.insert(
    Grid,
    opened.map(({ grid }) => grid),
  );
  await transaction.insert(
    GridSuccession,
    closed.flatMap(({ grid: { code: predecessorCode } }) =>
      opened.map(({ grid: { code: successorCode } }) => ({ predecessorCode, successorCode })),
    ),
  );
  for (const { grid, buildings: moved } of opened) {
    if (moved.length > 0)
      await transaction.update(Building, { code: In([...moved]) }, { gridCode: grid.code });
  }
  for (const { grid, move } of closed) await apply(transaction, Grid, grid, grid.code, move, actor);
  await handOverAssignments(transaction, codes, opened, actor);
  return opened;
}

/** Who served a closed grid serves what became of it, until the roster says otherwise; a building head, the building. */
async function handOverAssignments(
  transaction: EntityManager,
  closed: readonly string[],
  opened: readonly NewGrid[],
  { at }: Actor,
): Promise<void> {
  const today = dayOf(at);
  // Whoever served several of the merged grids serves the new one once, from the first beginning to the last end.
  const handedOver: {
    member_id: string;
    building_code: string | null;
    valid_from: string;
    valid_to: string | null;
  }[] = await transaction.query(
    `SELECT member_id, building_code, greatest(min(valid_from), $2)::text AS valid_from,
            CASE WHEN bool_and(valid_to IS NOT NULL) THEN max(valid_to)::text END AS valid_to
     FROM grid_assignment WHERE grid_code = ANY($1) AND (valid_to IS NULL OR valid_to > $2)
     GROUP BY member_id, building_code`,
    [closed, today],
  );
  await transaction.query(
    `UPDATE grid_assignment SET valid_to = greatest($2::date, valid_from), version = version + 1
     WHERE grid_code = ANY($1) AND (valid_to IS NULL OR valid_to > $2)`,
    [closed, today],
  );
  for (const { grid, buildings } of opened) {
    const serving = handedOver.filter(
      ({ building_code: plate }) => plate === null || buildings.includes(plate),
    );
    for (const { member_id, building_code, valid_from, valid_to } of serving) {
      await transaction.query(
        `INSERT INTO grid_assignment (id, member_id, grid_code, building_code, valid_from, valid_to)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [
          `${districtOf(grid.code)}-${randomUUID()}`,
          member_id,
          grid.code,
          building_code,
          valid_from,
          valid_to,
        ],
      );
    }
  }
}
