import { describe, expect, it } from "vitest";
import kaifu from "./profiles/kaifu.json" with { type: "json" };
import pinggu from "./profiles/pinggu.json" with { type: "json" };
import { checkProfile } from "./whistle-profile.findings.ts";

type Draft = ReturnType<typeof draft>;
const draft = () => structuredClone(pinggu) as unknown as Record<string, never> & typeof pinggu;
const kind = (profile: Draft, code: string) => {
  const found = profile.kinds.find((each) => each.code === code);
  if (!found) throw new Error(`no kind ${code}`);
  return found;
};

const holes: readonly [hole: string, dig: (profile: Draft) => void, code: string, path: string][] = [
  [
    "a post nobody holds",
    (p) => p.kinds[1]?.blowers[0]?.posts.push("MAYOR"),
    "UNKNOWN_POST",
    "kinds.1.blowers.0.posts.2",
  ],
  [
    "a service as responder",
    (p) => p.kinds[0]?.answeredBy.push("SERVICE"),
    "UNKNOWN_POST",
    "kinds.0.answeredBy.3",
  ],
  [
    "a kind of unit nobody knows",
    (p) => p.kinds[2]?.lead.kinds.push("MINISTRY"),
    "UNKNOWN_UNIT_KIND",
    "kinds.2.lead.kinds.3",
  ],
  [
    "a clock without a unit",
    (p) => Reflect.deleteProperty(p.kinds[0]?.clocks[0] ?? {}, "unit"),
    "CLOCK_WITHOUT_UNIT",
    "kinds.0.clocks.0.unit",
  ],
  [
    "a clock in weeks",
    (p) => Object.assign(p.kinds[0]?.clocks[0] ?? {}, { unit: "WEEKS" }),
    "CLOCK_WITHOUT_UNIT",
    "kinds.0.clocks.0.unit",
  ],
  [
    "checkpoints without a unit (PG-12)",
    (p) => Reflect.deleteProperty(p.kinds[2]?.checkpoints ?? {}, "unit"),
    "CLOCK_WITHOUT_UNIT",
    "kinds.2.checkpoints.unit",
  ],
  [
    "a number from nowhere",
    (p) => Reflect.deleteProperty(p.kinds[0]?.clocks[0] ?? {}, "configured"),
    "CLOCK_WITHOUT_ORIGIN",
    "kinds.0.clocks.0",
  ],
  [
    "half a day",
    (p) => Object.assign(p.kinds[2]?.clocks[1] ?? {}, { amount: 2.5 }),
    "CLOCK_FRACTION",
    "kinds.2.clocks.1.amount",
  ],
  [
    "no time at all",
    (p) => Object.assign(p.kinds[0]?.clocks[0] ?? {}, { amount: 0 }),
    "SHAPE",
    "kinds.0.clocks.0.amount",
  ],
  [
    "two clocks for one step",
    (p) => p.kinds[0]?.clocks.push({ ...kind(p, "RESIDENTS").clocks[0] } as never),
    "DUPLICATE_CLOCK",
    "kinds.0.clocks.1.step",
  ],
  [
    "working hours nobody set",
    (p) => {
      Object.assign(kind(p, "RESIDENTS").clocks[0] ?? {}, { unit: "WORKING_HOURS" });
      p.workingHours.length = 0;
    },
    "WORKING_HOURS_MISSING",
    "workingHours",
  ],
  [
    "a kind nobody may blow",
    (p) => {
      kind(p, "TOWNSHIP").blowers.length = 0;
    },
    "NOBODY_MAY_BLOW",
    "kinds.2.blowers",
  ],
  [
    "a kind nobody answers",
    (p) => {
      kind(p, "TOWNSHIP").answeredBy.length = 0;
    },
    "NOBODY_MAY_ANSWER",
    "kinds.2.answeredBy",
  ],
  [
    "a pool nobody screens (PG-9)",
    (p) => {
      kind(p, "RESIDENTS").screenedBy.length = 0;
    },
    "NOBODY_SCREENS",
    "kinds.0.screenedBy",
  ],
  [
    "a resident unscreened (PG-9)",
    (p) => {
      Object.assign(kind(p, "RESIDENTS").blowers[0] ?? {}, { screened: false });
    },
    "RESIDENT_UNSCREENED",
    "kinds.0.blowers",
  ],
  [
    "more helpers needed than allowed",
    (p) => {
      kind(p, "TOWNSHIP").assisting.min = 31;
    },
    "TARGETS_IMPOSSIBLE",
    "kinds.2.assisting",
  ],
  [
    "verification without a ticket (KF-7)",
    (p) => {
      Object.assign(kind(p, "RALLY").requires, { verification: true });
    },
    "TICKET_NOT_REQUIRED",
    "kinds.5.requires.ticket",
  ],
  [
    "a theme the district has not",
    (p) => kind(p, "VILLAGE").themes.push("HARVEST" as never),
    "UNKNOWN_THEME",
    "kinds.1.themes.3",
  ],
  [
    "a task force for a theme the kind has not",
    (p) => kind(p, "RALLY").taskForceFor.push("HARVEST" as never),
    "UNKNOWN_THEME",
    "kinds.5.taskForceFor.0",
  ],
  [
    "raising to a kind that is not there",
    (p) => {
      Object.assign(kind(p, "VILLAGE"), { raisesTo: "CITY" });
    },
    "UNKNOWN_KIND",
    "kinds.1.raisesTo",
  ],
  [
    "raising in a circle (PG-8)",
    (p) => {
      Object.assign(kind(p, "TOWNSHIP"), { raisesTo: "RESIDENTS" });
    },
    "RAISE_LOOP",
    "kinds.2.raisesTo",
  ],
  [
    "raising to the same level (PG-8)",
    (p) => {
      kind(p, "VILLAGE").level = 3;
    },
    "RAISE_NOT_HIGHER",
    "kinds.1.raisesTo",
  ],
  [
    "escalating to a level above the top",
    (p) => {
      Object.assign(kind(p, "TOWNSHIP").clocks[0] ?? {}, { escalatesTo: "NEXT_LEVEL" });
    },
    "ESCALATES_NOWHERE",
    "kinds.2.clocks.0.escalatesTo",
  ],
  [
    "checkpoints out of order (PG-12)",
    (p) => {
      kind(p, "TOWNSHIP").checkpoints?.after.reverse();
    },
    "CHECKPOINTS_NOT_RISING",
    "kinds.2.checkpoints.after",
  ],
  [
    "one code for two kinds",
    (p) => {
      Object.assign(kind(p, "RALLY"), { code: "VILLAGE" });
    },
    "DUPLICATE_CODE",
    "kinds.5.code",
  ],
  [
    "one code for two seats",
    (p) => kind(p, "RALLY").assembly.push(kind(p, "RALLY").assembly[0] as never),
    "DUPLICATE_CODE",
    "kinds.5.assembly.10.code",
  ],
  [
    "disputes nobody decides (PG-4)",
    (p) => {
      p.arbiters.length = 0;
    },
    "NOBODY_DECIDES",
    "arbiters",
  ],
  [
    "misuse nobody rules on (KF-17)",
    (p) => {
      p.misuseRuledBy.length = 0;
    },
    "NOBODY_DECIDES",
    "misuseRuledBy",
  ],
  [
    "no source a need could come from (PG-9)",
    (p) => {
      p.sources.length = 0;
    },
    "SHAPE",
    "sources",
  ],
  [
    "a district that is none",
    (p) => {
      p.district = "990117";
    },
    "SHAPE",
    "district",
  ],
  [
    "a start that is no day",
    (p) => {
      p.validFrom = "2021-02-30";
    },
    "SHAPE",
    "validFrom",
  ],
  [
    "a key nobody knows",
    (p) => {
      Object.assign(p, { penalties: [] });
    },
    "SHAPE",
    "",
  ],
];

