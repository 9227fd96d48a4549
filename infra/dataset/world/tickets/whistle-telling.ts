import type { WhistleEvaluation } from "../../../../subgraphs/evaluation/whistle-evaluation/whistle-evaluation.ts";
import type { Actor, Move } from "../../../../subgraphs/shared/move.ts";
import { type Principal, servicePrincipal } from "../../../../subgraphs/shared/principal.ts";
import {
  arriveForTicket,
  resumeTicket,
  whistleTicket,
} from "../../../../subgraphs/tickets/ticket/ticket.lifecycle.ts";
import type { Ticket } from "../../../../subgraphs/tickets/ticket/ticket.ts";
import { blowWhistle } from "../../../../subgraphs/tickets/whistle/blow.ts";
import type { DutyRuling } from "../../../../subgraphs/tickets/whistle/duty-ruling/duty-ruling.ts";
import type {
  WhistleKindRules,
  WhistleRules,
} from "../../../../subgraphs/tickets/whistle/profile/whistle-profile.schema.ts";
import type { TaskForce } from "../../../../subgraphs/tickets/whistle/task-force.ts";
import {
  arriveWhistle,
  closeWhistle,
  confirmWhistle,
  type Dossier,
  decideDispute,
  disputeWhistle,
  formTaskForce,
  issueMeasures,
  markEvaluated,
  raiseWhistle,
  recordCheckpoint,
  resolveWhistle,
  ruleMisuse,
  screenWhistle,
  signWhistle,
  type WhistleMove,
  withdrawWhistle,
} from "../../../../subgraphs/tickets/whistle/whistle.lifecycle.ts";
import type { Whistle } from "../../../../subgraphs/tickets/whistle/whistle.ts";
import type { WhistleClock } from "../../../../subgraphs/tickets/whistle/whistle-clock.ts";
import type { WhistleFiling } from "../../../../subgraphs/tickets/whistle/whistle-filing.ts";
import {
  DisputeDecision,
  type WhistleParticipant,
  WhistleRole,
} from "../../../../subgraphs/tickets/whistle/whistle-participant.ts";
import { WhistleState } from "../../../../subgraphs/tickets/whistle/whistle-state.ts";
import { districtByCode } from "../districts.ts";
import { DAY, dayNumberOf, dayText, type Instant, MINUTE } from "../office-clock.ts";
import { principalOf } from "../officials.ts";
import type { Random } from "../random.ts";
import type { Desk } from "./desk.ts";
import type { Incident } from "./incident.ts";
import { type LogRow, logRow } from "./ticket-story.ts";
import { blowerOf, type Called, calledBy, type KindCode } from "./whistle-calls.ts";
import { gradeWhistle } from "./whistle-grades.ts";
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

/** How a called unit goes about it, in instants; null: it never does. */
interface Course {
  readonly unit: Called;
  readonly sign: Instant | null;
  readonly arrive: Instant | null;
  readonly measures: Instant | null;
  readonly resolve: Instant | null;
}

/** Minutes of office hours from one step to the next, half take longer; an emergency runs by the clock. */
const PACE: Readonly<Record<KindCode, { sign: number; arrive: number; measures: number; resolve: number }>> =
  {
    EMERGENCY: { sign: 5, arrive: 16, measures: 45, resolve: 200 },
    ROUTINE: { sign: 60, arrive: 160, measures: 480, resolve: 900 },
    TACKLING: { sign: 150, arrive: 420, measures: 800, resolve: 2_400 },
    RESIDENTS: { sign: 90, arrive: 200, measures: 480, resolve: 900 },
    VILLAGE: { sign: 120, arrive: 300, measures: 700, resolve: 1_200 },
    TOWNSHIP: { sign: 150, arrive: 500, measures: 900, resolve: 2_000 },
  };

const ODDS = { absent: 0.06, withdrawn: 0.03, misuse: 0.015, disputed: 0.06 };

const SOURCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  KF: {
    HOUSEHOLD_VISIT: "VISIT",
    DELIBERATION: "DELIBERATION",
    DIGITAL_CITY: "DIGITAL_CITY",
    DEPUTIES_STUDIO: "DEPUTIES",
    LETTERS_AND_VISITS: "PETITION",
    PETITION_DAY: "PETITION",
  },
  PG: {
    ENTERPRISE_HOTLINE: "ENTERPRISE",
    MEDIA: "MEDIA",
    DEPUTIES_STUDIO: "DEPUTIES",
    DELIBERATION: "VILLAGE",
  },
};

/** One whistle as it is told. */
export class WhistleTelling {
  readonly #desk: Desk;
  readonly #incident: Incident;
  readonly #rules: WhistleRules;
  readonly #kind: WhistleKindRules;
  readonly #code: KindCode;
  readonly #random: Random;
  readonly #at: TicketAtHand;
  readonly #blower: Principal;
  readonly #called: readonly Called[];
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
    code: KindCode,
    random: Random,
    at: TicketAtHand,
  ) {
    this.#desk = desk;
    this.#incident = incident;
    this.#rules = rules;
    this.#kind = kind;
    this.#code = code;
    this.#random = random;
    this.#at = at;
    this.#blower = blowerOf(desk, incident, code);
    this.#called = calledBy(desk, incident, code, random);
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
        kind: this.#code,
        source: SOURCES[profile]?.[channel] ?? (profile === "PG" ? "RESIDENT" : "HOTLINE"),
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
    // A resident's whistle is let through by the community (PG-9).
    const screenedAt = now + this.#random.between(2, 30) * MINUTE;
    yield screenedAt;
    const staff = this.#desk.officials.communityStaff(this.#incident.grid.community, 0);
    this.#move(screenedAt, principalOf(staff), (dossier, actor) =>
      screenWhistle(dossier, { dismissedBecause: null }, actor),
    );
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
    this.#move(last, this.#blower, (dossier, actor) => confirmWhistle(dossier, confirmation, actor));
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
    const courses = this.#courses(now);
    for (const { unit, sign, arrive, measures, resolve } of courses) {
      const { responder } = unit;
      const isLead = unit.unit.role === WhistleRole.LEAD;
      add(sign, () => this.#move(sign ?? now, responder, signWhistle));
      if (wanted.includes("arrive")) {
        const checkIn = { note: say(whistleWording.arrivals), longitude: null, latitude: null };
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
    if (!contesting?.sign || !contesting.arrive || !this.#random.chance(ODDS.disputed)) return;
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

  #courses(now: Instant): Course[] {
    const pace = PACE[this.#code];
    const { clock } = this.#desk.frame;
    const later = (at: Instant, minutes: number): Instant => {
      const taken = minutes * this.#random.skewed(0.5);
      return this.#code === "EMERGENCY" ? Math.round(at + (taken + 1) * MINUTE) : clock.after(at, taken + 1);
    };
    const courses = this.#called.map((unit): Course => {
      const isLead = unit.unit.role === WhistleRole.LEAD;
      if (!isLead && this.#random.chance(ODDS.absent)) {
        return { unit, sign: null, arrive: null, measures: null, resolve: null };
      }
      const sign = later(now, pace.sign);
      const arrive = later(sign, pace.arrive);
      const measures = later(arrive, pace.measures);
      return { unit, sign, arrive, measures, resolve: later(measures, pace.resolve) };
    });
    const last = Math.max(...courses.map(({ resolve }) => resolve ?? 0));
    return courses.map((course) =>
      course.unit.unit.role === WhistleRole.LEAD ? { ...course, resolve: last + MINUTE } : course,
    );
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
    this.#at.log(logRow(this.#whistle.number, move, actor));
    const { number } = this.#whistle;
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
