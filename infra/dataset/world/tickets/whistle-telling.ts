import type { WhistleEvaluation } from "../../../../subgraphs/evaluation/whistle-evaluation/whistle-evaluation.ts";
import type { Actor, Move } from "../../../../subgraphs/shared/move.ts";
import { Post, type Principal, servicePrincipal } from "../../../../subgraphs/shared/principal.ts";
import type { Ticket } from "../../../../subgraphs/tickets/ticket/ticket.ts";
import {
  arriveForTicket,
  resumeTicket,
  whistleTicket,
} from "../../../../subgraphs/tickets/ticket/whistled/whistled.lifecycle.ts";
import {
  arriveWhistle,
  issueMeasures,
  resolveWhistle,
  signWhistle,
} from "../../../../subgraphs/tickets/whistle/answer/answer.lifecycle.ts";
import { blownPayload, blowWhistle, filingsOf } from "../../../../subgraphs/tickets/whistle/blow.ts";
import { recordCheckpoint } from "../../../../subgraphs/tickets/whistle/checkpoint/checkpoint.lifecycle.ts";
import {
  closeWhistle,
  confirmWhistle,
  markEvaluated,
} from "../../../../subgraphs/tickets/whistle/confirmation/confirmation.lifecycle.ts";
import {
  decideDispute,
  disputeWhistle,
} from "../../../../subgraphs/tickets/whistle/duty-ruling/dispute.lifecycle.ts";
import type { DutyRuling } from "../../../../subgraphs/tickets/whistle/duty-ruling/duty-ruling.ts";
import { ruleMisuse } from "../../../../subgraphs/tickets/whistle/misuse/misuse.lifecycle.ts";
import type {
  WhistleKindRules,
  WhistleRules,
} from "../../../../subgraphs/tickets/whistle/profile/whistle-profile.schema.ts";
import { raiseWhistle } from "../../../../subgraphs/tickets/whistle/raising/raising.lifecycle.ts";
import { screenWhistle } from "../../../../subgraphs/tickets/whistle/screening/screening.lifecycle.ts";
import { formTaskForce } from "../../../../subgraphs/tickets/whistle/task-force/task-force.lifecycle.ts";
import type { TaskForce } from "../../../../subgraphs/tickets/whistle/task-force/task-force.ts";
import type { Dossier, WhistleMove } from "../../../../subgraphs/tickets/whistle/whistle.lifecycle.ts";
import type { Whistle } from "../../../../subgraphs/tickets/whistle/whistle.ts";
import type { WhistleClock } from "../../../../subgraphs/tickets/whistle/whistle-clock.ts";
import type { WhistleFiling } from "../../../../subgraphs/tickets/whistle/whistle-filing.ts";
import {
  DisputeDecision,
  type WhistleParticipant,
  WhistleRole,
} from "../../../../subgraphs/tickets/whistle/whistle-participant.ts";
import { WhistleState } from "../../../../subgraphs/tickets/whistle/whistle-state.ts";
import { withdrawWhistle } from "../../../../subgraphs/tickets/whistle/withdrawal/withdrawal.lifecycle.ts";
import { coordinateOf } from "../borders.ts";
import { districtByCode } from "../districts.ts";
import { DAY, dayNumberOf, dayText, type Instant, MINUTE } from "../office-clock.ts";
import { principalOf } from "../officials.ts";
import type { Random } from "../random.ts";
import type { Desk } from "./desk.ts";
import type { Incident } from "./incident.ts";
import { type LogRow, logRow } from "./ticket-story.ts";
import { blowerOf, type Called, calledBy } from "./whistle-calls.ts";
import { type Course, coursesOf } from "./whistle-courses.ts";
import { gradeWhistle } from "./whistle-grades.ts";
import { sourceOf } from "./whistle-source.ts";
import type { WhistleStory } from "./whistle-story.ts";
import { whistleWording } from "./wording.ts";

