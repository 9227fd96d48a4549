import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { ask, sealed } from "../../shared/asking.ts";
import { type Day, dayOf } from "../../shared/calendar.ts";
import { maximumPageSize, type Page } from "../../shared/connection.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import type { GraphClient } from "../../shared/graph-client.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { type Actor, actorOf } from "../../shared/move.ts";
import { Confided } from "../../shared/personal.ts";
import { readPosition } from "../../shared/position-input.ts";
import { Post } from "../../shared/principal.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Subjects, subjectsOf } from "../../shared/subject.ts";
import { OfficialsOnly } from "../officials-only.ts";
import { Division, Matter, Unit } from "../references.ts";
import { Reminder } from "../reminder/reminder.ts";
import { handlingPosts } from "../ticket/ticket.lifecycle.ts";
import { Ticket } from "../ticket/ticket.ts";
import { caseOver } from "../ticket/ticket-state.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { Whistle } from "../whistle/whistle.ts";
import { DisputeClass } from "./dispute-class.ts";
import { DisputeMediation, DisputeMediationConnection } from "./dispute-mediation.ts";
import {
  CheckInMediatorInput,
  DisputeClassInput,
  InviteMediatorsInput,
  MediationListArgs,
  OpenMediationInput,
  RecordSittingInput,
} from "./mediation.input.ts";
import {
  checkInMediator,
  inviteMediators,
  type MediationMove,
  openMediation,
  type Proceedings,
  recordSitting,
  setDisputeClass,
} from "./mediation.lifecycle.ts";
import { MediationSitting } from "./mediation-sitting.ts";
import { mediationSubject } from "./mediator.deadline.ts";
import { Mediator } from "./mediator.ts";

const KeyArg = () => Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription });

/** Every change of a mediation a person can ask for. Who may do what, and when, is `mediation.lifecycle.ts`. */
@Resolver(() => DisputeMediation)
export class MediationMovesResolver {
  @Mutation(() => DisputeMediation, {
    description:
      "The centre, or the unit that handles a dispute, calls mediators together; after one that failed, a level up (发起调解, GZ-15, GZ-16)",
  })
  async openMediation(
    @Arg("input", () => OpenMediationInput, { description: "Who leads, who is called (调解)" })
    input: OpenMediationInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<DisputeMediation> {
    const actor = actorOf(context);
    const { number, host } = input;
    const mediators = input.mediators.map(invitationOf);
    const known = await sealed(askUnits(context.graph, [host, ...mediators.map(({ unit }) => unit)]));
    const opened = await context.mediations.open(
      { number, host, mediators, idempotencyKey },
      actor,
      (ground) => openMediation(ground, { host, mediators, known: known() }, actor),
    );
    context.reread();
    return opened;
  }

  @Mutation(() => DisputeMediation, {
    description: "The host or the centre calls more mediators to the mediation under way (增邀调解员, GZ-15)",
  })
  async inviteMediators(
    @Arg("input", () => InviteMediatorsInput, { description: "Who is called (调解员)" })
    input: InviteMediatorsInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<DisputeMediation> {
    const { number } = input;
    const mediators = input.mediators.map(invitationOf);
    const units = mediators.map(({ unit }) => unit);
    const known = await sealed(askUnits(context.graph, units));
    return change(context, "inviteMediators", { number, mediators, idempotencyKey }, (proceedings, actor) =>
      inviteMediators(proceedings, { mediators, known: known() }, actor),
    );
  }

  @Mutation(() => DisputeMediation, {
    description: "A mediator who was called checks in where the parties are (到场登记, GZ-16)",
  })
  checkInMediator(
    @Arg("input", () => CheckInMediatorInput, { description: "The check-in (到场)" })
    { number, position }: CheckInMediatorInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<DisputeMediation> {
    const at = position ? readPosition(position) : null;
    const place = { longitude: at?.longitude ?? null, latitude: at?.latitude ?? null };
    return change(context, "checkInMediator", { number, ...place, idempotencyKey }, (proceedings, actor) =>
      checkInMediator(proceedings, place, actor),
    );
  }

  @Mutation(() => DisputeMediation, {
    description:
      "The host or the centre writes down a sitting: agreed and not agreed end the mediation, adjourned does not (记录调解会, GZ-15)",
  })
  recordSitting(
    @Arg("input", () => RecordSittingInput, { description: "The sitting (调解会)" })
    input: RecordSittingInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<DisputeMediation> {
    const { number, agreement = null, nextSittingAt = null, advice = null, ...minutes } = input;
    const given = { ...minutes, agreement, nextSittingAt, advice };
    return change(context, "recordSitting", { number, ...given, idempotencyKey }, (proceedings, actor) =>
      recordSitting(proceedings, given, actor),
    );
  }

  @Mutation(() => DisputeClass, {
    description:
      "The centre or the district says that a matter is a dispute and how soon its mediators arrive (设定纠纷类别, GZ-16)",
  })
  setDisputeClass(
    @Arg("input", () => DisputeClassInput, { description: "The class (纠纷类别)" }) input: DisputeClassInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<DisputeClass> {
    const actor = actorOf(context);
    return context.mediations.setClass({ ...input, idempotencyKey }, actor, (last) =>
      setDisputeClass(input, last, actor),
    );
  }
}

@Resolver(() => DisputeMediation)
export class MediationResolver {
  @Query(() => DisputeMediationConnection, {
    description:
      "Mediations you may see, the latest first: of your tickets, and those you are called to (调解列表, GZ-15)",
  })
  disputeMediations(
    @Args(() => MediationListArgs) args: MediationListArgs,
    @Ctx() { mediations, at }: TicketsContext,
  ): Promise<Page<DisputeMediation>> {
    return mediations.list(args, at);
  }

  @Query(() => [DisputeClass], {
    description:
      "Which matters are disputes in a district on a day, and how soon mediators arrive (纠纷类别, GZ-16)",
  })
  disputeClasses(
    @Arg("district", () => DivisionCode, { description: "District, 6 digits (区县)" }) district: string,
    @Arg("on", () => GraphQLLocalDate, { nullable: true, description: "Day; today when absent (日期)" })
    on: Day | undefined,
    @Ctx() { mediations, at }: TicketsContext,
  ): Promise<DisputeClass[]> {
    return mediations.classes(district, on ?? dayOf(at));
  }

  @FieldResolver(() => Ticket, {
    nullable: true,
    description: "Its ticket; null if you may not see that (工单)",
  })
  ticket(
    @Root() { ticketNumber }: DisputeMediation,
    @Ctx() { load }: TicketsContext,
  ): Promise<Ticket | null> {
    return load.ticket.load(ticketNumber);
  }

  @FieldResolver(() => Whistle, {
    nullable: true,
    description:
      "The whistle that calls its mediators; null where there is none, or you may not see it (所属之哨, GZ-15)",
  })
  whistle(
    @Root() { whistleNumber }: DisputeMediation,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<Whistle | null> | null {
    return whistleNumber ? loadWhistle.whistle.load(whistleNumber) : null;
  }

  @FieldResolver(() => Matter, {
    nullable: true,
    description: "What the dispute is about; null only when it cannot be looked up (纠纷事项)",
  })
  matter(@Root() { matterCode }: DisputeMediation): Matter {
    return Object.assign(new Matter(), { code: matterCode });
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Where it is; null only when it cannot be looked up (所在区划)",
  })
  division(@Root() { divisionCode }: DisputeMediation): Division {
    return Object.assign(new Division(), { code: divisionCode });
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Who leads it; null only when it cannot be looked up (主持单位)",
  })
  host(@Root() { hostUnitCode }: DisputeMediation): Unit {
    return Object.assign(new Unit(), { code: hostUnitCode });
  }

  @FieldResolver(() => [Mediator], { description: "Who was called, in order (调解员)" })
  async mediators(
    @Root() { ticketNumber, turn }: DisputeMediation,
    @Ctx() { load }: TicketsContext,
  ): Promise<Mediator[]> {
    return (await load.mediators.load(ticketNumber)).filter((each) => each.turn === turn);
  }

  @FieldResolver(() => [MediationSitting], { description: "Its sittings, in order (调解会)" })
  async sittings(
    @Root() { ticketNumber, turn }: DisputeMediation,
    @Ctx() { load }: TicketsContext,
  ): Promise<MediationSitting[]> {
    return (await load.sittings.load(ticketNumber)).filter((each) => each.turn === turn);
  }
}

@Resolver(() => Mediator)
export class MediatorResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that sends one; null only when it cannot be looked up (单位)",
  })
  unit(@Root() { unitCode }: Mediator): Unit {
    return Object.assign(new Unit(), { code: unitCode });
  }

  @FieldResolver(() => Boolean, {
    description: "It came after its time, or has not come though its time is up (是否逾时, GZ-16)",
  })
  late(@Root() { arrivedAt, dueAt }: Mediator, @Ctx() { at }: TicketsContext): boolean {
    return (arrivedAt ?? at) >= dueAt;
  }

  @FieldResolver(() => [Reminder], {
    description:
      "Reminders of its time to come, given or planned, the earliest first (提醒记录, ZY-17, GZ-16)",
  })
  async reminders(@Root() mediator: Mediator, @Ctx() { load }: TicketsContext): Promise<Reminder[]> {
    const reminders = await load.reminders.load(mediationSubject(mediator));
    return reminders.filter(({ ordinal }) => ordinal === mediator.ordinal);
  }
}

@Resolver(() => Whistle)
export class WhistleMediationsResolver {
  @FieldResolver(() => [DisputeMediation], {
    nullable: true,
    description:
      "Mediations it calls that you may see, one a level; empty for kinds that call no mediators (所涉调解, GZ-15)",
  })
  @OfficialsOnly()
  mediations(@Root() { number }: Whistle, @Ctx() { load }: TicketsContext): Promise<DisputeMediation[]> {
    return load.mediationsOfWhistle.load(number);
  }
}

@Resolver(() => MediationSitting)
export class MediationSittingResolver {
  @FieldResolver(() => [Unit], {
    nullable: true,
    description: "Units whose mediators were there; null only when it cannot be looked up (到场调解员单位)",
  })
  mediators(@Root() { mediators }: MediationSitting): Unit[] {
    return mediators.map((code) => Object.assign(new Unit(), { code }));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Who of the parties came; shown as a demander is, and to the mediators while the case is open (到场当事人)",
  })
  @Confided()
  parties(@Root() sitting: MediationSitting, @Ctx() context: TicketsContext): Promise<string> {
    return confided(sitting, context, "parties", sitting.parties);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The agreement; null where there is none; shown as a demander is, and to the mediators while the case is open (调解协议)",
  })
  @Confided()
  agreement(@Root() sitting: MediationSitting, @Ctx() context: TicketsContext): Promise<string | null> {
    return confided(sitting, context, "agreement", sitting.agreement);
  }

  /** The parties as far as they are known: those who asked. */
  @Subjects()
  async subjects(
    @Root() { ticketNumber }: MediationSitting,
    @Ctx() { load }: TicketsContext,
  ): Promise<string[]> {
    const { edges } = await load.demandsOfTicket(ticketNumber, { first: 100 });
    const ids = edges.flatMap(({ node: { demanderId } }) => demanderId ?? []);
    const demanders = await Promise.all(ids.map((id) => load.demander.load(id)));
    return demanders.flatMap((each) =>
      each ? subjectsOf({ resident: each.residentId, person: each.personId }) : [],
    );
  }
}

