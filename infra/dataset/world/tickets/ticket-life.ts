import { recordCallBack } from "../../../../subgraphs/evaluation/call-back/call-back.lifecycle.ts";
import type {
  CallBackChannel,
  InvalidReason,
  Satisfaction,
} from "../../../../subgraphs/evaluation/call-back/call-back.ts";
import type { Actor, Move } from "../../../../subgraphs/shared/move.ts";
import { type Principal, servicePrincipal } from "../../../../subgraphs/shared/principal.ts";
import type { LimitName } from "../../../../subgraphs/tickets/limit/limit-name.ts";
import {
  archiveTicket,
  callBackTicket,
  ledgerTicket,
  reopenTicket,
  strikeOffTicket,
} from "../../../../subgraphs/tickets/ticket/closing/closing.lifecycle.ts";
import {
  dispatchTicket,
  matchTicket,
  returnTicket,
} from "../../../../subgraphs/tickets/ticket/dispatch/dispatch.lifecycle.ts";
import type { Dispatch } from "../../../../subgraphs/tickets/ticket/dispatch/dispatch.ts";
import {
  askExtension,
  decideExtension,
} from "../../../../subgraphs/tickets/ticket/extension/extension.lifecycle.ts";
import type { Extension } from "../../../../subgraphs/tickets/ticket/extension/extension.ts";
import {
  giveFeedback,
  handleTicket,
  signTicket,
  startTicket,
} from "../../../../subgraphs/tickets/ticket/handling/handling.lifecycle.ts";
import {
  locateTicket,
  rejectTicket,
  verifyTicket,
} from "../../../../subgraphs/tickets/ticket/intake/intake.lifecycle.ts";
import { mergeTicket } from "../../../../subgraphs/tickets/ticket/merge/merge.lifecycle.ts";
import {
  assignCaseLeader,
  superviseTicket,
} from "../../../../subgraphs/tickets/ticket/supervision/supervision.lifecycle.ts";
import type { Supervision } from "../../../../subgraphs/tickets/ticket/supervision/supervision.ts";
import { extended } from "../../../../subgraphs/tickets/ticket/ticket.deadline.ts";
import type { Ticket } from "../../../../subgraphs/tickets/ticket/ticket.ts";
import { TicketState } from "../../../../subgraphs/tickets/ticket/ticket-state.ts";
import { districtByCode } from "../districts.ts";
import { matterCode } from "../matters/district-matters.ts";
import type { Matter } from "../matters/matter.ts";
import { DAY, dayNumberOf, dayText, HOUR, type Instant, MINUTE } from "../office-clock.ts";
import { type Official, principalOf } from "../officials.ts";
import type { Random, Weighted } from "../random.ts";
import type { Desk } from "./desk.ts";
import { after, dueAt, type Handler, haste, isUrgent, usualMinutes } from "./handling.ts";
import type { Incident } from "./incident.ts";
import { type CallBackRow, type LogRow, logRow } from "./ticket-story.ts";
import { WhistleLife } from "./whistle-life.ts";
import type { WhistleStory } from "./whistle-story.ts";
import type { WhistleTelling } from "./whistle-telling.ts";
import { wording } from "./wording.ts";

/** Shares of tickets that take another way, each of those it could happen to. */
const ODDS = {
  located: 0.7,
  verified: 0.75,
  rejected: 0.025,
  mistaken: 0.055,
  returnedAfterSigning: 0.3,
  extensionAsked: 0.45,
  extensionGranted: 0.85,
  supervised: 0.6,
  caseLeader: 0.02,
  notContacted: 0.05,
  unsolved: 0.05,
  invalidCallBack: 0.11,
  reopened: 0.012,
};

const SATISFACTION: Readonly<Record<"solved" | "unsolved", Weighted<`${Satisfaction}`>>> = {
  solved: [
    ["SATISFIED", 82],
    ["BASICALLY_SATISFIED", 13],
    ["DISSATISFIED", 2],
    ["NOT_RATED", 3],
  ],
  unsolved: [
    ["SATISFIED", 8],
    ["BASICALLY_SATISFIED", 22],
    ["DISSATISFIED", 64],
    ["NOT_RATED", 6],
  ],
};