/** What of its ticket a whistle needs. */
export interface TicketAtHand {
  readonly ticket: () => Ticket;
  readonly move: (
    at: Instant,
    principal: Principal,
    decide: (ticket: Ticket, actor: Actor) => Move<Ticket>,
  ) => void;
  readonly told: (telling: WhistleTelling) => void;
  readonly log: (row: LogRow) => void;
}

const ODDS = { withdrawn: 0.03, misuse: 0.015, disputed: 0.06, disputedLately: 0.6 };

/** One whistle as it is told. */
export class WhistleTelling {
  readonly #desk: Desk;
  readonly #incident: Incident;
  readonly #rules: WhistleRules;
  readonly #kind: WhistleKindRules;
  readonly #random: Random;
  readonly #at: TicketAtHand;
  readonly #blower: Principal;
  readonly #called: readonly Called[];
  readonly #disputed: number;
  #whistle!: Whistle;
  #participants: WhistleParticipant[] = [];
  #clocks: WhistleClock[] = [];
  #filings: readonly WhistleFiling[] = [];
  #taskForce: TaskForce | null = null;
  readonly #dutyRulings: DutyRuling[] = [];
  readonly #evaluations: WhistleEvaluation[] = [];

  constructor(
    desk: Desk,
    incident: Incident,
    rules: WhistleRules,
    kind: WhistleKindRules,
    random: Random,
    at: TicketAtHand,
    looked: boolean,
  ) {
    this.#disputed = looked ? ODDS.disputedLately : ODDS.disputed;
    this.#desk = desk;
    this.#incident = incident;
    this.#rules = rules;
    this.#kind = kind;
    this.#random = random;
    this.#at = at;
    this.#blower = blowerOf(desk, incident, kind);
    this.#called = calledBy(desk, incident, kind, random);
  }

  get state(): WhistleState {
    return this.#whistle.state;
  }

  get number(): string {
    return this.#whistle.number;
  }

