import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadProfileFolder } from "../../../../infra/profile-files.ts";
import { person } from "../../../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../../test/testkit/subgraph.ts";
import { temporaryDirectory } from "../../../../test/testkit/temporary-directory.ts";
import { Post, type Principal } from "../../../shared/principal.ts";
import { tickets } from "../../tickets.subgraph.ts";
import { answeringGraph, pg, WhistleStory } from "../whistle.fixtures.ts";
import { type Body, bodiesOfPost, type UnitKind, unitKinds } from "./unit-kinds.ts";
import { checkProfile } from "./whistle-profile.findings.ts";
import type { WhistleKindRules, WhistleRules } from "./whistle-profile.schema.ts";
import { shippedProfiles } from "./whistle-profile.seed.ts";

/** The profile that the guide to writing one shows whole, for a district with no line of code: begun earlier, for the calendar. */
const guide = await readFile(
  join(import.meta.dirname, "../../../../docs/writing-a-whistle-profile.md"),
  "utf8",
);
const ofTheGuide = (/```json\n([\s\S]*?)\n```/.exec(guide)?.[1] ?? "").replace(
  '"2027-01-01"',
  '"2025-01-01"',
);

const profiles = [...shippedProfiles, JSON.parse(ofTheGuide)].map((document): WhistleRules => {
  const check = checkProfile(document);
  if (!check.success) throw new Error(JSON.stringify(check.findings));
  return check.rules;
});
const titled = ({ district, version }: WhistleRules) => `${district} version ${version}`;

/** One invented street and community in each district; a unit's code says what kind of unit it is. */
const placesIn = (district: string) => ({
  district,
  street: `${district}001`,
  community: `${district}001001`,
  grid: `${district}001001001`,
  centre: `${district}-COMMAND-CENTRE`,
  handler: `${district}-DEPARTMENT`,
});

const kindOfUnit = (code: string): UnitKind => {
  const [, name] = code.split(/-(.*)/);
  if (name) return name.replaceAll("-", "_") as UnitKind;
  if (code.length === 12) return "COMMUNITY_OFFICE";
  return code.length === 9 ? "SUBDISTRICT_OFFICE" : "DISTRICT_GOVERNMENT";
};

function unitOf(kind: UnitKind, reach: "COMMUNITY" | "SUBDISTRICT" | "DISTRICT", district: string): string {
  const { street, community } = placesIn(district);
  if (kind === "COMMUNITY_OFFICE" || kind === "VILLAGE_COMMITTEE") return community;
  if (kind === "PARTY_BRANCH") return `${community}-PARTY-BRANCH`;
  if (kind === "SUBDISTRICT_OFFICE") return street;
  if (kind === "DISTRICT_GOVERNMENT") return district;
  const place = { COMMUNITY: community, SUBDISTRICT: street, DISTRICT: district }[reach];
  return `${place}-${kind.replaceAll("_", "-")}`;
}

const graph = answeringGraph({
  kindOf: kindOfUnit,
  handlerIn: (division) => placesIn(division.slice(0, 6)).handler,
});
let subgraph: TestSubgraph;
let story: WhistleStory;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets, { graph });
  const folder = await temporaryDirectory();
  await writeFile(join(folder, "xihu.json"), ofTheGuide);
  await loadProfileFolder(subgraph, folder);
  story = new WhistleStory(subgraph);
});
afterAll(() => subgraph.close());

/** A day on which the version is in force, four hundred days after its first. */
const dayIn = ({ validFrom }: WhistleRules) =>
  new Date(Date.parse(`${validFrom}T10:00:00+08:00`) + 400 * 24 * 3_600_000);

const tenDaysAfter = (at: Date): Date => new Date(at.getTime() + 10 * 24 * 3_600_000);

/** Somebody in a post, in the body it acts for. */
function holderOf(post: Post, body: Body, district: string): Principal {
  const { street, community, centre, handler } = placesIn(district);
  const unit = {
    COMMUNITY: community,
    SUBDISTRICT: street,
    DISTRICT: district,
    CENTRE: centre,
    DEPARTMENT: post === Post.CENTRE_DISPATCHER ? centre : handler,
  }[body];
  return person(post, { unit, division: unit.split("-")[0] ?? unit });
}

const first = (post: Post, district: string): Principal =>
  holderOf(post, bodiesOfPost[post][0] ?? "DEPARTMENT", district);

