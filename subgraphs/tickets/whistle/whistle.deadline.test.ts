import { describe, expect, it } from "vitest";
import { dayOf } from "../../shared/calendar.ts";
import { kindOf } from "./blow.ts";
import kaifu from "./profile/profiles/kaifu.json" with { type: "json" };
import pinggu from "./profile/profiles/pinggu.json" with { type: "json" };
import { checkProfile } from "./profile/whistle-profile.findings.ts";
import { clocksFrom, isOverdue, lateUnits, metAt, ranOut, timelinessOf } from "./whistle.deadline.ts";
import { ClockBearer, ClockStep, WhistleClock } from "./whistle-clock.ts";
import { WhistleParticipant, WhistleRole } from "./whistle-participant.ts";

const rulesOf = (document: unknown) => {
  const check = checkProfile(document);
  if (!check.success) throw new Error("the profile has holes");
  return check.rules;
};
const KF = rulesOf(kaifu);
const PG = rulesOf(pinggu);
const shanghai = (text: string) => new Date(`${text}+08:00`);

describe("the clocks of a whistle", () => {
  it.each([
    ["2019-09-26", "2019-10-09", "Sunday 29 September worked, 1 to 7 October off"],
    ["2021-09-29", "2021-10-12", "Saturday 9 October worked"],
    ["2026-09-30", "2026-10-13", "Saturday 10 October worked"],
    ["2026-11-23", "2026-11-30", "an ordinary week"],
    ["2026-11-21", "2026-11-27", "blown on a Saturday"],
  ])("KF-10: a tackling whistle of %s has measures due on %s (%s)", (blown, lastDay) => {
    for (const time of ["00:00:00", "09:30:00", "23:59:59.999"]) {
      const [clock, ...others] = clocksFrom(shanghai(`${blown}T${time}`), kindOf(KF, "TACKLING"), KF);
      expect(others).toEqual([]);
      expect(clock).toMatchObject({ step: "MEASURES", bearer: "LEAD" });
      expect(dayOf(new Date((clock?.dueAt.getTime() ?? 0) - 1))).toBe(lastDay);
      expect(clock?.dueAt).toEqual(new Date(shanghai(`${lastDay}T00:00:00`).getTime() + 24 * 3_600_000));
    }
  });

  it("KF-10: measures of 2019-09-26 are overdue at 00:00 on the 10th in Shanghai and not a millisecond earlier", () => {
    const [due] = clocksFrom(shanghai("2019-09-26T15:00:00"), kindOf(KF, "TACKLING"), KF);
    const clock = Object.assign(new WhistleClock(), due, { metAt: null, stoppedAt: null, pausedAt: null });
    expect(isOverdue(clock, shanghai("2019-10-09T23:59:59.999"))).toBe(false);
    expect(isOverdue(clock, shanghai("2019-10-10T00:00:00"))).toBe(true);
  });

  it("refuses a limit that runs into a year whose holidays nobody knows", () => {
    expect(() => clocksFrom(shanghai("2026-12-28T10:00:00"), kindOf(KF, "TACKLING"), KF)).toThrow(
      /2026-12-31/,
    );
  });

  it("KF-9: an emergency whistle counts minutes and hours, at night and on holidays too", () => {
    const start = shanghai("2019-10-01T23:50:00");
    expect(clocksFrom(start, kindOf(KF, "EMERGENCY"), KF)).toMatchObject([
      { step: "ARRIVE", bearer: "EACH", dueAt: shanghai("2019-10-02T00:20:00") },
      { step: "MEASURES", bearer: "LEAD", dueAt: shanghai("2019-10-02T01:50:00") },
    ]);
  });

  it.each([
    [
      "the lead on duty, who assists in the office",
      { EACH: ["duty", "office"], LEAD: ["duty"] },
      "11-23T12:00",
      "11-25",
    ],
    ["all on duty", { EACH: ["duty", "duty"], LEAD: ["duty"] }, "11-20T20:00", "11-25"],
    [
      "the lead in the office, who assists on duty",
      { EACH: ["office", "duty"], LEAD: ["office"] },
      "11-23T12:00",
      "11-25",
    ],
  ] as const)("GZ-16: with %s, nobody is late by another's hours", (_, { EACH, LEAD }, signed, measured) => {
    const hours = { duty: [{ from: "00:00", to: "24:00", everyDay: true }], office: KF.workingHours };
    const kind = kindOf(KF, "ROUTINE");
    const clocks = clocksFrom(shanghai("2026-11-20T16:00:00"), kind, KF, {
      EACH: EACH.map((each) => hours[each]),
      LEAD: LEAD.map((each) => hours[each]),
    });
    expect(clocks.find(({ step }) => step === "SIGN")?.dueAt).toEqual(shanghai(`2026-${signed}:00`));
    const days = clocks.find(({ step }) => step === "MEASURES");
    expect(days && dayOf(new Date(days.dueAt.getTime() - 1))).toBe(`2026-${measured}`);
  });

  it("KF-8: a routine whistle is signed for within working hours: from Friday 16:00 to Monday 12:00", () => {
    const [sign] = clocksFrom(shanghai("2026-11-20T16:00:00"), kindOf(KF, "ROUTINE"), KF);
    expect(sign).toMatchObject({ step: "SIGN", dueAt: shanghai("2026-11-23T12:00:00") });
  });

  it("PG-12: checkpoints fall on the first, third, fifth and seventh calendar day, holidays or not", () => {
    const clocks = clocksFrom(shanghai("2021-09-29T10:00:00"), kindOf(PG, "TOWNSHIP"), PG);
    const checkpoints = clocks.filter(({ step }) => step === ClockStep.CHECKPOINT);
    expect(checkpoints.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 4]);
    expect(checkpoints.map(({ dueAt }) => dueAt)).toEqual(
      ["2021-10-01", "2021-10-03", "2021-10-05", "2021-10-07"].map((day) => shanghai(`${day}T00:00:00`)),
    );
  });

  it("PG-12: the unit of the checkpoints is the district's to set", () => {
    const kind = kindOf(PG, "TOWNSHIP");
    const inWorkingDays = {
      ...kind,
      checkpoints: kind.checkpoints && { ...kind.checkpoints, unit: "WORKING_DAYS" as const },
    };
    const clocks = clocksFrom(shanghai("2021-09-29T10:00:00"), inWorkingDays as typeof kind, PG);
    expect(clocks.at(-1)?.dueAt).toEqual(shanghai("2021-10-15T00:00:00"));
  });
});

