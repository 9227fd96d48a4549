import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { buildFederatedSchema } from "../../shared/federated-schema.ts";
import { Post } from "../../shared/principal.ts";
import {
  type AskedPage,
  type Establishment,
  everyPage,
  ganzhou,
  ganzhouEstablishment,
} from "../departments.fixtures.ts";
import { departments } from "../departments.subgraph.ts";

let subgraph: TestSubgraph;
let build: Establishment;

beforeAll(async () => {
  subgraph = await openTestSubgraph(departments);
  build = await ganzhouEstablishment(subgraph.database);
});
afterAll(() => subgraph.close());

const chief = person(Post.CHIEF_RESPONDER, { unit: ganzhou.market, division: "620702" });
const keeper = person(Post.LIST_KEEPER, { unit: ganzhou.keeper, division: "620702" });
/** Tests speak on 1 June 2026. */
const today = "2026-06-01";

let keys = 0;
const newKey = () => `responder-test-${++keys}`;

const appoint = (input: Record<string, unknown>, as = chief, idempotencyKey = newKey()) =>
  subgraph.ask<{ appointResponder: { id: string; name: string; validFrom: string } | null }>(
    `mutation ($input: AppointResponderInput!, $idempotencyKey: String!) {
      appointResponder(input: $input, idempotencyKey: $idempotencyKey) { id name validFrom community { code } unit { code } }
    }`,
    {
      input: {
        unit: ganzhou.market,
        community: ganzhou.eastGate,
        personId: "market-east-gate",
        name: "脱晓东",
        post: "东街市场监管所所长",
        phone: "13900000001",
        from: today,
        ...input,
      },
      idempotencyKey,
    },
    { as },
  );

const end = (id: string | undefined, until: string, as = chief, idempotencyKey = newKey()) =>
  subgraph.ask<{ endResponder: unknown }>(
    `mutation ($id: ID!, $until: LocalDate!, $idempotencyKey: String!) {
      endResponder(id: $id, until: $until, idempotencyKey: $idempotencyKey) { name validUntil }
    }`,
    { id, until, idempotencyKey },
    { as },
  );

const gaps = (on: string) =>
  everyPage(async (after) => {
    const { data } = await subgraph.ask<{
      responderGaps: AskedPage<{ unit: { code: string }; community: { code: string } }>;
    }>(
      `query ($on: LocalDate!, $after: String) { responderGaps(district: "620702", on: $on, first: 1, after: $after) {
         edges { node { unit { code } community { code } } } pageInfo { hasNextPage endCursor } } }`,
      { on, after },
    );
    return data.responderGaps;
  });