/** Who answers for a called unit, by the posts the kind names. */
function answererOf(unit: string, { answeredBy }: WhistleKindRules): Principal {
  const posts: readonly Post[] = unitKinds[kindOfUnit(unit)].posts;
  const post = posts.find((each) => answeredBy.some((named) => named === each));
  if (!post) throw new Error(`nobody answers for ${unit}`);
  return person(post, { unit, division: unit.split("-")[0] ?? unit });
}

function callsOf(kind: WhistleKindRules, blower: Principal, district: string) {
  const { lead, assisting } = kind;
  const leading = lead.isBlower ? blower.unit : unitOf(lead.kinds[0] as UnitKind, lead.reach, district);
  const others = assisting.kinds
    .map((each) => unitOf(each, assisting.reach, district))
    .filter((unit, index, all) => unit !== leading && all.indexOf(unit) === index);
  const item = kind.requires.citation ? { item: pg.item } : {};
  return [
    { unit: leading, role: "LEAD", ...item },
    ...others
      .slice(0, Math.max(assisting.min, Math.min(1, assisting.max)))
      .map((unit) => ({ unit, role: "ASSISTING", ...item })),
  ];
}

/** A ticket somebody has in hand, from which one may whistle by every kind of the district. */
async function ticketIn(
  rules: WhistleRules,
  { resident, urgency = "CRITICAL" }: { resident?: Principal | undefined; urgency?: string } = {},
): Promise<string> {
  const { district } = rules;
  const { grid } = placesIn(district);
  const at = dayIn(rules);
  const centre = { as: first(Post.CENTRE_DISPATCHER, district), at };
  const number = await story.tickets.report(
    { place: { gridCode: grid }, urgency, ...(resident && { channel: "SNAP_AND_REPORT" }) },
    resident ? { as: resident, at } : centre,
  );
  if (rules.kinds.some(({ requires }) => requires.verification)) {
    const staff = { as: first(Post.COMMUNITY_STAFF, district), at };
    const findings = 'input: { findings: "属实", communityCanSolve: false }';
    await story.tickets.move("verifyTicket", number, staff, findings);
  }
  await story.tickets.match(number, centre);
  await story.tickets.move("dispatchTicket", number, centre);
  return number;
}

function inputOf(rules: WhistleRules, kind: WhistleKindRules, blower: Principal, numbers: readonly string[]) {
  return {
    kind: kind.code,
    source: rules.sources[0]?.code,
    ...(kind.themes[0] && { theme: kind.themes[0] }),
    grid: placesIn(rules.district).grid,
    demand: "请到现场会商处置",
    participants: callsOf(kind, blower, rules.district),
    tickets: numbers,
  };
}

interface Option {
  readonly kind: { readonly code: string };
  readonly allowed: boolean;
  readonly screened: boolean;
  readonly findings: { readonly code: string; readonly rule: string | null }[];
  readonly filedWith: { readonly code: string }[];
  readonly clocks: {
    readonly step: string;
    readonly dueAt: string;
    readonly limit: { readonly unit: string };
  }[];
}

async function optionsOf(ticket: string, as: Principal, at: Date): Promise<Option[]> {
  const { whistleOptions } = await story.tickets.must<{ whistleOptions: Option[] }>(
    `query ($ticket: String!) { whistleOptions(ticket: $ticket) {
      kind { code } allowed screened findings { code rule } filedWith { code } clocks { step dueAt limit { unit } }
    } }`,
    { ticket },
    { as, at },
  );
  return whistleOptions;
}

const entries = profiles.flatMap((rules) =>
  rules.kinds.flatMap((kind) =>
    kind.blowers.map((entry) => {
      const title = `${kind.rules[0]}: ${titled(rules)} ${kind.code} by ${entry.posts[0]} of a ${entry.body}`;
      return [title, { rules, kind, entry }] as const;
    }),
  ),
);

