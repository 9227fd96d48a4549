import type { Day, WorkingHours } from "../../shared/calendar.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { type CalledUnit, callFindings, participantOf } from "./call.ts";
import type { CallAnswer } from "./called-units.ts";
import { coordinationFindings, coordinationOf } from "./coordination/coordination.ts";
import type { CoordinationMode } from "./coordination/coordination-mode.ts";
import type { WhistleKindRules, WhistleRules } from "./profile/whistle-profile.schema.ts";
import type { Raising } from "./raising/whistle-raising.ts";
import { clocksOf } from "./whistle.deadline.ts";
import { type Finding, refuse, refuseFor } from "./whistle.errors.ts";
import { requireText } from "./whistle.lifecycle.ts";
import { Whistle } from "./whistle.ts";
import type { WhistleClock } from "./whistle-clock.ts";
import { WhistleFiling } from "./whistle-filing.ts";
import { blowFindings, filedUnits, type Ground, isScreened, kindDetails } from "./whistle-options.ts";
import type { WhistleParticipant } from "./whistle-participant.ts";
import { WhistleState } from "./whistle-state.ts";

/** A whistle as somebody wants to blow it. */
export interface NewWhistle {
  readonly kind: string;
  readonly source: string;
  readonly theme: string | null;
  readonly grid: string | null;
  readonly noGridYet: boolean;
  readonly estate: string | null;
  readonly matter: string | null;
  /** Who leads whom, where it does not follow from who blows and who is called (PG-15). */
  readonly coordination: CoordinationMode | null;
  readonly demand: string;
  readonly assembly: readonly string[];
  /** The whistle of the level below that is raised by this one (PG-8, ZY-15). */
  readonly raisedFrom: Raising | null;
}

/** A whistle blown, or handed in for screening, with everything that begins in the same moment. */
export interface Blown {
  readonly whistle: Whistle;
  readonly participants: readonly WhistleParticipant[];
  readonly clocks: readonly WhistleClock[];
  readonly filings: readonly WhistleFiling[];
  /** The profile it is blown under. */
  readonly rules: WhistleRules;
  readonly move: Pick<Move<Whistle>, "kind" | "payload">;
}

export const kindOf = (rules: WhistleRules, code: string): WhistleKindRules => {
  const kind = rules.kinds.find((each) => each.code === code);
  if (kind) return kind;
  const kinds = rules.kinds.map((each) => each.code);
  throw refuse("WHISTLE_UNKNOWN_KIND", { district: rules.district, kind: code, kinds });
};

/** 吹哨: judged whole before anything is written. The first finding refuses it. */
export function blowWhistle(
  input: NewWhistle,
  {
    rules,
    ground,
    answer,
    unitHours,
    number,
    on,
  }: {
    rules: WhistleRules;
    ground: Ground;
    answer: CallAnswer;
    unitHours: ReadonlyMap<string, WorkingHours>;
    number: string;
    on: Day;
  },
  { principal, at }: Actor,
): Blown {
  const kind = kindOf(rules, input.kind);
  const { division } = ground;
  const call = { called: answer.called, division, blowerUnit: principal.unit, on };
  const follows = coordinationOf(principal, answer.called);
  const [finding] = [
    ...blowFindings(kind, ground),
    ...termFindings(kind, rules, input),
    ...placeFindings(input, division),
    ...callFindings(kind, call),
    ...coordinationFindings(kind, answer.called, { follows, stated: input.coordination }),
  ];
  if (finding) throw refuseFor(finding);
  if (!answer.gridExists) throw refuseShared("NOT_FOUND", { kind: "grid", kindZh: "网格", id: input.grid });

  const screened = isScreened(kind, principal);
  const whistle = Object.assign(new Whistle(), {
    districtCode: districtOf(division),
    number,
    kind: kind.code,
    level: kind.level,
    profileVersion: rules.version,
    theme: input.theme,
    source: input.source,
    state: screened ? WhistleState.DRAFT : WhistleState.BLOWN,
    blowerPost: principal.post,
    blowerUnitCode: principal.unit,
    blowerId: principal.id,
    divisionCode: division,
    gridCode: input.grid,
    noGridYet: input.noGridYet,
    estateCode: input.estate,
    matterCode: input.matter,
    coordination: follows ?? input.coordination,
    demand: requireText("demand", input.demand),
    assembly: seatsOf(kind, input.assembly),
    createdAt: at,
    blownAt: screened ? null : at,
    resolvedAt: null,
    confirmedAt: null,
    confirmationNote: null,
    acceptedByDemander: null,
    evaluatedAt: null,
    endedAt: null,
    endReason: null,
    raisedFromNumber: input.raisedFrom?.number ?? null,
    raisingReason: input.raisedFrom && requireText("reason", input.raisedFrom.reason),
    raisingTried: input.raisedFrom && requireText("tried", input.raisedFrom.tried),
    version: 1,
  });
  const participants = answer.called.map((unit: CalledUnit) => participantOf(whistle, unit, kind, at));
  const tickets = ground.tickets.map((ticket) => ticket.number);
  return {
    whistle,
    participants,
    clocks: screened ? [] : clocksOf(whistle, kind, rules, at, { participants, unitHours }),
    filings: screened ? [] : filingsOf(whistle, kind, at),
    rules,
    move: {
      kind: screened ? "WHISTLE_DRAFTED" : "WHISTLE_BLOWN",
      payload: blownPayload(whistle, participants, tickets),
    },
  };
}