const INVALID: Weighted<`${InvalidReason}`> = [
  ["UNREACHABLE", 70],
  ["WRONG_NUMBER", 8],
  ["NOT_THE_DEMANDER", 12],
  ["REFUSED", 10],
];

/** The limits every district starts with (`time-limit.seed.ts`). */
const LIMIT_VERSION = 1;

/** Into which ticket another goes that has the same matter, and when (KF-5). */
export interface Merger {
  readonly into: Ticket;
  readonly at: Instant;
}

/**
 * What becomes of a ticket, told by the rules it will be judged by: every move goes through the ticket's own lifecycle,
 * so a history it would refuse cannot be told. The telling is a generator of instants: each is asked for before the
 * move is made, and the telling ends where the anchor day begins.
 */
export class TicketLife {
  readonly dispatches: Dispatch[] = [];
  readonly extensions: Extension[] = [];
  readonly supervisions: Supervision[] = [];
  readonly callBacks: CallBackRow[] = [];
  readonly log: LogRow[] = [];

  readonly #whistles: WhistleTelling[] = [];
  readonly #desk: Desk;
  readonly #incident: Incident;
  readonly #random: Random;
  readonly #centre: Official;
  readonly #ticket: Ticket;
  #now: Instant;
  #handler: Handler | null = null;

  constructor(desk: Desk, incident: Incident, received: Ticket, intake: Principal) {
    this.#desk = desk;
    this.#incident = incident;
    this.#random = desk.frame.random.split(`life/${incident.key}`);
    this.#centre = desk.officials.dispatcher(incident.districtCode, this.#random.between(0, 9));
    this.#ticket = received;
    this.#now = incident.at;
    const { divisionCode: division, channelCode: channel, function: worked } = received;
    const payload = { division, matter: null, channel, function: worked };
    this.log.push(
      logRow(
        received.number,
        { kind: "TICKET_RECEIVED", payload },
        { principal: intake, at: received.receivedAt },
      ),
    );
  }

  get ticket(): Ticket {
    return this.#ticket;
  }

  get whistles(): WhistleStory[] {
    return this.#whistles.map((telling) => telling.story());
  }

