import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { openSubgraph } from "../../shared/subgraph.ts";
import {
  housingItem,
  kaifu,
  pinggu,
  type RecordedAccess,
  reportOf,
  Stewards,
  usualAccess,
} from "../stewardship.fixtures.ts";
import { seedStewardship } from "../stewardship.seed.ts";
import { stewardship } from "../stewardship.subgraph.ts";
import { type ChainedRecord, chainStart, verifyChain } from "./access-chain.ts";
import { AccessLogStore } from "./access-log.store.ts";
import { Reported } from "./reported-access.ts";

const open = async () => {
  const subgraph = await openTestSubgraph(stewardship);
  return { subgraph, stewards: new Stewards(subgraph) };
};

const chainIn = async (
  { database }: TestSubgraph,
  subgraph: string,
  district = "430105",
): Promise<ChainedRecord[]> =>
  (await database.getRepository("AccessRecord").find({
    where: { districtCode: district, subgraph },
    order: { sequence: "ASC" },
  })) as ChainedRecord[];

const headOf = async ({ database }: TestSubgraph, subgraph: string, district = "430105") => {
  const [head] = await database.query(
    "SELECT sequence, hash FROM access_chain WHERE district_code = $1 AND subgraph = $2",
    [district, subgraph],
  );
  return head;
};

