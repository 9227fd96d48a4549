import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { CasePart } from "../../shared/case-part.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { kaifu, pinggu, Stewards } from "../stewardship.fixtures.ts";
import { stewardship } from "../stewardship.subgraph.ts";

const housing = "430105-HOUSING";
const caseNumber = "430105-20260601-000001";
const merged = "430105-20260601-000002";

/** Who works on which case, as the command centre would say. */
const bodies = new Map<string, readonly (readonly [unit: string, part: CasePart])[]>();
const commandCentre = { isDown: false, asked: [] as unknown[] };

let subgraph: TestSubgraph;
let stewards: Stewards;
beforeAll(async () => {
  subgraph = await openTestSubgraph(stewardship, {
    graph: async <Data>(_: string, variables?: Record<string, unknown>) => {
      if (commandCentre.isDown) throw new Error("the command centre is down");
      const tickets = variables?.tickets as readonly string[];
      commandCentre.asked.push(tickets);
      const caseBodies = tickets.flatMap((number) =>
        (bodies.get(number) ?? []).map(([unitCode, part]) => ({
          ticketNumber: number,
          tickets: number === caseNumber ? [number, merged] : [number],
          unitCode,
          part,
        })),
      );
      return { caseBodies } as Data;
    },
    expectsFailures: true,
  });
  stewards = new Stewards(subgraph);
});
afterAll(() => subgraph.close());

const usualRule = {
  owner: "civil-affairs",
  parts: ["LEAD", "HANDLING"],
  coordinates: ["ElderlyLivingAlone"],
  clear: [] as readonly string[],
  validFrom: "2026-06-01T00:00:00+08:00",
  validUntil: "2027-06-01T00:00:00+08:00",
  reason: "协同处置所需",
};
type Rule = Partial<typeof usualRule> & { readonly listMaximum?: number };
const set = (rule: Rule = {}, as: Principal = kaifu.civilAffairs, selection = "{ number inForce }") =>
  stewards.mutate(
    "setCaseAccessRule",
    { input: "SetCaseAccessRuleInput!" },
    { input: { ...usualRule, ...rule } },
    selection,
    { as },
  );
const setNumber = async (rule: Rule = {}, as?: Principal) =>
  ((await set(rule, as)) as { number: string }).number;
const withdraw = (number: string, as: Principal, reason = "改为逐案授权") =>
  stewards.mutate(
    "withdrawCaseAccessRule",
    { number: "String!", reason: "String!" },
    { number, reason },
    "{ inForce withdrawnByUnit withdrawalReason }",
    { as },
  );
const exclude = (more: object = {}, as: Principal = kaifu.civilAffairs) =>
  stewards.mutate(
    "excludeFromCase",
    { input: "ExcludeFromCaseInput!" },
    {
      input: {
        owner: "civil-affairs",
        caseNumber,
        unit: housing,
        reason: "经办人与当事人有亲属关系",
        ...more,
      },
    },
    "{ number liftedAt }",
    { as },
  );
const lift = (number: string, as: Principal) =>
  stewards.mutate(
    "liftCaseExclusion",
    { number: "String!", reason: "String!" },
    { number, reason: "经办人已回避" },
    "{ liftedAt }",
    { as },
  );
const read = async (query: string, as: Principal | undefined, at?: Date) => {
  const { data } = await subgraph.ask<Record<string, { edges: { node: { number: string } }[] }>>(
    query,
    {},
    { ...(as && { as }), ...(at && { at }) },
  );
  return Object.values(data).flatMap(({ edges }) => edges.map(({ node }) => node.number));
};