  /** Tells until nothing more happens or the anchor day begins. */
  tell(merger: Merger | null): void {
    const { now } = this.#desk.frame;
    for (const instant of this.#live(merger)) if (instant >= now) break;
    this.log.sort((one, other) => one.at.getTime() - other.at.getTime());
  }

  *#live(merger: Merger | null): Generator<Instant> {
    if (merger) {
      yield* this.#until(merger.at);
      // What it was later on does not matter: at that instant it was still being worked on.
      const into: Ticket = { ...merger.into, state: TicketState.RECEIVED, matterCode: null };
      this.#move((ticket, actor) => mergeTicket(ticket, into, actor), this.#centre);
      const actor = this.#actor(principalOf(this.#centre));
      const payload = { from: this.#ticket.number };
      this.log.push(logRow(into.number, { kind: "TICKET_TOOK_IN", payload }, actor));
      return;
    }
    yield* this.#locate();
    yield* this.#verify();
    if (this.#random.chance(ODDS.rejected) && this.#incident.kind !== "CONSULTATION") {
      yield* this.#until(this.#now + this.#random.between(20, 300) * MINUTE);
      const grounds = this.#random.pick(wording.rejections);
      this.#move((ticket, actor) => rejectTicket(ticket, { grounds }, actor), this.#centre);
      return;
    }
    yield* this.#send();
    yield* this.#work();
    yield* this.#close();
    if (!this.#random.chance(ODDS.reopened)) return;
    yield* this.#until(this.#now + this.#random.between(3, 40) * DAY);
    this.#move(
      (ticket, actor) => reopenTicket(ticket, this.#limited(actor.at.getTime()), actor),
      this.#centre,
    );
    // The lists may have changed in the meantime.
    this.#handler = null;
    yield* this.#send();
    yield* this.#work();
    yield* this.#close();
  }

  /** Whoever takes it in asks where it is, until a grid is known (BJ-12). */
  *#locate(): Generator<Instant> {
    if (this.#ticket.gridCode !== null || !this.#random.chance(ODDS.located)) return;
    yield* this.#until(this.#now + this.#random.between(4, 90) * MINUTE);
    const { code: gridCode, estateCode } = this.#incident.grid;
    this.#move((ticket, actor) => locateTicket(ticket, { gridCode, estateCode }, actor), this.#centre);
  }

  /** The community looks before anyone else acts (KF-7); nobody looks into a question. */
  *#verify(): Generator<Instant> {
    const { kind, grid, matter } = this.#incident;
    const asks = kind === "CONSULTATION" || kind === "SUGGESTION";
    if (asks || this.#ticket.divisionCode.length < 12 || !this.#random.chance(ODDS.verified)) return;
    const urgent = isUrgent(matter);
    const minutes = this.#random.skewed() * (urgent ? 12 : 70);
    yield* this.#until(
      urgent ? this.#now + minutes * MINUTE : this.#desk.frame.clock.after(this.#now, minutes),
    );
    const { community } = grid;
    this.#handler = this.#choose();
    const verified = {
      findings: this.#random.pick(wording.findings),
      communityCanSolve: this.#handler.unitCode === community.code,
    };
    const staff = this.#desk.officials.communityStaff(community, this.#random.between(0, 2));
    this.#move((ticket, actor) => verifyTicket(ticket, verified, actor), staff);
  }

  #choose(): Handler {
    const { matter, grid } = this.#incident;
    const located = this.#ticket.divisionCode.length === 12;
    return this.#desk.handlers.competent(
      this.#random,
      matter,
      grid.community,
      located,
      dayNumberOf(this.#now),
    );
  }

  /** Match, dispatch, sign, start; now and then by way of a unit that sends it back. */
  *#send(): Generator<Instant> {
    const right = this.#handler ?? this.#choose();
    const { matter, grid } = this.#incident;
    const wrong = this.#random.chance(ODDS.mistaken)
      ? this.#desk.handlers.mistaken(this.#random, matter, grid.community, dayNumberOf(this.#now))
      : null;
    if (wrong) {
      yield* this.#dispatch(wrong);
      if (this.#random.chance(ODDS.returnedAfterSigning)) yield* this.#sign(wrong);
      yield* this.#return(wrong, right);
    }
    yield* this.#dispatch(right);
    yield* this.#sign(right);
    yield* this.#until(
      after(this.#desk.frame, right, this.#now, this.#random.skewed() * 25 * haste[matter.limit]),
    );
    this.#move(startTicket, right.official);
  }