describe("by every profile, shipped or a file in a folder, a whistle is blown, answered, confirmed and evaluated by the posts it names", () => {
  it.each(entries)("%s", async (_, { rules, kind, entry: { posts, body, screened } }) => {
    const { district } = rules;
    const at = dayIn(rules);
    const post = posts[0] as Post;
    const blower = holderOf(post, body, district);
    const centre = first(Post.CENTRE_DISPATCHER, district);
    const ticket = await ticketIn(rules, { resident: post === Post.RESIDENT ? blower : undefined });
    const option = (await optionsOf(ticket, blower, at)).find((each) => each.kind.code === kind.code);
    expect(option).toMatchObject({ allowed: true, screened, findings: [] });

    const input = inputOf(rules, kind, blower, [ticket]);
    const blown = await story.blow(input, { as: blower, at }, "number state profileVersion");
    expect(blown.error).toBeUndefined();
    const { number } = blown.answer;
    expect(blown.answer).toEqual({
      number,
      state: screened ? "DRAFT" : "BLOWN",
      profileVersion: rules.version,
    });
    if (screened) {
      const screener = { as: first(kind.screenedBy[0] as Post, district), at };
      const screenedNow = await story.ask("screenWhistle", "$number: String!", { number }, screener);
      expect(screenedNow.answer?.state).toBe("BLOWN");
    }
    const called = await story.read(
      number,
      "assembly filings { unit { code } } clocks { step ordinal dueAt }",
      { as: centre, at },
    );
    const filings = called.filings as { unit: { code: string } }[];
    expect(filings.map(({ unit }) => unit.code).sort()).toEqual(
      option?.filedWith.map(({ code }) => code).sort(),
    );
    expect(called.assembly).toEqual(kind.assembly.filter((seat) => seat.required).map(({ code }) => code));
    const dues = (called.clocks as { step: string; dueAt: string }[]).map(
      ({ step, dueAt }) => `${step} ${dueAt}`,
    );
    expect(dues.sort()).toEqual(option?.clocks.map(({ step, dueAt }) => `${step} ${dueAt}`).sort());

    const units = input.participants.map(({ unit }) => unit);
    const [lead = "", ...assisting] = units;
    for (const unit of assisting) {
      expect((await story.sign(number, { as: answererOf(unit, kind), at })).error).toBeUndefined();
    }
    const leading = { as: answererOf(lead, kind), at };
    expect((await story.sign(number, leading)).error).toBeUndefined();
    const position = { longitude: 116.4, latitude: 39.9, datum: "WGS84" };
    expect((await story.arrive(number, leading, { position })).error).toBeUndefined();
    expect((await story.measures(number, leading)).error).toBeUndefined();
    if (input.theme && kind.taskForceFor.includes(input.theme)) {
      const plan = {
        number,
        duties: units.map((unit) => ({ unit, duty: "按职责办理" })),
        cause: "历史遗留",
        plan: "分步解决",
        partySupervisor: "党委 李向前",
        governmentSupervisor: "政府 周立业",
      };
      const formed = await story.ask(
        "formTaskForce",
        "$input: FormTaskForceInput!",
        { input: plan },
        leading,
      );
      expect(formed.error).toBeUndefined();
    }
    expect((await story.resolve(number, leading)).error).toBeUndefined();

    const confirming = { as: kind.confirmedBy === "CENTRE" ? centre : blower, at };
    expect((await story.confirm(number, confirming)).answer?.state).toBe("CONFIRMED");
    const { log } = await story.read(number, "log(first: 100) { edges { node { kind payload } } }", {
      as: centre,
      at,
    });
    const told = (log as { edges: { node: { kind: string; payload: { evaluator?: string } } }[] }).edges.find(
      ({ node }) => node.kind === "WHISTLE_CONFIRMED",
    );
    expect(told?.node.payload.evaluator).toBe(kind.evaluatedBy === "CENTRE" ? centre.unit : blower.unit);
    graph.evaluated.push(number);
    await subgraph.catchUp();
    const closed = await story.ask("closeWhistle", "$number: String!", { number }, { as: centre, at });
    expect(closed.answer?.state).toBe("CLOSED");
  });
});

const whoSeeTheTicket = [
  Post.GRID_MEMBER,
  Post.COMMUNITY_STAFF,
  Post.COMMUNITY_SECRETARY,
  Post.SUBDISTRICT_LEADER,
  Post.CENTRE_DISPATCHER,
  Post.DISTRICT_LEADER,
  Post.RESPONDER,
  Post.CHIEF_RESPONDER,
] as const;

const named = ({ blowers }: WhistleKindRules, { post, unit }: Principal): boolean =>
  blowers.some(
    ({ posts, body }) =>
      posts.some((each) => each === post) &&
      bodiesOfPost[post].includes(body) &&
      holderOf(post, body, unit.slice(0, 6)).unit === unit,
  );

