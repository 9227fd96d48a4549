import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../test/testkit/people.ts";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { type Asked, housingItem, kaifu, pinggu, Stewards } from "../stewardship.fixtures.ts";
import { stewardship } from "../stewardship.subgraph.ts";

let subgraph: TestSubgraph;
let stewards: Stewards;

beforeAll(async () => {
  subgraph = await openTestSubgraph(stewardship);
  stewards = new Stewards(subgraph);
});
afterAll(() => subgraph.close());

describe("asking for a grant (申请数据授权)", () => {
  it("is numbered by district, opens nothing yet, and says who asked, when and why", async () => {
    const selection =
      "{ number state owner consumer posts coordinates purposes rows clear caseNumber listMaximum inForce expired requestedAt requestedByUnit requestedByPost requestReason decidedAt ownerUnit { code } consumerUnit { code } }";
    const coordinates = ["AidRecipient.name", "AidRecipient", "AidRecipient"];
    expect(await stewards.request({ coordinates }, kaifu.housing, selection)).toEqual({
      number: "430105-G-0001",
      state: "REQUESTED",
      owner: "civil-affairs",
      consumer: "430105-HOUSING",
      posts: null,
      coordinates: ["AidRecipient", "AidRecipient.name"],
      purposes: [housingItem],
      rows: "THIS_CASE",
      clear: [],
      caseNumber: null,
      listMaximum: null,
      inForce: false,
      expired: false,
      requestedAt: "2026-06-01T01:00:00.000Z",
      requestedByUnit: "430105-HOUSING",
      requestedByPost: "DATA_STEWARD",
      requestReason: "核查公租房申请人是否为低保对象",
      decidedAt: null,
      ownerUnit: { code: "430105-CIVIL-AFFAIRS" },
      consumerUnit: { code: "430105-HOUSING" },
    });
    expect(await stewards.request({ consumer: "110117-HOUSING" }, pinggu.housing)).toMatchObject({
      number: "110117-G-0001",
    });
  });

  it.each<[string, string, Principal, string | null]>([
    ["its data steward", "430105-HOUSING", kaifu.housing, null],
    ["its principal officer", "430105-URBAN-MANAGEMENT", kaifu.urban, null],
    ["a responder", "430105-HOUSING", kaifu.housingStation, "FORBIDDEN"],
    ["the steward of another unit", "430105-HOUSING", kaifu.urban, "FORBIDDEN"],
    ["the same department elsewhere", "430105-HOUSING", pinggu.housing, "FORBIDDEN"],
    ["the leader, for the street", "430105010", kaifu.street, null],
    ["the leader, for a community of the street", "430105010003", kaifu.street, null],
    ["the leader of another street", "430105010003", kaifu.otherStreet, "FORBIDDEN"],
    ["the secretary", "430105010003", kaifu.secretary, null],
    ["the secretary, for the street", "430105010", kaifu.secretary, "FORBIDDEN"],
    ["a grid member", "430105010003", kaifu.gridMember, "FORBIDDEN"],
    ["a leader, for a department", "430105-HOUSING", kaifu.street, "FORBIDDEN"],
    ["a resident", "430105010003", kaifu.resident, "FORBIDDEN"],
    ["the gateway", "430105-HOUSING", kaifu.gateway, "FORBIDDEN"],
  ])("is for whoever speaks for the consumer: %s", async (_, consumer, as, refusal) => {
    const answer = await stewards.request({ consumer }, as);
    if (refusal) expect(answer).toBe(refusal);
    else expect(answer).toMatchObject({ state: "REQUESTED" });
  });

  it.each<[string, Asked, string]>([
    ["no purpose", { purposes: [] }, "BAD_INPUT"],
    ["a purpose that is no basis", { purposes: ["工作需要"] }, "BAD_INPUT"],
    ["an agreement nobody registered", { purposes: ["430105-A-9999"] }, "AGREEMENT_OF_OTHERS"],
    ["nothing to read", { coordinates: [] }, "BAD_INPUT"],
    ["a coordinate that is none", { coordinates: ["aidRecipient.name"] }, "BAD_INPUT"],
    ["one inside another", { coordinates: ["AidRecipient.person.name"] }, "BAD_INPUT"],
    ["in clear what is not asked for", { clear: ["Elder.name"] }, "BAD_INPUT"],
    ["in clear a whole type", { clear: ["AidRecipient"] }, "BAD_INPUT"],
    ["an end before the beginning", { validUntil: "2026-05-31T00:00:00+08:00" }, "BAD_INPUT"],
    [
      "a time that is over",
      { validFrom: "2025-01-01T00:00:00Z", validUntil: "2025-02-01T00:00:00Z" },
      "BAD_INPUT",
    ],
    ["a list without measure", { listMaximum: 5001 }, "BAD_INPUT"],
    ["no posts at all", { posts: [] }, "BAD_INPUT"],
    ["a subgraph there is not", { owner: "weather" }, "NOT_FOUND"],
    ["no reason", { reason: " " }, "BAD_INPUT"],
  ])("is refused with %s", async (_, asked, code) => {
    expect(await stewards.request(asked, kaifu.housing)).toBe(code);
  });

  it("is refused of one's own data, to a consumer that is no unit, and without a token", async () => {
    expect(await stewards.request({ consumer: "430105-CIVIL-AFFAIRS" }, kaifu.civilAffairs)).toBe(
      "BAD_INPUT",
    );
    expect(await stewards.request({ consumer: "430105010-HOUSING" }, kaifu.housingStation)).toBe("BAD_INPUT");
    const { errors } = await subgraph.ask(
      `mutation { requestDataGrant(idempotencyKey: "nobody-asks", input: { owner: "civil-affairs", consumer: "430105-HOUSING",
         coordinates: ["A"], purposes: ["${housingItem}"], rows: ALL, validFrom: "2026-06-01T00:00:00Z",
         validUntil: "2027-06-01T00:00:00Z", reason: "x" }) { number } }`,
    );
    expect(errors[0]?.code).toBe("UNAUTHENTICATED");
  });
});

