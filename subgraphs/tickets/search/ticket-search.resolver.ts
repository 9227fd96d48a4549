import { Arg, Args, ArgsType, Ctx, Field, Query, Resolver } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { type Ticket, TicketConnection } from "../ticket/ticket.ts";
import { TicketFilter } from "../ticket/ticket-filter.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { rankedAtMost } from "./ticket-search.store.ts";

@ArgsType()
export class TicketSearchArgs extends PageArgs {
  @Field(() => TicketFilter, {
    nullable: true,
    description: "Beside the words: place, matter, kind, time and the like (筛选)",
  })
  filter?: TicketFilter;
}

@Resolver()
export class TicketSearchResolver {
  @Query(() => TicketConnection, {
    description: `Tickets you may see that hold all of these words in title, text, place or number, the best first: words in the title, then words said often. Names and telephones of people are looked through for the centre alone, and residents find what they said themselves. Of more than ${rankedAtMost} the latest ${rankedAtMost} are ranked: narrow the search (工单检索)`,
  })
  searchTickets(
    @Arg("words", () => String, {
      description:
        "Words, parts of words or of numbers, two characters at least, apart by blanks; 100 characters in all (检索词)",
    })
    words: string,
    @Args(() => TicketSearchArgs) { filter, ...args }: TicketSearchArgs,
    @Ctx() { ticketSearch, at }: TicketsContext,
  ): Promise<Page<Ticket>> {
    return ticketSearch.search(words, filter, args, at);
  }
}
