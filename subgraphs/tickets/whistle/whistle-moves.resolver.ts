import { Arg, Ctx, Int, Mutation, Resolver } from "type-graphql";
import { sealed } from "../../shared/asking.ts";
import { dayOf } from "../../shared/calendar.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { type Actor, actorOf } from "../../shared/move.ts";
import { checkPosition, toWgs84 } from "../../shared/position.ts";
import type { PositionInput } from "../../shared/position-input.ts";
import { coversDivision, districtOf, Post } from "../../shared/principal.ts";
import { DivisionCode, GridCode } from "../../shared/scalars.ts";
import type { Ticket } from "../ticket/ticket.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { blowWhistle, type NewWhistle } from "./blow.ts";
import { unitFindings } from "./call.ts";
import { askCall } from "./called-units.ts";
import { kindRaisedTo } from "./raising/raising.lifecycle.ts";
import { refuse, refuseFor } from "./whistle.errors.ts";
import {
  ArriveWhistleInput,
  BlowWhistleInput,
  ConfirmWhistleInput,
  DecideDisputeInput,
  FormTaskForceInput,
  RaiseWhistleInput,
} from "./whistle.input.ts";
import {
  arriveWhistle,
  closeWhistle,
  confirmWhistle,
  type Dossier,
  decideDispute,
  disputeWhistle,
  formTaskForce,
  issueMeasures,
  placeWhistle,
  raiseWhistle,
  recordCheckpoint,
  resolveWhistle,
  ruleMisuse,
  screenWhistle,
  signWhistle,
  type WhistleMove,
  withdrawWhistle,
} from "./whistle.lifecycle.ts";
import { Whistle } from "./whistle.ts";
import type { Decision, Found } from "./whistle-moves.store.ts";
import { divisionOf } from "./whistle-options.ts";
import { WhistleRole } from "./whistle-participant.ts";
import { WhistleSweep } from "./whistle-sweep.ts";

const maximumTickets = 200;

const NumberArg = () => Arg("number", () => String, { description: "Whistle number (哨编号)" });
const KeyArg = () =>
  Arg("idempotencyKey", () => String, {
    description: "New for every intended effect; the same key has one effect (幂等键)",
  });

/** Every change of a whistle a person can ask for. Who may do what, and when, is `whistle.lifecycle.ts` and `blow.ts`. */
@Resolver(() => Whistle)
export class WhistleMovesResolver {
  @Mutation(() => Whistle, {
    description:
      "Blows a whistle, judged by the district's profile in force; a resident's waits to be screened (吹哨, KF-7 to KF-10, PG-8)",
  })
  async blowWhistle(
    @Arg("input", () => BlowWhistleInput, { description: "The whistle (哨)" }) input: BlowWhistleInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    const actor = actorOf(context);
    const tickets = await ticketsOf(context, input.tickets);
    const division = input.division ?? divisionOf(tickets, actor.principal);
    const matter = input.matter ?? matterOf(tickets);
    const estates = new Set(tickets.map(({ estateCode }) => estateCode));
    const [commonEstate = null] = estates.size === 1 ? estates : [];
    return blow(context, actor, {
      mutation: "blowWhistle",
      idempotencyKey,
      asked: input,
      division,
      matter,
      raises: null,
      whistle: () => ({
        kind: input.kind,
        source: input.source,
        theme: input.theme ?? null,
        grid: input.grid ?? null,
        noGridYet: input.noGridYet,
        estate: input.estate ?? commonEstate,
        matter,
        demand: input.demand,
        coordination: input.coordination ?? null,
        assembly: input.assembly,
        raisedFrom: null,
      }),
    });
  }

  @Mutation(() => Whistle, {
    description:
      "Raises a whistle to the next level: a new whistle, the old one kept under it with the reason and what was tried (升级, PG-8, ZY-15)",
  })
  async raiseWhistle(
    @Arg("input", () => RaiseWhistleInput, { description: "The whistle of the next level (上一级哨)" })
    input: RaiseWhistleInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    const actor = actorOf(context);
    const { number } = input;
    const raised = found(await context.loadWhistle.whistle.load(number), number);
    const links = await context.loadWhistle.ticketNumbers.load(number);
    const added = await ticketsOf(context, input.tickets);
    const behind = await context.tickets.byNumbers(links.map(({ ticketNumber }) => ticketNumber));
    const tickets = [...behind, ...added];
    const matter = input.matter ?? raised.matterCode ?? matterOf(tickets);
    return blow(context, actor, {
      mutation: "raiseWhistle",
      idempotencyKey,
      asked: input,
      division: raised.divisionCode,
      matter,
      raises: raised,
      whistle: (dossier) => ({
        kind: kindRaisedTo(found(dossier, number), input.kind ?? null),
        source: raised.source,
        theme: input.theme ?? raised.theme,
        grid: raised.gridCode,
        noGridYet: raised.noGridYet,
        estate: raised.estateCode,
        matter,
        demand: input.demand,
        coordination: null,
        assembly: [],
        raisedFrom: { number, reason: input.reason, tried: input.tried },
      }),
    });
  }