  *#dispatch(handler: Handler): Generator<Instant> {
    const random = this.#random;
    yield* this.#until(this.#now + random.between(3, 25) * MINUTE);
    const { competence, unitCode, matter } = handler;
    const matched = {
      matterCode: matterCode(this.#incident.districtCode, matter),
      itemCode: competence?.itemCode ?? null,
      listId: competence?.listId ?? null,
      listVersion: competence?.listVersion ?? null,
      matchedOn: dayText(dayNumberOf(this.#now)),
      unitCode,
    };
    const limited =
      this.#ticket.state === TicketState.REOPENED
        ? this.#ticket
        : this.#limited(this.#ticket.receivedAt.getTime(), matter);
    const { limitName, limitVersion, dueAt: due } = limited;
    this.#move(
      (ticket, actor) => matchTicket(ticket, matched, { limitName, limitVersion, dueAt: due }, actor),
      this.#centre,
    );
    yield* this.#until(this.#now + random.between(1, 12) * MINUTE);
    this.#move((ticket, actor) => dispatchTicket(ticket, { unit: unitCode }, actor), this.#centre);
    this.dispatches.push({
      ...this.#turn(this.dispatches),
      unitCode,
      matterCode: matched.matterCode,
      itemCode: matched.itemCode,
      listId: matched.listId,
      listVersion: matched.listVersion,
      byContract: competence === null,
      dispatchedAt: new Date(this.#now),
      returnedAt: null,
      returnGrounds: null,
    });
    this.#handler = handler;
  }

  *#sign(handler: Handler): Generator<Instant> {
    const minutes = this.#random.skewed() * (handler.roundTheClock ? 8 : 40 * haste[handler.matter.limit]);
    yield* this.#until(after(this.#desk.frame, handler, this.#now, minutes));
    this.#move(signTicket, handler.official);
  }

  *#return(wrong: Handler, right: Handler): Generator<Instant> {
    yield* this.#until(after(this.#desk.frame, wrong, this.#now, this.#random.skewed() * 160));
    this.#move(returnTicket, wrong.official);
    const dispatch = this.dispatches.at(-1);
    if (!dispatch) return;
    dispatch.returnedAt = new Date(this.#now);
    const grounds = this.#random.pick(wording.returns).replaceAll("{unit}", right.calledAs);
    dispatch.returnGrounds = this.#fill(grounds);
  }

  /** From start to call-back, over and over while it stays unsolved. */
  *#work(): Generator<Instant> {
    yield* this.#whistle();
    yield* this.#press();
    let solved = !this.#random.chance(ODDS.unsolved + 0.25 * this.#incident.matter.hard);
    for (let round = 1; ; round++) {
      yield* this.#handle(solved);
      if (!solved && this.#random.chance(0.5)) {
        yield* this.#until(this.#desk.frame.clock.after(this.#now, this.#random.between(60, 600)));
        this.#move(ledgerTicket, this.#centre);
      } else {
        const confirmed = yield* this.#callBack(solved);
        if (confirmed) return;
        if (this.#ticket.state !== TicketState.LEDGERED) return yield* this.#forever();
      }
      if (round === 3) return yield* this.#forever();
      yield* this.#followUp();
      solved = this.#random.chance(0.75);
    }
  }

  *#whistle(): Generator<Instant> {
    const whistle = WhistleLife.likely(this.#incident, this.#ticket, this.#random);
    if (!whistle) return;
    yield* this.#until(this.#desk.frame.clock.after(this.#now, this.#random.skewed() * 150));
    // The whistle moves the ticket itself: it is blown from it and hands it back.
    const life = new WhistleLife(this.#desk, this.#incident, whistle, this.#now);
    this.#now = yield* life.tell({
      ticket: () => this.#ticket,
      move: (at, principal, decide) => this.#act(at, principal, decide),
      told: (telling) => this.#whistles.push(telling),
      log: (row) => this.log.push(row),
    });
  }

