import { Client, Pool } from "pg";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../../test/testkit/free-port.ts";
import { openTestSubgraph } from "../../../test/testkit/subgraph.ts";
import {
  inLiansheng,
  lianshengGrid,
  openPublicSecurity,
  people,
  type TestPublicSecurity,
} from "../public-security.fixtures.ts";
import { publicSecurity } from "../public-security.subgraph.ts";
import { archived } from "./archive-table.ts";
import { PoliceArchive } from "./police-archive.store.ts";

let subgraph: TestPublicSecurity;

beforeAll(async () => {
  subgraph = await openPublicSecurity({ expectsFailures: true });
});
afterAll(() => subgraph?.close());

/** The archive opened beside the subgraph, with the log it writes. */
function openWithLog() {
  const told: Record<string, unknown>[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => told.push(JSON.parse(line)) });
  const archive = new PoliceArchive({ url: subgraph.archive.urls.reader, log });
  return { archive, told };
}

describe("what the archive keeps as text is read as what it means", () => {
  const call = async (kept: Record<string, string | null>) => {
    const number = `JQ-READ-${JSON.stringify(kept).replace(/\W/g, "").slice(0, 10)}`;
    await subgraph.archive.add("T_JQ", {
      JQBH: number,
      BJSJ: "20260101000000",
      ...inLiansheng,
      ...kept,
    });
    const { archive, told } = openWithLog();
    const [row] = await archive.seenBy(people.bureau).byNumbers(archived.policeCalls, [number]);
    await archive.close();
    await subgraph.archive.query(`DELETE FROM T_JQ WHERE JQBH = '${number}'`);
    return { row, told: told.map(({ table, column, code }) => `${table}.${column} ${code}`) };
  };

  it.each<[string, Record<string, string | null>, object, string[]]>([
    ["a time, by Beijing", { BJSJ: "20260501233015" }, { takenAt: new Date("2026-05-01T15:30:15Z") }, []],
    ["midnight", { BJSJ: "20260501000000" }, { takenAt: new Date("2026-04-30T16:00:00Z") }, []],
    ["a time nobody knows", { JASJ: "00000000000000" }, { closedAt: null }, []],
    ["no time", { JASJ: null }, { closedAt: null }, []],
    ["a time that is none", { JASJ: "20260230120000" }, { closedAt: null }, ["T_JQ.JASJ undefined"]],
    ["an hour that is none", { JASJ: "20260228240000" }, { closedAt: null }, ["T_JQ.JASJ undefined"]],
    ["a code", { JQLB: "05" }, { kind: "DISPUTE" }, []],
    ["no code", { JQLB: null }, { kind: null }, []],
    ["a code of blanks", { JQLB: "  " }, { kind: null }, []],
    ["an unknown code", { JQLB: "42" }, { kind: null }, ["T_JQ.JQLB 42"]],
    ["a station's code", { SSPCS: "430105010000" }, { stationCode: "430105010-PUBLIC-SECURITY" }, []],
    [
      "a station's code of another kind",
      { SSPCS: "430105010077" },
      { stationCode: null },
      ["T_JQ.SSPCS undefined"],
    ],
    ["an empty text", { JQGY: " " }, { summary: null }, []],
  ])("%s", async (_, kept, meaning, told) => {
    expect(await call(kept)).toMatchObject({ row: meaning, told });
  });

  it("lists in one column, unknown kinds left out and told", async () => {
    await subgraph.archive.add("T_ZDBW", { ZDBWBH: "ZD-LIST", DWLX: "03，77, 09", ...inLiansheng });
    const { archive, told } = openWithLog();
    const [place] = await archive.seenBy(people.bureau).byNumbers(archived.keyPlaces, ["ZD-LIST"]);
    expect(place?.kinds).toEqual(["ENTERTAINMENT_VENUE", "MEDICAL_SITE"]);
    expect(told.map(({ table, column, code }) => [table, column, code])).toEqual([["T_ZDBW", "DWLX", "77"]]);
    await archive.close();
    await subgraph.archive.query("DELETE FROM T_ZDBW WHERE ZDBWBH = 'ZD-LIST'");
  });

  it("days, flags, codes that mean nothing, and several codes of one meaning", async () => {
    const { archive, told } = openWithLog();
    const seen = archive.seenBy(people.bureau);
    const [he] = await seen.byNumbers(archived.floatingPeople, ["LD430105001"]);
    expect(he).toMatchObject({
      reason: "WORK",
      arrivedOn: "2025-03-08",
      document: "RESIDENCE_PERMIT",
      left: false,
    });
    const [house] = await seen.byNumbers(archived.rentedHouses, ["CZ430105001"]);
    expect(house).toMatchObject({ area: 86.5, shared: true, safety: "WATCHED", endedOn: null });
    expect(told).toEqual([]);
    await archive.close();
  });

  it("says what it does not know once, and never a value that could be somebody's", async () => {
    await subgraph.archive.add(
      "T_JQ",
      ...[1, 2, 3].map((turn) => ({
        JQBH: `JQ-UNKNOWN-${turn}`,
        BJSJ: "20250101000000",
        JASJ: "安秀兰",
        JQLB: "ZZ",
        ...inLiansheng,
      })),
    );
    const { archive, told } = openWithLog();
    const page = await archive
      .seenBy(people.bureau)
      .policeCalls({ until: new Date("2025-06-01") }, { first: 5 });
    expect(page.edges).toHaveLength(3);
    expect(told.map(({ finding, column, code }) => [finding, column, code])).toEqual([
      ["ARCHIVE_VALUE_UNKNOWN", "JQLB", "ZZ"],
      ["ARCHIVE_VALUE_UNKNOWN", "JASJ", undefined],
    ]);
    expect(JSON.stringify(told)).not.toContain("安秀兰");
    await archive.close();
    await subgraph.archive.query("DELETE FROM T_JQ WHERE JQBH LIKE 'JQ-UNKNOWN-%'");
  });
});

