import { describe, expect, it } from "vitest";
import type { Principal } from "../../shared/principal.ts";
import { dispatchedTo, kaifu, people } from "../city-management.fixtures.ts";
import { StreetOrderKind } from "../street-order-class/street-order-class.ts";
import { StreetOrderLimitUnit, StreetOrderStandard } from "../street-order-standard/street-order-standard.ts";
import {
  dispatch,
  establish,
  evaluate,
  feedBack,
  handle,
  legalFrom,
  type StreetOrderMove,
  verify,
} from "./street-order-case.lifecycle.ts";
import { FoundBy, StreetOrderCase } from "./street-order-case.ts";
import { StreetOrderState } from "./street-order-state.ts";

const at = new Date("2026-06-01T10:00:00+08:00");
const standard = Object.assign(new StreetOrderStandard(), {
  limitAmount: 4,
  limitUnit: StreetOrderLimitUnit.WORKING_HOURS,
});

const inState = (state: StreetOrderState, handlingUnitCode: string = kaifu.bureau): StreetOrderCase =>
  Object.assign(new StreetOrderCase(), {
    districtCode: kaifu.district,
    number: "430105-C-20260601-0001",
    kind: StreetOrderKind.EVENT,
    subclassCode: "0502",
    gridCode: kaifu.grid,
    foundBy: FoundBy.COLLECTOR,
    handledAt: null,
    closedAt: null,
    version: 1,
    ...(state === StreetOrderState.COLLECTED || state === StreetOrderState.ESTABLISHED
      ? { handlingUnitCode: null, dueAt: null }
      : dispatchedTo(handlingUnitCode)),
    state,
  });

type StepName = keyof typeof legalFrom;

/** Each step as whose it is takes it. */
const steps: Readonly<
  Record<StepName, readonly [Principal, (found: StreetOrderCase, as: Principal) => StreetOrderMove]>
> = {
  ESTABLISHMENT: [
    people.supervisor,
    (found, principal) => establish(found, { passed: true }, standard, { principal, at }),
  ],
  DISPATCH: [
    people.dispatcher,
    (found, principal) => dispatch(found, { handlingUnit: kaifu.bureau }, standard, { principal, at }),
  ],
  HANDLING: [people.officer, (found, principal) => handle(found, "已劝离", { principal, at })],
  FEEDBACK: [people.dispatcher, (found, principal) => feedBack(found, undefined, { principal, at })],
  VERIFICATION: [
    people.supervisor,
    (found, principal) => verify(found, { passed: true, finding: "已恢复" }, { principal, at }),
  ],
  EVALUATION: [people.supervisor, (found, principal) => evaluate(found, "按期办结", { principal, at })],
};
const names = Object.keys(steps) as StepName[];
const states = Object.values(StreetOrderState);

const refusalOf = (work: () => unknown): Readonly<Record<string, unknown>> | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { extensions?: Record<string, unknown> }).extensions;
  }
};
const codeOf = (work: () => unknown): unknown => refusalOf(work)?.code;

describe("the seven steps are taken in their turn (CJJ/T 106)", () => {
  it.each(names.flatMap((name) => states.map((state) => [name, state] as const)))(
    "%s from %s",
    (name, state) => {
      const [as, take] = steps[name];
      const takenFrom = (step: StepName): readonly StreetOrderState[] => legalFrom[step];
      const refused = refusalOf(() => take(inState(state), as));
      if (takenFrom(name).includes(state)) expect(refused).toBeUndefined();
      else {
        expect(refused).toMatchObject({
          code: "STREET_ORDER_STEP_OUT_OF_TURN",
          rule: "CJJ/T 106",
          allowed: {
            states: takenFrom(name),
            moves: names.filter((step) => takenFrom(step).includes(state)),
          },
        });
      }
    },
  );
});

