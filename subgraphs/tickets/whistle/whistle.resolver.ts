import { GraphQLError } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { dayOf } from "../../shared/calendar.ts";
import { type Page, PageArgs } from "../../shared/connection.ts";
import type { LogEntry } from "../../shared/log-entry.ts";
import { actorOf } from "../../shared/move.ts";
import { LogConnection } from "../log-connection.ts";
import { OfficialsOnly } from "../officials-only.ts";
import { Division, Estate, Grid, PowerItem, Unit } from "../references.ts";
import { Reminder } from "../reminder/reminder.ts";
import { Ticket } from "../ticket/ticket.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { kindOf } from "./blow.ts";
import { WhistleExtension } from "./extension/whistle-extension.ts";
import { WhistlePause } from "./pause/whistle-pause.ts";
import { limitOf } from "./profile/clock-rules.ts";
import type { WhistleKindRules, WhistleRules } from "./profile/whistle-profile.schema.ts";
import { profileKey } from "./profile/whistle-profile.store.ts";
import { WhistleKind, WhistleProfile } from "./profile/whistle-profile.ts";
import { TaskForce } from "./task-force/task-force.ts";
import { clocksFrom, isOverdue, lateUnits, neverDue, ranOut, timelinessOf } from "./whistle.deadline.ts";
import { refuse, refuseFor } from "./whistle.errors.ts";
import { WhistleListArgs } from "./whistle.input.ts";
import { Whistle, WhistleConnection } from "./whistle.ts";
import { WhistleClock } from "./whistle-clock.ts";
import { WhistleFiling } from "./whistle-filing.ts";
import { type WhistleDue, type WhistleFinding, WhistleOption } from "./whistle-option.ts";
import { filedUnits, isBlower, isScreened, whistleOptions, within } from "./whistle-options.ts";
import { WhistleParticipant } from "./whistle-participant.ts";
import { WhistleTimeliness } from "./whistle-timeliness.ts";

