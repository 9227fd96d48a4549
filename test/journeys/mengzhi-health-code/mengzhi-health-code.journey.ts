import { Client } from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import type { PostHolder } from "../../../infra/issuer/post-holder.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import type { TestStack } from "../../testkit/stack.ts";
import { place } from "../ground.ts";
import { type Journey, journeyThrough } from "../journey.ts";
import { reported } from "../reported.ts";
import { help } from "./mengzhi.ground.ts";

const member = "zhaoyuan-grid-member";
const street = "zhaoyuan-street-leader";
const inCommunity = { unit: place.mengzhiCommunity, division: place.mengzhiCommunity };
const secretary: PostHolder = { post: Post.COMMUNITY_SECRETARY, ...inCommunity };
const resident = (id: string): PostHolder => ({ id, post: Post.RESIDENT, ...inCommunity });
const inBureau = (unit: string) => ({ unit: `${place.zhaoyuan}-${unit}`, division: place.zhaoyuan });
const officer: PostHolder = { post: Post.RESPONDER, ...inBureau("CIVIL-AFFAIRS") };
const steward: PostHolder = { post: Post.DATA_STEWARD, ...inBureau("CIVIL-AFFAIRS") };
const bureau: PostHolder = { post: Post.DATA_STEWARD, ...inBureau("DATA-BUREAU") };

/** Invented: four in the first grid, three in the next; who signs in, and where they live. */
const elderly = [
  { name: "曲长河", grid: place.mengzhiGrid, person: "qu-changhe" },
  { name: "初桂英", grid: place.mengzhiGrid, person: "chu-guiying" },
  { name: "战玉兰", grid: place.mengzhiGrid },
  { name: "姜文礼", grid: place.mengzhiGrid },
  { name: "温秀珍", grid: place.nextGrid, person: "wen-xiuzhen" },
  { name: "栾德山", grid: place.nextGrid },
  { name: "臧淑芬", grid: place.nextGrid },
].map((each, index) => ({ ...each, id: `370685-R-${index + 1}` }));
const namesIn = (grid: string) => elderly.filter((each) => each.grid === grid).map(({ name }) => name);

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Readonly<Record<string, unknown>> }[];
}
const nodes = (page: Page | null | undefined) => page?.edges.map(({ node }) => node) ?? null;

/**
 * Domain scenario 6.4: old people without a smartphone are to be helped to their health code. Their number is told to the
 * street, their names to the member of the grid they live in, for as long as the plan runs; and they are told who looked.
 */
