import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { addCalendarDays, type Day, dayOf } from "../../shared/calendar.ts";
import { type Page, PageArgs } from "../../shared/connection.ts";
import type { LogEntry } from "../../shared/log-entry.ts";
import { actorOf } from "../../shared/move.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { LogConnection } from "../log-connection.ts";
import { OfficialsOnly } from "../officials-only.ts";
import { Division, Estate, Grid, PowerItem, Unit } from "../references.ts";
import { Ticket } from "../ticket/ticket.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { kindOf } from "./blow.ts";
import type { WhistleKindRules } from "./profile/whistle-profile.schema.ts";
import { profileKey } from "./profile/whistle-profile.store.ts";
import { WhistleKind, WhistleProfile } from "./profile/whistle-profile.ts";
import { TaskForce } from "./task-force.ts";
import { clocksFrom, isOverdue, lateUnits, ranOut } from "./whistle.deadline.ts";
import { refuse, refuseFor } from "./whistle.errors.ts";
import { WhistleListArgs } from "./whistle.input.ts";
import { Whistle, WhistleConnection } from "./whistle.ts";
import { WhistleClock } from "./whistle-clock.ts";
import { WhistleCounts, WhistleUnitCounts } from "./whistle-counts.ts";
import { WhistleFiling } from "./whistle-filing.ts";
import { type WhistleFinding, WhistleOption } from "./whistle-option.ts";
import { isScreened, whistleOptions, within } from "./whistle-options.ts";
import { WhistleParticipant } from "./whistle-participant.ts";

const unitOf = (code: string): Unit => Object.assign(new Unit(), { code });