/** 报备: notice to whoever the kind names, made in the moment of the whistle and by no further act (KF-9). */
export const filingsOf = (
  { districtCode, number, divisionCode }: Whistle,
  kind: WhistleKindRules,
  at: Date,
): WhistleFiling[] =>
  filedUnits(kind, divisionCode).map((unitCode) =>
    Object.assign(new WhistleFiling(), {
      districtCode,
      whistleNumber: number,
      unitCode,
      filedAt: at,
    }),
  );

/** What followers of the feed need to know of a new whistle. */
export const blownPayload = (
  whistle: Whistle,
  participants: readonly WhistleParticipant[],
  tickets: readonly string[],
) => ({
  kind: whistle.kind,
  profile: whistle.districtCode,
  profileVersion: whistle.profileVersion,
  blower: whistle.blowerUnitCode,
  division: whistle.divisionCode,
  grid: whistle.gridCode,
  raisedFrom: whistle.raisedFromNumber,
  participants: participants.map(({ unitCode, role }) => ({ unit: unitCode, role })),
  tickets,
});

/** The words of the profile: kinds have themes or none (PG-10), sources are a closed list (PG-9), seats too (PG-16). */
function termFindings(kind: WhistleKindRules, rules: WhistleRules, input: NewWhistle): Finding[] {
  const findings: Finding[] = [];
  const details = kindDetails(kind);
  const { theme, source } = input;
  if (kind.themes.length > 0 ? theme === null || !kind.themes.includes(theme) : theme !== null) {
    const { themes } = kind;
    findings.push({ code: "WHISTLE_THEME", details: { ...details, themes, theme: theme ?? "—" } });
  }
  const sources = rules.sources.map(({ code }) => code);
  if (!sources.includes(source)) {
    findings.push({ code: "WHISTLE_SOURCE", details: { source, sources } });
  }
  const seats = kind.assembly.map(({ code }) => code);
  const unknown = input.assembly.find((seat) => !seats.includes(seat));
  if (unknown !== undefined) {
    const more = { seat: unknown, seats };
    findings.push({ code: "WHISTLE_UNKNOWN_SEAT", details: { ...details, ...more } });
  }
  return findings;
}

const seatsOf = ({ assembly }: WhistleKindRules, asked: readonly string[]): string[] =>
  assembly.filter(({ code, required }) => required || asked.includes(code)).map(({ code }) => code);

/** 吹哨到网格: every whistle has a grid, or says outright that it has none yet (BJ-12). */
function placeFindings({ grid, noGridYet, estate }: NewWhistle, division: string): Finding[] {
  const findings: Finding[] = [];
  if ((grid === null) !== noGridYet) findings.push({ code: "WHISTLE_NO_GRID", details: {} });
  if (grid !== null && !grid.startsWith(division)) {
    findings.push({ code: "WHISTLE_GRID_ELSEWHERE", details: { grid, division } });
  }
  if (estate !== null && !estate.startsWith(division)) {
    findings.push({ code: "WHISTLE_ESTATE_ELSEWHERE", details: { estate, division } });
  }
  return findings;
}
