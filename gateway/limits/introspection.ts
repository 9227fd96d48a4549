import type { GraphQLError } from "graphql";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { Principal } from "../../subgraphs/shared/principal.ts";

/** Who may ask the graph to describe itself: everyone, whoever holds the scope, or nobody. */
export type IntrospectionPolicy = "everyone" | "scope" | "nobody";

/** The scope that opens `__schema` and `__type` where they are not open to everyone. */
export const introspectionScope = "graph:introspect";

/** Why the introspection fields an operation asks for are refused to the caller; undefined where they are not. */
export function introspectionRefusal(
  asked: readonly string[],
  principal: Principal | null,
  policy: IntrospectionPolicy,
): GraphQLError | undefined {
  const [field] = asked;
  if (!field || policy === "everyone") return undefined;
  if (policy === "nobody") {
    return refuse("INTROSPECTION_REFUSED", {
      field,
      reason: "this gateway tells it to nobody",
      reasonZh: "本网关不对任何人开放",
    });
  }
  if (principal?.scopes.includes(introspectionScope)) return undefined;
  return refuse("INTROSPECTION_REFUSED", {
    field,
    reason: `it needs scope ${introspectionScope}`,
    reasonZh: `需要授权范围 ${introspectionScope}`,
  });
}