describe("a rule of what is opened to whoever is called (案内访问规则)", () => {
  it("is set by the owner, is in the gateway's book at once, and leaves it when it is withdrawn", async () => {
    const { version } = await stewards.book(null);
    const rule = { listMaximum: 20, clear: ["ElderlyLivingAlone.address"] };
    expect(await set(rule, kaifu.civilAffairs, "{ number owner parts inForce ownerUnit { code } }")).toEqual({
      number: "430105-C-0001",
      owner: "civil-affairs",
      parts: ["LEAD", "HANDLING"],
      inForce: true,
      ownerUnit: { code: "430105-CIVIL-AFFAIRS" },
    });
    expect(await stewards.book(version)).toMatchObject({
      version: version + 1,
      caseAccessRules: [
        {
          number: "430105-C-0001",
          owner: "civil-affairs",
          parts: ["LEAD", "HANDLING"],
          coordinates: ["ElderlyLivingAlone"],
          clear: ["ElderlyLivingAlone.address"],
          validFrom: "2026-05-31T16:00:00.000Z",
          validUntil: "2027-05-31T16:00:00.000Z",
          listMaximum: 20,
        },
      ],
    });
    expect(await withdraw("430105-C-0001", kaifu.civilAffairsChief)).toEqual({
      inForce: false,
      withdrawnByUnit: "430105-CIVIL-AFFAIRS",
      withdrawalReason: "改为逐案授权",
    });
    expect(await stewards.book(version)).toMatchObject({ version: version + 2, caseAccessRules: [] });
    expect(await withdraw("430105-C-0001", kaifu.civilAffairs)).toBe("CASE_ACCESS_RULE_WITHDRAWN");
  });

  it.each<[string, Principal, Rule]>([
    ["the data bureau", kaifu.bureau, {}],
    ["another department", kaifu.housing, {}],
    ["another owner", kaifu.policeSteward, {}],
    ["its responder", person(Post.RESPONDER, { unit: "430105-CIVIL-AFFAIRS" }), {}],
    ["its station", person(Post.DATA_STEWARD, { unit: "430105010-CIVIL-AFFAIRS" }), {}],
    ["the gateway", kaifu.gateway, {}],
  ])("is set by nobody else: %s", async (_, as, rule) => {
    expect(await set(rule, as)).toBe("FORBIDDEN");
  });

  it.each<[string, Rule, string]>([
    ["no part", { parts: [] }, "BAD_INPUT"],
    ["nothing", { coordinates: [] }, "BAD_INPUT"],
    ["in clear what it does not open", { clear: ["Aid.applicantName"] }, "BAD_INPUT"],
    [
      "a time that is over",
      { validFrom: "2025-01-01T00:00:00Z", validUntil: "2025-02-01T00:00:00Z" },
      "BAD_INPUT",
    ],
    ["no row at all", { listMaximum: 0 }, "BAD_INPUT"],
    ["no reason", { reason: " " }, "BAD_INPUT"],
    ["a subgraph that is none", { owner: "weather" }, "NOT_FOUND"],
  ])("opens something to somebody for a time: not %s", async (_, rule, code) => {
    expect(await set(rule)).toBe(code);
  });

  it.each<[string, Principal, unknown]>([
    ["the data bureau's steward", kaifu.bureau, { withdrawnByUnit: "430105-DATA-BUREAU" }],
    ["whoever is called", kaifu.housing, "FORBIDDEN"],
    ["another district's bureau", pinggu.bureau, "NOT_FOUND"],
  ])("is withdrawn by the owner and the data bureau alone: %s", async (_, as, answer) => {
    const withdrawn = await withdraw(await setNumber(), as);
    if (typeof answer === "string") expect(withdrawn).toBe(answer);
    else expect(withdrawn).toMatchObject(answer as object);
  });

  it("is known to those who hold a post in the district, in force or not", async () => {
    const number = await setNumber({ validFrom: "2026-08-01T00:00:00+08:00" });
    const seen = (as: Principal | undefined, at?: Date) =>
      read(
        '{ caseAccessRules(filter: { owner: "civil-affairs", inForce: true }, first: 50) { edges { node { number } } } }',
        as,
        at,
      );
    expect(await seen(kaifu.housingStation)).not.toContain(number);
    const august = new Date("2026-08-01T00:00:00+08:00");
    expect(await seen(kaifu.housingStation, august)).toContain(number);
    for (const as of [kaifu.resident, kaifu.evaluation, pinggu.housing]) {
      expect(await seen(as, august)).toEqual([]);
    }
  });
});

describe("a case closed to one body (案内访问排除)", () => {
  it("is in the gateway's book until it is lifted, once at a time", async () => {
    const closed = (await exclude()) as { number: string };
    const inBook = async () => (await stewards.book(null)).caseExclusions;
    expect(await inBook()).toEqual([{ owner: "civil-affairs", caseNumber, unit: housing }]);
    expect(await exclude()).toBe("CASE_CLOSED_ALREADY");
    expect(await lift(closed.number, kaifu.housing)).toBe("FORBIDDEN");
    expect(await lift(closed.number, kaifu.civilAffairs)).toEqual({ liftedAt: "2026-06-01T01:00:00.000Z" });
    expect(await lift(closed.number, kaifu.civilAffairs)).toBe("CASE_EXCLUSION_LIFTED");
    expect(await inBook()).toEqual([]);
  });

  it.each<[string, object, Principal, string]>([
    ["another owner's data", {}, kaifu.policeSteward, "FORBIDDEN"],
    ["what is not the bureau's", {}, kaifu.bureau, "FORBIDDEN"],
    ["no case", { caseNumber: "430105-W-1" }, kaifu.civilAffairs, "BAD_INPUT"],
    ["another district's case", { caseNumber: "110117-20260601-000001" }, kaifu.civilAffairs, "BAD_INPUT"],
    ["another district's unit", { unit: "110117-HOUSING" }, kaifu.civilAffairs, "BAD_INPUT"],
    ["no unit", { unit: "住建局" }, kaifu.civilAffairs, "BAD_INPUT"],
    ["no reason", { reason: "" }, kaifu.civilAffairs, "BAD_INPUT"],
  ])("is not for %s", async (_, more, as, code) => {
    expect(await exclude(more, as)).toBe(code);
  });

  it("is seen by the owner, the body and the data bureau", async () => {
    const { number } = (await exclude({ unit: "430105-URBAN-MANAGEMENT" })) as { number: string };
    const seen = (as: Principal) =>
      read(
        `{ caseExclusions(filter: { caseNumber: "${caseNumber}" }, first: 50) { edges { node { number } } } }`,
        as,
      );
    for (const as of [kaifu.civilAffairs, kaifu.urban, kaifu.bureau])
      expect(await seen(as)).toContain(number);
    for (const as of [kaifu.housing, kaifu.policeSteward, kaifu.resident]) {
      expect(await seen(as)).not.toContain(number);
    }
  });
});