describe("the archive is only read", () => {
  it.each([
    ["writes", "on", "DELETE FROM T_JQ", "25006"],
    ["writes, having said it may", "off", "DELETE FROM T_JQ", "42501"],
    ["makes tables", "off", "CREATE TABLE own (id int)", "42501"],
    ["reads what a caller said word for word", "on", "SELECT JQXQ FROM T_JQ", "42501"],
    ["reads which officers went", "on", "SELECT CJMJ FROM T_JQ", "42501"],
  ])("its reader never %s", async (_, readOnly, sql, code) => {
    const reader = new Client({ connectionString: subgraph.archive.urls.reader });
    await reader.connect();
    await reader.query(`SET default_transaction_read_only = ${readOnly}`);
    const outcome = await reader.query(sql).catch((error: unknown) => error);
    await reader.end();
    expect(outcome).toMatchObject({ code });
  });

  it("by sessions of the subgraph's, even as a role that may write", async () => {
    const log = pino({ level: "silent" });
    const archive = new PoliceArchive({ url: subgraph.archive.urls.owner, log });
    await expect(archive.read("DELETE FROM T_JQ", [])).rejects.toMatchObject({ code: "25006" });
    await archive.close();
  });
});

const everything = `query ($of: [_Any!]!) {
  disclosureDelayOrders(filter: {}) { edges { node { id } } }
  _entities(representations: $of) { ... on Grid { code keyPlaces { edges { node { number } } } } }
}`;
const grid = { of: [{ __typename: "Grid", code: lianshengGrid }] };
const askEverything = (from: Pick<TestPublicSecurity, "ask"> = subgraph) =>
  from.ask<{ disclosureDelayOrders: object; _entities: { code: string; keyPlaces: object | null }[] }>(
    everything,
    grid,
    { as: people.chief },
  );