describe("whoever a profile does not name is refused by the rule of the kind", () => {
  it.each(profiles.map((rules) => [titled(rules), rules] as const))("%s", async (_, rules) => {
    const at = dayIn(rules);
    const ticket = await ticketIn(rules);
    const refused = new Set<string>();
    for (const post of whoSeeTheTicket) {
      const asker = first(post, rules.district);
      const options = await optionsOf(ticket, asker, at);
      for (const kind of rules.kinds) {
        const option = options.find((each) => each.kind.code === kind.code);
        const told = option?.findings.filter(({ code }) => code === "WHISTLE_WRONG_BLOWER");
        expect(told, `${post} ${kind.code}`).toEqual(
          named(kind, asker) ? [] : [{ code: "WHISTLE_WRONG_BLOWER", rule: kind.rules[0] }],
        );
        // The options say of everybody what the mutation says of the first.
        if (named(kind, asker) || refused.has(kind.code)) continue;
        const input = inputOf(rules, kind, asker, [ticket]);
        expect((await story.blow(input, { as: asker, at })).code).toBe("WHISTLE_WRONG_BLOWER");
        refused.add(kind.code);
      }
    }
    expect([...refused].sort()).toEqual(rules.kinds.map(({ code }) => code).sort());
  });
});

const profileOf = (district: string, version = 1): WhistleRules => {
  const rules = profiles.find((each) => each.district === district && each.version === version);
  if (!rules) throw new Error(`${district} has no version ${version}`);
  return rules;
};
const kindIn = ({ kinds }: WhistleRules, code: string): WhistleKindRules => {
  const kind = kinds.find((each) => each.code === code);
  if (!kind) throw new Error(`no kind ${code}`);
  return kind;
};

describe("Ganzhou: the centre whistles (GZ-15, GZ-16)", () => {
  const rules = profileOf("620702");
  const at = dayIn(rules);
  const centre = { as: first(Post.CENTRE_DISPATCHER, rules.district), at };

  it("GZ-15: for a dispute, mediators called along; whoever else blows is told that the centre does", async () => {
    const ticket = await ticketIn(rules);
    const street = first(Post.SUBDISTRICT_LEADER, rules.district);
    const input = inputOf(rules, kindIn(rules, "DISPUTE"), street, [ticket]);
    const refused = await story.blow(input, { as: street, at });
    expect(refused.error?.message).toContain("CENTRE_DISPATCHER (CENTRE)");
    const { answer } = await story.blow(input, centre, "number assembly");
    expect(answer.assembly).toEqual(["MEDIATORS"]);
  });

  it("GZ-16: arrival within the prescribed time, checked in on the spot; late, it goes to the chiefs", async () => {
    const night = new Date("2021-02-05T23:40:00+08:00");
    const dispute = kindIn(rules, "DISPUTE");
    const input = inputOf(rules, dispute, centre.as, [await ticketIn(rules)]);
    const { answer } = await story.blow(input, { ...centre, at: night }, "number clocks { step dueAt }");
    expect(answer.clocks).toEqual([{ step: "ARRIVE", dueAt: "2021-02-05T17:40:00.000Z" }]);
    const unit = input.participants[0]?.unit ?? "";
    const mediating = { as: answererOf(unit, dispute), at: new Date("2021-02-06T00:10:00+08:00") };
    await story.sign(answer.number, mediating);
    expect((await story.arrive(answer.number, mediating)).code).toBe("WHISTLE_NEEDS_POSITION");
    const position = { longitude: 100.45, latitude: 38.93, datum: "WGS84" };
    expect((await story.arrive(answer.number, mediating, { position })).answer.state).toBe("ARRIVED");
  });
});

