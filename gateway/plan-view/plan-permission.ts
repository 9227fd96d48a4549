import type { IncomingHttpHeaders } from "node:http";
import type { GraphQLError } from "graphql";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { Principal } from "../../subgraphs/shared/principal.ts";

/** A request that carries this header, with any value but `0`, asks for the plan of its own execution. */
export const planHeader = "whistlegraph-plan";

/** What a token must carry for its bearer to read plans: they tell how departments' systems are asked, and how busy. */
export const planScope = "plan:read";

export function asksForPlan(headers: IncomingHttpHeaders): boolean {
  const asked = headers[planHeader];
  return asked !== undefined && asked !== "0";
}

export const mayReadPlan = (principal: Principal | null): boolean =>
  principal?.scopes.includes(planScope) ?? false;

/** Says what is lacking, and nothing of the plan: not even whether there is one. */
export const planWithheld = (principal: Principal | null): GraphQLError =>
  principal
    ? refuse("WITHHELD", {
        coordinate: "extensions.plan",
        needed: `scope ${planScope}`,
        neededZh: `权限 ${planScope}`,
      })
    : refuse("UNAUTHENTICATED");