const unitOf = (code: string): Unit => Object.assign(new Unit(), { code });
const divisionOf = (code: string): Division => Object.assign(new Division(), { code });

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

  @Query(() => [WhistleOption], {
    description: "What you may blow from a ticket, whom to, by which clocks, and why not the rest (可吹之哨)",
  })
  async whistleOptions(
    @Arg("ticket", () => String, { description: "Ticket number (工单编号)" }) number: string,
    @Ctx() context: TicketsContext,
  ): Promise<WhistleOption[]> {
    const { principal, at } = actorOf(context);
    const ticket = await context.load.ticket.load(number);
    if (!ticket) return [];
    const { districtCode: district, divisionCode: division } = ticket;
    const profile = await context.profiles.inForce(district, dayOf(at));
    if (!profile) throw refuse("WHISTLE_NO_PROFILE", { district, day: dayOf(at) });
    const { rules, version: profileVersion } = profile;
    const openWhistles = await context.whistles.openBehind([number]);
    const ground = { principal, division, tickets: [ticket], openWhistles };
    return whistleOptions(rules, ground).map((option) => {
      const { kind } = option;
      const screened = isScreened(kind, principal);
      const { clocks, beyondCalendar } = duesOf(kind, rules, at);
      // What is screened first starts its clocks later.
      const findings = [...option.findings.map(refuseFor), ...(screened ? [] : beyondCalendar)].map(
        findingOf,
      );
      const allowed = findings.length === 0;
      return { rules: kind, profileVersion, division, allowed, screened, findings, clocks };
    });
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

  @FieldResolver(() => Boolean, {
    description:
      "Whether you act for whoever blew it: to withdraw it, let its clocks stand still and say whether it is solved (是否代表吹哨方)",
  })
  async actsForBlower(@Root() whistle: Whistle, @Ctx() context: TicketsContext): Promise<boolean> {
    const { principal } = context;
    return principal !== null && isBlower(whistle, await this.kindRules(whistle, context), principal);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Where it is; null only when it cannot be looked up (所在区划)",
  })
  division(@Root() { divisionCode }: Whistle): Division {
    return divisionOf(divisionCode);
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

  @FieldResolver(() => Date, {
    nullable: true,
    description:
      "When the next of its clocks runs out, or ran out whose step is still to be done; null while none runs (最近时限)",
  })
  @OfficialsOnly()
  dueAt(@Root() { dueAt }: Whistle): Date | null {
    return dueAt < neverDue ? dueAt : null;
  }

  @FieldResolver(() => [WhistleFiling], {
    nullable: true,
    description: "With whom it was filed in the moment it was blown (报备, KF-9)",
  })
  @OfficialsOnly()
  filings(@Root() { number }: Whistle, @Ctx() { loadWhistle }: TicketsContext): Promise<WhistleFiling[]> {
    return loadWhistle.filings.load(number);
  }

  @FieldResolver(() => [WhistlePause], {
    nullable: true,
    description: "Times in which its clocks stood still, in order (时限暂停)",
  })
  @OfficialsOnly()
  pauses(@Root() { number }: Whistle, @Ctx() { loadWhistle }: TicketsContext): Promise<WhistlePause[]> {
    return loadWhistle.pauses.load(number);
  }

  @FieldResolver(() => [WhistleExtension], {
    nullable: true,
    description: "Every longer limit asked for on its clocks, in order (延期记录)",
  })
  @OfficialsOnly()
  extensions(
    @Root() { number }: Whistle,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<WhistleExtension[]> {
    return loadWhistle.extensions.load(number);
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

function findingOf({ message, extensions }: GraphQLError): WhistleFinding {
  const { code, messageZh, rule } = extensions as { code: string; messageZh: string; rule?: string };
  return { code, message, messageZh, rule: rule ?? null };
}

/** The clocks of a kind blown now; none, and the refusal, where one would end in a year whose holidays nobody knows. */
function duesOf(
  kind: WhistleKindRules,
  rules: WhistleRules,
  at: Date,
): { clocks: WhistleDue[]; beyondCalendar: GraphQLError[] } {
  try {
    const clocks = clocksFrom(at, kind, rules).map((due) => ({ ...due, limit: limitOf(kind, due) }));
    return { clocks, beyondCalendar: [] };
  } catch (error) {
    const isBeyond = error instanceof GraphQLError && error.extensions.code === "CALENDAR_NOT_COVERED";
    if (isBeyond) return { clocks: [], beyondCalendar: [error] };
    throw error;
  }
}

@Resolver(() => WhistleOption)
export class WhistleOptionResolver {
  @FieldResolver(() => WhistleKind, { description: "The kind, with whom it may call (哨种)" })
  kind(@Root() { rules }: WhistleOption): WhistleKindRules {
    return rules;
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Where the unit that leads must lie; null only when it cannot be looked up (牵头单位范围)",
  })
  leadWithin(@Root() { rules, division }: WhistleOption): Division {
    return divisionOf(within(division, rules.lead.reach));
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Where those who assist must lie; null only when it cannot be looked up (协办单位范围)",
  })
  assistingWithin(@Root() { rules, division }: WhistleOption): Division {
    return divisionOf(within(division, rules.assisting.reach));
  }

  @FieldResolver(() => [Unit], {
    nullable: true,
    description:
      "Who must be told: units it would be filed with in the same moment; null only when they cannot be looked up (报备单位, KF-9)",
  })
  filedWith(@Root() { rules, division }: WhistleOption): Unit[] {
    return filedUnits(rules, division).map(unitOf);
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

  @FieldResolver(() => WhistleTimeliness, {
    nullable: true,
    description:
      "How it stands with the clocks of the whistle at the instant of this request; null once it was let go (应哨时效)",
  })
  @OfficialsOnly()
  async timeliness(
    @Root() participant: WhistleParticipant,
    @Ctx() { loadWhistle, at }: TicketsContext,
  ): Promise<WhistleTimeliness | null> {
    if (participant.releasedAt !== null) return null;
    return timelinessOf(participant, await loadWhistle.clocks.load(participant.whistleNumber), at);
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

  @FieldResolver(() => [Reminder], {
    description: "Its reminders, given or planned, the earliest first (提醒记录, ZY-17)",
  })
  async reminders(@Root() clock: WhistleClock, @Ctx() { load }: TicketsContext): Promise<Reminder[]> {
    const reminders = await load.reminders.load(clock.whistleNumber);
    return reminders.filter(({ step, ordinal }) => step === clock.step && ordinal === clock.ordinal);
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