describe("Zhaoyuan: level by level (ZY-11, ZY-15, ZY-18)", () => {
  const rules = profileOf("370685");
  const at = dayIn(rules);
  const secretary = { as: first(Post.COMMUNITY_SECRETARY, rules.district), at };
  const street = { as: first(Post.SUBDISTRICT_LEADER, rules.district), at };
  const centre = { as: first(Post.CENTRE_DISPATCHER, rules.district), at };

  it("ZY-15: what the community cannot solve goes to the street, then to the city, which the centre lets through", async () => {
    const ticket = await ticketIn(rules);
    const member = first(Post.GRID_MEMBER, rules.district);
    const blown = await story.blow(inputOf(rules, kindIn(rules, "PEOPLE_TO_COMMUNITY"), member, [ticket]), {
      as: member,
      at,
    });
    const raise = (number: string, code: string, asker: typeof street) =>
      story.raise(
        {
          number,
          demand: "请牵头理清权属",
          reason: "权属不清，本级无力解决",
          tried: "已上门两次",
          participants: callsOf(kindIn(rules, code), asker.as, rules.district),
        },
        asker,
        "number kind level state",
      );
    const passed = await raise(blown.answer.number, "STREET_TO_CITY", street);
    expect(passed.code).toBe("WHISTLE_WRONG_BLOWER");
    const second = await raise(blown.answer.number, "COMMUNITY_TO_STREET", secretary);
    expect(second.answer).toMatchObject({ kind: "COMMUNITY_TO_STREET", level: 2, state: "BLOWN" });
    const third = await raise(second.answer.number, "STREET_TO_CITY", street);
    expect(third.answer).toMatchObject({ kind: "STREET_TO_CITY", level: 3, state: "DRAFT" });
    const through = await story.ask(
      "screenWhistle",
      "$number: String!",
      { number: third.answer.number },
      centre,
    );
    expect(through.answer.state).toBe("BLOWN");
    expect(
      await story.read(
        third.answer.number,
        "raisedFrom { reason whistle { kind state raisedFrom { tried whistle { kind } } } } filings { unit { code } }",
        centre,
      ),
    ).toEqual({
      raisedFrom: {
        reason: "权属不清，本级无力解决",
        whistle: {
          kind: "COMMUNITY_TO_STREET",
          state: "CLOSED",
          raisedFrom: { tried: "已上门两次", whistle: { kind: "PEOPLE_TO_COMMUNITY" } },
        },
      },
      filings: [{ unit: { code: centre.as.unit } }],
    });
  });

  it("ZY-15: a level is passed over in an emergency alone, by the secretary; street and centre are told", async () => {
    const emergency = kindIn(rules, "EMERGENCY");
    const ordinary = await ticketIn(rules, { urgency: "URGENT" });
    const option = (await optionsOf(ordinary, secretary.as, at)).find(
      ({ kind }) => kind.code === "EMERGENCY",
    );
    expect(option).toMatchObject({
      allowed: false,
      findings: [{ code: "WHISTLE_NOT_URGENT", rule: "ZY-15" }],
    });
    const input = inputOf(rules, emergency, secretary.as, [ordinary]);
    expect((await story.blow(input, secretary)).code).toBe("WHISTLE_NOT_URGENT");
    const urgent = await ticketIn(rules);
    const both = await story.blow(
      { ...input, tickets: [ordinary, urgent] },
      secretary,
      "filings { unit { code } }",
    );
    expect(both.answer.filings).toEqual(
      expect.arrayContaining([{ unit: { code: street.as.unit } }, { unit: { code: centre.as.unit } }]),
    );
  });

  it("ZY-11: a clock that runs out goes to the level above, and from the city's to the chiefs", async () => {
    const member = first(Post.GRID_MEMBER, rules.district);
    const input = inputOf(rules, kindIn(rules, "PEOPLE_TO_COMMUNITY"), member, [await ticketIn(rules)]);
    const { answer } = await story.blow(input, { as: member, at });
    const escalated = await story.escalated(rules.district, tenDaysAfter(at));
    const own = escalated.filter(({ whistle }) => whistle === answer.number);
    expect(own.map(({ step, escalatedTo }) => [step, ...escalatedTo])).toEqual([
      ["SIGN", placesIn(rules.district).community],
      ["RESOLVE", placesIn(rules.district).community],
    ]);
  });

  it("ZY-18: the centre says whether it is solved; what is not goes back to whoever leads", async () => {
    const lead = { as: answererOf(street.as.unit, kindIn(rules, "COMMUNITY_TO_STREET")), at };
    const input = inputOf(rules, kindIn(rules, "COMMUNITY_TO_STREET"), secretary.as, [await ticketIn(rules)]);
    const { number } = (await story.blow(input, secretary)).answer;
    for (const step of ["sign", "arrive", "measures", "resolve"] as const) await story[step](number, lead);
    expect((await story.confirm(number, secretary)).code).toBe("WHISTLE_NOT_THE_CENTRE");
    expect((await story.confirm(number, centre, { solved: false })).answer.state).toBe("MEASURES_ISSUED");
  });
});

