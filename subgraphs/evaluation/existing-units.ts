import { ask } from "../shared/asking.ts";
import { refuse } from "../shared/errors.ts";
import type { GraphClient } from "../shared/graph-client.ts";

const operation = "query ExistingUnits($codes: [String!]!) { units(codes: $codes) { code } }";

/** Refuses codes of units nobody knows, asked of the subgraph that keeps them. */
export async function requireUnits(graph: GraphClient, codes: readonly string[]): Promise<void> {
  const { units } = await ask<{ units: { code: string }[] }>(graph, "departments", operation, { codes });
  const known = new Set(units.map(({ code }) => code));
  const unknown = codes.filter((code) => !known.has(code));
  if (unknown.length > 0) throw refuse("NOT_FOUND", { kind: "unit", kindZh: "单位", id: unknown.join(", ") });
}