describe("deciding on it (批准、驳回、撤销)", () => {
  const requested = async (asked: Asked = {}, by: Principal = kaifu.housing) =>
    ((await stewards.request(asked, by)) as { number: string }).number;

  it.each<[string, Principal, unknown]>([
    ["the owner's steward", kaifu.civilAffairs, { state: "APPROVED" }],
    ["the owner's principal officer", kaifu.civilAffairsChief, { state: "APPROVED" }],
    ["the data bureau, whose data it is not", kaifu.bureau, "FORBIDDEN"],
    ["the consumer", kaifu.housing, "FORBIDDEN"],
    ["another owner, who does not even see it", kaifu.policeSteward, "NOT_FOUND"],
    ["an owner's responder", person(Post.RESPONDER, { unit: "430105-CIVIL-AFFAIRS" }), "FORBIDDEN"],
    ["another district's owner", person(Post.DATA_STEWARD, { unit: "110117-CIVIL-AFFAIRS" }), "NOT_FOUND"],
  ])("is for the owner: %s", async (_, as, answer) => {
    const decided = await stewards.step("approve", await requested(), as);
    if (typeof answer === "string") expect(decided).toBe(answer);
    else expect(decided).toMatchObject(answer as object);
  });

  it("is never for whoever asked, and the database holds to it", async () => {
    const turncoat = person(Post.DATA_STEWARD, { unit: "430105-CIVIL-AFFAIRS", id: kaifu.housing.id });
    const number = await requested();
    expect(await stewards.step("approve", number, turncoat)).toBe("DATA_GRANT_OWN_REQUEST");
    await expect(
      subgraph.database.query(
        "UPDATE data_grant SET decided_by = requested_by, decided_at = now(), decided_by_unit = 'x', decision_reason = 'x' WHERE number = $1",
        [number],
      ),
    ).rejects.toThrow("decided_by_another");
    await expect(
      subgraph.database.query("UPDATE data_grant SET state = 'APPROVED' WHERE number = $1", [number]),
    ).rejects.toThrow("decided_before_it_opens_anything");
  });

  type Step = "approve" | "refuse" | "revoke";
  it.each<[readonly Step[], readonly string[]]>([
    [
      ["approve", "approve"],
      ["APPROVED", "DATA_GRANT_ILLEGAL_MOVE"],
    ],
    [
      ["approve", "refuse"],
      ["APPROVED", "DATA_GRANT_ILLEGAL_MOVE"],
    ],
    [
      ["approve", "revoke", "approve"],
      ["APPROVED", "REVOKED", "DATA_GRANT_ILLEGAL_MOVE"],
    ],
    [
      ["approve", "revoke", "revoke"],
      ["APPROVED", "REVOKED", "DATA_GRANT_ILLEGAL_MOVE"],
    ],
    [
      ["refuse", "approve"],
      ["REFUSED", "DATA_GRANT_ILLEGAL_MOVE"],
    ],
    [
      ["refuse", "revoke"],
      ["REFUSED", "DATA_GRANT_ILLEGAL_MOVE"],
    ],
    [["revoke"], ["DATA_GRANT_ILLEGAL_MOVE"]],
  ])("goes its way: %j is %j", async (steps, states) => {
    const number = await requested();
    const answers: unknown[] = [];
    for (const step of steps) {
      const answer = await stewards.step(step, number, kaifu.civilAffairs);
      answers.push(typeof answer === "string" ? answer : (answer as { state: string }).state);
    }
    expect(answers).toEqual(states);
  });

  it("needs a reason, and comes before the time is over", async () => {
    const number = await requested({ validUntil: "2026-06-05T00:00:00+08:00" });
    expect(await stewards.step("approve", number, kaifu.civilAffairs, { reason: "" })).toBe("BAD_INPUT");
    const at = new Date("2026-06-05T00:00:00+08:00");
    expect(await stewards.step("approve", number, kaifu.civilAffairs, { at })).toBe("DATA_GRANT_PAST");
    expect(await stewards.step("refuse", number, kaifu.civilAffairs, { at })).toMatchObject({
      state: "REFUSED",
    });
  });

  it.each<[string, Principal, unknown]>([
    ["the owner", kaifu.civilAffairsChief, "REVOKED"],
    ["the data bureau's steward", kaifu.bureau, "REVOKED"],
    ["the bureau's others", person(Post.CHIEF_RESPONDER, { unit: "430105-DATA-BUREAU" }), "FORBIDDEN"],
    ["another district's bureau", pinggu.bureau, "NOT_FOUND"],
    ["the consumer", kaifu.housing, "FORBIDDEN"],
  ])("is taken back by the owner or the data bureau: %s", async (_, as, answer) => {
    const number = await stewards.granted({}, kaifu.housing, kaifu.civilAffairs);
    const revoked = await stewards.step("revoke", number, as);
    expect(typeof revoked === "string" ? revoked : (revoked as { state: string }).state).toBe(answer);
  });

  it("is done once under one key, and of two at once one wins", async () => {
    const number = await requested();
    const ask = (key: string, reason = "同意") =>
      subgraph.ask<{ approveDataGrant: { state: string } } | null>(
        `mutation { approveDataGrant(number: "${number}", reason: "${reason}", idempotencyKey: "${key}") { state } }`,
        {},
        { as: kaifu.civilAffairs },
      );
    const [first, second] = [await ask("same-key-1"), await ask("same-key-1")];
    expect([first.data, second.data]).toEqual(Array(2).fill({ approveDataGrant: { state: "APPROVED" } }));
    expect((await ask("same-key-1", "另有理由")).errors[0]?.code).toBe("IDEMPOTENCY_KEY_REUSED");

    const other = await requested();
    const both = await Promise.all([
      stewards.step("approve", other, kaifu.civilAffairs),
      stewards.step("refuse", other, kaifu.civilAffairsChief),
    ]);
    expect(both.filter((answer) => typeof answer === "object")).toHaveLength(1);
  });

  it("leaves its trace: who, when, and between whom", async () => {
    const number = await stewards.granted({}, kaifu.housing, kaifu.civilAffairs);
    await stewards.step("revoke", number, kaifu.bureau, { reason: "业务终止" });
    const { data } = await subgraph.ask<{ dataGrant: Record<string, unknown> }>(
      `{ dataGrant(number: "${number}") { decidedAt decidedByUnit decisionReason revokedAt revokedByUnit revocationReason } }`,
      {},
      { as: kaifu.housing },
    );
    expect(data.dataGrant).toEqual({
      decidedAt: "2026-06-01T01:00:00.000Z",
      decidedByUnit: "430105-CIVIL-AFFAIRS",
      decisionReason: "符合最小必要",
      revokedAt: "2026-06-01T01:00:00.000Z",
      revokedByUnit: "430105-DATA-BUREAU",
      revocationReason: "业务终止",
    });
    const feed = await subgraph.ask<{
      stewardshipFeed: { kind: string; subject: string; payload: unknown }[];
    }>(
      "{ stewardshipFeed(after: 0, first: 500) { kind subject actorUnit payload } }",
      {},
      { as: kaifu.evaluation },
    );
    expect(feed.data.stewardshipFeed.filter(({ subject }) => subject === number)).toEqual(
      [
        ["DATA_GRANT_REQUESTED", "430105-HOUSING"],
        ["DATA_GRANT_APPROVED", "430105-CIVIL-AFFAIRS"],
        ["DATA_GRANT_REVOKED", "430105-DATA-BUREAU"],
      ].map(([kind, actorUnit]) => ({
        kind,
        subject: number,
        actorUnit,
        payload: {
          grant: number,
          owner: "civil-affairs",
          from: "430105-CIVIL-AFFAIRS",
          to: "430105-HOUSING",
        },
      })),
    );
  });
});

