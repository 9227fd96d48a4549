import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkProfileText } from "./profile-text.ts";
import beijingPilot from "./profiles/beijing-pilot.json" with { type: "json" };
import ganzhou from "./profiles/ganzhou.json" with { type: "json" };
import kaifu from "./profiles/kaifu.json" with { type: "json" };
import nanjingGulou from "./profiles/nanjing-gulou.json" with { type: "json" };
import pinggu from "./profiles/pinggu.json" with { type: "json" };
import pinggu2017 from "./profiles/pinggu-2017.json" with { type: "json" };
import zhaoyuan from "./profiles/zhaoyuan.json" with { type: "json" };
import { checkProfile } from "./whistle-profile.findings.ts";
import { whistleProfileSchema } from "./whistle-profile.schema.ts";

const shipped = [
  ["Kaifu (KF)", kaifu],
  ["Ganzhou (GZ)", ganzhou],
  ["Pinggu (PG)", pinggu],
  ["Pinggu as it began", pinggu2017],
  ["Zhaoyuan (ZY)", zhaoyuan],
  ["the Beijing pilot (BJ)", beijingPilot],
  ["Nanjing Gulou", nanjingGulou],
] as const;

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
    "kinds.0.blowers.0.screened",
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
    "UNKNOWN_KEY",
    "penalties",
  ],
  [
    "a post that acts for no such body",
    (p) => {
      Object.assign(kind(p, "TOWNSHIP").blowers[0] ?? {}, { body: "COMMUNITY" });
    },
    "POST_NOT_OF_BODY",
    "kinds.2.blowers.0.posts.0",
  ],
  ["a resident who decides disputes", (p) => p.arbiters.push("RESIDENT"), "OUT_OF_OFFICE", "arbiters.2"],
  [
    "a screener who screens their own whistles (PG-9)",
    (p) => {
      Object.assign(kind(p, "RESIDENTS").blowers[1] ?? {}, { screened: true });
    },
    "SCREENS_OWN",
    "kinds.0.screenedBy.0",
  ],
  [
    "a department called within a community",
    (p) => kind(p, "RESIDENTS").lead.kinds.push("DEPARTMENT"),
    "TARGET_OUT_OF_REACH",
    "kinds.0.lead.kinds.2",
  ],
  [
    "a unit in which nobody answers",
    (p) => kind(p, "TOWNSHIP").assisting.kinds.push("SUBDISTRICT_OFFICE"),
    "NOBODY_ANSWERS_THERE",
    "kinds.2.assisting.kinds.4",
  ],
  [
    "a blower who leads and is of no kind that may",
    (p) => {
      kind(p, "RALLY").lead.kinds = ["SUBDISTRICT_OFFICE"];
    },
    "BLOWER_CANNOT_LEAD",
    "kinds.5.blowers.0.body",
  ],
  [
    "a blower who leads and calls nobody else",
    (p) => {
      Object.assign(kind(p, "RALLY").assisting, { min: 0, max: 0 });
    },
    "NOBODY_CALLED",
    "kinds.5.assisting.max",
  ],
  [
    "a clock for the lead to sign what it blew itself",
    (p) => {
      Object.assign(kind(p, "DEPARTMENT").clocks[0] ?? {}, { of: "LEAD" });
    },
    "CLOCK_OF_NOBODY",
    "kinds.3.clocks.0.of",
  ],
  [
    "less time to arrive than to sign",
    (p) => {
      Object.assign(kind(p, "TOWNSHIP").clocks[1] ?? {}, { amount: 30, unit: "MINUTES" });
    },
    "CLOCKS_OUT_OF_ORDER",
    "kinds.2.clocks.1.amount",
  ],
  [
    "notice to the blower itself (KF-9)",
    (p) => kind(p, "TOWNSHIP").filedWith.push("SUBDISTRICT" as never),
    "FILED_WITH_BLOWER",
    "kinds.2.filedWith.0",
  ],
  [
    "notice to a sub-district of a place that lies in none (KF-9)",
    (p) => {
      const township = kind(p, "TOWNSHIP");
      Object.assign(township.blowers[0] ?? {}, { posts: ["DISTRICT_LEADER"], body: "DISTRICT" });
      township.filedWith.push("SUBDISTRICT" as never);
    },
    "FILED_WITH_NOBODY",
    "kinds.2.filedWith.0",
  ],
  [
    "notice to one unit twice (KF-9)",
    (p) => kind(p, "VILLAGE").filedWith.push("SUBDISTRICT" as never, "SUBDISTRICT" as never),
    "DUPLICATE_CODE",
    "kinds.1.filedWith.1",
  ],
  [
    "a level passed over (ZY-15)",
    (p) => {
      Object.assign(kind(p, "RESIDENTS"), { raisesTo: "TOWNSHIP" });
    },
    "RAISE_SKIPS_LEVEL",
    "kinds.0.raisesTo",
  ],
  [
    "an escalation nobody of the place can take up (ZY-15)",
    (p) => {
      Object.assign(kind(p, "VILLAGE"), { raisesTo: "DEPARTMENT" });
    },
    "ESCALATES_TO_NOBODY",
    "kinds.1.raisesTo",
  ],
  [
    "confirmation by a centre the district has not (GZ-16)",
    (p) => {
      Object.assign(p, { commandCentre: false });
    },
    "NO_COMMAND_CENTRE",
    "kinds.3.confirmedBy",
  ],
  [
    "urgency without a ticket (ZY-15)",
    (p) => {
      Object.assign(kind(p, "RALLY").requires, { urgency: "CRITICAL" });
    },
    "TICKET_NOT_REQUIRED",
    "kinds.5.requires.ticket",
  ],
  [
    "a rule whose text it does not tell",
    (p) => {
      Object.assign(p, { texts: [{ rule: "PG-8", text: "Three levels", textZh: "三级吹哨" }] });
    },
    "UNKNOWN_RULE",
    "kinds.0.rules.1",
  ],
  ["a rule that is no id", (p) => kind(p, "VILLAGE").rules.push("Article 3"), "SHAPE", "kinds.1.rules.1"],
];

