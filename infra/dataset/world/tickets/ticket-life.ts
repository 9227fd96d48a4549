import { recordCallBack } from "../../../../subgraphs/evaluation/call-back/call-back.lifecycle.ts";
import type {
  CallBackChannel,
  InvalidReason,
  Satisfaction,
} from "../../../../subgraphs/evaluation/call-back/call-back.ts";
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
import { extended } from "../../../../subgraphs/tickets/ticket/ticket.deadline.ts";
import type { Ticket } from "../../../../subgraphs/tickets/ticket/ticket.ts";
import { TicketFunction } from "../../../../subgraphs/tickets/ticket/ticket-function.ts";
import { TicketState } from "../../../../subgraphs/tickets/ticket/ticket-state.ts";
import { districtByCode } from "../districts.ts";
import { matterCode } from "../matters/district-matters.ts";
import type { Matter } from "../matters/matter.ts";
import { DAY, dayNumberOf, dayText, HOUR, type Instant, MINUTE } from "../office-clock.ts";
import { type Official, principalOf } from "../officials.ts";
import type { Random } from "../random.ts";
import type { Desk } from "./desk.ts";
import type { Halt } from "./halts.ts";
import { after, dueAt, type Handler, haste, isUrgent, usualMinutes } from "./handling.ts";
import type { Incident } from "./incident.ts";
import { INVALID, ODDS, SATISFACTION } from "./ticket-odds.ts";
import { logRow } from "./ticket-story.ts";
import { TicketTelling } from "./ticket-telling.ts";
import { WhistleLife } from "./whistle-life.ts";
import type { WhistleStory } from "./whistle-story.ts";
import type { WhistleTelling } from "./whistle-telling.ts";
import { wording } from "./wording.ts";

/** The limits every district starts with (`time-limit.seed.ts`). */
const LIMIT_VERSION = 1;

/** Into which ticket another goes that has the same matter, and when (KF-5). */
export interface Merger {
  readonly into: Ticket;
  readonly at: Instant;
}

/**
 * What becomes of a ticket. It is a generator of instants: each is asked for before the move is made, and it ends where
 * the anchor day begins.
 */
export class TicketLife {
  readonly told: TicketTelling;

  readonly #whistles: WhistleTelling[] = [];
  readonly #desk: Desk;
  readonly #incident: Incident;
  readonly #random: Random;
  readonly #centre: Official;
  readonly #halt: Halt | null;
  #handler: Handler | null = null;

  constructor(desk: Desk, incident: Incident, received: Ticket, intake: Principal, halt: Halt | null = null) {
    this.#halt = halt;
    this.#desk = desk;
    this.#incident = incident;
    this.#random = desk.frame.random.split(`life/${incident.key}`);
    this.#centre = desk.officials.dispatcher(incident.districtCode, this.#random.between(0, 9));
    this.told = new TicketTelling(received, intake, incident.at);
  }

  get whistles(): WhistleStory[] {
    return this.#whistles.map((telling) => telling.story());
  }

