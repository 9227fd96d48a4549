import { type MiddlewareFn, UseMiddleware } from "type-graphql";
import { refuse } from "../shared/errors.ts";
import { Post, type Principal } from "../shared/principal.ts";

const withheldFromResidents: MiddlewareFn<{ principal: Principal | null }> = async (
  { context, info },
  next,
) => {
  requireOfficial(context.principal, `${info.parentType.name}.${info.fieldName}`);
  return next();
};

export function requireOfficial(principal: Principal | null, coordinate: string): void {
  if (principal && principal.post !== Post.RESIDENT) return;
  throw refuse("WITHHELD", {
    coordinate,
    needed: "a post in government or in a called unit",
    neededZh: "政府或被吹哨单位的岗位",
  });
}

/**
 * Residents follow their own tickets, and the whistles behind them by number, kind, state and units; of the words
 * written about a case they read those meant for them. What officials write for one another is withheld from them,
 * which reads differently from its not being there. The field must be nullable.
 */
export const OfficialsOnly = () => UseMiddleware(withheldFromResidents);
