import { ask } from "../shared/asking.ts";
import { refuse } from "../shared/errors.ts";
import type { GraphClient } from "../shared/graph-client.ts";

const question = "query ExistingUnits($codes: [String!]!) { units(codes: $codes) { code } }";

/** Refuses the code of a unit nobody knows, asked of the subgraph that keeps them. */
export async function requireUnit(graph: GraphClient, code: string): Promise<void> {
  const { units } = await ask<{ units: readonly { code: string }[] }>(graph, "departments", question, {
    codes: [code],
  });
  if (units.length === 0) throw refuse("NOT_FOUND", { kind: "unit", kindZh: "单位", id: code });
}
