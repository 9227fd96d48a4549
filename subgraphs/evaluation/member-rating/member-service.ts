import { ask } from "../../shared/asking.ts";
import { refuse } from "../../shared/errors.ts";
import type { GraphClient } from "../../shared/graph-client.ts";
import type { Service } from "./member-rating.lifecycle.ts";

const operation = `query MemberToRate($id: ID!) {
  member(id: $id) { assignments { grid { code } validFrom validTo } }
}`;

interface Answer {
  readonly member: {
    readonly assignments: readonly {
      readonly grid: { readonly code: string } | null;
      readonly validFrom: string;
      readonly validTo: string | null;
    }[];
  } | null;
}

/** Which grids a member serves, asked of the subgraph that keeps the rosters. */
export async function serviceOf(graph: GraphClient, memberId: string): Promise<Service[]> {
  const { member } = await ask<Answer>(graph, "grids", operation, { id: memberId });
  if (!member) throw refuse("NOT_FOUND", { kind: "grid member", kindZh: "网格员", id: memberId });
  return member.assignments.flatMap(({ grid, validFrom, validTo }) =>
    grid ? [{ gridCode: grid.code, from: validFrom, to: validTo }] : [],
  );
}