  /** A leader may take the case; a late one is extended or pressed. */
  *#press(): Generator<Instant> {
    const handler = this.#handlerNow();
    const { matter, districtCode } = this.#incident;
    const { clock, office } = usualMinutes[matter.limit];
    const spread =
      this.#random.skewed(0.6) * this.#desk.handlers.pace(handler.unitCode) * (1 + 0.6 * matter.hard);
    const planned = after(
      this.#desk.frame,
      handler,
      this.#now,
      spread * (handler.roundTheClock || isUrgent(matter) ? clock : office),
    );
    if (districtByCode(districtCode).profile === "PG" && this.#random.chance(ODDS.caseLeader)) {
      yield* this.#until(this.#now + 2 * HOUR);
      const leader = this.#desk.officials.districtLeader(districtCode, 2);
      const { id: personId, name, unitCode: unit } = leader;
      this.#move((ticket, actor) => assignCaseLeader(ticket, { personId, name, unit }, actor), leader);
    }
    if (planned > this.#due() && this.#random.chance(ODDS.extensionAsked)) yield* this.#extend(handler);
    const due = this.#due();
    if (planned > due && this.#random.chance(ODDS.supervised)) {
      const at = Math.max(this.#desk.frame.clock.after(due, this.#random.between(5, 90)), this.#now);
      if (at < planned) {
        yield* this.#until(at);
        this.#supervise();
      }
    }
    yield* this.#until(Math.max(planned, this.#now + 5 * MINUTE));
  }

  *#extend(handler: Handler): Generator<Instant> {
    const askAt = this.#due() - this.#random.between(60, 1_200) * MINUTE;
    if (askAt <= this.#now) return;
    yield* this.#until(askAt);
    const days = this.#random.pick([3, 5, 7]);
    const { unitCode } = handler;
    this.#move((ticket, actor) => askExtension(ticket, { days, pending: false }, actor), handler.official);
    const asked: Extension = {
      ...this.#turn(this.extensions),
      unitCode,
      days,
      reason: this.#random.pick(wording.extensions),
      askedAt: new Date(this.#now),
      granted: null,
      grounds: null,
      decidedAt: null,
      decidedByUnitCode: null,
    };
    this.extensions.push(asked);
    yield* this.#until(this.#now + this.#random.between(10, 55) * MINUTE);
    const granted = this.#random.chance(ODDS.extensionGranted);
    const decision = { granted, dueAt: extended(this.#ticket.dueAt, days) };
    this.#move((ticket, actor) => decideExtension(ticket, decision, actor), this.#centre);
    asked.granted = granted;
    asked.grounds = granted ? "理由属实，同意延期" : "理由不充分，按期办结";
    asked.decidedByUnitCode = this.#centre.unitCode;
    asked.decidedAt = new Date(this.#now);
  }

  #supervise(): void {
    this.#move(superviseTicket, this.#centre);
    this.supervisions.push({
      ...this.#turn(this.supervisions),
      supervisorUnitCode: this.#centre.unitCode,
      unitCode: this.#handlerNow().unitCode,
      instruction: this.#random.pick(wording.supervisions),
      at: new Date(this.#now),
    });
  }

  /** The ticket's instant of handling has come: what was done, and what the public reads. */
  *#handle(solved: boolean): Generator<Instant> {
    const handler = this.#handlerNow();
    const { kind } = this.#incident;
    const account = this.#fill(this.#random.pick(solved ? wording.accounts : wording.accountsUnsolved));
    const handling = {
      contacted: !this.#random.chance(ODDS.notContacted),
      solved,
      reasonUnsolved: solved ? undefined : this.#random.pick(wording.unsolved),
      account,
    };
    this.#move((ticket, actor) => handleTicket(ticket, handling, [], actor), handler.official);
    yield* this.#until(
      after(this.#desk.frame, handler, this.#now, this.#random.skewed() * 90 * haste[handler.matter.limit]),
    );
    const replies = !solved
      ? wording.repliesUnsolved
      : kind === "CONSULTATION"
        ? wording.repliesToConsultation
        : kind === "SUGGESTION"
          ? wording.repliesToSuggestion
          : wording.replies;
    const publicReply = this.#fill(this.#random.pick(replies));
    this.#move((ticket, actor) => giveFeedback(ticket, { publicReply }, actor), handler.official);
  }

  /** The centre asks the demander, who may not be there, until somebody answers. Whether it is solved by their word. */
  *#callBack(solved: boolean): Generator<Instant, boolean> {
    const caller = this.#desk.officials.dispatcher(this.#incident.districtCode, this.#random.between(0, 9));
    for (let attempt = 1; attempt <= 3; attempt++) {
      yield* this.#until(this.#desk.frame.clock.after(this.#now, this.#random.between(120, 700)));
      const invalidReason = this.#random.chance(ODDS.invalidCallBack) ? this.#random.weighted(INVALID) : null;
      const confirmed = solved ? !this.#random.chance(0.035) : this.#random.chance(0.1);
      const satisfaction = this.#random.weighted(SATISFACTION[confirmed ? "solved" : "unsolved"]);
      const actor = this.#actor(principalOf(caller));
      const judged = recordCallBack(
        this.#ticket,
        [],
        {
          channel: this.#random.weighted([
            ["PHONE", 80],
            ["MESSAGE", 14],
            ["NET", 6],
          ]) as CallBackChannel,
          attempts: this.#random.between(1, invalidReason ? 4 : 2),
          ...(invalidReason
            ? { invalidReason: invalidReason as InvalidReason }
            : {
                contacted: this.#ticket.contacted ?? false,
                solved: confirmed,
                satisfaction: satisfaction as Satisfaction,
                opinion: this.#random.chance(0.3) ? this.#random.pick(wording.opinions[satisfaction]) : null,
              }),
        },
        actor,
      );
      this.callBacks.push({ ...judged, ordinal: this.callBacks.length + 1 });
      if (invalidReason) continue;
      // The ticket hears of it through the evaluation's feed.
      this.#act(this.#now, servicePrincipal("tickets"), (ticket, service) =>
        callBackTicket(ticket, { solved: confirmed, satisfaction }, service),
      );
      return confirmed;
    }
    return false;
  }