  @Mutation(() => Whistle, {
    description:
      "Lets a whistle waiting for screening through, or dismisses it with the reason (筛选, PG-9, PG-14)",
  })
  screenWhistle(
    @NumberArg() number: string,
    @Arg("dismissedBecause", () => String, {
      nullable: true,
      description: "Why it is not let through; absent: it is, and calls its units now (不予通过的理由)",
    })
    dismissedBecause: string | undefined,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    const asked = { dismissedBecause: dismissedBecause ?? null };
    return change(context, "screenWhistle", { number, idempotencyKey, ...asked }, (dossier, actor) =>
      screenWhistle(dossier, asked, actor),
    );
  }

  @Mutation(() => Whistle, { description: "A called unit takes receipt (签收)" })
  signWhistle(
    @NumberArg() number: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return change(context, "signWhistle", { number, idempotencyKey }, signWhistle);
  }

  @Mutation(() => Whistle, { description: "A called unit checks in on the scene (报到, GZ-16)" })
  arriveWhistle(
    @Arg("input", () => ArriveWhistleInput, { description: "The check-in (报到)" }) input: ArriveWhistleInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    const { note, position } = input;
    const checkIn = { note: note?.trim() || null, ...(position ? onWgs84(position) : nowhere) };
    return change(context, "arriveWhistle", { ...input, idempotencyKey }, (dossier, actor) =>
      arriveWhistle(dossier, checkIn, actor),
    );
  }

  @Mutation(() => Whistle, {
    description:
      "A called unit issues measures; the lead's are the joint ones and move the whistle (提出措施, KF-10)",
  })
  issueMeasures(
    @NumberArg() number: string,
    @Arg("measures", () => String, { description: "The measures (解决措施)" }) measures: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return change(context, "issueMeasures", { number, idempotencyKey, measures }, (dossier, actor) =>
      issueMeasures(dossier, measures, actor),
    );
  }

  @Mutation(() => Whistle, {
    description: "A called unit reports its result; the lead's report is that of the whole (办结)",
  })
  resolveWhistle(
    @NumberArg() number: string,
    @Arg("result", () => String, { description: "The result (办理结果)" }) result: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return change(context, "resolveWhistle", { number, idempotencyKey, result }, (dossier, actor) =>
      resolveWhistle(dossier, result, actor),
    );
  }

  @Mutation(() => Whistle, { description: "The blower or the lead forms the task force (成立专班, PG-11)" })
  formTaskForce(
    @Arg("input", () => FormTaskForceInput, { description: "The task force (专班)" })
    input: FormTaskForceInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return change(context, "formTaskForce", { ...input, idempotencyKey }, (dossier, actor) =>
      formTaskForce(dossier, input, actor),
    );
  }

  @Mutation(() => Whistle, {
    description: "The blower or the lead records a checkpoint (一三五七节点, PG-12)",
  })
  recordCheckpoint(
    @NumberArg() number: string,
    @Arg("ordinal", () => Int, { description: "Which, from 1 (节点序号)" }) ordinal: number,
    @Arg("note", () => String, { description: "Where the work stands (进展)" }) note: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return change(context, "recordCheckpoint", { number, idempotencyKey, ordinal, note }, (dossier, actor) =>
      recordCheckpoint(dossier, { ordinal, note }, actor),
    );
  }

  @Mutation(() => Whistle, { description: "Gives a whistle without a grid its grid (补录网格, BJ-12)" })
  async placeWhistle(
    @NumberArg() number: string,
    @Arg("grid", () => GridCode, { description: "The grid (网格)" }) grid: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    const on = dayOf(context.at);
    const answer = await sealed(askCall(context.graph, { calls: [], division: "", matter: null, grid, on }));
    return change(context, "placeWhistle", { number, idempotencyKey, grid }, (dossier, actor) => {
      const move = placeWhistle(dossier, grid, actor);
      requireGrid(grid, answer().gridExists);
      return move;
    });
  }

