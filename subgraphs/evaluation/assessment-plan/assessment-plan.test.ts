import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { GraphOfOthers, kaifu, newKey, readToEnd } from "../evaluation.fixtures.ts";
import { evaluation } from "../evaluation.subgraph.ts";

/** Ganzhou, where the rule comes from (GZ-10): the district, a department, two of its streets. */
const district = "620702";
const eastStreet = "620702001";
const northStreet = "620702002";
const housing = "620702-HOUSING";
const districtLeader = person(Post.DISTRICT_LEADER, { unit: district });
const performanceOffice = person(Post.PERFORMANCE_OFFICE, {
  unit: "620702-PERFORMANCE-OFFICE",
  division: district,
});
const housingChief = person(Post.CHIEF_RESPONDER, { unit: housing, division: district });
const streetLeader = person(Post.SUBDISTRICT_LEADER, { unit: eastStreet });

let subgraph: TestSubgraph;
const others = new GraphOfOthers();

beforeAll(async () => {
  subgraph = await openTestSubgraph(evaluation, { graph: others.ask });
  for (const unit of [
    eastStreet,
    northStreet,
    housing,
    "620702001001",
    "620702-HOUSING-STATION",
    "430105010",
  ]) {
    others.units.add(unit);
  }
});
afterAll(() => subgraph.close());

const at = new Date("2020-12-01T09:00:00+08:00");
const yearly = {
  kind: "COMPREHENSIVE",
  year: 2020,
  title: "街道综合考核",
  subjects: [eastStreet, northStreet],
  satisfactionWeight: 0.3,
};

const create = (change: object, as: Principal, key = newKey()) =>
  subgraph.ask<{ createAssessmentPlan: { number: string } }>(
    `mutation Create($input: AssessmentPlanInput!) { createAssessmentPlan(input: $input) {
      number kind year satisfactionWeight organiser { code } vetoItems { name level } assessed { unit { code } total }
    } }`,
    { input: { ...yearly, ...change, idempotencyKey: key } },
    { as, at },
  );

const result = (plan: string, change: object = {}, as: Principal = performanceOffice) =>
  subgraph.ask(
    `mutation Record($input: AssessmentResultInput!) { recordAssessmentResult(input: $input) {
      unit { code } score surveyed satisfied total
    } }`,
    {
      input: {
        plan,
        unit: eastStreet,
        score: 90,
        surveyed: 400,
        satisfied: 349,
        opinion: "见考核报告。",
        ...change,
        idempotencyKey: newKey(),
      },
    },
    { as, at },
  );