describe("granting less than was asked for (部分批准)", () => {
  const wide = {
    coordinates: ["AidRecipient", "ElderlyLivingAlone.name", "ElderlyLivingAlone.door"],
    clear: ["AidRecipient.name", "ElderlyLivingAlone.name"],
  };
  const requested = async (asked: Asked = {}) =>
    ((await stewards.request({ ...wide, ...asked }, kaifu.housing)) as { number: string }).number;
  const asAsked = {
    coordinates: [...wide.coordinates].sort(),
    clear: wide.clear,
    validFrom: "2026-05-31T16:00:00.000Z",
    validUntil: "2027-05-31T16:00:00.000Z",
    listMaximum: null,
  };

  it.each<[string, Asked, Record<string, unknown>, Record<string, unknown>]>([
    ["fewer fields", {}, { coordinates: ["AidRecipient"] }, { clear: ["AidRecipient.name"] }],
    [
      "some fields of a type",
      {},
      { coordinates: ["AidRecipient.kind", "AidRecipient.name"] },
      { clear: ["AidRecipient.name"] },
    ],
    ["less in clear", {}, { clear: ["AidRecipient.name"] }, {}],
    ["nothing in clear", {}, { clear: [] }, {}],
    ["a later beginning", {}, { validFrom: "2026-07-01T00:00:00.000Z" }, {}],
    ["an earlier end", {}, { validUntil: "2026-07-01T00:00:00.000Z" }, {}],
    ["fewer rows than usual", {}, { listMaximum: 10 }, {}],
    ["fewer rows than asked for", { listMaximum: 5_000 }, { listMaximum: 100 }, {}],
  ])("%s", async (_, asked, narrowed, follows) => {
    const was = { ...asAsked, ...(asked.listMaximum && { listMaximum: asked.listMaximum }) };
    const number = await requested(asked);
    const answer = { ...was, ...narrowed, ...follows, asked: was };
    expect(await stewards.narrow(number, narrowed, kaifu.civilAffairs)).toEqual(answer);

    // Whoever asked is told by the grant itself, and the gateway judges by what was granted.
    const { data } = await subgraph.ask<{ dataGrant: unknown }>(
      `{ dataGrant(number: "${number}") { validUntil decisionReason asked { validUntil clear } } }`,
      {},
      { as: kaifu.housing },
    );
    expect(data.dataGrant).toEqual({
      validUntil: answer.validUntil,
      decisionReason: "仅核查所需字段",
      asked: { validUntil: was.validUntil, clear: was.clear },
    });
    const book = await stewards.book(null);
    expect(book.grants?.find((grant) => grant.number === number)).toMatchObject({
      coordinates: answer.coordinates,
      clear: answer.clear,
      validUntil: answer.validUntil,
      listMaximum: answer.listMaximum,
    });
  });

  it.each<[string, Record<string, unknown> | null]>([
    ["null stands for it", null],
    ["nothing is said of it", {}],
    ["all is said again", { coordinates: wide.coordinates, clear: wide.clear, listMaximum: 100 }],
  ])("is no such thing where %s", async (_, narrowed) => {
    const number = await requested({ listMaximum: 100 });
    expect(await stewards.narrow(number, narrowed, kaifu.civilAffairs)).toEqual({
      ...asAsked,
      listMaximum: 100,
      asked: null,
    });
  });

  it.each<[string, Record<string, unknown>, string, readonly string[] | null]>([
    ["another field", { coordinates: ["AidRecipient", "Disability"] }, "DATA_GRANT_WIDER", ["coordinates"]],
    [
      "all of a type of which fields were asked for",
      { coordinates: ["ElderlyLivingAlone"] },
      "DATA_GRANT_WIDER",
      ["coordinates"],
    ],
    ["more in clear", { clear: ["AidRecipient.phone"] }, "DATA_GRANT_WIDER", ["clear"]],
    [
      "a longer time",
      { validFrom: "2026-05-01T00:00:00Z", validUntil: "2028-01-01T00:00:00Z" },
      "DATA_GRANT_WIDER",
      ["validFrom", "validUntil"],
    ],
    ["more rows than usual, which was asked for", { listMaximum: 101 }, "DATA_GRANT_WIDER", ["listMaximum"]],
    ["in clear what it leaves out", { coordinates: ["AidRecipient"], clear: wide.clear }, "BAD_INPUT", null],
    ["no field at all", { coordinates: [] }, "BAD_INPUT", null],
    ["a time that is over", { validUntil: "2026-06-01T00:30:00Z" }, "BAD_INPUT", null],
    ["no rows", { listMaximum: 0 }, "BAD_INPUT", null],
  ])("is refused with %s", async (_, narrowed, code, fields) => {
    const number = await requested();
    const { errors } = await subgraph.ask(
      `mutation ($number: String!, $narrowed: NarrowedGrantInput) {
         approveDataGrant(number: $number, reason: "同意", narrowed: $narrowed, idempotencyKey: "wider-${number}") { number } }`,
      { number, narrowed },
      { as: kaifu.civilAffairs },
    );
    expect(errors[0]).toMatchObject({ code, ...(fields && { rule: "PIPL 6", details: { number, fields } }) });
    // It stays to be decided.
    expect(await stewards.step("approve", number, kaifu.civilAffairs)).toMatchObject({ state: "APPROVED" });
  });

  it("is on record with what was cut, and the same key with another cut is refused", async () => {
    const number = await requested();
    const approve = (until: string) =>
      subgraph.ask<{ approveDataGrant: { validUntil: string; asked: { validUntil: string } } } | null>(
        `mutation { approveDataGrant(number: "${number}", reason: "先用一月", idempotencyKey: "narrow-once",
           narrowed: { coordinates: ["AidRecipient"], validUntil: "${until}" }) { validUntil asked { validUntil } } }`,
        {},
        { as: kaifu.civilAffairs },
      );
    const july = "2026-07-01T00:00:00.000Z";
    const [first, again] = [await approve(july), await approve(july)];
    expect(first.data?.approveDataGrant).toEqual({
      validUntil: july,
      asked: { validUntil: asAsked.validUntil },
    });
    expect(again.data).toEqual(first.data);
    expect((await approve("2026-08-01T00:00:00.000Z")).errors[0]?.code).toBe("IDEMPOTENCY_KEY_REUSED");
    const feed = await subgraph.ask<{
      stewardshipFeed: { kind: string; subject: string; payload: { narrowed?: string[] } }[];
    }>("{ stewardshipFeed(after: 0, first: 500) { kind subject payload } }", {}, { as: kaifu.evaluation });
    const approvals = feed.data.stewardshipFeed.filter(
      ({ kind, subject }) => kind === "DATA_GRANT_APPROVED" && subject === number,
    );
    expect(approvals.map(({ payload }) => payload.narrowed)).toEqual([
      ["coordinates", "clear", "validUntil"],
    ]);
  });

  it("the database holds to it", async () => {
    const number = await requested();
    await stewards.narrow(number, { validUntil: "2026-07-01T00:00:00Z" }, kaifu.civilAffairs);
    const change = (what: string) =>
      subgraph.database.query(`UPDATE data_grant SET ${what} WHERE number = $1`, [number]);
    await expect(change("valid_until = '2029-01-01'")).rejects.toThrow("granted_within_what_was_asked");
    await expect(change("clear = clear || '{AidRecipient.phone}'")).rejects.toThrow(
      "granted_within_what_was_asked",
    );
    await expect(change("list_maximum = 101")).rejects.toThrow("granted_within_what_was_asked");
    await expect(change("asked_clear = NULL")).rejects.toThrow("asked_for_is_kept_whole");
  });
});