export function mengzhiHealthCode(on: () => TestStack): void {
  let stack: TestStack;
  let journey: Journey;
  let plan: string;
  let ticket: string;
  let problem: string;

  const put = async (subgraph: string, statement: string) => {
    const client = new Client({ connectionString: stack.databaseUrls.get(subgraph) });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };

  /** The names in a grid that somebody is given on the plan, a list for each of `pages`, or why they are withheld. */
  const namesGiven = async (as: string | PostHolder, grid: string, ...pages: readonly string[]) => {
    const lists = (pages.length > 0 ? pages : ["first: 3"]).map(
      (page, index) => `list${index}: elderlyLivingAlone(${page}) { edges { cursor node { name } } }`,
    );
    const { data, errors } = await stack.ask<{ grid: Record<string, Page | null> }>(
      `query ($grid: GridCode!) { grid(code: $grid) { ${lists.join(" ")} } }`,
      { grid },
      as,
      { "whistlegraph-basis": plan },
    );
    const edges = Object.values(data.grid).flatMap((page) => page?.edges ?? []);
    return {
      names: edges.map(({ node }) => node.name),
      last: edges.at(-1)?.cursor,
      reasons: [...new Set(errors.map(({ details }) => details.reason))],
    };
  };
  const none = (reason: string) => ({ names: [], last: undefined, reasons: [reason] });

  beforeAll(async () => {
    stack = on();
    journey = journeyThrough(stack);
    journey.at("2021-06-07T09:00:00+08:00");
    const at = (values: readonly string[]) => values.map((value) => `(${value})`).join(", ");
    await put(
      "grids",
      `INSERT INTO building (code, community_code, grid_code, name, address, longitude, latitude, synthetic) VALUES
         ${at([place.mengzhiGrid, place.nextGrid].map((grid) => `'${grid}-B1', '${place.mengzhiCommunity}', '${grid}', '1号楼', '梦芝社区1号楼', 120.4, 37.36, true`))};
       INSERT INTO household (district_code, id, building_code, community_code, grid_code, door) VALUES
         ${at(elderly.map(({ id, grid }) => `'370685', '${id}-H', '${grid}-B1', '${place.mengzhiCommunity}', '${grid}', '101'`))};
       INSERT INTO resident (district_code, id, household_id, person_id, name, sex, birth_date, relation, registration) VALUES
         ${at(elderly.map(({ id, name, person }) => `'370685', '${id}', '${id}-H', ${person ? `'${person}'` : "NULL"}, '${name}', 'FEMALE', '1940-01-01', 'HEAD', 'LOCAL'`))};
       INSERT INTO grid_member (id, person_id, division_code, kind_code, name, phone, services)
         VALUES ('370685-M1', '${member}', '${place.mengzhiCommunity}', 'FULL_TIME', '曲美玲', '13800000001', '上门走访');
       INSERT INTO grid_assignment (id, member_id, grid_code, valid_from)
         VALUES ('370685-A1', '370685-M1', '${place.mengzhiGrid}', '2021-01-01')`,
    );
    for (const { id, name, grid, person } of elderly) {
      await journey.does(officer, "recordElderlyLivingAlone", {
        input: {
          resident: id,
          ...(person && { person }),
          grid,
          name,
          address: "梦芝社区1号楼101",
          ageGroup: "AGED_80_TO_89",
          livingSituation: "CHILDREN_ELSEWHERE",
          usesSmartphone: false,
          source: "HOUSEHOLD_VISIT",
        },
      });
    }
  });

  it("ZY-9: the member visits, reports from the door and helps at once; the ticket is done the same hour", async () => {
    await journey.does(member, "recordVisit", {
      input: { household: "370685-R-1-H", visitedOn: "2021-06-07", observations: [] },
    });
    const reported = await journey.does<{ ticket: { number: string; function: string } }>(
      member,
      "reportDemand",
      {
        input: {
          kind: "HELP",
          channel: "HOUSEHOLD_VISIT",
          text: "老人没有智能手机，申领不了健康码，已当场代办纸质码。",
          urgency: "ORDINARY",
          media: [],
          place: { gridCode: place.mengzhiGrid },
        },
      },
      "{ ticket { number function } }",
    );
    expect(reported.ticket.function).toBe("PROACTIVE");
    ticket = reported.ticket.number;
    const centre = "zhaoyuan-dispatcher";
    await journey.does(centre, "matchTicket", { number: ticket, input: help });
    await journey.does(centre, "dispatchTicket", { number: ticket, unit: place.mengzhiCommunity });
    journey.at("2021-06-07T09:40:00+08:00");
    await journey.does(secretary, "signTicket", { number: ticket });
    await journey.does(secretary, "startTicket", { number: ticket });
    const input = {
      contacted: true,
      solved: true,
      account: "网格员当场代办",
      publicReply: "已代办纸质健康码。",
    };
    await journey.does(secretary, "handleTicket", { number: ticket, input });
    expect(await journey.does(secretary, "giveFeedback", { number: ticket }, "{ state }")).toEqual({
      state: "FEEDBACK_GIVEN",
    });
  });

  it("ZY-21: the street takes it for a whole class of problem, with a cause, a plan and its approval", async () => {
    const opening = {
      ticket,
      title: "老年人无智能手机",
      grounds: "独居老人普遍不会申领健康码",
      division: place.mengzhi,
    };
    const refused = await journey.isRefused(member, "openClassProblem", opening);
    expect([refused.code, refused.rule]).toEqual(["CLASS_PROBLEM_ELSEWHERE", "ZY-21"]);
    const opened = await journey.does<{ number: string }>(street, "openClassProblem", opening, "{ number }");
    problem = opened.number;
    const number = problem;
    await journey.does(street, "recordCause", { number, cause: "无智能手机，子女不在身边" });
    const quantities = { quantityPlanned: 7, quantityUnit: "人" };
    const solution = { field: "卫生健康", text: "网格员、助理上门代办纸质健康码", ...quantities };
    await journey.does(street, "setPlan", { number, plan: solution });
    await journey.does(street, "approvePlan", { number });
  });

  it("tells the street how many there are, and where", async () => {
    const figures = "code careFigures { withoutSmartphone { exact } }";
    const { division, first, next } = await journey.sees<Record<"division" | "first" | "next", object>>(
      street,
      `{ division(code: "${place.mengzhi}") { ${figures} }
         first: grid(code: "${place.mengzhiGrid}") { ${figures} } next: grid(code: "${place.nextGrid}") { ${figures} } }`,
    );
    expect([division, first, next]).toEqual([
      { code: place.mengzhi, careFigures: { withoutSmartphone: { exact: 7 } } },
      { code: place.mengzhiGrid, careFigures: { withoutSmartphone: { exact: 4 } } },
      { code: place.nextGrid, careFigures: { withoutSmartphone: { exact: 3 } } },
    ]);
  });

  it("ZY-21: every grid of the street has its task, by numbers and without a name", async () => {
    const targets = [
      { grid: place.mengzhiGrid, targets: 4 },
      { grid: place.nextGrid, targets: 3 },
    ];
    const given = { number: problem, task: "逐户上门代办健康码", targets };
    const partly = await journey.isRefused(street, "assignGridTasks", {
      ...given,
      targets: targets.slice(1),
    });
    expect([partly.code, partly.rule]).toEqual(["GRID_TASKS_INCOMPLETE", "ZY-21"]);
    await journey.does(street, "assignGridTasks", given);
  });

  it("tells nobody their names before their owner granted it for the plan", async () => {
    ({ number: plan } = await journey.does<{ number: string }>(
      bureau,
      "registerAgreement",
      {
        input: {
          parties: [place.mengzhiCommunity, inBureau("CIVIL-AFFAIRS").unit],
          purpose: "为无智能手机老年人代办健康码，计划至八月底",
          validFrom: "2021-06-07",
          validUntil: "2021-09-01",
        },
      },
      "{ number }",
    ));
    expect(await namesGiven(member, place.mengzhiGrid)).toEqual(none("NO_GRANTS"));
    const { number } = await journey.does<{ number: string }>(
      secretary,
      "requestDataGrant",
      {
        input: {
          owner: "civil-affairs",
          consumer: place.mengzhiCommunity,
          posts: ["GRID_MEMBER"],
          coordinates: ["ElderlyLivingAlone"],
          clear: ["ElderlyLivingAlone.name"],
          purposes: [plan],
          rows: "OWN_GRIDS",
          listMaximum: 3,
          reason: "网格员上门代办健康码",
          validFrom: "2021-06-07T00:00:00+08:00",
          validUntil: "2021-12-31T00:00:00+08:00",
        },
      },
      "{ number }",
    );
    expect(await namesGiven(member, place.mengzhiGrid)).toEqual(none("NO_GRANTS"));
    await journey.does(steward, "approveDataGrant", { number, reason: "仅限网格员所在网格，计划期内" });
  });

  it("tells them to the member of the grid, page by page, and of the next grid none", async () => {
    const [one, two, three, four] = namesIn(place.mengzhiGrid);
    const first = await namesGiven(member, place.mengzhiGrid);
    expect(first).toMatchObject({ names: [one, two, three], reasons: [] });
    const rest = await namesGiven(member, place.mengzhiGrid, `first: 3, after: "${first.last}"`);
    expect(rest).toMatchObject({ names: [four], reasons: [] });
    expect(await namesGiven(member, place.nextGrid)).toEqual(none("OWNER_RULE"));
  });

  it("tells them to nobody above, who has the numbers", async () => {
    for (const above of [secretary, street, "zhaoyuan-dispatcher"]) {
      expect(await namesGiven(above, place.mengzhiGrid)).toEqual(none("NO_GRANTS"));
    }
  });

  it("lets nobody take the list away in one answer, whole or in pages beside each other", async () => {
    const { last } = await namesGiven(member, place.mengzhiGrid);
    for (const pages of [["first: 100"], ["first: 3", `first: 3, after: "${last}"`]]) {
      expect(await namesGiven(member, place.mengzhiGrid, ...pages)).toEqual(none("LIST_TOO_LARGE"));
    }
  });

  it("puts on record for the owner who was given what, and who was not", async () => {
    const records = async () => {
      const { accessRecords } = await journey.sees<{ accessRecords: Page }>(
        steward,
        `{ accessRecords(filter: { subgraph: "civil-affairs", field: "ElderlyLivingAlone.name" }, first: 100) {
            edges { node { personId outcome basis subjects } } } }`,
      );
      return nodes(accessRecords);
    };
    const basis = plan;
    await expect.poll(records).toEqual(
      expect.arrayContaining([
        { personId: member, outcome: "GIVEN", basis, subjects: ["370685-R-1", "370685-R-2", "370685-R-3"] },
        { personId: member, outcome: "WITHHELD", basis, subjects: [] },
      ]),
    );
  });

  describe("whoever is on the list asks who looked (谁查过我的数据)", () => {
    const told = "accesses(first: 20) { edges { node { unit post subgraph fields basis outcome } } }";
    const toldTo = async (as: string | PostHolder) => {
      const { data, errors } = await stack.ask<{ me: { id: string; accesses: Page | null }[] | null }>(
        `{ me { id ${told} } }`,
        {},
        as,
      );
      const entries = data.me?.map(({ id, accesses }) => [id, nodes(accesses)] as const) ?? null;
      return { entries, codes: errors.map(({ code }) => code) };
    };

    it("is told, without knowing any number of theirs", async () => {
      const looked = {
        unit: place.mengzhiCommunity,
        post: "GRID_MEMBER",
        subgraph: "civil-affairs",
        fields: ["ElderlyLivingAlone.name"],
        basis: plan,
        outcome: "GIVEN",
      };
      expect(await toldTo(resident("qu-changhe"))).toEqual({
        entries: [["370685-R-1", [looked, looked]]],
        codes: [],
      });
    });

    it("is told who read what they asked for, and not of the ticket by itself, which names nobody", async () => {
      const visiting: PostHolder = {
        id: member,
        post: Post.GRID_MEMBER,
        ...inCommunity,
        onBehalfOf: "qu-changhe",
      };
      const number = await reported(journey, visiting, {
        kind: "HELP",
        channel: "HOUSEHOLD_VISIT",
        text: "老人没有智能手机，无法申领健康码。",
        place: { gridCode: place.mengzhiGrid },
        demander: { kind: "PERSON", name: "曲长河" },
      });
      const dispatcher: PostHolder = {
        id: "gai-shufen",
        post: Post.CENTRE_DISPATCHER,
        ...inBureau("COMMAND-CENTRE"),
      };
      const looksAt = (fields: string) =>
        journey.sees(dispatcher, `{ ticket(number: "${number}") { ${fields} } }`);
      await looksAt("title state dueAt");
      await looksAt("demands(first: 1) { edges { node { text } } }");
      const recorded = async () => {
        const { accessRecords } = await journey.sees<{ accessRecords: Page }>(
          bureau,
          `{ accessRecords(filter: { subgraph: "tickets", person: "gai-shufen" }, first: 10) {
              edges { node { fields subjects } } } }`,
        );
        return new Set(nodes(accessRecords));
      };
      await expect.poll(recorded).toEqual(
        new Set([
          { fields: ["Ticket.dueAt", "Ticket.state", "Ticket.title"], subjects: [] },
          { fields: ["Demand.text"], subjects: ["person:qu-changhe"] },
        ]),
      );
      const { entries } = await toldTo(resident("qu-changhe"));
      const ofTickets = entries?.[0]?.[1]?.filter(({ subgraph }) => subgraph === "tickets");
      expect(ofTickets).toMatchObject([{ post: "CENTRE_DISPATCHER", fields: ["Demand.text"] }]);
    });

    it("is told that nobody did, where nobody did", async () => {
      expect(await toldTo(resident("wen-xiuzhen"))).toEqual({ entries: [["370685-R-5", []]], codes: [] });
    });

    it("is told of no entry, where no district has one", async () => {
      expect(await toldTo(resident("newcomer"))).toEqual({ entries: [], codes: [] });
    });

    it("is told of nobody else, though they know the number", async () => {
      const query = `{ resident(id: "370685-R-1") { name ${told} } }`;
      expect(await journey.sees(resident("wen-xiuzhen"), query)).toEqual({ resident: null });
      expect(await journey.sees(resident("qu-changhe"), query)).toMatchObject({
        resident: { name: "曲长河" },
      });
      expect(await journey.sees(secretary, query)).toMatchObject({ resident: { accesses: { edges: [] } } });
    });

    it("is nobody in office: they are told by their own entry as residents, with a token as one", async () => {
      for (const inOffice of [member, secretary]) {
        expect(await toldTo(inOffice)).toEqual({ entries: null, codes: ["WITHHELD"] });
      }
    });
  });

  it("ZY-21: members report how many they reached; found by class problem: first ticket, tasks per grid, done, share reached", async () => {
    const report = (grid: string, reached: number) =>
      journey.does(member, "reportGridTask", { number: problem, report: { grid, reached } });
    await report(place.mengzhiGrid, 4);
    await report(place.nextGrid, 2);
    const far: PostHolder = { ...secretary, unit: "370685002001", division: "370685002001" };
    const elsewhere = await journey.isRefused(far, "reportGridTask", {
      number: problem,
      report: { grid: place.nextGrid, reached: 3 },
    });
    expect(elsewhere.code).toBe("NOT_FOUND");
    const open = await journey.isRefused(street, "closeClassProblem", { number: problem });
    expect(open.rule).toBe("ZY-21");

    const seen = await journey.sees<{ classProblem: object; plansByField: object[] }>(
      street,
      `query ($number: String!) {
        classProblem(number: $number) {
          title state plan { field quantityPlanned }
          tickets(first: 1, order: OLDEST) { edges { node { number state grid { name } } } }
          gridTasks(first: 10) { edges { node { grid { name members { name } } targets reached doneAt } } }
          reach { grids done targets reached share }
        }
        plansByField(division: "${place.mengzhi}", from: "2021-01-01", until: "2021-12-31") { field plans approved carriedOut }
      }`,
      { number: problem },
    );
    const task = (name: string, members: string[], targets: number, reached: number, doneAt: unknown) => ({
      node: { grid: { name, members: members.map((each) => ({ name: each })) }, targets, reached, doneAt },
    });
    expect(seen).toEqual({
      classProblem: {
        title: "老年人无智能手机",
        state: "PLANNED",
        plan: { field: "卫生健康", quantityPlanned: 7 },
        tickets: {
          edges: [{ node: { number: ticket, state: "FEEDBACK_GIVEN", grid: { name: "梦芝第1网格" } } }],
        },
        gridTasks: {
          edges: [
            task("梦芝第1网格", ["曲美玲"], 4, 4, expect.any(String)),
            task("梦芝第2网格", [], 3, 2, null),
          ],
        },
        reach: { grids: 2, done: 1, targets: 7, reached: 6, share: 85.71 },
      },
      plansByField: [{ field: "卫生健康", plans: 1, approved: 1, carriedOut: 0 }],
    });

    await report(place.nextGrid, 3);
    await journey.does(street, "recordProgress", { number: problem, quantityDone: 7 });
    expect(await journey.does(street, "closeClassProblem", { number: problem }, "{ state }")).toEqual({
      state: "CLOSED",
    });
  });

  it("ends with the plan, though the grant runs on", async () => {
    journey.at("2021-08-31T23:59:00+08:00");
    expect((await namesGiven(member, place.mengzhiGrid)).names).toHaveLength(3);
    journey.at("2021-09-01T00:00:00+08:00");
    expect(await namesGiven(member, place.mengzhiGrid)).toEqual(none("BASIS_NOT_IN_FORCE"));
  });
}