  @Mutation(() => Whistle, { description: "A called unit contests that it is its duty (提出争议, PG-4)" })
  disputeWhistle(
    @NumberArg() number: string,
    @Arg("reason", () => String, {
      description: "Why; no personal data: with the ruling it is kept as a precedent (争议理由)",
    })
    reason: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return change(context, "disputeWhistle", { number, idempotencyKey, reason }, (dossier, actor) =>
      disputeWhistle(dossier, reason, actor),
    );
  }

  @Mutation(() => Whistle, { description: "The arbiter decides a contested duty (裁决, PG-4)" })
  async decideDispute(
    @Arg("input", () => DecideDisputeInput, { description: "The decision (裁决)" }) input: DecideDisputeInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    const { number, unit, decision, grounds, replacement, item } = input;
    const on = dayOf(context.at);
    const whistle = await context.loadWhistle.whistle.load(number);
    const links = await context.loadWhistle.ticketNumbers.load(number);
    const tickets = await Promise.all(
      links.map(({ ticketNumber }) => context.load.ticket.load(ticketNumber)),
    );
    const matter = whistle?.matterCode ?? matterOf(tickets.filter((ticket) => ticket !== null));
    const calls = replacement ? [{ unit: replacement, role: WhistleRole.ASSISTING, item }] : [];
    const division = whistle?.divisionCode ?? "";
    const answer = await sealed(
      calls.length > 0
        ? askCall(context.graph, { calls, division, matter, grid: null, on })
        : Promise.resolve({ called: [], gridExists: true }),
    );
    return change(context, "decideDispute", { ...input, idempotencyKey }, (dossier, actor) => {
      const [named = null] = answer().called;
      const move = decideDispute(dossier, { unit, matter, decision, grounds, replacement: named }, actor);
      const known = dossier.participants.find((each) => each.unitCode === named?.unit);
      const role = dossier.participants.find((each) => each.unitCode === unit)?.role ?? WhistleRole.ASSISTING;
      // A unit already called was judged when it was called; only its role can be new.
      const candidate = named && { ...named, role, item: named.item ?? known?.itemCode ?? undefined };
      const [finding] = candidate && !known ? unitFindings(dossier.kind, candidate, { division, on }) : [];
      if (finding) throw refuseFor(finding);
      return move;
    });
  }

  @Mutation(() => Whistle, {
    description: "Who called says whether it is solved; what is not goes back to the lead (确认, KF-15)",
  })
  confirmWhistle(
    @Arg("input", () => ConfirmWhistleInput, { description: "The word (确认)" }) input: ConfirmWhistleInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    const { solved, note, acceptedByDemander = null } = input;
    return change(context, "confirmWhistle", { ...input, idempotencyKey }, (dossier, actor) =>
      confirmWhistle(dossier, { solved, note, acceptedByDemander }, actor),
    );
  }

  @Mutation(() => Whistle, { description: "The blower takes it back while no measures are issued (撤回)" })
  withdrawWhistle(
    @NumberArg() number: string,
    @Arg("reason", () => String, { description: "Why (撤回理由)" }) reason: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return change(context, "withdrawWhistle", { number, idempotencyKey, reason }, (dossier, actor) =>
      withdrawWhistle(dossier, reason, actor),
    );
  }

  @Mutation(() => Whistle, {
    description:
      "The performance office or the district rules it was blown without cause (认定乱吹哨, KF-17)",
  })
  ruleMisuse(
    @NumberArg() number: string,
    @Arg("reason", () => String, {
      description: "Why; no personal data: other departments read it (认定理由)",
    })
    reason: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return change(context, "ruleMisuse", { number, idempotencyKey, reason }, (dossier, actor) =>
      ruleMisuse(dossier, reason, actor),
    );
  }

  @Mutation(() => Whistle, { description: "After the grades the blower or the centre closes it (办结归档)" })
  closeWhistle(
    @NumberArg() number: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return change(context, "closeWhistle", { number, idempotencyKey }, closeWhistle);
  }