describe("who is late", () => {
  const due = shanghai("2019-10-10T00:00:00");
  const inTime = shanghai("2019-10-08T10:00:00");
  const tooLate = shanghai("2019-10-10T08:00:00");
  const clock = (change: Partial<WhistleClock> = {}) =>
    Object.assign(new WhistleClock(), {
      step: ClockStep.MEASURES,
      ordinal: 0,
      bearer: ClockBearer.LEAD,
      startedAt: shanghai("2019-09-26T15:00:00"),
      dueAt: due,
      metAt: null,
      stoppedAt: null,
      pausedAt: null,
      ...change,
    });
  const unit = (unitCode: string, change: Partial<WhistleParticipant> = {}) =>
    Object.assign(new WhistleParticipant(), {
      unitCode,
      role: WhistleRole.ASSISTING,
      calledAt: shanghai("2019-09-26T15:00:00"),
      signedAt: null,
      arrivedAt: null,
      measuresAt: null,
      resolvedAt: null,
      releasedAt: null,
      ...change,
    });

  it("KF-17: tells those who signed from those who did not, when no measures came", () => {
    const units = [
      unit("A", { role: WhistleRole.LEAD, signedAt: inTime }),
      unit("B"),
      unit("C", { signedAt: tooLate }),
    ];
    expect(lateUnits(clock(), units)).toEqual([
      { unit: "A", role: "LEAD", signed: true },
      { unit: "B", role: "ASSISTING", signed: false },
      { unit: "C", role: "ASSISTING", signed: false },
    ]);
  });

  it("does not depend on when somebody looks: measures after the end are late, whoever asks later", () => {
    const units = [unit("A", { role: WhistleRole.LEAD, signedAt: inTime, measuresAt: tooLate })];
    const met = clock({ metAt: metAt(clock(), units) });
    expect(met.metAt).toEqual(tooLate);
    expect([isOverdue(met, tooLate), ranOut(met, tooLate)]).toEqual([false, true]);
    expect(lateUnits(met, units)).toEqual([{ unit: "A", role: "LEAD", signed: true }]);
  });

  it.each<[string, ClockBearer, Partial<WhistleParticipant>, Date | null]>([
    ["each must sign, one is missing", ClockBearer.EACH, {}, null],
    ["each must sign, the last counts", ClockBearer.EACH, { signedAt: tooLate }, tooLate],
    ["the missing one was let go", ClockBearer.EACH, { releasedAt: inTime }, inTime],
    ["the lead alone must", ClockBearer.LEAD, {}, inTime],
  ])("%s", (_, bearer, other, expected) => {
    const units = [unit("A", { role: WhistleRole.LEAD, signedAt: inTime }), unit("B", other)];
    expect(metAt(clock({ step: ClockStep.SIGN, bearer }), units)).toEqual(expected);
  });

  it("holds nobody late who was called after the end or let go", () => {
    const units = [
      unit("A", { role: WhistleRole.LEAD }),
      unit("B", { calledAt: tooLate }),
      unit("C", { releasedAt: inTime }),
    ];
    expect(lateUnits(clock(), units).map((late) => late.unit)).toEqual(["A"]);
  });

  it("counts what is done at the very end as late: the time is up at 24:00", () => {
    const lastMoment = shanghai("2019-10-09T23:59:59.999");
    const late = (measuresAt: Date) => {
      const units = [unit("A", { role: WhistleRole.LEAD, signedAt: measuresAt, measuresAt })];
      return [ranOut(clock({ metAt: measuresAt }), tooLate), lateUnits(clock(), units)];
    };
    expect(late(lastMoment)).toEqual([false, []]);
    expect(late(due)).toEqual([true, [{ unit: "A", role: "LEAD", signed: false }]]);
  });

  it("stops with the whistle: what ran out before stays, what would run out after does not", () => {
    expect(ranOut(clock({ stoppedAt: inTime }), tooLate)).toBe(false);
    expect(ranOut(clock({ stoppedAt: tooLate }), tooLate)).toBe(true);
    expect(isOverdue(clock({ stoppedAt: tooLate }), tooLate)).toBe(false);
  });

  const lead = { role: WhistleRole.LEAD };
  const checkpoint = { step: ClockStep.CHECKPOINT, ordinal: 1 };
  it.each<[string, Partial<WhistleParticipant>, readonly Partial<WhistleClock>[], Date, string]>([
    ["nothing done, time left", lead, [{}], inTime, "RUNNING"],
    ["nothing done, time left though it stands still", lead, [{ pausedAt: inTime }], tooLate, "RUNNING"],
    ["nothing done when the time was up", lead, [{}], tooLate, "LATE"],
    ["done at the very end", { ...lead, measuresAt: due }, [{ metAt: due }], tooLate, "LATE"],
    ["done later", { ...lead, measuresAt: tooLate }, [{ metAt: tooLate }], tooLate, "LATE"],
    ["done in time", { ...lead, measuresAt: inTime }, [{ metAt: inTime }], tooLate, "ON_TIME"],
    [
      "done in time, the next still running",
      { ...lead, measuresAt: inTime },
      [{ metAt: inTime }, { step: ClockStep.RESOLVE, dueAt: tooLate }],
      due,
      "RUNNING",
    ],
    [
      "one missed, the next still running",
      lead,
      [{}, { step: ClockStep.RESOLVE, dueAt: tooLate }],
      due,
      "LATE",
    ],
    [
      "late once is late, though the next was met",
      { ...lead, resolvedAt: inTime },
      [{}, { step: ClockStep.RESOLVE, metAt: inTime }],
      tooLate,
      "LATE",
    ],
    ["the lead's measures, met for all", {}, [{ metAt: inTime }], tooLate, "ON_TIME"],
    ["the lead's measures, missed by all", {}, [{}], tooLate, "LATE"],
    [
      "done before the whistle was stopped",
      { ...lead, measuresAt: inTime },
      [{ metAt: inTime }, { step: ClockStep.RESOLVE, stoppedAt: inTime }],
      tooLate,
      "ON_TIME",
    ],
    ["stopped before it had done anything", lead, [{ stoppedAt: inTime }], tooLate, "UNTIMED"],
    ["run out before it was stopped", lead, [{ stoppedAt: tooLate }], tooLate, "LATE"],
    ["called after the time was up", { calledAt: tooLate }, [{}], tooLate, "UNTIMED"],
    ["a checkpoint, of one who assists", {}, [checkpoint], tooLate, "UNTIMED"],
    ["a checkpoint missed by the lead", lead, [checkpoint], tooLate, "LATE"],
    ["a checkpoint to come", lead, [checkpoint], inTime, "RUNNING"],
    ["a checkpoint recorded in time", lead, [{ ...checkpoint, metAt: inTime }], tooLate, "ON_TIME"],
    ["no clock", lead, [], tooLate, "UNTIMED"],
  ])("%s", (_, part, clocks, at, expected) => {
    expect(timelinessOf(unit("A", part), clocks.map(clock), at)).toBe(expected);
  });
});