@Resolver(() => Ticket)
export class TicketMediationsResolver {
  @FieldResolver(() => [DisputeMediation], {
    description: "Its mediations, one a level, where it is a dispute; empty otherwise (调解, GZ-15)",
  })
  mediations(@Root() { number }: Ticket, @Ctx() { load }: TicketsContext): Promise<DisputeMediation[]> {
    return load.mediationsOfTicket.load(number);
  }
}

@Resolver(() => DisputeClass)
export class DisputeClassResolver {
  @FieldResolver(() => Matter, {
    nullable: true,
    description: "The matter; null only when it cannot be looked up (事项)",
  })
  matter(@Root() { matterCode }: DisputeClass): Matter {
    return Object.assign(new Matter(), { code: matterCode });
  }
}

const invitationOf = ({ unit, post }: { unit: string; post?: string }) => ({
  unit,
  post: post?.trim() || null,
});

/** What is confided at a sitting is told to whom the demander is, and to those who sat there while the case is open. */
async function confided<Value>(
  { ticketNumber, turn }: MediationSitting,
  { principal, load, reachesDemander }: TicketsContext,
  field: string,
  value: Value,
): Promise<Value> {
  const needed = {
    coordinate: `MediationSitting.${field}`,
    needed: "a part in the open case, as a body of government, or in its mediation",
    neededZh: "在办案件中的承办、协办、属地或调解职责",
  };
  if (principal?.post === Post.RESIDENT) {
    // A case that theirs was merged into may be others' dispute.
    const { edges } = await load.demandsOfTicket(ticketNumber, { first: 100 });
    if (edges.some(({ node }) => node.ticketNumber === ticketNumber)) return value;
    throw refuseShared("WITHHELD", needed);
  }
  if (await reachesDemander(ticketNumber)) return value;
  if (!principal || !handlingPosts.includes(principal.post)) throw refuseShared("WITHHELD", needed);
  const mediations = await load.mediationsOfTicket.load(ticketNumber);
  const mediators = await load.mediators.load(ticketNumber);
  const { unit } = principal;
  const mediates =
    mediations.some((each) => each.turn === turn && each.hostUnitCode === unit) ||
    mediators.some((each) => each.turn === turn && each.unitCode === unit && each.arrivedAt !== null);
  if (mediates && (await isOpen(ticketNumber, load))) return value;
  throw refuseShared("WITHHELD", needed);
}

/** Mediators who do not see the ticket see its mediation only while the case is open. */
async function isOpen(number: string, load: TicketsContext["load"]): Promise<boolean> {
  const ticket = await load.ticket.load(number);
  return ticket === null || !caseOver.includes(ticket.state);
}

async function change<Input extends { number: string; idempotencyKey: string }>(
  context: TicketsContext,
  mutation: string,
  input: Input,
  decide: (proceedings: Proceedings, actor: Actor) => MediationMove,
): Promise<DisputeMediation> {
  const actor = actorOf(context);
  const moved = await context.mediations.change(mutation, input, actor, (proceedings) =>
    decide(proceedings, actor),
  );
  context.reread();
  return moved;
}

/** Which of these units there are. */
async function askUnits(graph: GraphClient, codes: readonly string[]): Promise<string[]> {
  const { units } = await ask<{ units: { code: string }[] }>(
    graph,
    "departments",
    "query UnitsForMediation($codes: [String!]!) { units(codes: $codes) { code } }",
    { codes: [...new Set(codes)].slice(0, maximumPageSize) }, // more than may be called
  );
  return units.map(({ code }) => code);
}