  @Mutation(() => WhistleSweep, {
    description:
      "The centre, or the clockwork for it, escalates what ran out; each clock once, however often this is asked (超时升级, KF-12)",
  })
  escalateOverdueWhistles(
    @Arg("district", () => DivisionCode, { description: "District, 6 digits (区县)" }) district: string,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<WhistleSweep> {
    const actor = actorOf(context);
    const { post, unit } = actor.principal;
    const centre = post === Post.CENTRE_DISPATCHER && coversDivision(actor.principal, district);
    if (!centre && post !== Post.SERVICE) {
      throw refuse("WHISTLE_NOT_THE_CENTRE", { post, unit, district, move: "escalate" });
    }
    return context.whistleMoves.sweep(district, idempotencyKey, actor);
  }
}

/** Three hops: the lifecycle decides, the store carries it out. */
export async function change<Input extends { number: string; idempotencyKey: string }>(
  context: TicketsContext,
  mutation: string,
  input: Input,
  decide: (dossier: Dossier, actor: Actor) => WhistleMove,
): Promise<Whistle> {
  const actor = actorOf(context);
  const moved = await context.whistleMoves.change(mutation, input, actor, (dossier) =>
    decide(dossier, actor),
  );
  context.reread();
  return moved;
}

interface NewCall {
  readonly mutation: string;
  readonly idempotencyKey: string;
  readonly asked: BlowWhistleInput | RaiseWhistleInput;
  readonly division: string;
  readonly matter: string | null;
  readonly raises: Whistle | null;
  readonly whistle: (raised: Dossier | null) => NewWhistle;
}

/** Asks the departments first, then judges and writes under the locks of the tickets. */
async function blow(context: TicketsContext, actor: Actor, call: NewCall): Promise<Whistle> {
  const { asked, division, matter, raises, mutation, idempotencyKey } = call;
  const on = dayOf(actor.at);
  const district = districtOf(division);
  const profile = await context.profiles.inForce(district, on);
  const grid = "grid" in asked ? (asked.grid ?? null) : null;
  const calls = asked.participants.map(({ unit, role, item }) => ({ unit, role, item }));
  const answer = await sealed(askCall(context.graph, { calls, division, matter, grid, on }));
  const decide = ({ number, tickets, openWhistles, unitHours, raised, successor }: Found): Decision => {
    if (!profile) throw refuse("WHISTLE_NO_PROFILE", { district, day: on });
    if (successor)
      throw refuse("WHISTLE_ALREADY_RAISED", { number: raises?.number ?? "", to: successor.number });
    const whistle = call.whistle(raised);
    const ground = { principal: actor.principal, division, tickets, openWhistles };
    const facts = { rules: profile.rules, ground, answer: answer(), unitHours, number, on };
    const blown = blowWhistle(whistle, facts, actor);
    const reason = blown.whistle.raisingReason ?? "";
    return { blown, raise: raised && raiseWhistle(raised, { to: number, reason }, actor) };
  };
  const blown = await context.whistleMoves.blow(
    mutation,
    { idempotencyKey, district, tickets: asked.tickets, raises: raises?.number ?? null, input: asked },
    actor,
    decide,
  );
  context.reread();
  return blown;
}

function found<Row>(whistle: Row | null, number: string): Row {
  if (whistle) return whistle;
  throw refuseShared("NOT_FOUND", { kind: "whistle", kindZh: "哨", id: number });
}

/** The tickets somebody names, as far as they may see them: one unseen is as good as none. */
async function ticketsOf({ tickets }: TicketsContext, numbers: readonly string[]): Promise<Ticket[]> {
  if (numbers.length > maximumTickets || new Set(numbers).size < numbers.length) {
    throw refuse("WHISTLE_TOO_MANY_TICKETS", { asked: numbers.length, maximum: maximumTickets });
  }
  const seen = await tickets.byNumbers(numbers);
  const unseen = numbers.find((number) => !seen.some((ticket) => ticket.number === number));
  if (unseen) throw refuseShared("NOT_FOUND", { kind: "ticket", kindZh: "工单", id: unseen });
  return seen;
}

const matterOf = (tickets: readonly Ticket[]): string | null =>
  tickets.find(({ matterCode }) => matterCode !== null)?.matterCode ?? null;

function requireGrid(grid: string, exists: boolean): void {
  if (!exists) throw refuseShared("NOT_FOUND", { kind: "grid", kindZh: "网格", id: grid });
}

const nowhere = { longitude: null, latitude: null };

function onWgs84(position: PositionInput): { longitude: number; latitude: number } {
  const finding = checkPosition(position);
  if (finding) {
    throw refuseShared("BAD_INPUT", { field: "position", problem: finding.en, problemZh: finding.zh });
  }
  const { longitude, latitude } = toWgs84(position);
  return { longitude, latitude };
}