describe("putting accesses on record (登记访问记录)", () => {
  let subgraph: TestSubgraph;
  let stewards: Stewards;
  beforeAll(async () => ({ subgraph, stewards } = await open()));
  afterAll(() => subgraph.close());

  it.each<[string, Principal]>([
    ["the data bureau", kaifu.bureau],
    ["an owner", kaifu.civilAffairs],
    ["another service", kaifu.evaluation],
    ["a resident", kaifu.resident],
  ])("is for the gateway alone, not for %s", async (_, as) => {
    expect(await stewards.record([{}], as)).toBe("FORBIDDEN");
  });

  it("makes a chain for each owner and district, and each record seals the one before", async () => {
    expect(await stewards.record([{}, { subgraph: "public-security" }, { unit: "110117-HOUSING" }])).toBe(3);
    expect(await stewards.record([{ personId: "person-2" }, { district: "430105", unit: "gateway" }])).toBe(
      2,
    );
    expect(await stewards.record([])).toBe(0);
    for (const [owner, district, length] of [
      ["civil-affairs", "430105", 3],
      ["civil-affairs", "110117", 1],
      ["public-security", "430105", 1],
    ] as const) {
      const records = await chainIn(subgraph, owner, district);
      const head = await headOf(subgraph, owner, district);
      expect(records.map(({ sequence }) => sequence)).toEqual(
        Array.from({ length }, (_, index) => index + 1),
      );
      expect(verifyChain(records, chainStart, head)).toEqual({ findings: [], end: head });
    }
  });

  it("puts on record for every reader what many were given at once", async () => {
    const { readers, readings } = reportOf({ ...usualAccess, subgraph: "weather" });
    const [reader, reading] = [readers[0], readings[0]];
    const report = [
      {
        readers: [reader, { ...reader, personId: "person-b" }, { ...reader, unit: "110117-HOUSING" }],
        readings: [reading, { ...reading, entityType: "Unit", entityKeys: '["430105-HOUSING"]' }],
      },
    ];
    expect(await stewards.report(report)).toBe(6);
    const records = await chainIn(subgraph, "weather");
    expect(records.map(({ personId, entityType }) => [personId, entityType])).toEqual([
      ["person-housing-1", "AidRecipient"],
      ["person-housing-1", "Unit"],
      ["person-b", "AidRecipient"],
      ["person-b", "Unit"],
    ]);
    const elsewhere = await chainIn(subgraph, "weather", "110117");
    expect(elsewhere).toMatchObject([{ unit: "110117-HOUSING" }, { unit: "110117-HOUSING" }]);
    for (const chain of [records, elsewhere]) expect(verifyChain(chain).findings).toEqual([]);
    expect(await stewards.report([{ readers: [], readings }])).toBe("BAD_INPUT");
  });

  it("keeps what a service did in no district in a chain of its own", async () => {
    await stewards.record([{ unit: "evaluation", post: Post.SERVICE, onBehalfOf: "person-9" }]);
    expect(await chainIn(subgraph, "civil-affairs", "000000")).toMatchObject([{ onBehalfOf: "person-9" }]);
  });

  it("leaves no access unrecorded because a key was taken for a district", async () => {
    const before = (await chainIn(subgraph, "market-supervision")).length;
    await stewards.record([
      { subgraph: "market-supervision", district: "914301" },
      { subgraph: "market-supervision", district: "43" },
    ]);
    expect(await chainIn(subgraph, "market-supervision")).toHaveLength(before + 2);
  });

  it("seals what the database gives back, whatever somebody stated", async () => {
    const odd = "“依据”\ud800'\\\"\n😀";
    const recorded = await stewards.record([
      {
        subgraph: "grids",
        basis: odd,
        caseNumber: odd.repeat(100),
        fields: [odd, "{a,b}", ""],
        subjects: [odd, "\u0000"],
      },
      { subgraph: "grids", entityKeys: '["\\u0000", {"code": "一"}]', operationName: null },
    ]);
    expect(recorded).toBe(2);
    const records = await chainIn(subgraph, "grids");
    expect(verifyChain(records, chainStart, await headOf(subgraph, "grids")).findings).toEqual([]);
    expect(records[0]?.basis).toBe("“依据”\ufffd'\\\"\n😀");
    expect(records[0]?.caseNumber?.length).toBeLessThanOrEqual(200);
  });

  it.each<[string, Partial<RecordedAccess>]>([
    ["no subgraph", { subgraph: "Civil Affairs/430105" }],
    ["no hash", { operationHash: "query { me }" }],
    ["no list of keys", { entityKeys: '{"id": 1}' }],
    ["no JSON", { entityKeys: "430105-AR-1" }],
    ["no such post", { post: "constructor" }],
    ["no such outcome", { outcome: "LOST" }],
    ["no time", { at: "yesterday" }],
    ["no count of rows", { rowsGiven: -1 }],
    ["no list of fields", { fields: "Aid.name" as never }],
    ["nobody", { personId: null as never }],
    ["no word on who vouches", { onBehalfOfVouched: "yes" as never }],
  ])("refuses a record with %s, and those sent with it", async (_, broken) => {
    const before = await headOf(subgraph, "civil-affairs");
    expect(await stewards.record([{}, broken])).toBe("BAD_INPUT");
    expect(await headOf(subgraph, "civil-affairs")).toEqual(before);
  });

  it("of many writers at once each writes behind the others, without gaps and without waiting in a circle", async () => {
    const owners = ["tickets", "departments", "evaluation"];
    await Promise.all(
      Array.from({ length: 24 }, (_, writer) =>
        stewards.record(
          Array.from({ length: 10 }, (_, index) => ({
            subgraph: owners[(index + writer) % 3] ?? "",
            personId: `person-${writer}`,
          })),
        ),
      ),
    );
    for (const owner of owners) {
      const records = await chainIn(subgraph, owner);
      expect(records).toHaveLength(80);
      expect(verifyChain(records, chainStart, await headOf(subgraph, owner)).findings).toEqual([]);
    }
  });

  it("of two processes each writes behind the other, however they take turns", async () => {
    const other = await openSubgraph(stewardship, {
      databaseUrl: subgraph.databaseUrl,
      graph: () => Promise.reject(new Error("no graph is asked")),
      clock: () => new Date("2026-06-01T09:00:00+08:00"),
      log: pino({ level: "silent" }),
    });
    try {
      const processes = [new AccessLogStore(subgraph.database), new AccessLogStore(other.database)];
      const write = (turn: number) => {
        const record = {
          subgraph: turn % 3 === 0 ? "weather-east" : "weather-west",
          personId: `turn ${turn}`,
        };
        const report = [new Reported(reportOf({ ...usualAccess, ...record }))];
        return processes[turn % 2]?.append(report);
      };
      for (const turn of [1, 2, 3, 4, 5, 5, 7, 8]) expect(await write(turn)).toBe(1);
      await Promise.all(Array.from({ length: 40 }, (_, turn) => write(turn)));
      for (const [owner, length] of [
        ["weather-east", 15],
        ["weather-west", 33],
      ] as const) {
        const records = await chainIn(subgraph, owner);
        expect(records).toHaveLength(length);
        expect(verifyChain(records, chainStart, await headOf(subgraph, owner)).findings).toEqual([]);
      }
    } finally {
      await other.close();
    }
  });

  it("goes on behind the last record after a write that failed", async () => {
    const before = await headOf(subgraph, "tickets");
    await subgraph.database.query(
      "ALTER TABLE access_record ADD CONSTRAINT full_disk CHECK (false) NOT VALID",
    );
    expect(await stewards.record([{ subgraph: "tickets" }])).toBe("INTERNAL_SERVER_ERROR");
    await subgraph.database.query("ALTER TABLE access_record DROP CONSTRAINT full_disk");
    expect(await headOf(subgraph, "tickets")).toEqual(before);
    expect(await stewards.record([{ subgraph: "tickets" }])).toBe(1);
    const records = await chainIn(subgraph, "tickets");
    expect(verifyChain(records, chainStart, await headOf(subgraph, "tickets")).findings).toEqual([]);
  });

  it("opens a transaction for a chain it does not know the end of, and then no more", async () => {
    const counted = async (records: number) =>
      (
        await statementsOf(subgraph.database, () =>
          stewards.record(Array(records).fill({ subgraph: "departments", unit: "110117-HOUSING" })),
        )
      ).length;
    expect([await counted(1), await counted(100)]).toEqual([4, 0]);
  });

  it.each([
    ["changed", "UPDATE access_record SET person_id = 'nobody'"],
    ["removed", "DELETE FROM access_record"],
    ["emptied", "TRUNCATE access_record"],
  ])("are not %s by the role that writes them", async (_, statement) => {
    await expect(subgraph.database.query(statement)).rejects.toThrow("neither changed nor removed");
  });
});