describe("a whistle profile", () => {
  it.each(shipped)("of %s has no hole", (_, document) => {
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

  it.each(shipped)("of %s cites a rule or says it was chosen for every clock", (_, { kinds }) => {
    for (const { clocks } of kinds)
      for (const clock of clocks) expect("rule" in clock || "configured" in clock).toBe(true);
  });

  it.each(shipped)("of %s says in both languages whatever it chose", (_, profile) => {
    const reasons: { configured?: string; configuredZh?: string }[] = [];
    JSON.stringify(profile, (_key, value) => {
      if (value?.configured ?? value?.configuredZh) reasons.push(value);
      return value;
    });
    for (const { configured, configuredZh } of reasons) {
      expect(configured).toMatch(/^[^\p{Script=Han}]*[a-z]/u);
      expect(configuredZh).toMatch(/\p{Script=Han}/u);
    }
  });
});

const written = readFileSync(join(import.meta.dirname, "profiles", "pinggu.json"), "utf8");

/** In the kind that the town blows, the first of what is looked for. */
const ofTown = (piece: string) => new RegExp(`("code": "TOWNSHIP",\\s*"name": "Town[\\s\\S]*?)${piece}`);

const lines: readonly [hole: string, change: (text: string) => string, code: string, pointsAt: RegExp][] = [
  [
    "a kind nobody may blow",
    (text) => text.replace(ofTown('"blowers": \\[[\\s\\S]*?\\n {6}\\]'), '$1"blowers": []'),
    "NOBODY_MAY_BLOW",
    /^\[\],\n {6}"screenedBy"/,
  ],
  [
    "a clock without a unit, at the clock",
    (text) => text.replace(ofTown('\\n *"unit": "HOURS",'), "$1"),
    "CLOCK_WITHOUT_UNIT",
    /^\{\n {10}"step": "SIGN"/,
  ],
  [
    "a clock in weeks",
    (text) => text.replace(ofTown('"CALENDAR_DAYS"'), '$1"WEEKS"'),
    "CLOCK_WITHOUT_UNIT",
    /^"WEEKS",\n/,
  ],
  [
    "a loop in the escalation (PG-8)",
    (text) => text.replace(ofTown('"raisesTo": null'), '$1"raisesTo": "RESIDENTS"'),
    "RAISE_LOOP",
    /^"RESIDENTS",\n {6}"blowers"/,
  ],
  [
    "an unknown role",
    (text) => text.replace(ofTown('"SUBDISTRICT_LEADER"'), '$1"MAYOR"'),
    "UNKNOWN_POST",
    /^"MAYOR"\],\n/,
  ],
  [
    "a key nobody knows",
    (text) => text.replace('"arbiters"', '"penalties": [],\n  "arbiters"'),
    "UNKNOWN_KEY",
    /^\[\],\n {2}"arbiters"/,
  ],
  [
    "a key that is there twice, of which JSON would drop the first",
    (text) => text.replace(ofTown('"level": 3,'), '$1"level": 3,\n      "level": 4,'),
    "DUPLICATE_KEY",
    /^"level": 4/,
  ],
  ["a comma too many", (text) => text.replace('"HOURS",', '"HOURS",,'), "NO_JSON", /^,\n/],
  ["nothing in it", () => "", "NO_JSON", /^$/],
];

describe("a whistle profile as it is written down", () => {
  it.each(lines)("with %s is refused at its line", (_, change, code, pointsAt) => {
    const text = change(written);
    expect(text).not.toBe(written);
    const check = checkProfileText(text);
    const told = (check.success ? [] : check.findings)
      .filter((finding) => finding.code === code)
      .map(({ line, column }) => {
        const [at = "", ...after] = text.split("\n").slice(line - 1);
        return [at.slice(column - 1), ...after].join("\n");
      });
    expect(told).toContainEqual(expect.stringMatching(pointsAt));
  });

  it("is refused at a line of its own for whatever is left out of it, unless it may be", () => {
    const mayBeLeftOut = [
      "texts",
      "commandCentre",
      "checkIn",
      "urgency",
      "rule",
      "configured",
      "configuredZh",
    ];
    const leftOut: string[] = [];
    const leaveOut = (at: unknown, path: readonly (string | number)[]): void => {
      if (typeof at !== "object" || at === null) return;
      for (const [key, value] of Object.entries(at)) {
        leaveOut(value, [...path, key]);
        if (Array.isArray(at) || mayBeLeftOut.includes(key)) continue;
        const holed = structuredClone(zhaoyuan) as object;
        const parent = path.reduce((each, step) => Reflect.get(each, step), holed);
        Reflect.deleteProperty(parent, key);
        const text = JSON.stringify(holed, null, 2);
        const check = checkProfileText(text);
        const lines = check.success ? [] : check.findings.map(({ line }) => text.split("\n")[line - 1]);
        expect(lines, [...path, key].join(".")).not.toEqual([]);
        expect(lines).not.toContain(undefined);
        leftOut.push(key);
      }
    };
    leaveOut(zhaoyuan, []);
    expect(leftOut.length).toBeGreaterThan(200);
  });

  it("of the guide has no hole, and every key it may have is told there", async () => {
    const guide = readFileSync(
      join(import.meta.dirname, "../../../../docs/writing-a-whistle-profile.md"),
      "utf8",
    );
    const [, example = ""] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
    expect(checkProfileText(example)).toMatchObject({ success: true });
    const told = new Set([...guide.matchAll(/`(\w+)`/g)].map(([, key]) => key));
    const { kinds, ...ofDistrict } = whistleProfileSchema.shape;
    const { requires, ...ofKind } = kinds.element.shape;
    for (const key of Object.keys({ ...ofDistrict, ...ofKind, ...requires.shape })) {
      expect(told, key).toContain(key);
    }
  });

  it.each([
    ["keys that are there twice", `{${Array(5_000).fill('"a":1').join(",")}}`, 100],
    ["keys nobody knows", `{${Array.from({ length: 5_000 }, (_, n) => `"k${n}":1`).join(",")}}`, 100],
    ["nesting without end", "[".repeat(100_000), 1],
  ])("of countless %s some are told", (_, text, told) => {
    const check = checkProfileText(text);
    expect(check.success ? [] : check.findings).toHaveLength(told);
  });

  it("is told from its first line to its last, whoever wrote it on Windows", () => {
    expect(checkProfileText(`\uFEFF${written.replaceAll("\n", "\r\n")}`)).toMatchObject({ success: true });
    const check = checkProfileText(
      written
        .replace('"arbiters": ["LIST_KEEPER", "DISTRICT_LEADER"]', '"arbiters": []')
        .replace(
          /"assembly": \[\],\n {6}"confirmedBy": "BLOWER"/,
          '"assembly": [],\n      "confirmedBy": "NOBODY"',
        ),
    );
    expect(check).toMatchObject({
      success: false,
      findings: [{ code: "SHAPE", path: "kinds.0.confirmedBy" }],
    });
  });
});