  /** Tells until nothing more happens or the anchor day begins. */
  tell(merger: Merger | null): void {
    const { now } = this.#desk.frame;
    for (const instant of this.#live(merger)) {
      const whistle = this.#whistles.at(-1);
      if (instant >= now || (whistle && this.#halt?.(whistle.state))) break;
    }
    this.told.log.sort((one, other) => one.at.getTime() - other.at.getTime());
  }

  *#live(merger: Merger | null): Generator<Instant> {
    if (merger) {
      yield* this.told.until(merger.at);
      // What it was later on does not matter: at that instant it was still being worked on.
      const into: Ticket = { ...merger.into, state: TicketState.RECEIVED, matterCode: null };
      this.told.move((ticket, actor) => mergeTicket(ticket, into, actor), this.#centre);
      const actor = this.told.actor(principalOf(this.#centre));
      const payload = { from: this.told.ticket.number };
      this.told.log.push(logRow(into.number, { kind: "TICKET_TOOK_IN", payload }, actor));
      return;
    }
    yield* this.#locate();
    yield* this.#verify();
    if (this.#random.chance(ODDS.rejected) && this.#incident.kind !== "CONSULTATION") {
      yield* this.told.until(this.told.now + this.#random.between(20, 300) * MINUTE);
      const grounds = this.#random.pick(wording.rejections);
      this.told.move((ticket, actor) => rejectTicket(ticket, { grounds }, actor), this.#centre);
      return;
    }
    yield* this.#send();
    yield* this.#work();
    yield* this.#close();
    if (!this.#random.chance(ODDS.reopened)) return;
    yield* this.told.until(this.told.now + this.#random.between(3, 40) * DAY);
    this.told.move(
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
    if (this.told.ticket.gridCode !== null || !this.#random.chance(ODDS.located)) return;
    yield* this.told.until(this.told.now + this.#random.between(4, 90) * MINUTE);
    const { code: gridCode, estateCode } = this.#incident.grid;
    this.told.move((ticket, actor) => locateTicket(ticket, { gridCode, estateCode }, actor), this.#centre);
  }

  /** The community looks before anyone else acts (KF-7); nobody looks into a question. */
  *#verify(): Generator<Instant> {
    const { kind, grid, matter } = this.#incident;
    const asks = kind === "CONSULTATION" || kind === "SUGGESTION";
    if (asks || this.told.ticket.divisionCode.length < 12 || !this.#random.chance(ODDS.verified)) return;
    const urgent = isUrgent(matter);
    const minutes = this.#random.skewed() * (urgent ? 12 : 70);
    yield* this.told.until(
      urgent ? this.told.now + minutes * MINUTE : this.#desk.frame.clock.after(this.told.now, minutes),
    );
    const { community } = grid;
    this.#handler = this.#choose();
    const verified = {
      findings: this.#random.pick(wording.findings),
      communityCanSolve: this.#handler.unitCode === community.code,
    };
    const staff = this.#desk.officials.communityStaff(community, this.#random.between(0, 2));
    this.told.move((ticket, actor) => verifyTicket(ticket, verified, actor), staff);
  }

  #choose(): Handler {
    const { matter, grid } = this.#incident;
    const located = this.told.ticket.divisionCode.length === 12;
    return this.#desk.handlers.competent(
      this.#random,
      matter,
      grid.community,
      located,
      dayNumberOf(this.told.now),
    );
  }

  /** Match, dispatch, sign, start; now and then by way of a unit that sends it back. */
  *#send(): Generator<Instant> {
    const right = this.#handler ?? this.#choose();
    const { matter, grid } = this.#incident;
    const wrong = this.#random.chance(ODDS.mistaken)
      ? this.#desk.handlers.mistaken(this.#random, matter, grid.community, dayNumberOf(this.told.now))
      : null;
    if (wrong) {
      yield* this.#dispatch(wrong);
      if (this.#random.chance(ODDS.returnedAfterSigning)) yield* this.#sign(wrong);
      yield* this.#return(wrong, right);
    }
    yield* this.#dispatch(right);
    yield* this.#sign(right);
    yield* this.told.until(
      after(this.#desk.frame, right, this.told.now, this.#random.skewed() * 25 * haste[matter.limit]),
    );
    this.told.move(startTicket, right.official);
  }

  *#dispatch(handler: Handler): Generator<Instant> {
    const random = this.#random;
    yield* this.told.until(this.told.now + random.between(3, 25) * MINUTE);
    const { competence, unitCode, matter } = handler;
    const matched = {
      matterCode: matterCode(this.#incident.districtCode, matter),
      itemCode: competence?.itemCode ?? null,
      listId: competence?.listId ?? null,
      listVersion: competence?.listVersion ?? null,
      matchedOn: dayText(dayNumberOf(this.told.now)),
      unitCode,
    };
    const limited =
      this.told.ticket.state === TicketState.REOPENED
        ? this.told.ticket
        : this.#limited(this.told.ticket.receivedAt.getTime(), matter);
    const { limitName, limitVersion, dueAt: due } = limited;
    this.told.move(
      (ticket, actor) => matchTicket(ticket, matched, { limitName, limitVersion, dueAt: due }, actor),
      this.#centre,
    );
    yield* this.told.until(this.#routedAt(this.told.now + random.between(1, 12) * MINUTE));
    this.told.move((ticket, actor) => dispatchTicket(ticket, { unit: unitCode }, actor), this.#centre);
    this.told.dispatches.push({
      ...this.told.turn(this.told.dispatches),
      unitCode,
      matterCode: matched.matterCode,
      itemCode: matched.itemCode,
      listId: matched.listId,
      listVersion: matched.listVersion,
      byContract: competence === null,
      dispatchedAt: new Date(this.told.now),
      returnedAt: null,
      returnGrounds: null,
    });
    this.#handler = handler;
  }

  /** What nobody complained of stays in the pool, screened, until somebody routes it in office hours (PG-14). */
  #routedAt(soon: Instant): Instant {
    if (this.told.ticket.origin !== TicketFunction.PROACTIVE || isUrgent(this.#incident.matter)) return soon;
    const minutes = this.#random.split(`pool/${this.told.dispatches.length}`).between(20, 300);
    return this.#desk.frame.clock.after(soon, minutes);
  }

  *#sign(handler: Handler): Generator<Instant> {
    const minutes = this.#random.skewed() * (handler.roundTheClock ? 8 : 40 * haste[handler.matter.limit]);
    yield* this.told.until(after(this.#desk.frame, handler, this.told.now, minutes));
    this.told.move(signTicket, handler.official);
  }

  *#return(wrong: Handler, right: Handler): Generator<Instant> {
    yield* this.told.until(after(this.#desk.frame, wrong, this.told.now, this.#random.skewed() * 160));
    this.told.move(returnTicket, wrong.official);
    const dispatch = this.told.dispatches.at(-1);
    if (!dispatch) return;
    dispatch.returnedAt = new Date(this.told.now);
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
        yield* this.told.until(this.#desk.frame.clock.after(this.told.now, this.#random.between(60, 600)));
        this.told.move(ledgerTicket, this.#centre);
      } else {
        const confirmed = yield* this.#callBack(solved);
        if (confirmed) return;
        if (this.told.ticket.state !== TicketState.LEDGERED) return yield* this.#forever();
      }
      if (round === 3) return yield* this.#forever();
      yield* this.#followUp();
      solved = this.#random.chance(0.75);
    }
  }

  *#whistle(): Generator<Instant> {
    const whistle = WhistleLife.likely(this.#incident, this.told.ticket, this.#random, this.#halt !== null);
    if (!whistle) return;
    yield* this.told.until(this.#desk.frame.clock.after(this.told.now, this.#random.skewed() * 150));
    // The whistle moves the ticket itself: it is blown from it and hands it back.
    const life = new WhistleLife(this.#desk, this.#incident, whistle, this.told.now, this.#halt !== null);
    this.told.now = yield* life.tell({
      ticket: () => this.told.ticket,
      move: (at, principal, decide) => this.told.act(at, principal, decide),
      told: (telling) => this.#whistles.push(telling),
      log: (row) => this.told.log.push(row),
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
      this.told.now,
      spread * (handler.roundTheClock || isUrgent(matter) ? clock : office),
    );
    if (districtByCode(districtCode).profile === "PG" && this.#random.chance(ODDS.caseLeader)) {
      yield* this.told.until(this.told.now + 2 * HOUR);
      const leader = this.#desk.officials.districtLeader(districtCode, 2);
      const { id: personId, name, unitCode: unit } = leader;
      this.told.move((ticket, actor) => assignCaseLeader(ticket, { personId, name, unit }, actor), leader);
    }
    if (planned > this.#due() && this.#random.chance(ODDS.extensionAsked)) yield* this.#extend(handler);
    const due = this.#due();
    if (planned > due && this.#random.chance(ODDS.supervised)) {
      const at = Math.max(this.#desk.frame.clock.after(due, this.#random.between(5, 90)), this.told.now);
      if (at < planned) {
        yield* this.told.until(at);
        this.#supervise();
      }
    }
    yield* this.told.until(Math.max(planned, this.told.now + 5 * MINUTE));
  }

  *#extend(handler: Handler): Generator<Instant> {
    const askAt = this.#due() - this.#random.between(60, 1_200) * MINUTE;
    if (askAt <= this.told.now) return;
    yield* this.told.until(askAt);
    const days = this.#random.pick([3, 5, 7]);
    const { unitCode } = handler;
    this.told.move(
      (ticket, actor) => askExtension(ticket, { days, pending: false }, actor),
      handler.official,
    );
    const asked: Extension = {
      ...this.told.turn(this.told.extensions),
      unitCode,
      days,
      reason: this.#random.pick(wording.extensions),
      askedAt: new Date(this.told.now),
      granted: null,
      grounds: null,
      decidedAt: null,
      decidedByUnitCode: null,
    };
    this.told.extensions.push(asked);
    yield* this.told.until(this.told.now + this.#random.between(10, 55) * MINUTE);
    const granted = this.#random.chance(ODDS.extensionGranted);
    const decision = { granted, dueAt: extended(this.told.ticket.dueAt, days) };
    this.told.move((ticket, actor) => decideExtension(ticket, decision, actor), this.#centre);
    asked.granted = granted;
    asked.grounds = granted ? "理由属实，同意延期" : "理由不充分，按期办结";
    asked.decidedByUnitCode = this.#centre.unitCode;
    asked.decidedAt = new Date(this.told.now);
  }

  #supervise(): void {
    this.told.move(superviseTicket, this.#centre);
    this.told.supervisions.push({
      ...this.told.turn(this.told.supervisions),
      supervisorUnitCode: this.#centre.unitCode,
      unitCode: this.#handlerNow().unitCode,
      instruction: this.#random.pick(wording.supervisions),
      at: new Date(this.told.now),
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
    this.told.move((ticket, actor) => handleTicket(ticket, handling, [], actor), handler.official);
    yield* this.told.until(
      after(
        this.#desk.frame,
        handler,
        this.told.now,
        this.#random.skewed() * 90 * haste[handler.matter.limit],
      ),
    );
    const replies = !solved
      ? wording.repliesUnsolved
      : kind === "CONSULTATION"
        ? wording.repliesToConsultation
        : kind === "SUGGESTION"
          ? wording.repliesToSuggestion
          : wording.replies;
    const publicReply = this.#fill(this.#random.pick(replies));
    this.told.move((ticket, actor) => giveFeedback(ticket, { publicReply }, actor), handler.official);
  }

  /** The centre asks the demander, who may not be there, until somebody answers. Whether it is solved by their word. */
  *#callBack(solved: boolean): Generator<Instant, boolean> {
    const caller = this.#desk.officials.dispatcher(this.#incident.districtCode, this.#random.between(0, 9));
    for (let attempt = 1; attempt <= 3; attempt++) {
      yield* this.told.until(this.#desk.frame.clock.after(this.told.now, this.#random.between(120, 700)));
      const invalidReason = this.#random.chance(ODDS.invalidCallBack) ? this.#random.weighted(INVALID) : null;
      const confirmed = solved ? !this.#random.chance(0.035) : this.#random.chance(0.1);
      const satisfaction = this.#random.weighted(SATISFACTION[confirmed ? "solved" : "unsolved"]);
      const actor = this.told.actor(principalOf(caller));
      const judged = recordCallBack(
        this.told.ticket,
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
                contacted: this.told.ticket.contacted ?? false,
                solved: confirmed,
                satisfaction: satisfaction as Satisfaction,
                opinion: this.#random.chance(0.3) ? this.#random.pick(wording.opinions[satisfaction]) : null,
              }),
        },
        actor,
      );
      this.told.callBacks.push({ ...judged, ordinal: this.told.callBacks.length + 1 });
      if (invalidReason) continue;
      // The ticket hears of it through the evaluation's feed.
      this.told.act(this.told.now, servicePrincipal("tickets"), (ticket, service) =>
        callBackTicket(ticket, { solved: confirmed, satisfaction }, service),
      );
      return confirmed;
    }
    return false;
  }

  /** 跟踪督办 until it is solved (ZY-18). */
  *#followUp(): Generator<Instant> {
    const { clock } = this.#desk.frame;
    yield* this.told.until(clock.after(this.told.now, this.#random.between(2, 12) * 480));
    if (this.#random.chance(0.5)) this.#supervise();
    else this.told.move(startTicket, this.#handlerNow().official);
    yield* this.told.until(clock.after(this.told.now, this.#random.skewed() * 5 * 480));
  }

  *#close(): Generator<Instant> {
    yield* this.told.until(this.told.now + this.#random.between(2, 90) * MINUTE);
    const { districtCode } = this.#incident;
    const number = this.#desk.numbers.next(districtCode, "STRIKE_OFF", dayNumberOf(this.told.now));
    this.told.move((ticket, actor) => strikeOffTicket(ticket, number, actor), this.#centre);
    yield* this.told.until(this.#desk.frame.clock.after(this.told.now, this.#random.between(1, 8) * 480));
    this.told.move(archiveTicket, this.#centre);
  }

  /** Nothing more is told: it stays as it is. */
  *#forever(): Generator<Instant> {
    yield Number.POSITIVE_INFINITY;
  }

  #handlerNow(): Handler {
    if (!this.#handler) throw new Error(`${this.told.ticket.number} is with nobody`);
    return this.#handler;
  }

  #due(): Instant {
    return this.told.ticket.dueAt.getTime();
  }

  #limited(since: Instant, { limit }: Matter = this.#incident.matter) {
    return {
      limitName: limit as LimitName,
      limitVersion: LIMIT_VERSION,
      dueAt: new Date(dueAt(limit, since)),
    };
  }

  #fill(text: string): string {
    const { name, phrases } = this.#incident.matter;
    return text
      .replaceAll("{matter}", name)
      .replaceAll("{remedy}", phrases.remedy)
      .replaceAll("{n}", this.#random.pick(["三", "四", "五", "六", "七", "八"]));
  }
}