describe("who reads the records (访问记录)", () => {
  let subgraph: TestSubgraph;
  let stewards: Stewards;
  beforeAll(async () => {
    ({ subgraph, stewards } = await open());
    await stewards.record([
      { personId: "p1", at: "2026-05-30T01:00:00Z", fields: ["AidRecipient.name", "AidRecipient.kind"] },
      {
        personId: "p2",
        at: "2026-05-31T15:59:59Z",
        unit: "430105-URBAN-MANAGEMENT",
        post: Post.CHIEF_RESPONDER,
        outcome: "WITHHELD",
        rowsGiven: 0,
      },
      { personId: "p1", at: "2026-05-31T16:00:00Z", caseNumber: null, outcome: "GIVEN", rowsGiven: 5 },
      {
        personId: "p3",
        subgraph: "public-security",
        caseNumber: "430105-20260601-000009",
        outcome: "GIVEN",
        basis: null,
        subjects: ["430105-R-1", "person:li"],
      },
      { personId: "p4", unit: "110117-HOUSING" },
      { personId: "service:evaluation", unit: "evaluation", post: Post.SERVICE },
    ]);
  });
  afterAll(() => subgraph.close());

  const ids = async (filter: string, as?: Principal) => {
    const { data } = await subgraph.ask<{ accessRecords: { edges: { node: { personId: string } }[] } }>(
      `{ accessRecords(filter: { ${filter} }) { edges { node { personId } } } }`,
      {},
      as ? { as } : {},
    );
    return data.accessRecords.edges.map(({ node }) => node.personId);
  };

  it.each<[string, Principal | undefined, readonly string[]]>([
    [
      "an owner's steward, with what services did in no district",
      kaifu.civilAffairs,
      ["service:evaluation", "p1", "p2", "p1"],
    ],
    ["its principal officer", kaifu.civilAffairsChief, ["service:evaluation", "p1", "p2", "p1"]],
    ["another owner", kaifu.policeSteward, ["p3"]],
    ["its station's responder", kaifu.policeStation, []],
    ["the data bureau", kaifu.bureau, ["service:evaluation", "p3", "p1", "p2", "p1"]],
    ["another district's bureau", pinggu.bureau, ["service:evaluation", "p4"]],
    ["the consumer's steward", kaifu.housing, []],
    ["a street", kaifu.street, []],
    ["a resident", kaifu.resident, []],
    ["a service", kaifu.evaluation, []],
    ["the gateway", kaifu.gateway, []],
    ["nobody", undefined, []],
  ])("%s", async (_, as, seen) => {
    expect((await ids("", as)).sort()).toEqual([...seen].sort());
  });

  it.each<[string, readonly string[]]>([
    [`subgraph: "public-security"`, ["p3"]],
    [`field: "AidRecipient.kind"`, ["p1"]],
    [`consumer: "430105-URBAN-MANAGEMENT"`, ["p2"]],
    [`person: "p1"`, ["p1", "p1"]],
    [`case: "430105-20260601-000009"`, ["p3"]],
    ["outcome: WITHHELD", ["p2"]],
    ["post: CHIEF_RESPONDER", ["p2"]],
    [`basis: "${housingItem}", outcome: GIVEN`, ["p1"]],
    [`basis: ""`, ["p3"]],
    [`subject: "person:li"`, ["p3"]],
    [`subject: "430105-R-2"`, []],
    [`from: "2026-05-31T16:00:00Z", until: "2026-06-01T00:00:00Z"`, ["p1"]],
    [`person: "p1", outcome: MASKED`, ["p1"]],
  ])("by %s", async (filter, seen) => {
    expect(await ids(filter, kaifu.bureau)).toEqual(seen);
  });

  it("a page at a time, latest first, with everything on record", async () => {
    const page = async (after: string | null) => {
      const { data } = await subgraph.ask<{
        accessRecords: { edges: { node: { personId: string } }[]; pageInfo: { endCursor: string | null } };
      }>(
        `query ($after: String) { accessRecords(filter: {}, first: 2, after: $after) { edges { node { personId } } pageInfo { endCursor } } }`,
        { after },
        { as: kaifu.bureau },
      );
      return data.accessRecords;
    };
    const seen: string[] = [];
    for (let after: string | null = null; ; ) {
      const { edges, pageInfo } = await page(after);
      seen.push(...edges.map(({ node }) => node.personId));
      if (edges.length < 2) break;
      after = pageInfo.endCursor;
    }
    expect(seen).toEqual(await ids("", kaifu.bureau));
    const { data, errors } = await subgraph.ask<{
      accessRecords: { edges: { node: Record<string, unknown> }[] };
    }>(
      `{ accessRecords(filter: { person: "p3" }) { edges { node { id district subgraph sequence at personId post unit onBehalfOf
         operationName operationHash entityType entityKeys fields subjects basis caseNumber grantNumbers outcome rowsGiven
         previousHash hash } } } }`,
      {},
      { as: kaifu.policeSteward },
    );
    expect(errors).toEqual([]);
    expect(data.accessRecords.edges[0]?.node).toMatchObject({
      id: "430105/public-security/1",
      district: "430105",
      subgraph: "public-security",
      sequence: 1,
      at: "2026-06-01T01:00:00.000Z",
      post: "RESPONDER",
      entityKeys: '["430105-AR-1"]',
      previousHash: chainStart.hash,
    });
  });

  const totals = async (
    by: string,
    as: Principal = kaifu.civilAffairs,
    from = "2026-05-01",
    until = "2026-06-02",
  ) => {
    const { data, errors } = await subgraph.ask<{ accessTotals: Record<string, unknown>[] | null }>(
      `{ accessTotals(by: ${by}, period: { from: "${from}", until: "${until}" }) { key accesses withheld people rowsGiven } }`,
      {},
      { as },
    );
    return errors[0]?.code ?? data.accessTotals;
  };

  it("added up by day in China, by consumer, by field and by basis", async () => {
    expect(await totals("DAY")).toEqual([
      { key: "2026-05-30", accesses: 1, withheld: 0, people: 1, rowsGiven: 1 },
      { key: "2026-05-31", accesses: 1, withheld: 1, people: 1, rowsGiven: 0 },
      { key: "2026-06-01", accesses: 2, withheld: 0, people: 2, rowsGiven: 6 },
    ]);
    expect(await totals("CONSUMER")).toEqual([
      { key: "430105-HOUSING", accesses: 2, withheld: 0, people: 1, rowsGiven: 6 },
      { key: "430105-URBAN-MANAGEMENT", accesses: 1, withheld: 1, people: 1, rowsGiven: 0 },
      { key: "evaluation", accesses: 1, withheld: 0, people: 1, rowsGiven: 1 },
    ]);
    expect(await totals("FIELD")).toMatchObject([
      { key: "AidRecipient.name", accesses: 4 },
      { key: "AidRecipient.kind", accesses: 1 },
    ]);
    expect(await totals("BASIS")).toMatchObject([{ key: housingItem, accesses: 4, withheld: 1 }]);
    expect(await totals("BASIS", kaifu.policeSteward)).toMatchObject([{ key: "", accesses: 1 }]);
    expect(await totals("DAY", kaifu.housing)).toEqual([]);
    expect(await totals("DAY", kaifu.bureau, "2026-06-01", "2026-06-01")).toBe("PERIOD_TOO_LONG");
    expect(await totals("DAY", kaifu.bureau, "2025-01-01", "2026-06-01")).toBe("PERIOD_TOO_LONG");
  });
});