describe("who may assess a sub-district (GZ-10)", () => {
  const veto = (level: string) => ({ vetoItems: [{ name: "重大安全责任事故", level }] });
  const single = { kind: "SINGLE_ITEM", satisfactionWeight: null };
  it.each([
    [
      "GZ-10, 6.5: a department assessing a street by itself",
      { ...single, subjects: [eastStreet] },
      housingChief,
      "SINGLE_ITEM_ASSESSMENT",
    ],
    [
      "GZ-10: a department assessing a community by itself",
      { ...single, subjects: ["620702001001"] },
      housingChief,
      "SINGLE_ITEM_ASSESSMENT",
    ],
    [
      "GZ-10: a department holding a comprehensive assessment",
      { subjects: ["620702-HOUSING-STATION"] },
      housingChief,
      "BAD_INPUT",
    ],
    ["GZ-10, 6.5: a veto item of a department", veto("DEPARTMENT"), districtLeader, "VETO_NOT_ALLOWED"],
    ["GZ-10: a veto item of the district", veto("DISTRICT"), districtLeader, "VETO_NOT_ALLOWED"],
    ["GZ-10: a veto item of the city", veto("CITY"), districtLeader, "VETO_NOT_ALLOWED"],
    ["GZ-10: a street assessing", single, streetLeader, "FORBIDDEN"],
    ["GZ-10: a street assessing nobody", { subjects: ["620702-NOBODY"] }, streetLeader, "FORBIDDEN"],
    ["units of another district", { subjects: ["430105010"] }, districtLeader, "BAD_INPUT"],
    ["a unit nobody knows", { subjects: ["620702-NOBODY"] }, districtLeader, "NOT_FOUND"],
    ["nobody", { subjects: [] }, districtLeader, "BAD_INPUT"],
    ["a year long past", { year: 2015 }, districtLeader, "BAD_INPUT"],
    [
      "KF-16: a department in the year-end evaluation of sub-districts",
      { kind: "SPECIAL_EVALUATION", subjects: [housing] },
      districtLeader,
      "BAD_INPUT",
    ],
    [
      "KF-16: a year-end evaluation without its survey",
      { kind: "SPECIAL_EVALUATION", satisfactionWeight: null },
      districtLeader,
      "BAD_INPUT",
    ],
  ])("refused: %s", async (_case, change, as, code) => {
    expect((await create(change, as)).errors).toMatchObject([{ code }]);
  });

  it("GZ-10, 6.5: the district creates the yearly one, with a veto item of the province", async () => {
    const key = newKey();
    const { data, errors } = await create(veto("PROVINCIAL"), districtLeader, key);
    expect(errors).toEqual([]);
    expect(data.createAssessmentPlan).toEqual({
      number: "620702-A-20201201-0001",
      kind: "COMPREHENSIVE",
      year: 2020,
      satisfactionWeight: 0.3,
      organiser: { code: district },
      vetoItems: [{ name: "重大安全责任事故", level: "PROVINCIAL" }],
      assessed: [
        { unit: { code: eastStreet }, total: null },
        { unit: { code: northStreet }, total: null },
      ],
    });
    expect((await create(veto("PROVINCIAL"), districtLeader, key)).data).toEqual(data);
  });

  it("GZ-10: a sub-district is comprehensively assessed once a year", async () => {
    expect((await create({ subjects: [northStreet] }, performanceOffice)).errors).toMatchObject([
      { code: "ASSESSED_ONCE_A_YEAR" },
    ]);
    const nextYear = await Promise.all([
      create({ year: 2021 }, performanceOffice),
      create({ year: 2021, subjects: [northStreet] }, districtLeader),
    ]);
    expect(nextYear.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual([
      "ASSESSED_ONCE_A_YEAR",
    ]);
  });

  it("GZ-10: a single item is assessed when the district organises it; a department assesses its own", async () => {
    expect((await create({ kind: "SINGLE_ITEM", subjects: [eastStreet] }, performanceOffice)).errors).toEqual(
      [],
    );
    const own = { kind: "SINGLE_ITEM", subjects: ["620702-HOUSING-STATION"], satisfactionWeight: null };
    const { data, errors } = await create(own, housingChief);
    expect(errors).toEqual([]);
    expect(data.createAssessmentPlan).toMatchObject({ organiser: { code: housing } });
  });

  it("sent twice under one key is one plan, though a unit is gone meanwhile", async () => {
    const single = { kind: "SINGLE_ITEM", subjects: ["620702-HOUSING-STATION"] };
    const key = newKey();
    const first = await create(single, performanceOffice, key);
    expect(first.errors).toEqual([]);
    others.units.delete("620702-HOUSING-STATION");
    expect(await create(single, performanceOffice, key)).toEqual(first);
    others.units.add("620702-HOUSING-STATION");
  });
});

describe("the year-end evaluation of sub-districts (KF-16)", () => {
  let plan: string;
  beforeAll(async () => {
    const { data } = await create({ kind: "SPECIAL_EVALUATION" }, performanceOffice);
    plan = data.createAssessmentPlan.number;
  });

  it.each([
    ["by the district leader", {}, districtLeader, "FORBIDDEN"],
    ["by another district's office", {}, kaifu.performanceOffice, "FORBIDDEN"],
    ["without an opinion", { opinion: " " }, performanceOffice, "BAD_INPUT"],
    ["without the survey", { surveyed: null, satisfied: null }, performanceOffice, "BAD_INPUT"],
    ["with more satisfied than asked", { satisfied: 401 }, performanceOffice, "BAD_INPUT"],
    ["above 100", { score: 101 }, performanceOffice, "BAD_INPUT"],
    ["of a unit not under the plan", { unit: housing }, performanceOffice, "NOT_FOUND"],
  ])("refuses a result %s", async (_case, change, as, code) => {
    expect((await result(plan, change, as)).errors).toMatchObject([{ code }]);
  });

  it("KF-16: weighs the survey as the plan says, once", async () => {
    const { data, errors } = await result(plan);
    expect(errors).toEqual([]);
    // 0.7 · 90 + 0.3 · 87.25 (349 of 400)
    expect(data).toEqual({
      recordAssessmentResult: {
        unit: { code: eastStreet },
        score: 90,
        surveyed: 400,
        satisfied: 349,
        total: 89.18,
      },
    });
    expect((await result(plan)).errors).toMatchObject([{ code: "RESULT_RECORDED" }]);
  });

  const list = (as: Principal, first: number, after: string | null = null) =>
    subgraph.ask<{
      assessmentPlans: {
        edges: { node: { number: string; assessed: { unit: { code: string }; total: number | null }[] } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    }>(
      `query Plans($first: Int!, $after: String) { assessmentPlans(year: 2020, first: $first, after: $after) {
        edges { node { number assessed { unit { code } total } } } pageInfo { hasNextPage endCursor }
      } }`,
      { first, after },
      { as },
    );

  it("shows plans to the officials of the district, results to those they concern", async () => {
    const seen = async (as: Principal) => {
      const { data } = await list(as, 10);
      return data.assessmentPlans.edges.find(({ node }) => node.number === plan)?.node.assessed;
    };
    const east = { unit: { code: eastStreet }, total: 89.18 };
    expect(await seen(performanceOffice)).toEqual([east, { unit: { code: northStreet }, total: null }]);
    expect(await seen(streetLeader)).toEqual([east]);
    expect(await seen(housingChief)).toEqual([]);
    expect(await seen(kaifu.performanceOffice)).toBeUndefined();
    expect(await seen({ ...kaifu.resident, unit: eastStreet, division: eastStreet })).toBeUndefined();
  });

  it("comes page by page to the end, the units of all plans in one query", async () => {
    const whole = (await list(performanceOffice, 10)).data.assessmentPlans.edges.map(({ node }) => node);
    expect(
      await readToEnd(async (after) => (await list(performanceOffice, 1, after)).data.assessmentPlans),
    ).toEqual(whole);
    expect(whole).toHaveLength(5);
    expect(await statementsOf(subgraph.database, () => list(performanceOffice, 10))).toHaveLength(2);
  });
});