describe("when the archive does not answer, the rest does", () => {
  const reader = () => subgraph.archive.reader;
  afterEach(async () => {
    await subgraph.archive.administer(`ALTER ROLE ${reader()} LOGIN`);
    await subgraph.archive.query(`GRANT SELECT ON T_ZDBW TO ${reader()}`);
  });

  const refused = (code: string) => ({
    data: { disclosureDelayOrders: { edges: [] }, _entities: [{ code: lianshengGrid, keyPlaces: null }] },
    errors: [{ code, path: ["_entities", 0, "keyPlaces"] }],
  });

  it("nobody listens at its address: the subgraph starts, and says so where it matters", async () => {
    const url = new URL(subgraph.archive.urls.reader);
    url.port = String(await freePort());
    const alone = await openTestSubgraph(publicSecurity, { sourceUrl: url.href, expectsFailures: true });
    expect(await askEverything(alone)).toMatchObject(refused("POLICE_ARCHIVE_UNAVAILABLE"));
    await alone.close();
  });

  it("it lets nobody in, and later does again", async () => {
    await subgraph.archive.administer(`ALTER ROLE ${reader()} NOLOGIN`);
    await endSessions();
    expect(await askEverything()).toMatchObject(refused("POLICE_ARCHIVE_UNAVAILABLE"));
    await subgraph.archive.administer(`ALTER ROLE ${reader()} LOGIN`);
    expect((await askEverything()).errors).toEqual([]);
  });

  it("its tables are held: nobody waits longer than the limit", async () => {
    await subgraph.archive.query("BEGIN");
    await subgraph.archive.query("LOCK TABLE T_ZDBW IN ACCESS EXCLUSIVE MODE");
    expect(await askEverything()).toMatchObject(refused("POLICE_ARCHIVE_SLOW"));
    await subgraph.archive.query("ROLLBACK");
    expect((await askEverything()).errors).toEqual([]);
  });

  it.each([
    ["a table was closed to us", () => `REVOKE SELECT ON T_ZDBW FROM ${reader()}`, () => "SELECT 1"],
    [
      "a column was renamed",
      () => "ALTER TABLE T_ZDBW RENAME COLUMN SFTY TO SFGM",
      () => "ALTER TABLE T_ZDBW RENAME COLUMN SFGM TO SFTY",
    ],
    [
      "a table is gone",
      () => "ALTER TABLE T_ZDBW RENAME TO T_OLD",
      () => "ALTER TABLE T_OLD RENAME TO T_ZDBW",
    ],
  ])("%s: told as what it is", async (_, change, back) => {
    await subgraph.archive.query(change());
    expect(await askEverything()).toMatchObject(refused("POLICE_ARCHIVE_CHANGED"));
    await subgraph.archive.query(back());
  });

  it("refusals say what to do in both languages", async () => {
    await subgraph.archive.query(`REVOKE SELECT ON T_ZDBW FROM ${reader()}`);
    const { errors } = await askEverything();
    expect(errors[0]?.message).toContain("Its keeper has to be told");
  });

  async function endSessions(): Promise<void> {
    await subgraph.archive.administer(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = ${reader().replaceAll('"', "'")}`,
    );
  }
});

describe("how much of the archive is held", () => {
  it("never more connections than agreed, however much is asked at once", async () => {
    const many = Array.from({ length: 40 }, () => askEverything());
    for (const { errors } of await Promise.all(many)) expect(errors).toEqual([]);
    const keeper = new Pool({ connectionString: subgraph.archive.urls.owner, max: 1 });
    const { rows } = await keeper.query(
      `SELECT count(*)::int AS held FROM pg_stat_activity WHERE usename = $1 AND application_name = 'whistlegraph'`,
      [subgraph.archive.reader.replaceAll('"', "")],
    );
    await keeper.end();
    expect(rows[0].held).toBeLessThanOrEqual(4);
  });

  it("one statement for a field under many parents, whatever their number", async () => {
    const codes = Array.from(
      { length: 60 },
      (_, index) => `4301050100030${String(index + 1).padStart(2, "0")}`,
    );
    const ask = (type: string, key: string, values: readonly string[], selection: string) =>
      subgraph.askedWhile(async () => {
        const { errors } = await subgraph.ask(
          `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${selection} } } }`,
          { of: values.map((value) => ({ __typename: type, [key]: value })) },
          { as: people.bureau },
        );
        expect(errors).toEqual([]);
      });
    const page = "{ edges { node { number } } }";
    expect(await ask("Grid", "code", codes, `rentedHouses ${page}`)).toBe(1);
    expect(await ask("Grid", "code", codes, `keyPlaces ${page}`)).toBe(1);
    expect(await ask("Grid", "code", codes, "policeCallFigures(year: 2026) { calls }")).toBe(1);
    expect(await ask("Ticket", "number", codes, `policeCalls ${page}`)).toBe(1);
    expect(await ask("Resident", "id", codes, "householdRegistration { number }")).toBe(1);
    expect(await ask("Resident", "id", codes, "floatingPerson { number rentedHouse { number } }")).toBe(1);
    expect(await ask("PoliceCall", "number", codes, "number")).toBe(1);
    expect(await ask("RentedHouse", "number", ["CZ430105001"], `number floatingPeople ${page}`)).toBe(2);
  });
});