describe("who sees which grants", () => {
  let other: TestSubgraph;
  let numbers: Readonly<Record<"housing" | "urban" | "community" | "police" | "pinggu", string>>;

  beforeAll(async () => {
    other = await openTestSubgraph(stewardship);
    const asking = new Stewards(other);
    const number = async (asked: Asked, as: Principal) =>
      ((await asking.request(asked, as)) as { number: string }).number;
    numbers = {
      housing: await asking.granted({}, kaifu.housing, kaifu.civilAffairs),
      urban: await number({ consumer: "430105-URBAN-MANAGEMENT" }, kaifu.urban),
      community: await number(
        { consumer: "430105010003", coordinates: ["ElderlyLivingAlone"] },
        kaifu.secretary,
      ),
      police: await number({ owner: "public-security", coordinates: ["PoliceCall.kind"] }, kaifu.housing),
      pinggu: await number({ consumer: "110117-HOUSING" }, pinggu.housing),
    };
  });
  afterAll(() => other.close());

  type Name = keyof typeof numbers;
  it.each<[string, Principal | undefined, readonly Name[]]>([
    ["an owner's steward: what is asked of it", kaifu.civilAffairs, ["housing", "urban", "community"]],
    ["its principal officer", kaifu.civilAffairsChief, ["housing", "urban", "community"]],
    ["another owner", kaifu.policeSteward, ["police"]],
    ["an owner's station", kaifu.policeStation, ["police"]],
    ["a consumer: its own", kaifu.housing, ["housing", "police"]],
    ["a consumer's station", kaifu.housingStation, ["housing", "police"]],
    ["a street: that of its community", kaifu.street, ["community"]],
    ["another street", kaifu.otherStreet, []],
    ["a grid member of the community", kaifu.gridMember, ["community"]],
    ["the data bureau: its district", kaifu.bureau, ["housing", "urban", "community", "police"]],
    ["another district's bureau", pinggu.bureau, ["pinggu"]],
    ["a department without part in any", kaifu.listKeeper, []],
    ["a resident", kaifu.resident, []],
    ["a service", kaifu.evaluation, []],
    ["the gateway, which has its book", kaifu.gateway, []],
    ["nobody", undefined, []],
  ])("%s", async (_, as, seen) => {
    const asker = as ? { as } : {};
    const expected = seen.map((name) => numbers[name]).sort();
    const list = await other.ask<{ dataGrants: { edges: { node: { number: string } }[] } }>(
      "{ dataGrants(filter: {}) { edges { node { number } } } }",
      {},
      asker,
    );
    expect(list.data.dataGrants.edges.map(({ node }) => node.number).sort()).toEqual(expected);

    const all = Object.values(numbers);
    const roots = all.map((number, index) => `g${index}: dataGrant(number: "${number}") { number }`);
    const byNumber = await other.ask<Record<string, { number: string } | null>>(
      `{ ${roots.join(" ")} }`,
      {},
      asker,
    );
    expect(
      Object.values(byNumber.data)
        .flatMap((grant) => grant?.number ?? [])
        .sort(),
    ).toEqual(expected);

    const referred = await other.ask<{ _entities: ({ number: string } | null)[] }>(
      "query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on DataGrant { number } } }",
      { representations: all.map((number) => ({ __typename: "DataGrant", number })) },
      asker,
    );
    expect(referred.data._entities.flatMap((grant) => grant?.number ?? []).sort()).toEqual(expected);
  });

  it.each<[string, readonly Name[]]>([
    [`owner: "civil-affairs"`, ["community", "housing", "urban"]],
    [`consumer: "430105-HOUSING"`, ["housing", "police"]],
    ["state: APPROVED", ["housing"]],
    [`coordinate: "ElderlyLivingAlone.door"`, ["community"]],
    [`coordinate: "PoliceCall"`, []],
    [`coordinate: "PoliceCall.kind"`, ["police"]],
    [`owner: "civil-affairs", state: REQUESTED`, ["community", "urban"]],
    ["inForce: true", ["housing"]],
    [`inForce: true, endsBefore: "2027-06-01T00:00:01+08:00"`, ["housing"]],
    [`inForce: true, endsBefore: "2027-06-01T00:00:00+08:00"`, []],
    ["inForce: false", ["community", "police", "urban"]],
    ["inForce: true, brokenGlass: true", []],
    [`inForce: null, brokenGlass: null, owner: "public-security"`, ["police"]],
  ])("the data bureau filters by %s", async (filter, seen) => {
    const { data } = await other.ask<{ dataGrants: { edges: { node: { number: string } }[] } }>(
      `{ dataGrants(filter: { ${filter} }) { edges { node { number } } } }`,
      {},
      { as: kaifu.bureau },
    );
    expect(data.dataGrants.edges.map(({ node }) => node.number).sort()).toEqual(
      seen.map((name) => numbers[name]).sort(),
    );
  });

  it("pages, latest first", async () => {
    const page = async (after: string | null) => {
      const { data } = await other.ask<{
        dataGrants: {
          edges: { node: { number: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }>(
        "query ($after: String) { dataGrants(filter: {}, first: 3, after: $after) { edges { node { number } } pageInfo { hasNextPage endCursor } } }",
        { after },
        { as: kaifu.bureau },
      );
      return data.dataGrants;
    };
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([first, second].flatMap(({ edges }) => edges.map(({ node }) => node.number))).toEqual([
      numbers.police,
      numbers.community,
      numbers.urban,
      numbers.housing,
    ]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it("many by number are one statement", async () => {
    const roots = Object.values(numbers).map(
      (number, index) => `g${index}: dataGrant(number: "${number}") { state }`,
    );
    const statements = await statementsOf(other.database, () =>
      other.ask(`{ ${roots.join(" ")} }`, {}, { as: kaifu.bureau }),
    );
    expect(statements).toHaveLength(1);
  });
});

describe("owners (数据责任单位)", () => {
  it("are known to everybody", async () => {
    const { data } = await subgraph.ask<{ subgraphOwners: unknown[]; one: unknown; none: unknown }>(
      `{ subgraphOwners { subgraph unit title } one: subgraphOwner(subgraph: "grids") { unit } none: subgraphOwner(subgraph: "weather") { unit } }`,
    );
    expect(data.subgraphOwners).toHaveLength(9);
    expect(data.subgraphOwners).toContainEqual({
      subgraph: "city-management",
      unit: "URBAN-MANAGEMENT",
      title: "城市管理局",
    });
    expect([data.one, data.none]).toEqual([{ unit: "GOVERNANCE-CENTRE" }, null]);
  });
});