describe("designated responders (应哨人)", () => {
  it("KF-11: every community without one is a gap, until one is appointed, from that day on", async () => {
    expect(await gaps(today)).toEqual([
      { unit: { code: ganzhou.market }, community: { code: ganzhou.eastGate } },
      { unit: { code: ganzhou.market }, community: { code: ganzhou.drumTower } },
    ]);
    const key = newKey();
    const first = await appoint({}, chief, key);
    expect(first).toMatchObject({
      errors: [],
      data: { appointResponder: { name: "脱晓东", validFrom: today, community: { code: ganzhou.eastGate } } },
    });
    expect(await appoint({}, chief, key)).toEqual(first);
    expect(await gaps("2026-05-31")).toHaveLength(2);
    expect(await gaps(today)).toEqual([
      { unit: { code: ganzhou.market }, community: { code: ganzhou.drumTower } },
    ]);
  });

  it("KF-11: never two at once; a successor begins on the day the first one ends", async () => {
    expect((await appoint({ personId: "other" })).errors.map(({ code }) => code)).toEqual([
      "ALREADY_APPOINTED",
    ]);
    expect((await appoint({ personId: "other", from: "2027-01-01" })).errors.map(({ code }) => code)).toEqual(
      ["ALREADY_APPOINTED"],
    );
    const { data } = await subgraph.ask<{ responders: { id: string }[] }>(
      `{ responders(unit: "${ganzhou.market}", division: "${ganzhou.eastGate}", on: "${today}") { id } }`,
    );
    expect(await end(data.responders[0]?.id, "2026-07-01")).toMatchObject({
      errors: [],
      data: { endResponder: { validUntil: "2026-07-01" } },
    });
    expect((await appoint({ personId: "other", name: "妥建民", from: "2026-07-01" }, keeper)).errors).toEqual(
      [],
    );
    const on = async (day: string) => {
      const answer = await subgraph.ask<{ responders: { name: string }[] }>(
        `{ responders(unit: "${ganzhou.market}", division: "${ganzhou.street}", on: "${day}") { name } }`,
      );
      return answer.data.responders.map(({ name }) => name);
    };
    expect(await on("2026-06-30")).toEqual(["脱晓东"]);
    expect(await on("2026-07-01")).toEqual(["妥建民"]);
  });

  it("KF-11: the database itself refuses a second one", async () => {
    await expect(build.responder(ganzhou.market, ganzhou.eastGate)).rejects.toThrow(
      "one_responder_per_unit_and_community",
    );
  });

  it("of two appointments at the same moment one wins", async () => {
    const community = ganzhou.drumTower;
    const answers = await Promise.all([
      appoint({ community, personId: "a" }),
      appoint({ community, personId: "b" }, keeper),
    ]);
    expect(answers.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(["ALREADY_APPOINTED"]);
    expect(await gaps(today)).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, Post, string, string]>([
    ["the responder of the department", {}, Post.RESPONDER, ganzhou.market, "FORBIDDEN"],
    ["another department's chief", {}, Post.CHIEF_RESPONDER, ganzhou.health, "FORBIDDEN"],
    ["another district's list keeper", {}, Post.LIST_KEEPER, "110117-ESTABLISHMENT-OFFICE", "FORBIDDEN"],
    ["a day past", { from: "2026-05-31" }, Post.CHIEF_RESPONDER, ganzhou.market, "APPOINTMENT_IN_THE_PAST"],
    [
      "a whole street",
      { community: ganzhou.street },
      Post.CHIEF_RESPONDER,
      ganzhou.market,
      "NOT_A_COMMUNITY_OF_THE_DISTRICT",
    ],
    [
      "a community nobody knows",
      { community: "620702001099" },
      Post.CHIEF_RESPONDER,
      ganzhou.market,
      "NOT_A_COMMUNITY_OF_THE_DISTRICT",
    ],
    ["a unit nobody knows", { unit: "620702-NOBODY" }, Post.CHIEF_RESPONDER, ganzhou.market, "NOT_FOUND"],
    ["no telephone number", { phone: "110" }, Post.CHIEF_RESPONDER, ganzhou.market, "BAD_INPUT"],
    ["no name", { name: "  " }, Post.CHIEF_RESPONDER, ganzhou.market, "BAD_INPUT"],
  ])("KF-11: appointing is refused: %s", async (_, input, post, unit, code) => {
    const before = await subgraph.database.query("SELECT count(*) FROM responder");
    const { errors } = await appoint(input, person(post, { unit, division: "620702" }));
    expect(errors.map((error) => error.code)).toEqual([code]);
    expect(await subgraph.database.query("SELECT count(*) FROM responder")).toEqual(before);
  });

  it.each<[string, string, string | null, string, string]>([
    ["on its first day", "2026-05-01", null, "2026-05-01", "APPOINTMENT_IN_THE_PAST"],
    ["before it begins", "2026-09-01", null, "2026-08-01", "APPOINTMENT_TOO_SHORT"],
    ["when it has ended", "2026-01-01", "2026-06-01", "2026-08-01", "APPOINTMENT_ENDED"],
  ])("KF-11: ending is refused %s", async (_, validFrom, validUntil, until, code) => {
    const id = await build.responder(ganzhou.health, ganzhou.drumTower, { validFrom, validUntil });
    const healthChief = person(Post.CHIEF_RESPONDER, { unit: ganzhou.health });
    expect((await end(id, until, healthChief)).errors.map((error) => error.code)).toEqual([code]);
    await subgraph.database.query("DELETE FROM responder WHERE id = $1", [id]);
  });

  it("a sub-district at least: the responders of a whole district are not one list", async () => {
    const { errors } = await subgraph.ask(
      `{ responders(unit: "${ganzhou.market}", division: "620702", on: "${today}") { name } }`,
    );
    expect(errors.map(({ code }) => code)).toEqual(["BAD_INPUT"]);
  });

  it("KF-11: a community's and a grid's responders are found through the graph, many in one query", async () => {
    const representations = [
      { __typename: "Division", code: ganzhou.eastGate },
      { __typename: "Division", code: ganzhou.street },
      { __typename: "Grid", code: `${ganzhou.eastGate}003` },
      { __typename: "Grid", code: `${ganzhou.drumTower}001` },
    ];
    let answer: { data: { _entities: { responders: unknown[] }[] } } | undefined;
    const statements = await statementsOf(subgraph.database, async () => {
      answer = await subgraph.ask(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) {
           ... on Division { responders { name unit { code } } } ... on Grid { responders { name } } } }`,
        { representations },
      );
    });
    expect(answer?.data._entities.map(({ responders }) => responders.length)).toEqual([1, 0, 1, 1]);
    expect(statements.map((statement) => /FROM "(\w+)"/.exec(statement)?.[1])).toEqual(["responder", "unit"]);
  });

  it("names and posts are public notice; telephone and person need more", () => {
    const { sdl } = buildFederatedSchema(departments);
    const type = /type Responder [^}]+}/.exec(sdl)?.[0] ?? "";
    expect(type).toContain('@tag(name: "public")');
    expect(type).toMatch(/phone: String! @authenticated @tag\(name: "personal"\)/);
    expect(type).toMatch(/personId: String! @authenticated/);
  });

  it("the log says who was posted where, without personal data", async () => {
    const rows = await subgraph.database.query(
      "SELECT kind, payload FROM log_entry WHERE kind LIKE 'RESPONDER_%' ORDER BY sequence",
    );
    expect(rows.slice(0, 2)).toEqual([
      {
        kind: "RESPONDER_APPOINTED",
        payload: { unit: ganzhou.market, community: ganzhou.eastGate, from: today },
      },
      {
        kind: "RESPONDER_ENDED",
        payload: { unit: ganzhou.market, community: ganzhou.eastGate, until: "2026-07-01" },
      },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/脱晓东|13900000001|market-east-gate/);
  });
});

describe("chief responders (总应哨人)", () => {
  const install = (input: Record<string, unknown>, as = keeper) =>
    subgraph.ask(
      `mutation ($input: AppointChiefResponderInput!, $idempotencyKey: String!) {
        appointChiefResponder(input: $input, idempotencyKey: $idempotencyKey) { name validFrom unit { code } }
      }`,
      {
        input: {
          unit: ganzhou.health,
          personId: "health-chief",
          name: "陇海涛",
          post: "局长",
          phone: "13900000002",
          from: today,
          ...input,
        },
        idempotencyKey: newKey(),
      },
      { as },
    );
  const chiefOn = async (day: string) => {
    const { data } = await subgraph.ask<{ unit: { chiefResponder: { name: string } | null } }>(
      `{ unit(code: "${ganzhou.health}") { chiefResponder { name personId validUntil } } }`,
      {},
      { at: new Date(`${day}T09:00:00+08:00`) },
    );
    return data.unit.chiefResponder?.name ?? null;
  };

  it("KF-12: exactly one of a department; the present one answers until the new one's first day", async () => {
    expect(await chiefOn(today)).toBeNull();
    expect((await install({})).errors).toEqual([]);
    expect((await install({ name: "保国华", personId: "new-chief", from: "2026-09-01" })).errors).toEqual([]);
    expect([await chiefOn("2026-08-31"), await chiefOn("2026-09-01")]).toEqual(["陇海涛", "保国华"]);
  });

  it("KF-12: one between two others, or by the department itself, is refused", async () => {
    expect((await install({ from: "2026-07-01" })).errors.map(({ code }) => code)).toEqual([
      "ALREADY_APPOINTED",
    ]);
    const own = person(Post.CHIEF_RESPONDER, { unit: ganzhou.health });
    expect((await install({ from: "2027-01-01" }, own)).errors.map(({ code }) => code)).toEqual([
      "FORBIDDEN",
    ]);
    expect(
      (await install({ unit: ganzhou.health, from: "2020-01-01" })).errors.map(({ code }) => code),
    ).toEqual(["APPOINTMENT_IN_THE_PAST"]);
  });
});

describe("liaisons (分片联系)", () => {
  it("KF-13: those linked to a sub-district today, with their departments", async () => {
    await subgraph.database.query(
      `INSERT INTO liaison (unit_code, division_code, person_id, name, post, phone, valid_from, valid_until) VALUES
         ($1, $3, 'liaison-1', '宋雅丽', '科长', '13900000003', '2020-01-01', NULL),
         ($2, $3, 'liaison-2', '栾志明', '科员', '13900000004', '2020-01-01', '2026-06-01')`,
      [ganzhou.market, ganzhou.health, ganzhou.street],
    );
    const { data } = await subgraph.ask<{ _entities: unknown }>(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Division { liaisons { name unit { code } division { code } } } } }`,
      { r: [{ __typename: "Division", code: ganzhou.street }] },
      { as: keeper },
    );
    expect(data._entities).toEqual([
      { liaisons: [{ name: "宋雅丽", unit: { code: ganzhou.market }, division: { code: ganzhou.street } }] },
    ]);
  });
});
