import type { GraphQLError } from "graphql";
import { describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import type { Actor } from "../../shared/move.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { TicketState } from "../ticket/ticket-state.ts";
import { arriveWhistle, issueMeasures, resolveWhistle, signWhistle } from "./answer/answer.lifecycle.ts";
import { kindOf } from "./blow.ts";
import { participantOf } from "./call.ts";
import { recordCheckpoint } from "./checkpoint/checkpoint.lifecycle.ts";
import { closeWhistle, confirmWhistle, markEvaluated } from "./confirmation/confirmation.lifecycle.ts";
import { decideDispute, disputeWhistle } from "./duty-ruling/dispute.lifecycle.ts";
import { askWhistleExtension, decideWhistleExtension } from "./extension/extension.lifecycle.ts";
import { WhistleExtension } from "./extension/whistle-extension.ts";
import { ruleMisuse } from "./misuse/misuse.lifecycle.ts";
import { pauseWhistle, resumeWhistle } from "./pause/pause.lifecycle.ts";
import { PauseGround, WhistlePause } from "./pause/whistle-pause.ts";
import { placeWhistle } from "./place/place.lifecycle.ts";
import kaifu from "./profile/profiles/kaifu.json" with { type: "json" };
import pinggu from "./profile/profiles/pinggu.json" with { type: "json" };
import { checkProfile } from "./profile/whistle-profile.findings.ts";
import type { WhistleRules } from "./profile/whistle-profile.schema.ts";
import { raiseWhistle } from "./raising/raising.lifecycle.ts";
import { screenWhistle } from "./screening/screening.lifecycle.ts";
import { formTaskForce } from "./task-force/task-force.lifecycle.ts";
import { clocksOf } from "./whistle.deadline.ts";
import { kf, people, pg } from "./whistle.fixtures.ts";
import { type Dossier, stateOf, type WhistleMove, type WhistleMoveName } from "./whistle.lifecycle.ts";
import { Whistle } from "./whistle.ts";
import { ClockStep } from "./whistle-clock.ts";
import { blowFindings, bodyOf, isScreened } from "./whistle-options.ts";
import { DisputeDecision, type WhistleParticipant, WhistleRole } from "./whistle-participant.ts";
import { WhistleState as S } from "./whistle-state.ts";
import { withdrawWhistle } from "./withdrawal/withdrawal.lifecycle.ts";

const rulesOf = (document: unknown): WhistleRules => {
  const check = checkProfile(document);
  if (!check.success) throw new Error("the profile has holes");
  return check.rules;
};
const KF = rulesOf(kaifu);
const PG = rulesOf(pinggu);
const at = new Date("2026-06-01T10:00:00+08:00");
const before = new Date("2026-06-01T09:00:00+08:00");

/** How far the lead has come in a state. */
const leadSteps: Partial<Record<S, Partial<WhistleParticipant>>> = {
  SIGNED: { signedAt: before },
  ARRIVED: { signedAt: before, arrivedAt: before },
  MEASURES_ISSUED: { signedAt: before, arrivedAt: before, measuresAt: before, measures: "—" },
  RESOLVED: {
    signedAt: before,
    arrivedAt: before,
    measuresAt: before,
    measures: "—",
    resolvedAt: before,
    result: "—",
  },
};

function dossier(
  state: S,
  assisting: Partial<WhistleParticipant> = {},
  {
    kind: code = "TACKLING",
    rules = KF,
    change = {},
  }: { kind?: string; rules?: WhistleRules; change?: Partial<Whistle> } = {},
): Dossier {
  const kind = kindOf(rules, code);
  const whistle = Object.assign(new Whistle(), {
    districtCode: "430105",
    number: "430105-W-20260601-0001",
    kind: kind.code,
    level: kind.level,
    state,
    theme: null,
    blowerPost: Post.SUBDISTRICT_LEADER,
    blowerUnitCode: kf.street,
    blowerId: people.kfStreet.id,
    divisionCode: kf.community,
    gridCode: null,
    noGridYet: true,
    ...change,
  });
  const steps =
    leadSteps[state] ?? ([S.CONFIRMED, S.EVALUATED, S.CLOSED].includes(state) ? leadSteps.RESOLVED : {});
  const unit = (code: string, role: WhistleRole, kindOfUnit: string) =>
    participantOf(
      whistle,
      { unit: code, role, kind: kindOfUnit, chief: null, responder: null, verdict: null },
      kind,
      before,
    );
  const participants = [
    Object.assign(unit(kf.market, WhistleRole.LEAD, "DEPARTMENT"), steps),
    Object.assign(unit(kf.urban, WhistleRole.ASSISTING, "ENFORCEMENT_TEAM"), assisting),
    unit(kf.commerce, WhistleRole.ASSISTING, "DEPARTMENT"),
  ];
  return {
    whistle,
    participants,
    clocks: clocksOf(whistle, kind, rules, before, { participants, unitHours: new Map() }),
    taskForce: null,
    pauses: [],
    extensions: [],
    unitHours: new Map(),
    rules,
    kind,
  };
}

const by = (principal: Principal): Actor => ({ principal, at });
const signed = { signedAt: before };
const arrived = { ...signed, arrivedAt: before };
const measured = { ...arrived, measuresAt: before, measures: "—" };
const contested = { disputedAt: before, disputeReason: "—" };
const checkIn = { note: null, longitude: null, latitude: null };
const plan = {
  duties: [kf.market, kf.urban, kf.commerce].map((unit) => ({ unit, duty: "各负其责" })),
  cause: "设计未预留电源",
  plan: "增容并安装",
  partySupervisor: "区委办 甲",
  governmentSupervisor: "区政府办 乙",
};
const confirmation = { solved: true, note: "已解决", acceptedByDemander: null };
const ruling = {
  unit: kf.urban,
  matter: null,
  decision: DisputeDecision.UPHELD,
  grounds: "属其职责",
  replacement: null,
};

const standstill = { ground: PauseGround.DEMANDER, reason: "等待住户在家" };
const openPause = Object.assign(new WhistlePause(), {
  turn: 1,
  ...standstill,
  pausedAt: before,
  resumedAt: null,
});
const pendingExtension = Object.assign(new WhistleExtension(), {
  turn: 1,
  step: ClockStep.MEASURES,
  ordinal: 0,
  unitCode: kf.market,
  amount: 2,
  granted: null,
});

/** Each move as somebody entitled to it would make it, in whatever state. */
const moves: Record<WhistleMoveName, (state: S) => WhistleMove> = {
  screen: (state) =>
    screenWhistle(
      dossier(state, {}, { kind: "RESIDENTS", rules: PG }),
      { dismissedBecause: null },
      by(people.kfStaff),
    ),
  sign: (state) => signWhistle(dossier(state), by(people.kfUrban)),
  arrive: (state) => arriveWhistle(dossier(state, signed), checkIn, by(people.kfUrban)),
  issueMeasures: (state) => issueMeasures(dossier(state, arrived), "清运", by(people.kfUrban)),
  resolve: (state) => resolveWhistle(dossier(state, measured), "清运完毕", by(people.kfUrban)),
  formTaskForce: (state) => formTaskForce(dossier(state), plan, by(people.kfStreet)),
  recordCheckpoint: (state) =>
    recordCheckpoint(
      dossier(state, {}, { kind: "TOWNSHIP", rules: PG }),
      { ordinal: 1, note: "已勘查" },
      by(people.kfStreet),
    ),
  pause: (state) => pauseWhistle(dossier(state), standstill, by(people.kfStreet)),
  resume: (state) => resumeWhistle({ ...dossier(state), pauses: [openPause] }, by(people.kfMarket)),
  askExtension: (state) =>
    askWhistleExtension(
      dossier(state, {}, { kind: "TOWNSHIP", rules: PG }),
      { step: ClockStep.CHECKPOINT, ordinal: 4, amount: 2, reason: "等待变压器到货" },
      by(people.kfMarket),
    ),
  decideExtension: (state) =>
    decideWhistleExtension(
      { ...dossier(state), extensions: [pendingExtension] },
      { step: ClockStep.MEASURES, ordinal: 0, granted: false, grounds: "理由不充分" },
      by(people.kfStreet),
    ),
  place: (state) => placeWhistle(dossier(state), kf.grid, by(people.kfStreet)),
  dispute: (state) => disputeWhistle(dossier(state), "不属我局职责", by(people.kfUrban)),
  decideDispute: (state) => decideDispute(dossier(state, contested), ruling, by(people.kfArbiter)),
  confirm: (state) => confirmWhistle(dossier(state), confirmation, by(people.kfStreet)),
  withdraw: (state) => withdrawWhistle(dossier(state), "另有安排", by(people.kfStreet)),
  ruleMisuse: (state) => ruleMisuse(dossier(state), "社区可自行解决", by(people.kfPerformance)),
  raise: (state) =>
    raiseWhistle(
      dossier(state),
      { to: "430105-W-20260601-0002", reason: "街道难以解决" },
      by(people.kfStreet),
    ),
  evaluate: (state) => markEvaluated(dossier(state), by(people.service)),
  close: (state) => closeWhistle(dossier(state), by(people.kfStreet)),
};

const calling = [S.BLOWN, S.SIGNED, S.ARRIVED, S.MEASURES_ISSUED, S.DISPUTED];
const legal: Record<WhistleMoveName, readonly S[]> = {
  screen: [S.DRAFT],
  sign: [...calling, S.RESOLVED],
  arrive: [...calling, S.RESOLVED],
  issueMeasures: [...calling, S.RESOLVED],
  resolve: [...calling, S.RESOLVED],
  formTaskForce: calling,
  recordCheckpoint: [...calling, S.RESOLVED],
  pause: calling,
  resume: calling,
  askExtension: calling,
  decideExtension: [...calling, S.RESOLVED],
  place: [S.DRAFT, ...calling, S.RESOLVED, S.CONFIRMED, S.EVALUATED],
  dispute: [S.BLOWN, S.SIGNED, S.ARRIVED, S.DISPUTED],
  decideDispute: [S.DISPUTED],
  confirm: [S.RESOLVED],
  withdraw: [S.DRAFT, S.BLOWN, S.SIGNED, S.ARRIVED, S.DISPUTED],
  ruleMisuse: [...calling, S.RESOLVED],
  raise: [...calling, S.RESOLVED, S.CONFIRMED, S.EVALUATED, S.CLOSED],
  evaluate: [S.CONFIRMED],
  close: [S.EVALUATED],
};
const names = Object.keys(legal) as WhistleMoveName[];
const every = names.flatMap((move) =>
  Object.values(S).map(
    (state) => [state, move, legal[move].includes(state) ? "goes" : "is refused"] as const,
  ),
);

interface Refused {
  readonly code: string;
  readonly rule: string;
  readonly allowed: { readonly states: readonly string[]; readonly moves: readonly string[] };
}

const refusalOf = (work: () => unknown): GraphQLError["extensions"] => {
  try {
    work();
  } catch (error) {
    return (error as GraphQLError).extensions;
  }
  throw new Error("it was not refused");
};

describe("every state and move", () => {
  it.each(every)("%s: %s %s", (state, move, outcome) => {
    if (outcome === "goes") expect(moves[move](state).kind).toMatch(/^WHISTLE_/);
    else {
      const { code, rule, allowed } = refusalOf(() => moves[move](state)) as unknown as Refused;
      expect([code, rule, [...allowed.states].sort()]).toEqual([
        "WHISTLE_ILLEGAL_MOVE",
        "PG-2",
        [...legal[move]].sort(),
      ]);
      const tabled = allowed.moves.filter((possible) => (names as string[]).includes(possible));
      expect(tabled.sort()).toEqual(names.filter((name) => legal[name].includes(state)).sort());
    }
  });
});

describe("where a whistle stands", () => {
  it.each<[string, S, Partial<WhistleParticipant>[]]>([
    ["nobody signed", S.BLOWN, [{}, {}]],
    ["an assisting unit signed, the lead did not", S.BLOWN, [{}, signed]],
    ["the lead signed", S.SIGNED, [signed, {}]],
    ["the lead arrived", S.ARRIVED, [arrived, {}]],
    ["the lead issued measures, the others nothing", S.MEASURES_ISSUED, [measured, {}]],
    ["the lead reported the result", S.RESOLVED, [{ ...measured, resolvedAt: before, result: "—" }, {}]],
    ["a duty is contested, wherever the lead stands", S.DISPUTED, [measured, contested]],
    ["it was decided", S.SIGNED, [signed, { ...contested, disputeDecision: DisputeDecision.UPHELD }]],
    [
      "the contesting unit was let go",
      S.BLOWN,
      [{}, { ...contested, disputeDecision: DisputeDecision.RELEASED, releasedAt: before }],
    ],
  ])("%s: %s", (_, state, [lead = {}, other = {}]) => {
    const [first, second] = dossier(S.BLOWN).participants;
    expect(
      stateOf([Object.assign(first ?? {}, lead), Object.assign(second ?? {}, other)] as WhistleParticipant[]),
    ).toBe(state);
  });
});

describe("who may make a move", () => {
  it.each<[string, string, () => unknown]>([
    [
      "KF-11: a unit that was not called",
      "WHISTLE_NOT_CALLED",
      () => signWhistle(dossier(S.BLOWN), by(people.kfInvestment)),
    ],
    [
      "KF-11: the responder of another street",
      "WHISTLE_OTHER_AREA",
      () => signWhistle(dossier(S.BLOWN), by(people.kfUrbanElsewhere)),
    ],
    [
      "KF-11: a post that answers for nobody",
      "WHISTLE_WRONG_RESPONDER",
      () => signWhistle(dossier(S.BLOWN), by({ ...people.kfMarket, post: Post.DATA_STEWARD })),
    ],
    [
      "a unit that was let go",
      "WHISTLE_NOT_CALLED",
      () => signWhistle(dossier(S.BLOWN, { releasedAt: before }), by(people.kfUrban)),
    ],
    [
      "PG-4: a unit that contests its duty signs",
      "WHISTLE_DUTY_CONTESTED",
      () => signWhistle(dossier(S.DISPUTED, contested), by(people.kfUrban)),
    ],
    [
      "the second clerk of a unit",
      "WHISTLE_STEP_DONE",
      () => signWhistle(dossier(S.BLOWN, signed), by(people.kfUrban)),
    ],
    [
      "arrival before signature",
      "WHISTLE_STEP_SKIPPED",
      () => arriveWhistle(dossier(S.BLOWN), checkIn, by(people.kfUrban)),
    ],
    [
      "measures before arrival",
      "WHISTLE_STEP_SKIPPED",
      () => issueMeasures(dossier(S.SIGNED, signed), "清运", by(people.kfUrban)),
    ],
    [
      "a result before measures",
      "WHISTLE_STEP_SKIPPED",
      () => resolveWhistle(dossier(S.ARRIVED, arrived), "完毕", by(people.kfUrban)),
    ],
    [
      "measures without a word",
      "WHISTLE_TEXT",
      () => issueMeasures(dossier(S.SIGNED, arrived), " ", by(people.kfUrban)),
    ],
    [
      "PG-4: a duty contested after measures",
      "WHISTLE_STEP_DONE",
      () => disputeWhistle(dossier(S.ARRIVED, measured), "非我职责", by(people.kfUrban)),
    ],
    [
      "PG-4: a duty contested twice",
      "WHISTLE_STEP_DONE",
      () => disputeWhistle(dossier(S.DISPUTED, contested), "非我职责", by(people.kfUrban)),
    ],
    [
      "PG-4: the blower decides a dispute",
      "WHISTLE_NOT_ARBITER",
      () => decideDispute(dossier(S.DISPUTED, contested), ruling, by(people.kfStreet)),
    ],
    [
      "PG-4: an arbiter of another district",
      "WHISTLE_NOT_ARBITER",
      () =>
        decideDispute(
          dossier(S.DISPUTED, contested),
          ruling,
          by({ ...people.kfArbiter, division: "110117" }),
        ),
    ],
    [
      "PG-4: a dispute nobody opened",
      "WHISTLE_NOT_CONTESTED",
      () =>
        decideDispute(dossier(S.DISPUTED, contested), { ...ruling, unit: kf.commerce }, by(people.kfArbiter)),
    ],
    [
      "KF-15: the lead confirms its own work",
      "WHISTLE_NOT_THE_BLOWER",
      () => confirmWhistle(dossier(S.RESOLVED), confirmation, by(people.kfMarket)),
    ],
    [
      "KF-15: another street confirms",
      "WHISTLE_NOT_THE_BLOWER",
      () => confirmWhistle(dossier(S.RESOLVED), confirmation, by(people.kfOtherStreet)),
    ],
    [
      "PG-15: a department confirms what it leads itself",
      "WHISTLE_NOT_THE_CENTRE",
      () =>
        confirmWhistle(
          dossier(S.RESOLVED, {}, { kind: "DEPARTMENT", rules: PG }),
          confirmation,
          by(people.kfStreet),
        ),
    ],
    [
      "a called unit withdraws it",
      "WHISTLE_NOT_THE_BLOWER",
      () => withdrawWhistle(dossier(S.BLOWN), "—", by(people.kfMarket)),
    ],
    [
      "KF-17: the called unit rules on misuse",
      "WHISTLE_NOT_RULING",
      () => ruleMisuse(dossier(S.BLOWN), "—", by(people.kfMarketChief)),
    ],
    [
      "KF-17: the performance office of another district",
      "WHISTLE_NOT_RULING",
      () => ruleMisuse(dossier(S.BLOWN), "—", by(people.pgPerformance)),
    ],
    [
      "KF-15: a person calls it evaluated",
      "FORBIDDEN",
      () => markEvaluated(dossier(S.CONFIRMED), by(people.kfStreet)),
    ],
    [
      "a called unit closes it",
      "WHISTLE_NOT_THE_BLOWER",
      () => closeWhistle(dossier(S.EVALUATED), by(people.kfMarket)),
    ],
    [
      "PG-11: an assisting unit forms the task force",
      "WHISTLE_NOT_AT_WORK_ON_IT",
      () => formTaskForce(dossier(S.BLOWN), plan, by(people.kfUrban)),
    ],
    [
      "PG-11: a party without a duty",
      "WHISTLE_DUTIES_INCOMPLETE",
      () => formTaskForce(dossier(S.BLOWN), { ...plan, duties: plan.duties.slice(1) }, by(people.kfStreet)),
    ],
    [
      "PG-11: a duty for a unit that was not called",
      "WHISTLE_DUTIES_INCOMPLETE",
      () =>
        formTaskForce(
          dossier(S.BLOWN),
          { ...plan, duties: [...plan.duties, { unit: kf.investment, duty: "—" }] },
          by(people.kfStreet),
        ),
    ],
    [
      "PG-11: one person supervises for both",
      "WHISTLE_ONE_SUPERVISOR",
      () =>
        formTaskForce(
          dossier(S.BLOWN),
          { ...plan, governmentSupervisor: plan.partySupervisor },
          by(people.kfStreet),
        ),
    ],
    [
      "PG-12: a checkpoint that is not there",
      "WHISTLE_NO_CHECKPOINT",
      () => recordCheckpoint(dossier(S.BLOWN), { ordinal: 1, note: "—" }, by(people.kfStreet)),
    ],
    [
      "PG-11: the lead resolves without a task force",
      "WHISTLE_NO_TASK_FORCE",
      () =>
        resolveWhistle(
          dossier(S.MEASURES_ISSUED, {}, { kind: "TOWNSHIP", rules: PG, change: { theme: "PEOPLE_NEED" } }),
          "完毕",
          by(people.kfMarket),
        ),
    ],
    [
      "BJ-12: a grid elsewhere",
      "WHISTLE_GRID_ELSEWHERE",
      () => placeWhistle(dossier(S.BLOWN), "430105010004001", by(people.kfStreet)),
    ],
    [
      "BJ-12: a resident of the place gives the grid of another's whistle",
      "WHISTLE_NOT_THE_BLOWER",
      () =>
        placeWhistle(
          dossier(S.BLOWN, {}, { change: { blowerUnitCode: kf.community } }),
          kf.grid,
          by(person(Post.RESIDENT, { unit: kf.community })),
        ),
    ],
    [
      "BJ-12: a called department gives the grid",
      "WHISTLE_NOT_THE_BLOWER",
      () => placeWhistle(dossier(S.BLOWN), kf.grid, by(people.kfMarketChief)),
    ],
  ])("refuses %s (%s)", (_, code, work) => {
    expect(refusalOf(work)).toMatchObject({
      code,
      fault: "CALLER",
      messageZh: expect.stringMatching(/\p{Script=Han}/u),
    });
  });

  it.each<[string, Principal]>([
    ["the street that blew it", people.kfStreet],
    ["the command centre of the district", people.kfDispatcher],
  ])("%s closes it after the grades", (_, principal) => {
    expect(closeWhistle(dossier(S.EVALUATED), by(principal)).change).toMatchObject({
      state: S.CLOSED,
      endedAt: at,
    });
  });
});

describe("what a move brings with it", () => {
  it("the lead's measures stop the clock; an assisting unit's do not", () => {
    const lead = issueMeasures(dossier(S.ARRIVED), "分步关停", by(people.kfMarket));
    expect(lead).toMatchObject({
      change: { state: S.MEASURES_ISSUED },
      clocks: [{ step: "MEASURES", metAt: at }],
    });
    const other = issueMeasures(dossier(S.ARRIVED, arrived), "清运", by(people.kfUrban));
    expect(other).toMatchObject({ change: { state: S.ARRIVED }, clocks: [] });
  });

  it("the first arrival brings the tickets into 报到处置, later ones do not (PG-2)", () => {
    expect(arriveWhistle(dossier(S.SIGNED), checkIn, by(people.kfMarket)).tickets).toBe("ARRIVED");
    expect(arriveWhistle(dossier(S.ARRIVED, signed), checkIn, by(people.kfUrban)).tickets).toBeUndefined();
  });

  it("KF-15: the confirmation tells the evaluation whom to grade, with what they did and when", () => {
    expect(
      confirmWhistle(dossier(S.RESOLVED, { releasedAt: before }), confirmation, by(people.kfStreet)),
    ).toMatchObject({
      kind: "WHISTLE_CONFIRMED",
      payload: {
        kind: "TACKLING",
        blower: kf.street,
        evaluator: kf.street,
        division: kf.community,
        participants: [
          { unit: kf.market, role: "LEAD", signedAt: before, arrivedAt: before, measuresAt: before },
          { unit: kf.commerce, role: "ASSISTING", signedAt: null, arrivedAt: null, measuresAt: null },
        ],
      },
      tickets: "RESUMED",
    });
  });

  it("PG-15: of a whistle a department leads itself, the centre grades", () => {
    const led = dossier(
      S.RESOLVED,
      {},
      { kind: "DEPARTMENT", rules: PG, change: { districtCode: "110117", blowerUnitCode: pg.housing } },
    );
    expect(confirmWhistle(led, confirmation, by(people.pgDispatcher)).payload).toMatchObject({
      blower: pg.housing,
      evaluator: "110117-COMMAND-CENTRE",
    });
  });

  it.each([
    ["the blower says it is not solved", { solved: false, note: "仍有摊贩", acceptedByDemander: null }],
    [
      "PG-11: the demanders do not accept it",
      { solved: true, note: "居民不认可", acceptedByDemander: false },
    ],
  ])("goes back to the lead when %s", (_, word) => {
    expect(confirmWhistle(dossier(S.RESOLVED), word, by(people.kfStreet))).toMatchObject({
      kind: "WHISTLE_SENT_BACK",
      change: { state: S.MEASURES_ISSUED, resolvedAt: null },
      participants: [{ unitCode: kf.market, resolvedAt: null, result: null }],
    });
  });

  it("PG-4: a lead let go needs another, an assisting unit may take it over", () => {
    const withLead = (replacement: Parameters<typeof decideDispute>[1]["replacement"]) => {
      const open = dossier(S.DISPUTED);
      Object.assign(open.participants[0] ?? {}, contested);
      const released = {
        unit: kf.market,
        matter: null,
        decision: DisputeDecision.RELEASED,
        grounds: "属城管职责",
        replacement,
      };
      return decideDispute(open, released, by(people.kfArbiter));
    };
    expect(refusalOf(() => withLead(null)).code).toBe("WHISTLE_NEEDS_REPLACEMENT");
    const unit = {
      unit: kf.urban,
      role: WhistleRole.ASSISTING,
      kind: "ENFORCEMENT_TEAM",
      chief: null,
      responder: null,
      verdict: null,
    };
    expect(withLead(unit)).toMatchObject({
      change: { state: S.BLOWN },
      participants: [
        { unitCode: kf.market, releasedAt: at, disputeDecision: "RELEASED" },
        { unitCode: kf.urban, role: "LEAD" },
      ],
      clocks: [],
    });
  });

  it("PG-4: a unit newly called has its own time: the running clock begins anew", () => {
    const unit = {
      unit: kf.investment,
      role: WhistleRole.ASSISTING,
      kind: "COMPANY",
      chief: null,
      responder: null,
      verdict: null,
    };
    const decided = decideDispute(
      dossier(S.DISPUTED, contested),
      { unit: kf.urban, matter: null, decision: DisputeDecision.RELEASED, grounds: "—", replacement: unit },
      { principal: people.kfArbiter, at: new Date("2026-06-03T10:00:00+08:00") },
    );
    expect(decided.clocks).toMatchObject([
      { step: "MEASURES", dueAt: new Date("2026-06-11T00:00:00+08:00") },
    ]);
    expect(decided.payload).toMatchObject({ replacement: kf.investment, restarted: ["MEASURES"] });
  });

  it("PG-4: a clock all had met begins anew for the unit newly called; one that ran out stays as it ran out", () => {
    const open = dossier(S.DISPUTED, { ...contested, ...arrived }, { kind: "EMERGENCY" });
    for (const each of open.participants) Object.assign(each, arrived);
    const [arrive, measures] = open.clocks;
    Object.assign(arrive ?? {}, { metAt: before });
    const unit = {
      unit: kf.investment,
      role: WhistleRole.ASSISTING,
      kind: "COMPANY",
      chief: null,
      responder: null,
      verdict: null,
    };
    const released = {
      unit: kf.urban,
      matter: null,
      decision: DisputeDecision.RELEASED,
      grounds: "—",
      replacement: unit,
    };
    const afternoon = { principal: people.kfArbiter, at: new Date("2026-06-01T15:00:00+08:00") };
    expect(measures?.dueAt).toEqual(new Date("2026-06-01T11:00:00+08:00"));
    expect(decideDispute(open, released, afternoon).clocks).toMatchObject([
      { step: "ARRIVE", metAt: null, dueAt: new Date("2026-06-01T15:30:00+08:00") },
    ]);
  });

  it("KF-17: misuse stops the clocks and names the blower; the reason stays on the whistle, out of the log", () => {
    const move = ruleMisuse(dossier(S.BLOWN), "社区可自行解决", by(people.kfPerformance));
    expect(move.payload).toEqual({ kind: "TACKLING", blower: kf.street, division: kf.community });
    expect(move).toMatchObject({
      kind: "WHISTLE_RULED_MISUSE",
      change: { endReason: "社区可自行解决" },
      clocks: [{ stoppedAt: at, metAt: null }],
      tickets: "RESUMED",
    });
  });

  it("PG-8: raising ends a whistle at work and leaves a resolved one as it is", () => {
    const to = { to: "430105-W-20260601-0002", reason: "—" };
    expect(raiseWhistle(dossier(S.SIGNED), to, by(people.kfStreet)).change).toMatchObject({
      state: S.CLOSED,
      endedAt: at,
    });
    expect(raiseWhistle(dossier(S.CONFIRMED), to, by(people.kfStreet)).change).toEqual({});
  });
});

/** §1.7 for the two districts: who may blow what. Every other pair of post and kind is refused. */
const mayBlow: readonly [
  rules: WhistleRules,
  kind: string,
  who: readonly Principal[],
  screened?: readonly Principal[],
][] = [
  [KF, "ROUTINE", [people.kfStaff, people.kfSecretary]],
  [KF, "EMERGENCY", [people.kfSecretary]],
  [KF, "TACKLING", [people.kfStreet]],
  [
    PG,
    "RESIDENTS",
    [people.pgMember, people.pgStaff, people.pgSecretary, people.pgDispatcher],
    [people.pgResident, people.pgOtherResident],
  ],
  [PG, "VILLAGE", [people.pgStaff, people.pgSecretary]],
  [PG, "TOWNSHIP", [people.pgTown]],
  [PG, "DEPARTMENT", [people.pgHousing, people.pgHousingChief]],
  [PG, "DEPARTMENT_TO_TOWNSHIP", [people.pgHousingChief]],
  [PG, "RALLY", [people.pgSecretary]],
];

const everyone = (district: string): Principal[] =>
  Object.values(people).filter(
    ({ division, unit }) =>
      division.startsWith(district) &&
      ![pg.power, pg.office].some((each) => each === unit) &&
      !unit.endsWith("004"),
  );

const ticketOf = (district: string) =>
  ({
    number: `${district}-20260601-000001`,
    state: TicketState.IN_PROGRESS,
    divisionCode: district === "430105" ? kf.community : pg.community,
    handlingUnitCode: district === "430105" ? kf.community : pg.housing,
    verifiedAt: before,
    communityCanSolve: false,
  }) as Ticket;

const pairs = mayBlow.flatMap(([rules, kind, who, screened = []]) =>
  everyone(rules.district)
    .filter(
      (principal) =>
        ![people.kfOtherStreet, people.kfUrbanElsewhere].some(
          ({ id, division }) => id === principal.id && division === principal.division,
        ),
    )
    .map((principal) => {
      const outcome = who.includes(principal)
        ? "may"
        : screened.includes(principal)
          ? "may, once screened,"
          : "may not";
      return [`${principal.post} of ${principal.unit}`, outcome, kind, rules, principal] as const;
    }),
);

describe("who may whistle (§1.7)", () => {
  it.each(pairs)("%s %s blow %s", (_, outcome, code, rules, principal) => {
    const kind = kindOf(rules, code);
    const tickets = [ticketOf(rules.district)];
    const division = tickets[0]?.divisionCode ?? "";
    const findings = blowFindings(kind, { principal, division, tickets, openWhistles: [] });
    expect(findings.map((finding) => finding.code)).toEqual(
      outcome === "may not" ? ["WHISTLE_WRONG_BLOWER"] : [],
    );
    expect(isScreened(kind, principal)).toBe(outcome === "may, once screened,");
  });

  it("PG-8, ZY-15: nobody whistles for a place they do not answer for", () => {
    const findings = blowFindings(kindOf(KF, "TACKLING"), {
      principal: people.kfOtherStreet,
      division: kf.community,
      tickets: [ticketOf("430105")],
      openWhistles: [],
    });
    expect(findings.map(({ code }) => code)).toEqual(["WHISTLE_ELSEWHERE"]);
  });

  it("PG-3: a department whistles from a ticket only while it handles it", () => {
    const kind = kindOf(PG, "DEPARTMENT");
    const handledBy = (handlingUnitCode: string | null) => {
      const tickets = [{ ...ticketOf("110117"), handlingUnitCode }];
      const ground = { principal: people.pgHousing, division: pg.community, tickets, openWhistles: [] };
      return blowFindings(kind, ground).map(({ code }) => code);
    };
    expect([pg.housing, pg.town, null].map(handledBy)).toEqual([
      [],
      ["WHISTLE_NOT_THE_HANDLER"],
      ["WHISTLE_NOT_THE_HANDLER"],
    ]);
  });

  it("a department whistles for its whole district and for no other", () => {
    const kind = kindOf(PG, "RESIDENTS");
    const codes = ["110117", "110117005", "430105"].map((division) =>
      blowFindings(kind, { principal: people.pgDispatcher, division, tickets: [], openWhistles: [] }).map(
        ({ code }) => code,
      ),
    );
    expect(codes).toEqual([[], [], ["WHISTLE_ELSEWHERE"]]);
  });

  it.each([
    ["430105010003", "COMMUNITY"],
    ["430105010", "SUBDISTRICT"],
    ["430105", "DISTRICT"],
    ["430105-MARKET-SUPERVISION", "DEPARTMENT"],
    ["430105010-GOVERNANCE", "DEPARTMENT"],
  ])("reads from the code of %s that it is a %s", (unit, body) => {
    expect(bodyOf(unit)).toBe(body);
  });
});