describe("a district of a file alone", () => {
  it("KF-12: what its limits leave unsigned goes to the chiefs of the late units", async () => {
    const rules = profileOf("330106");
    const [kind] = rules.kinds;
    if (!kind) throw new Error("the guide shows no kind");
    const blower = first(Post.COMMUNITY_SECRETARY, rules.district);
    const at = dayIn(rules);
    const input = inputOf(rules, kind, blower, [await ticketIn(rules)]);
    const { answer } = await story.blow(input, { as: blower, at });
    const [lead = "", assisting = ""] = input.participants.map(({ unit }) => unit);
    await story.sign(answer.number, { as: answererOf(lead, kind), at });
    const escalated = await story.escalated(rules.district, tenDaysAfter(at));
    expect(escalated.filter(({ whistle }) => whistle === answer.number)).toEqual([
      { whistle: answer.number, step: "SIGN", ordinal: 0, late: [assisting], escalatedTo: [assisting] },
      {
        whistle: answer.number,
        step: "MEASURES",
        ordinal: 0,
        late: expect.arrayContaining([lead, assisting]),
        escalatedTo: expect.arrayContaining([lead, assisting]),
      },
    ]);
  });
});

describe("Beijing: whistle in the grid (BJ-12)", () => {
  it("BJ-12: neither grid nor the word that there is none yet", async () => {
    const rules = profileOf("110101");
    const street = { as: first(Post.SUBDISTRICT_LEADER, rules.district), at: dayIn(rules) };
    const input = inputOf(rules, kindIn(rules, "HARD_MATTER"), street.as, [await ticketIn(rules)]);
    expect((await story.blow({ ...input, grid: null }, street)).code).toBe("WHISTLE_NO_GRID");
    const placeless = await story.blow({ ...input, grid: null, noGridYet: true }, street, "number noGridYet");
    expect(placeless.answer.noGridYet).toBe(true);
  });
});

describe("Pinggu: who may whistle", () => {
  it("PG-9: seven kinds of source, and what the public whistles waits to be screened", () => {
    const { sources, kinds } = profileOf("110117");
    expect(sources.flatMap(({ nameZh, rules: cited }) => (cited.includes("PG-9") ? [nameZh] : []))).toEqual([
      "群众",
      "企业",
      "村居",
      "街乡",
      "部门",
      "媒体",
      "代表委员",
    ]);
    const publics = kinds.flatMap(({ blowers }) =>
      blowers.filter(({ posts }) => posts.includes(Post.RESIDENT)),
    );
    expect(publics.map(({ screened }) => screened)).toEqual([true]);
  });
});

describe("Pinggu in 2017 and since", () => {
  it("a whistle keeps the version it was blown under: what ran by thirty minutes still does after the later one began", async () => {
    const [began, since] = [profileOf("110117", 2), profileOf("110117")];
    const town = first(Post.SUBDISTRICT_LEADER, "110117");
    const lastDay = new Date("2020-12-31T23:50:00+08:00");
    const blow = async (rules: WhistleRules, at: Date) => {
      const input = inputOf(rules, kindIn(rules, "TOWNSHIP"), town, [await ticketIn(began)]);
      return story.blow(input, { as: town, at }, "number profileVersion");
    };
    expect((await blow(since, lastDay)).code).toBe("WHISTLE_THEME");
    const { answer } = await blow(began, lastDay);
    expect(answer.profileVersion).toBe(2);
    const after = { as: town, at: new Date("2021-01-01T00:30:00+08:00") };
    expect((await blow(since, after.at)).answer?.profileVersion).toBe(1);
    expect(
      await story.read(
        answer.number,
        "profileVersion kindRules { level clocks { step amount unit rule } } clocks { step dueAt overdue }",
        after,
      ),
    ).toEqual({
      profileVersion: 2,
      kindRules: { level: 1, clocks: [{ step: "ARRIVE", amount: 30, unit: "MINUTES", rule: "PG2017-1" }] },
      clocks: [{ step: "ARRIVE", dueAt: "2020-12-31T16:20:00.000Z", overdue: true }],
    });
  });
});
