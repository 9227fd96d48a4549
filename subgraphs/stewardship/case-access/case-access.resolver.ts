import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Ticket, Unit, unitOf } from "../references.ts";
import type { StewardshipContext } from "../stewardship.context.ts";
import { CaseAccess } from "./case-access.ts";

@Resolver(() => Ticket)
export class TicketCaseAccessesResolver {
  @FieldResolver(() => [CaseAccess], {
    nullable: true,
    description:
      "What the bodies that work on this case may read right now because of it: an owner sees who reads of its data, a body what it reads itself, the data bureau all; none once the case is over; null only when not to be had just now (本案案内访问)",
  })
  caseAccesses(@Root() { number }: Ticket, @Ctx() { load }: StewardshipContext): Promise<CaseAccess[]> {
    return load.accessesOfCase.load(number);
  }
}

@Resolver(() => CaseAccess)
export class CaseAccessResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Who may read; null only when it cannot be looked up (使用单位)",
  })
  unit(@Root() { unitCode }: CaseAccess): Unit {
    return unitOf(unitCode);
  }
}
