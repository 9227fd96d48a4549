import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import { Subjects, subjectsOf } from "../../shared/subject.ts";
import type { PublicSecurityContext } from "../public-security.context.ts";
import { Business, businessOf, Grid, gridOf, Ticket, ticketOf, Unit, unitOf } from "../references.ts";
import { PoliceCall, PoliceCallConnection } from "./police-call.ts";
import { mostFigures, PoliceCallFigure } from "./police-call-figure.ts";
import { PoliceCallFilter } from "./police-call-filter.ts";

@Resolver(() => PoliceCall)
export class PoliceCallResolver {
  @Query(() => PoliceCall, {
    nullable: true,
    description: "One police call; null when there is none you may see (按编号查警情)",
  })
  policeCall(
    @Arg("number", () => ID, { description: "The archive's own number (警情编号)" }) number: string,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<PoliceCall | null> {
    return load.policeCall.load(number);
  }

  @Query(() => PoliceCallConnection, {
    description: "Police calls that you may see, latest first (查找警情)",
  })
  policeCalls(
    @Arg("filter", () => PoliceCallFilter, { description: "Which calls (筛选条件)" })
    filter: PoliceCallFilter,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { archive }: PublicSecurityContext,
  ): Promise<Page<PoliceCall>> {
    return archive.policeCalls(filter, args);
  }

  @Subjects()
  subjects(@Root() { callerId }: PoliceCall): string[] {
    return subjectsOf({ person: callerId });
  }

  @FieldResolver(() => Ticket, {
    nullable: true,
    description: "The ticket it led to or came from; null when it has to do with none (关联工单)",
  })
  ticket(@Root() { ticketNumber }: PoliceCall): Ticket | null {
    return ticketNumber ? ticketOf(ticketNumber) : null;
  }

  @FieldResolver(() => Business, {
    nullable: true,
    description: "The business it is about; null when about none (涉及企业)",
  })
  business(@Root() { creditCode }: PoliceCall): Business | null {
    return creditCode ? businessOf(creditCode) : null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The police station that went; null when the archive does not say (处警派出所)",
  })
  station(@Root() { stationCode }: PoliceCall): Unit | null {
    return stationCode ? unitOf(stationCode) : null;
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The grid it happened in; null when outside any (所属网格)",
  })
  grid(@Root() { gridCode }: PoliceCall): Grid | null {
    return gridCode ? gridOf(gridCode) : null;
  }
}

@Resolver(() => Ticket)
export class TicketPoliceCallsResolver {
  @FieldResolver(() => PoliceCallConnection, {
    nullable: true,
    description:
      "Police calls that led to the ticket or came from it, as far as you may see them, latest first (警情)",
  })
  policeCalls(
    @Root() { number }: Ticket,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<Page<PoliceCall>> {
    return load.policeCallsOfTicket(number, args);
  }
}

@Resolver(() => Business)
export class BusinessPoliceCallsResolver {
  @FieldResolver(() => PoliceCallConnection, {
    nullable: true,
    description: "Police calls about the business, as far as you may see them, latest first (警情)",
  })
  policeCalls(
    @Root() { creditCode }: Business,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<Page<PoliceCall>> {
    return load.policeCallsOfBusiness(creditCode, args);
  }
}

@Resolver(() => Grid)
export class GridPoliceCallFiguresResolver {
  @FieldResolver(() => [PoliceCallFigure], {
    nullable: true,
    description:
      "Police calls of a year by month and kind, small numbers kept back; null when the grid is out of your reach (警情统计)",
  })
  @ListSize(mostFigures)
  policeCallFigures(
    @Root() { code }: Grid,
    @Arg("year", () => Int, { description: "Calendar year by Beijing time (年度)" }) year: number,
    @Ctx() { load }: PublicSecurityContext,
  ): Promise<PoliceCallFigure[] | null> {
    return load.policeCallFigures(code, year);
  }
}