@Resolver(() => Whistle)
export class WhistleResolver {
  @Query(() => Whistle, {
    nullable: true,
    description: "One whistle by its number; null when there is none you may see (按编号查哨)",
  })
  whistle(
    @Arg("number", () => String, { description: "Whistle number (哨编号)" }) number: string,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<Whistle | null> {
    return loadWhistle.whistle.load(number);
  }

  @Query(() => WhistleConnection, { description: "The whistles you may see (哨列表)" })
  whistles(
    @Args(() => WhistleListArgs) args: WhistleListArgs,
    @Ctx() { whistles, at }: TicketsContext,
  ): Promise<Page<Whistle>> {
    return whistles.list(args, at);
  }

  @Query(() => WhistleCounts, {
    description:
      "Whistles blown and solved in a place and a period of two years at most (吹哨统计, KF-18, PG-18)",
  })
  whistleCounts(
    @Arg("division", () => DivisionCode, { description: "Place, at any level (区划)" }) division: string,
    @Arg("from", () => GraphQLLocalDate, { description: "First day (起)" }) from: Day,
    @Arg("until", () => GraphQLLocalDate, { description: "Last day, included (止)" }) until: Day,
    @Ctx() { whistleCounts }: TicketsContext,
  ): Promise<WhistleCounts> {
    if (until < from || until > addCalendarDays(from, 731)) throw refuse("WHISTLE_PERIOD", { from, until });
    return whistleCounts.of(division, from, until);
  }

  @Query(() => [WhistleOption], {
    description: "What you may blow from a ticket, whom to, by which clocks, and why not the rest (可吹之哨)",
  })
  async whistleOptions(
    @Arg("ticket", () => String, { description: "Ticket number (工单编号)" }) number: string,
    @Ctx() context: TicketsContext,
  ): Promise<WhistleOption[]> {
    const { principal, at } = actorOf(context);
    const ticket = await context.load.ticket.load(number);
    const profile = ticket && (await context.profiles.inForce(ticket.districtCode, dayOf(at)));
    if (!ticket || !profile) return [];
    const { rules } = profile;
    const division = ticket.divisionCode;
    const openWhistles = await context.whistles.openBehind([number]);
    return whistleOptions(rules, { principal, division, tickets: [ticket], openWhistles }).map(
      ({ kind, findings }) => ({
        rules: kind,
        allowed: findings.length === 0,
        screened: isScreened(kind, principal),
        findings: findings.map(findingOf),
        clocks: clocksFrom(at, kind, rules),
        filedWith: kind.filedWith.map((level) => within(division, level)),
      }),
    );
  }

  @FieldResolver(() => WhistleProfile, {
    nullable: true,
    description: "The profile it was blown under (吹哨规则)",
  })
  profile(
    @Root() { districtCode, profileVersion: version }: Whistle,
    @Ctx() { loadWhistle }: TicketsContext,
  ) {
    return loadWhistle.profile.load(profileKey({ districtCode, version }));
  }

  @FieldResolver(() => WhistleKind, {
    description: "Its kind, as the profile it was blown under has it (哨种)",
  })
  async kindRules(
    @Root() { districtCode, profileVersion: version, kind }: Whistle,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<WhistleKindRules> {
    const profile = await loadWhistle.profile.load(profileKey({ districtCode, version }));
    if (!profile) throw new Error(`profile ${districtCode} version ${version} is gone`);
    return kindOf(profile.rules, kind);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description:
      "The unit that blew it; for a resident, the community; null only when it cannot be looked up (吹哨单位)",
  })
  blower(@Root() { blowerUnitCode }: Whistle): Unit {
    return unitOf(blowerUnitCode);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Where it is; null only when it cannot be looked up (所在区划)",
  })
  division(@Root() { divisionCode }: Whistle): Division {
    return Object.assign(new Division(), { code: divisionCode });
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "Its grid; null: it has none yet, an error to clear (网格, BJ-12)",
  })
  @OfficialsOnly()
  grid(@Root() { gridCode }: Whistle): Grid | null {
    return gridCode ? Object.assign(new Grid(), { code: gridCode }) : null;
  }

  @FieldResolver(() => Estate, { nullable: true, description: "Its estate; null outside one (小区)" })
  @OfficialsOnly()
  estate(@Root() { estateCode }: Whistle): Estate | null {
    return estateCode ? Object.assign(new Estate(), { code: estateCode }) : null;
  }

  @FieldResolver(() => [Ticket], { description: "The tickets behind it that you may see (所涉工单)" })
  async tickets(
    @Root() { number }: Whistle,
    @Ctx() { loadWhistle, load }: TicketsContext,
  ): Promise<Ticket[]> {
    const links = await loadWhistle.ticketNumbers.load(number);
    const tickets = await Promise.all(links.map(({ ticketNumber }) => load.ticket.load(ticketNumber)));
    return tickets.filter((ticket) => ticket !== null);
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: "Numbers of all tickets behind it, those of others included (所涉工单编号)",
  })
  @OfficialsOnly()
  async ticketNumbers(
    @Root() { number }: Whistle,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<string[]> {
    return (await loadWhistle.ticketNumbers.load(number)).map(({ ticketNumber }) => ticketNumber);
  }

  @FieldResolver(() => [WhistleParticipant], {
    description: "The units called, the lead first; one let go by the arbiter is still listed (应哨单位)",
  })
  participants(
    @Root() { number }: Whistle,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<WhistleParticipant[]> {
    return loadWhistle.participants.load(number);
  }

  @FieldResolver(() => [WhistleClock], {
    nullable: true,
    description: "Its clocks, the earliest due first, checkpoints among them (时限)",
  })
  @OfficialsOnly()
  clocks(@Root() { number }: Whistle, @Ctx() { loadWhistle }: TicketsContext): Promise<WhistleClock[]> {
    return loadWhistle.clocks.load(number);
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "A clock has run out at the instant of this request and its step is still to be done; work goes on (是否超时)",
  })
  @OfficialsOnly()
  async overdue(@Root() { number }: Whistle, @Ctx() { loadWhistle, at }: TicketsContext): Promise<boolean> {
    return (await loadWhistle.clocks.load(number)).some((clock) => isOverdue(clock, at));
  }

  @FieldResolver(() => [WhistleFiling], {
    nullable: true,
    description: "With whom it was filed in the moment it was blown (报备, KF-9)",
  })
  @OfficialsOnly()
  filings(@Root() { number }: Whistle, @Ctx() { loadWhistle }: TicketsContext): Promise<WhistleFiling[]> {
    return loadWhistle.filings.load(number);
  }

  @FieldResolver(() => TaskForce, {
    nullable: true,
    description: "Its task force; null when none was formed (专班, PG-11)",
  })
  @OfficialsOnly()
  async taskForce(
    @Root() { number }: Whistle,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<TaskForce | null> {
    const [taskForce = null] = await loadWhistle.taskForce.load(number);
    return taskForce;
  }

  @FieldResolver(() => Whistle, {
    nullable: true,
    description: "The whistle of the level below it was raised from; null when it began here (升级自, PG-8)",
  })
  raisedFrom(
    @Root() { raisedFromNumber }: Whistle,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<Whistle | null> | null {
    return raisedFromNumber ? loadWhistle.whistle.load(raisedFromNumber) : null;
  }

  @FieldResolver(() => Whistle, {
    nullable: true,
    description:
      "The whistle of the level above it was raised to; null when it was not raised (升级为, PG-8)",
  })
  async raisedTo(
    @Root() { number }: Whistle,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<Whistle | null> {
    const [successor = null] = await loadWhistle.raisedFrom.load(number);
    return successor;
  }

  @FieldResolver(() => LogConnection, {
    nullable: true,
    description: "Everything that happened to it (留痕, ZY-17)",
  })
  @OfficialsOnly()
  log(
    @Root() { number }: Whistle,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<Page<LogEntry>> {
    return loadWhistle.log(number, args);
  }
}

function findingOf(finding: Parameters<typeof refuseFor>[0]): WhistleFinding {
  const { message, extensions } = refuseFor(finding);
  const { messageZh, rule } = extensions as { messageZh: string; rule?: string };
  return { code: finding.code, message, messageZh, rule: rule ?? null };
}

@Resolver(() => WhistleOption)
export class WhistleOptionResolver {
  @FieldResolver(() => WhistleKind, { description: "The kind, with whom it may call (哨种)" })
  kind(@Root() { rules }: WhistleOption): WhistleKindRules {
    return rules;
  }
}

@Resolver(() => WhistleParticipant)
export class WhistleParticipantResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit called; null only when it cannot be looked up (应哨单位)",
  })
  unit(@Root() { unitCode }: WhistleParticipant): Unit {
    return unitOf(unitCode);
  }

  @FieldResolver(() => PowerItem, {
    nullable: true,
    description: "The power or duty item it is competent by; null when none is cited (职权事项, PG-5)",
  })
  @OfficialsOnly()
  item(@Root() { itemCode }: WhistleParticipant): PowerItem | null {
    return itemCode ? Object.assign(new PowerItem(), { code: itemCode }) : null;
  }
}

@Resolver(() => WhistleClock)
export class WhistleClockResolver {
  @FieldResolver(() => Boolean, {
    description: "It has run out at the instant of this request and its step is still to be done (是否超时)",
  })
  overdue(@Root() clock: WhistleClock, @Ctx() { at }: TicketsContext): boolean {
    return isOverdue(clock, at);
  }

  @FieldResolver(() => [Unit], {
    nullable: true,
    description:
      "Units that had not done the step when it ran out, whenever they did it after; empty otherwise; null only when it cannot be looked up (超时单位)",
  })
  async late(@Root() clock: WhistleClock, @Ctx() { loadWhistle, at }: TicketsContext): Promise<Unit[]> {
    if (!ranOut(clock, at)) return [];
    const participants = await loadWhistle.participants.load(clock.whistleNumber);
    return lateUnits(clock, participants).map(({ unit }) => unitOf(unit));
  }

  @FieldResolver(() => [Unit], {
    nullable: true,
    description:
      "Units to whose chiefs its running out was escalated; empty while it was not; null only when it cannot be looked up (升级至, KF-12)",
  })
  escalatedTo(@Root() { escalatedTo }: WhistleClock): Unit[] {
    return escalatedTo.map(unitOf);
  }
}

@Resolver(() => WhistleFiling)
export class WhistleFilingResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit it was filed with; null only when it cannot be looked up (报备单位)",
  })
  unit(@Root() { unitCode }: WhistleFiling): Unit {
    return unitOf(unitCode);
  }
}

@Resolver(() => WhistleUnitCounts)
export class WhistleUnitCountsResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit; null only when it cannot be looked up (单位)",
  })
  unit(@Root() { unitCode }: WhistleUnitCounts): Unit {
    return unitOf(unitCode);
  }
}