describe("who has access by a case right now", () => {
  const other = "430105-20260601-000009";
  let rule: string;
  beforeAll(async () => {
    rule = await setNumber();
    await setNumber({ owner: "public-security", parts: ["LEAD"] }, kaifu.policeSteward);
    bodies.set(caseNumber, [
      [housing, CasePart.HANDLING],
      [housing, CasePart.LEAD],
      ["430105010-HOUSING", CasePart.ASSISTING],
      ["430105-CIVIL-AFFAIRS", CasePart.LEAD],
    ]);
    bodies.set(other, [[housing, CasePart.ASSISTING]]);
  });

  const accesses = async (as: Principal, numbers: readonly string[] = [caseNumber]) => {
    const { data, errors } = await subgraph.ask<{
      _entities: {
        caseAccesses:
          | {
              rule: { number: string; owner: string };
              unit: { code: string };
              parts: string[];
              exclusion: { reason: string } | null;
            }[]
          | null;
      }[];
    }>(
      `query ($tickets: [_Any!]!) { _entities(representations: $tickets) { ... on Ticket {
         caseAccesses { rule { number owner } unit { code } parts exclusion { reason } } } } }`,
      { tickets: numbers.map((number) => ({ __typename: "Ticket", number })) },
      { as },
    );
    expect(errors.length > 0).toBe(commandCentre.isDown);
    return data._entities.map(({ caseAccesses }) =>
      caseAccesses
        ?.filter((each) => each.rule.owner !== "civil-affairs" || each.rule.number === rule)
        .map(({ rule: { owner }, unit, parts, exclusion }) => ({
          owner,
          unit: unit.code,
          parts,
          closed: exclusion?.reason ?? null,
        })),
    );
  };
  const parts = ["HANDLING", "LEAD"];

  it("is told to the owner of its own data, to the body of itself, to the data bureau of all, to nobody else", async () => {
    const ofCivilAffairs = { owner: "civil-affairs", unit: housing, parts, closed: null };
    const ofPolice = { owner: "public-security", unit: housing, parts, closed: null };
    const policeToOwner = { ...ofPolice, unit: "430105-CIVIL-AFFAIRS", parts: ["LEAD"] };
    const seen = async (as: Principal) => (await accesses(as))[0];
    expect(await seen(kaifu.policeSteward)).toEqual([ofPolice, policeToOwner]);
    expect(await seen(kaifu.housing)).toEqual([ofCivilAffairs, ofPolice]);
    expect(await seen(kaifu.civilAffairs)).toEqual([ofCivilAffairs, policeToOwner]);
    expect(await seen(kaifu.bureau)).toEqual([ofCivilAffairs, ofPolice, policeToOwner]);
    for (const as of [kaifu.urban, kaifu.resident, kaifu.evaluation, pinggu.bureau]) {
      expect(await seen(as)).toEqual([]);
    }
  });

  it("says what the owner closed, by whichever ticket of the case", async () => {
    const { number } = (await exclude({ caseNumber: merged })) as { number: string };
    expect((await accesses(kaifu.housing))[0]).toMatchObject([
      { owner: "civil-affairs", closed: "经办人与当事人有亲属关系" },
      { owner: "public-security", closed: null },
    ]);
    await lift(number, kaifu.civilAffairs);
  });

  it("asks the command centre once for all cases, and is null while it cannot be asked", async () => {
    commandCentre.asked.length = 0;
    expect(await accesses(kaifu.bureau, [caseNumber, other])).toEqual([expect.any(Array), []]);
    expect(commandCentre.asked).toEqual([[caseNumber, other]]);
    commandCentre.isDown = true;
    expect(await accesses(kaifu.bureau)).toEqual([undefined]);
    commandCentre.isDown = false;
  });
});