describe("a whistle profile", () => {
  it.each([
    ["Kaifu (KF)", kaifu],
    ["Pinggu (PG)", pinggu],
  ])("of %s has no hole", (_, document) => {
    expect(checkProfile(document)).toMatchObject({ success: true });
  });

  it.each(holes)("with %s is refused, saying where", (_, dig, code, path) => {
    const profile = draft();
    dig(profile);
    const check = checkProfile(profile);
    const findings = check.success ? [] : check.findings;
    expect(findings).toContainEqual(expect.objectContaining({ code, path }));
    for (const { en, zh } of findings) {
      expect(en).not.toBe("");
      expect(zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it("names every hole at once, not the first alone", () => {
    const profile = draft();
    profile.arbiters.length = 0;
    kind(profile, "TOWNSHIP").blowers.length = 0;
    const check = checkProfile(profile);
    expect(check.success ? [] : check.findings.map(({ code }) => code)).toEqual([
      "NOBODY_DECIDES",
      "NOBODY_MAY_BLOW",
    ]);
  });

  it.each([
    ["KF", kaifu],
    ["PG", pinggu],
  ])("of %s cites a rule or says it was chosen for every clock", (_, { kinds }) => {
    for (const { clocks } of kinds)
      for (const clock of clocks) expect("rule" in clock || "configured" in clock).toBe(true);
  });
});