  /** 跟踪督办 until it is solved (ZY-18). */
  *#followUp(): Generator<Instant> {
    const { clock } = this.#desk.frame;
    yield* this.#until(clock.after(this.#now, this.#random.between(2, 12) * 480));
    if (this.#random.chance(0.5)) this.#supervise();
    else this.#move(startTicket, this.#handlerNow().official);
    yield* this.#until(clock.after(this.#now, this.#random.skewed() * 5 * 480));
  }

  *#close(): Generator<Instant> {
    yield* this.#until(this.#now + this.#random.between(2, 90) * MINUTE);
    const { districtCode } = this.#incident;
    const number = this.#desk.numbers.next(districtCode, "STRIKE_OFF", dayNumberOf(this.#now));
    this.#move((ticket, actor) => strikeOffTicket(ticket, number, actor), this.#centre);
    yield* this.#until(this.#desk.frame.clock.after(this.#now, this.#random.between(1, 8) * 480));
    this.#move(archiveTicket, this.#centre);
  }

  /** Nothing more is told: it stays as it is. */
  *#forever(): Generator<Instant> {
    yield Number.POSITIVE_INFINITY;
  }

  *#until(at: Instant): Generator<Instant> {
    this.#now = Math.round(Math.max(at, this.#now + 1_000));
    yield this.#now;
  }

  #move(decide: (ticket: Ticket, actor: Actor) => Move<Ticket>, official: Official): void {
    this.#act(this.#now, principalOf(official), decide);
  }

  #act(at: Instant, principal: Principal, decide: (ticket: Ticket, actor: Actor) => Move<Ticket>): void {
    const actor = { principal, at: new Date(at) };
    const move = decide(this.#ticket, actor);
    Object.assign(this.#ticket, move.change);
    this.#ticket.version++;
    this.log.push(logRow(this.#ticket.number, move, actor));
  }

  #actor(principal: Principal): Actor {
    return { principal, at: new Date(this.#now) };
  }

  #handlerNow(): Handler {
    if (!this.#handler) throw new Error(`${this.#ticket.number} is with nobody`);
    return this.#handler;
  }

  #due(): Instant {
    return this.#ticket.dueAt.getTime();
  }

  #limited(since: Instant, { limit }: Matter = this.#incident.matter) {
    return {
      limitName: limit as LimitName,
      limitVersion: LIMIT_VERSION,
      dueAt: new Date(dueAt(limit, since)),
    };
  }

  #turn(turns: readonly unknown[]) {
    const { districtCode, number: ticketNumber } = this.#ticket;
    return { districtCode, ticketNumber, turn: turns.length + 1 };
  }

  #fill(text: string): string {
    const { name, phrases } = this.#incident.matter;
    return text
      .replaceAll("{matter}", name)
      .replaceAll("{remedy}", phrases.remedy)
      .replaceAll("{n}", this.#random.pick(["三", "四", "五", "六", "七", "八"]));
  }
}