  /** Blown from the ticket, whatever it is raised from. */
  *blow(now: Instant, raised: WhistleTelling | null): Generator<Instant> {
    const raisedFrom = raised && {
      number: raised.number,
      reason: this.#random.pick(whistleWording.raises),
      tried: this.#random.pick(whistleWording.tried),
    };
    const { districtCode, matter, channel, demander, place } = this.#incident;
    const ticket = this.#at.ticket();
    const day = dayNumberOf(now);
    const actor = { principal: this.#blower, at: new Date(now) };
    const number = this.#desk.numbers.next(districtCode, "WHISTLE", day);
    const { profile } = districtByCode(districtCode);
    const themes = { PERSON: "PEOPLE_NEED", FIRM: "ENTERPRISE_SERVICE", BODY: "PROACTIVE" } as const;
    const blown = blowWhistle(
      {
        kind: this.#kind.code,
        source: sourceOf(profile, channel),
        theme: this.#kind.themes.length === 0 ? null : themes[demander?.kind ?? "PERSON"],
        grid: ticket.gridCode,
        noGridYet: ticket.gridCode === null,
        estate: ticket.estateCode,
        matter: ticket.matterCode,
        coordination: null,
        demand: this.#random
          .pick(whistleWording.demands)
          .replace("{place}", place.text ?? "")
          .replace("{matter}", matter.name),
        assembly: [],
        raisedFrom,
      },
      {
        rules: this.#rules,
        ground: {
          principal: this.#blower,
          division: ticket.divisionCode,
          tickets: [ticket],
          openWhistles: [],
        },
        answer: { called: this.#called.map(({ unit }) => unit), gridExists: true },
        unitHours: new Map(),
        number,
        on: dayText(day),
      },
      actor,
    );
    this.#whistle = { ...blown.whistle };
    this.#participants = blown.participants.map((each) => ({ ...each }));
    this.#clocks = blown.clocks.map((each) => ({ ...each }));
    this.#filings = blown.filings;
    this.#at.log(logRow(number, blown.move, actor));
    this.#at.told(this);
    this.#at.move(now, this.#blower, (ticketNow, by) => whistleTicket(ticketNow, { whistle: number }, by));
    if (raisedFrom) raised?.raise(now, number, raisedFrom.reason);
    if (blown.whistle.state !== WhistleState.DRAFT) return;
    // A resident's whistle is let through by the community (PG-9), a street's call to the city by its centre (ZY-15).
    const screenedAt = now + this.#random.between(2, 30) * MINUTE;
    yield screenedAt;
    this.#move(screenedAt, this.#screener(), (dossier, actor) =>
      screenWhistle(dossier, { dismissedBecause: null }, actor),
    );
  }

  #centre(): Principal {
    return principalOf(this.#desk.officials.dispatcher(this.#incident.districtCode, 0));
  }

  #screener(): Principal {
    if (!this.#kind.screenedBy.includes(Post.COMMUNITY_STAFF)) return this.#centre();
    return principalOf(this.#desk.officials.communityStaff(this.#incident.grid.community, 0));
  }

  /** Where the units check in, for kinds that ask for it: at the building it is about (GZ-16). */
  #checkInPlace(): { longitude: number | null; latitude: number | null } {
    if (!this.#kind.requires.checkIn) return { longitude: null, latitude: null };
    const [longitude, latitude] = coordinateOf(this.#incident.building.at);
    return { longitude, latitude };
  }

  raise(now: Instant, to: string, reason: string): void {
    this.#move(now, this.#blower, (dossier, actor) => raiseWhistle(dossier, { to, reason }, actor));
  }

  /** The units sign and come, and it is not enough. */
  *attempted(now: Instant): Generator<Instant, Instant> {
    let last = now;
    for (const { at, act } of this.#steps(now, ["sign", "arrive"])) {
      yield at;
      act();
      last = at;
    }
    return last;
  }

  /** The units do what is to be done, the blower confirms, and both grade each other. */
  *answered(now: Instant): Generator<Instant, Instant> {
    const early = yield* this.#endsEarly(now);
    if (early !== null) return early;
    let last = now;
    for (const { at, act } of this.#steps(now, ["sign", "arrive", "measures", "resolve"])) {
      yield at;
      act();
      last = at;
    }
    last = this.#desk.frame.clock.after(last, this.#random.between(60, 900));
    yield last;
    const confirmation = {
      solved: true,
      note: this.#random.pick(whistleWording.confirmations),
      acceptedByDemander: true,
    };
    const confirming = this.#kind.confirmedBy === "CENTRE" ? this.#centre() : this.#blower;
    this.#move(last, confirming, (dossier, actor) => confirmWhistle(dossier, confirmation, actor));
    this.#grade(last);
    return last;
  }

  /** Taken back, or ruled a misuse (KF-17); null when neither. */
  *#endsEarly(now: Instant): Generator<Instant, Instant | null> {
    const withdrawn = this.#random.chance(ODDS.withdrawn);
    if (!withdrawn && !this.#random.chance(ODDS.misuse)) return null;
    const at = this.#desk.frame.clock.after(now, this.#random.between(60, 700));
    yield at;
    if (withdrawn) {
      const reason = this.#random.pick(whistleWording.withdrawals);
      this.#move(at, this.#blower, (dossier, actor) => withdrawWhistle(dossier, reason, actor));
    } else {
      const reason = this.#random.pick(whistleWording.misuses);
      const office = this.#desk.officials.performanceOffice(this.#incident.districtCode);
      this.#move(at, principalOf(office), (dossier, actor) => ruleMisuse(dossier, reason, actor));
    }
    return at;
  }

  /** What the called units do, in the order of time; the lead is the last to report. */
  #steps(now: Instant, wanted: readonly ("sign" | "arrive" | "measures" | "resolve")[]) {
    const steps: { at: Instant; act: () => void }[] = [];
    const add = (at: Instant | null, act: () => void): void => {
      if (at !== null) steps.push({ at, act });
    };
    const { remedy } = this.#incident.matter.phrases;
    const say = (texts: readonly string[]): string =>
      this.#random.pick(texts).replaceAll("{remedy}", remedy.replaceAll("{n}", "五"));
    const { clock } = this.#desk.frame;
    const courses = coursesOf(this.#called, this.#kind, now, { clock, random: this.#random });
    for (const { unit, sign, arrive, measures, resolve } of courses) {
      const { responder } = unit;
      const isLead = unit.unit.role === WhistleRole.LEAD;
      add(sign, () => this.#move(sign ?? now, responder, signWhistle));
      if (wanted.includes("arrive")) {
        const checkIn = { note: say(whistleWording.arrivals), ...this.#checkInPlace() };
        add(arrive, () =>
          this.#move(arrive ?? now, responder, (dossier, actor) => arriveWhistle(dossier, checkIn, actor)),
        );
      }
      if (wanted.includes("measures")) {
        const text = say(isLead ? whistleWording.measures : whistleWording.measuresAssisting);
        add(measures, () =>
          this.#move(measures ?? now, responder, (dossier, actor) => issueMeasures(dossier, text, actor)),
        );
      }
      if (wanted.includes("resolve")) {
        const text = say(isLead ? whistleWording.results : whistleWording.resultsAssisting);
        add(resolve, () =>
          this.#move(resolve ?? now, responder, (dossier, actor) => resolveWhistle(dossier, text, actor)),
        );
      }
    }
    if (wanted.includes("resolve")) this.#alongside(now, courses, add);
    return steps.sort((one, other) => one.at - other.at);
  }

  /** The task force, the checkpoints and a contested duty, where there are any. */
  #alongside(
    now: Instant,
    courses: readonly Course[],
    add: (at: Instant | null, act: () => void) => void,
  ): void {
    const lead = courses.find(({ unit }) => unit.unit.role === WhistleRole.LEAD);
    const end = lead?.resolve ?? now;
    const { theme } = this.#whistle;
    if (theme && this.#kind.taskForceFor.includes(theme)) {
      const at = now + Math.min(DAY, Math.round((end - now) / 3));
      add(at, () =>
        this.#move(at, this.#blower, (dossier, actor) => formTaskForce(dossier, this.#plan(), actor)),
      );
    }
    for (const [index, days] of (this.#kind.checkpoints?.after ?? []).entries()) {
      const at = now + days * DAY - this.#random.between(30, 600) * MINUTE;
      if (at >= end || !this.#random.chance(0.9)) continue;
      const note = whistleWording.checkpoints[index] ?? "";
      add(at, () =>
        this.#move(at, lead?.unit.responder ?? this.#blower, (dossier, actor) =>
          recordCheckpoint(dossier, { ordinal: index + 1, note }, actor),
        ),
      );
    }
    const contesting = courses.find(({ unit, sign }) => unit.unit.role !== WhistleRole.LEAD && sign !== null);
    if (!contesting?.sign || !contesting.arrive || !this.#random.chance(this.#disputed)) return;
    const disputed = contesting.sign + 5 * MINUTE;
    const decided = disputed + 20 * MINUTE;
    if (decided >= contesting.arrive || decided >= end) return;
    const { responder, unit } = contesting.unit;
    add(disputed, () =>
      this.#move(disputed, responder, (dossier, actor) =>
        disputeWhistle(dossier, this.#random.pick(whistleWording.disputes), actor),
      ),
    );
    const keeper = this.#desk.officials.listKeeper(this.#incident.districtCode);
    add(decided, () =>
      this.#move(decided, principalOf(keeper), (dossier, actor) =>
        decideDispute(
          dossier,
          {
            unit: unit.unit,
            matter: this.#whistle.matterCode,
            decision: DisputeDecision.UPHELD,
            grounds: this.#random.pick(whistleWording.disputeGrounds),
            replacement: null,
          },
          actor,
        ),
      ),
    );
  }

  #plan() {
    const { officials } = this.#desk;
    const { grid, districtCode, matter } = this.#incident;
    return {
      duties: this.#called.map(({ unit }) => ({
        unit: unit.unit,
        duty: unit.role === WhistleRole.LEAD ? "牵头制定方案并组织实施" : "配合落实本单位职责",
      })),
      cause: this.#random.pick(whistleWording.causes),
      plan: matter.phrases.remedy.replaceAll("{n}", "五"),
      partySupervisor: officials.streetLeader(grid.community.street).name,
      governmentSupervisor: officials.districtLeader(districtCode, 2).name,
    };
  }

  /** The blower grades every unit it called, some grade back; when all is graded the whistle is closed. */
  #grade(confirmedAt: Instant): void {
    const { frame, officials } = this.#desk;
    const graded = gradeWhistle(
      {
        whistle: this.#whistle,
        participants: this.#participants,
        confirmedAt,
        blower: this.#blower,
        called: this.#called,
        office: principalOf(officials.performanceOffice(this.#incident.districtCode)),
      },
      frame,
      this.#random,
    );
    this.#evaluations.push(...graded.evaluations);
    if (graded.completeAt === null) return;
    this.#move(graded.completeAt, servicePrincipal("tickets"), markEvaluated);
    const closedAt = frame.clock.after(graded.completeAt, this.#random.between(200, 900));
    if (closedAt < frame.now) this.#move(closedAt, this.#blower, closeWhistle);
  }

  #dossier(): Dossier {
    return {
      whistle: this.#whistle,
      participants: this.#participants,
      clocks: this.#clocks,
      taskForce: this.#taskForce,
      pauses: [],
      extensions: [],
      unitHours: new Map(),
      rules: this.#rules,
      kind: this.#kind,
    };
  }

  #move(at: Instant, principal: Principal, decide: (dossier: Dossier, actor: Actor) => WhistleMove): void {
    const actor = { principal, at: new Date(at) };
    const move = decide(this.#dossier(), actor);
    Object.assign(this.#whistle, move.change, { version: this.#whistle.version + 1 });
    replace(this.#participants, move.participants, ({ unitCode }) => unitCode);
    replace(this.#clocks, move.clocks, ({ step, ordinal }) => `${step}${ordinal}`);
    if (move.taskForce) this.#taskForce = { ...move.taskForce };
    if (move.dutyRuling) this.#dutyRulings.push({ ...move.dutyRuling });
    const { number } = this.#whistle;
    if (move.blown) this.#filings = filingsOf(this.#whistle, this.#kind, actor.at);
    const behind = [this.#at.ticket().number];
    const told = move.blown
      ? { ...move, payload: blownPayload(this.#whistle, this.#participants, behind) }
      : move;
    this.#at.log(logRow(number, told, actor));
    if (move.tickets === "ARRIVED") {
      this.#at.move(at, principal, (ticket, by) =>
        arriveForTicket(ticket, { whistle: number, unit: principal.unit }, by),
      );
    }
    if (move.tickets === "RESUMED") {
      this.#at.move(at, principal, (ticket, by) => resumeTicket(ticket, { whistle: number }, by));
    }
  }

  story(): WhistleStory {
    return {
      whistle: this.#whistle,
      participants: this.#participants,
      clocks: this.#clocks,
      filings: this.#filings,
      taskForce: this.#taskForce,
      dutyRulings: this.#dutyRulings,
      evaluations: this.#evaluations,
    };
  }
}

/** Puts rows in the place of those they continue. */
function replace<Row extends object>(
  rows: Row[],
  changed: readonly Row[] | undefined,
  keyOf: (row: Row) => string,
): void {
  for (const row of changed ?? []) {
    const index = rows.findIndex((each) => keyOf(each) === keyOf(row));
    const plain = { ...row };
    if (index < 0) rows.push(plain);
    else rows[index] = plain;
  }
}
