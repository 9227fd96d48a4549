import { randomUUID } from "node:crypto";
import { type DataSource, QueryFailedError } from "typeorm";
import { refuse } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { Building } from "../building/building.ts";
import { Grid } from "../grid/grid.ts";
import { refuse as refuseGrids } from "../grids.errors.ts";
import type { AssignmentCase } from "./assignment.lifecycle.ts";
import type { AssignmentInput } from "./assignment-input.ts";
import { GridAssignment } from "./grid-assignment.ts";
import { GridMember } from "./grid-member.ts";

const exclusionViolation = "23P01";

/** Every change of who serves which grid. */
export class AssignmentStore {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  begin(
    { idempotencyKey, ...input }: AssignmentInput & { idempotencyKey: string },
    actor: Actor,
    decide: (found: AssignmentCase) => Omit<GridAssignment, "id" | "version">,
  ): Promise<GridAssignment> {
    const request = { ...actor, mutation: "assignMember", idempotencyKey, input, answer: GridAssignment };
    return once(this.#database, request, async (transaction) => {
      const { member, grid: code, building: plate } = input;
      if (!(await transaction.existsBy(GridMember, { id: member }))) {
        throw refuse("NOT_FOUND", { kind: "grid member", kindZh: "网格员", id: member });
      }
      const grid = await transaction.findOneBy(Grid, { code });
      if (!grid) throw refuse("NOT_FOUND", { kind: "grid", kindZh: "网格", id: code });
      const building = plate ? await transaction.findOneBy(Building, { code: plate }) : null;
      if (plate && !building) throw refuse("NOT_FOUND", { kind: "building", kindZh: "楼栋", id: plate });
      const earlier = await transaction.findBy(GridAssignment, { memberId: member, gridCode: code });

      const decided = decide({ grid, building, earlier });
      const id = `${districtOf(code)}-${randomUUID()}`;
      const begun = Object.assign(new GridAssignment(), { id, version: 1, ...decided });
      try {
        await transaction.insert(GridAssignment, begun);
      } catch (error) {
        // Someone else assigned the member between our look and our write: the table says so, in our words.
        if (error instanceof QueryFailedError && error.driverError.code === exclusionViolation) {
          throw refuseGrids("ALREADY_ASSIGNED", { member, grid: code });
        }
        throw error;
      }
      await record(transaction, actor, {
        subject: id,
        kind: "MEMBER_ASSIGNED",
        payload: { grid: code, from: begun.validFrom },
      });
      return begun;
    });
  }

  change(
    mutation: string,
    { id, idempotencyKey, ...input }: { id: string; idempotencyKey: string },
    actor: Actor,
    decide: (assignment: GridAssignment) => Move<GridAssignment>,
  ): Promise<GridAssignment> {
    const request = {
      ...actor,
      mutation,
      idempotencyKey,
      input: { id, ...input },
      answer: GridAssignment,
    };
    return once(this.#database, request, async (transaction) => {
      const assignment = await transaction.findOneBy(GridAssignment, { id });
      if (!assignment) throw refuse("NOT_FOUND", { kind: "assignment", kindZh: "任职", id });
      return apply(transaction, GridAssignment, assignment, id, decide(assignment), actor);
    });
  }
}
