import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Ticket } from "../references.ts";
import type { StewardshipContext } from "../stewardship.context.ts";
import { DataGrant } from "./data-grant.ts";

@Resolver(() => Ticket)
export class TicketGrantsResolver {
  @FieldResolver(() => [DataGrant], {
    nullable: true,
    description:
      "What owners let others read for this case alone, broken glass included, latest first; those your unit takes part in; null only when not to be had just now (本案数据授权)",
  })
  dataGrants(@Root() { number }: Ticket, @Ctx() { load }: StewardshipContext): Promise<DataGrant[]> {
    return load.dataGrantsOfCase.load(number);
  }
}