describe("unusual reading (异常访问)", () => {
  let subgraph: TestSubgraph;
  let stewards: Stewards;
  let onGrids: string;
  const keys = (from: number, to: number) =>
    JSON.stringify(Array.from({ length: to - from }, (_, index) => `430105-AR-${from + index}`));

  beforeAll(async () => {
    ({ subgraph, stewards } = await open());
    onGrids = await stewards.granted(
      { consumer: "430105010003", rows: "OWN_GRIDS", coordinates: ["ElderlyLivingAlone"] },
      kaifu.secretary,
      kaifu.civilAffairs,
    );
    await stewards.record([
      { personId: "many", entityKeys: keys(0, 60) },
      { personId: "many", entityKeys: keys(40, 101), at: "2026-06-01T01:30:00Z" },
      { personId: "the-same-again", entityKeys: keys(0, 100) },
      { personId: "the-same-again", entityKeys: keys(0, 100), at: "2026-06-01T01:30:00Z" },
      { personId: "two-hours", entityKeys: keys(0, 60), at: "2026-06-01T01:30:00Z" },
      { personId: "two-hours", entityKeys: keys(60, 120), at: "2026-06-01T02:00:00Z" },
      { personId: "withheld", entityKeys: keys(0, 200), outcome: "WITHHELD" },
      { personId: "no-case", caseNumber: null },
      { personId: "no-case", caseNumber: null, at: "2026-06-01T15:59:59Z" },
      { personId: "own-grids", caseNumber: null, grantNumbers: ["430105-G-0900", onGrids] },
      { personId: "owner", caseNumber: null, grantNumbers: [], unit: "430105-CIVIL-AFFAIRS" },
      { personId: "no-grant", caseNumber: null, grantNumbers: [], subgraph: "tickets" },
    ]);
  });
  afterAll(() => subgraph.close());

  const unusual = async (as: Principal, first = 20) => {
    const { data, errors } = await subgraph.ask<{
      unusualAccess: { edges: { node: Record<string, unknown> }[] } | null;
    }>(
      `{ unusualAccess(period: { from: "2026-06-01", until: "2026-06-02" }, first: ${first}) {
           edges { node { kind personId since count threshold } } } }`,
      {},
      { as },
    );
    return errors[0]?.code ?? data.unusualAccess?.edges.map(({ node }) => node);
  };

  it("is more different entities in an hour than the rule allows, and reading on a grant without a case", async () => {
    const expected = [
      {
        kind: "BULK_READING",
        personId: "many",
        since: "2026-06-01T01:00:00.000Z",
        count: 101,
        threshold: 100,
      },
      {
        kind: "NO_OPEN_CASE",
        personId: "no-case",
        since: "2026-05-31T16:00:00.000Z",
        count: 2,
        threshold: 0,
      },
    ];
    expect(await unusual(kaifu.civilAffairs)).toEqual(expected);
    expect(await unusual(kaifu.bureau, 1)).toEqual(expected.slice(0, 1));
    expect(await unusual(kaifu.housing)).toEqual([]);
    expect(await unusual(kaifu.bureau, 101)).toBe("PAGE_TOO_LARGE");
  });

  it("is told page by page, each once, however many there are alike", async () => {
    // Sixty people at one hour and as many at another, each alike in all but who and when.
    await stewards.record(
      Array.from({ length: 120 }, (_, index) => ({
        personId: `alike-${String(index % 60).padStart(2, "0")}`,
        caseNumber: null,
        subgraph: "public-security",
        at: `2026-06-0${index < 60 ? 1 : 2}T03:00:00Z`,
      })),
    );
    interface Found {
      readonly unusualAccess: {
        readonly edges: readonly { readonly node: { readonly personId: string; readonly since: string } }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    }
    const seen: string[] = [];
    const pages: number[] = [];
    let after: string | null = null;
    do {
      const answer: { readonly data: Found } = await subgraph.ask<Found>(
        `query ($after: String) {
           unusualAccess(period: { from: "2026-06-01", until: "2026-06-03", subgraph: "public-security" }, first: 50, after: $after) {
             edges { node { personId since } } pageInfo { hasNextPage endCursor } } }`,
        { after },
        { as: kaifu.policeSteward },
      );
      const { edges, pageInfo }: Found["unusualAccess"] = answer.data.unusualAccess;
      pages.push(edges.length);
      seen.push(...edges.map(({ node }) => `${node.since} ${node.personId}`));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after);
    expect(pages).toEqual([50, 50, 20]);
    expect(new Set(seen).size).toBe(120);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it("is found of a department that joins as of the others, by its reading on grants", async () => {
    await subgraph.database.query("INSERT INTO subgraph_owner VALUES ('parks', 'PARKS', '园林局')");
    await seedStewardship(subgraph.database);
    await stewards.record([
      { personId: "gardener", caseNumber: null, subgraph: "parks" },
      { personId: "on-a-case", subgraph: "parks" },
    ]);
    const ofParks = await unusual({ ...kaifu.civilAffairs, unit: "430105-PARKS" });
    expect(ofParks).toMatchObject([{ kind: "NO_OPEN_CASE", personId: "gardener", count: 1, threshold: 0 }]);
  });

  it("is judged by the district's own rule where it has one", async () => {
    await subgraph.database.query(
      "INSERT INTO unusual_access_rule VALUES ('430105', 'BULK_READING', 'civil-affairs', 99), ('430105', 'NO_OPEN_CASE', 'civil-affairs', 2)",
    );
    expect(await unusual(kaifu.civilAffairs)).toMatchObject([
      { personId: "many", count: 101, threshold: 99 },
      { personId: "the-same-again", count: 100, threshold: 99 },
    ]);
  });
});