describe("who takes which step", () => {
  const who = {
    supervisor: people.supervisor,
    dispatcher: people.dispatcher,
    officer: people.officer,
    stationChief: people.stationChief,
    sweeper: people.sweeper,
    inspector: people.inspector,
    resident: people.resident,
  };
  const forbidden = "FORBIDDEN";
  const judged = "STREET_ORDER_JUDGED_BY_HANDLER";
  const notTheHandler = "STREET_ORDER_NOT_THE_HANDLER";

  it.each<[StepName, Partial<Record<keyof typeof who, string | undefined>>]>([
    ["ESTABLISHMENT", { dispatcher: forbidden, officer: forbidden, sweeper: forbidden, resident: forbidden }],
    ["DISPATCH", { supervisor: forbidden, officer: forbidden, sweeper: forbidden, resident: forbidden }],
    [
      "HANDLING",
      {
        supervisor: notTheHandler,
        dispatcher: notTheHandler,
        stationChief: notTheHandler,
        sweeper: notTheHandler,
        resident: notTheHandler,
      },
    ],
    ["FEEDBACK", { supervisor: forbidden, officer: forbidden, resident: forbidden }],
    [
      "VERIFICATION",
      {
        dispatcher: forbidden,
        officer: judged,
        stationChief: judged,
        sweeper: forbidden,
        inspector: forbidden,
      },
    ],
    [
      "EVALUATION",
      {
        dispatcher: forbidden,
        officer: judged,
        stationChief: judged,
        sweeper: forbidden,
        inspector: forbidden,
      },
    ],
  ])("%s", (name, refusals) => {
    const [as, take] = steps[name];
    const [state] = legalFrom[name];
    expect(codeOf(() => take(inState(state), as))).toBeUndefined();
    for (const [one, code] of Object.entries(refusals)) {
      expect([one, codeOf(() => take(inState(state), who[one as keyof typeof who]))]).toEqual([one, code]);
    }
  });

  it("of the unit only who answers for the place says what was done", () => {
    const dispatched = inState(StreetOrderState.DISPATCHED);
    expect(codeOf(() => handle(dispatched, "已劝离", { principal: people.otherOfficer, at }))).toBe(
      notTheHandler,
    );
    expect(codeOf(() => handle(dispatched, "已劝离", { principal: people.bureauChief, at }))).toBeUndefined();
  });

  it("the handler may not judge even where it is the supervision centre that was sent there", () => {
    const misdirected = inState(StreetOrderState.FEEDBACK_GIVEN, kaifu.supervisionCentre);
    const judge = () =>
      verify(misdirected, { passed: true, finding: "已恢复" }, { principal: people.supervisor, at });
    expect(codeOf(judge)).toBe(judged);
  });

  it("another district's centres have no say", () => {
    const [, establishing] = steps.ESTABLISHMENT;
    const elsewhere = { ...people.supervisor, unit: "110117-SUPERVISION-CENTRE", division: "110117" };
    expect(codeOf(() => establishing(inState(StreetOrderState.COLLECTED), elsewhere))).toBe(forbidden);
  });
});

describe("a dispatch", () => {
  const established = inState(StreetOrderState.ESTABLISHED);
  const send = (handlingUnit: string, by: StreetOrderStandard | null = standard) =>
    dispatch(established, { handlingUnit }, by, { principal: people.dispatcher, at });

  it.each([
    [
      "to a centre, which would judge what it handled",
      kaifu.supervisionCentre,
      "STREET_ORDER_HANDLED_BY_CENTRE",
    ],
    ["to the centre that dispatches", kaifu.commandCentre, "STREET_ORDER_HANDLED_BY_CENTRE"],
    ["to a unit of another district", "110117-URBAN-MANAGEMENT", "BAD_INPUT"],
  ])("%s is refused", (_, unit, code) => {
    expect(codeOf(() => send(unit))).toBe(code);
  });

  it("is refused without a standard, which has the time limit", () => {
    expect(codeOf(() => send(kaifu.bureau, null))).toBe("STREET_ORDER_NO_STANDARD");
  });

  it("fixes the limit in force and when it ends", () => {
    expect(send(kaifu.bureau).change).toEqual({
      state: StreetOrderState.DISPATCHED,
      handlingUnitCode: kaifu.bureau,
      dispatchedAt: at,
      limitAmount: 4,
      limitUnit: StreetOrderLimitUnit.WORKING_HOURS,
      dueAt: new Date("2026-06-01T15:00:00+08:00"),
    });
  });
});

describe("what is said at a step", () => {
  const by = { principal: people.supervisor, at };
  it("a case is declined with grounds or not at all", () => {
    const found = inState(StreetOrderState.COLLECTED);
    expect(codeOf(() => establish(found, { passed: false, note: "  " }, standard, by))).toBe("BAD_INPUT");
    expect(establish(found, { passed: false, note: " 不在管辖范围 " }, null, by)).toMatchObject({
      change: { state: "DECLINED" },
      kind: "STREET_ORDER_DECLINED",
      taken: { passed: false, note: "不在管辖范围" },
    });
  });

  it("what does not meet the closing condition goes back, and its clock runs on", () => {
    const move = verify(inState(StreetOrderState.FEEDBACK_GIVEN), { passed: false, finding: "桌椅仍在" }, by);
    expect(move).toMatchObject({ kind: "STREET_ORDER_SENT_BACK", taken: { passed: false } });
    expect(move.change).toEqual({ state: "DISPATCHED", handledAt: null });
  });
});
