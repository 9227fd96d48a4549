import { ArgsType, Field, ID } from "type-graphql";
import { CreditCode, PowerItemCode } from "../../shared/scalars.ts";
import { refuse } from "../tickets.errors.ts";

@ArgsType()
export class CaseArgs {
  @Field(() => String, { nullable: true, description: "Number of a ticket or a whistle (工单或哨编号)" })
  number?: string;

  @Field(() => ID, { nullable: true, description: "`Resident.id` of somebody who asked (诉求居民)" })
  resident?: string;

  @Field(() => String, {
    nullable: true,
    description: "Code of a grid, community, estate or building (网格、社区、小区或楼栋代码)",
  })
  place?: string;

  @Field(() => CreditCode, { nullable: true, description: "Credit code of a business that asked (市场主体)" })
  business?: string;

  @Field(() => PowerItemCode, { nullable: true, description: "Item the tickets were matched to (职权事项)" })
  powerItem?: string;
}

/** By what a case is looked up: what the code names, and the code. */
export interface CaseKey {
  readonly by:
    | "ticket"
    | "whistle"
    | "resident"
    | "business"
    | "grid"
    | "community"
    | "estate"
    | "building"
    | "powerItem";
  readonly code: string;
}

const keys: Readonly<Record<keyof CaseArgs, (code: string) => CaseKey["by"]>> = {
  number: (code) => (/^\d{6}-W-/.test(code) ? "whistle" : "ticket"),
  resident: () => "resident",
  place: placeKind,
  business: () => "business",
  powerItem: () => "powerItem",
};

/** A case is looked up by one thing: what two of them have in common is no question this answers. */
export function caseKey(args: CaseArgs): CaseKey {
  const given = Object.entries(args).filter(([, code]) => code !== undefined);
  const [only] = given;
  if (!only || given.length > 1) throw refuse("CASE_BY_ONE", { count: given.length });
  const [name, code] = only as [keyof CaseArgs, string];
  return { by: keys[name](code), code };
}

/** Codes of divisions and grids are digits (GB/T 10114, CJ/T 213); an estate's is its community's with `-E`; the rest are on plates. */
function placeKind(code: string): CaseKey["by"] {
  if (/^\d{15}$/.test(code)) return "grid";
  if (/^\d{12}$/.test(code)) return "community";
  if (/^\d*$/.test(code)) throw refuse("CASE_PLACE_TOO_LARGE", { place: code });
  return /^\d{12}-E\d+$/.test(code) ? "estate" : "building";
}
