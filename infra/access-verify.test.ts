import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { Stewards } from "../subgraphs/stewardship/stewardship.fixtures.ts";
import { stewardship } from "../subgraphs/stewardship/stewardship.subgraph.ts";
import { openTestSubgraph, type TestSubgraph } from "../test/testkit/subgraph.ts";

let subgraph: TestSubgraph;
let superuser: Client;
let url: string;
let folder: string;

beforeAll(async () => {
  subgraph = await openTestSubgraph(stewardship);
  url = subgraph.databaseUrl;
  const admin = new URL(inject("adminUrl"));
  admin.pathname = new URL(url).pathname;
  superuser = new Client({ connectionString: admin.href });
  await superuser.connect();
  // No trigger of ours stops who owns the server.
  await superuser.query("SET session_replication_role = replica");
  folder = await mkdtemp(join(tmpdir(), "access-verify-"));
});
afterAll(async () => {
  await superuser.end();
  await subgraph.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  await superuser.query("DELETE FROM access_record; DELETE FROM access_chain; DELETE FROM chain_cut");
  await new Stewards(subgraph).record([
    ...Array.from({ length: 12 }, (_, index) => ({ personId: `person-${index + 1}` })),
    { unit: "110117-HOUSING" },
    { subgraph: "public-security" },
  ]);
});

/** Runs the program as its users do, where no local stack keeps its data. */
async function verify(...options: string[]): Promise<{ code: number; said: string }> {
  const program = ["--import", "tsx", join(import.meta.dirname, "access-verify.ts"), ...options];
  try {
    const env = { ...process.env, DATA_DIRECTORY: folder };
    const { stdout } = await promisify(execFile)(process.execPath, program, { env });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}

const renumber = (from: number, by: number) =>
  // In two steps, so that no two records stand in one place in between.
  `UPDATE access_record SET sequence = sequence + 1000 WHERE district_code = '430105' AND subgraph = 'civil-affairs' AND sequence >= ${from};
   UPDATE access_record SET sequence = sequence - 1000 + ${by} WHERE sequence > 1000`;
const where = "WHERE district_code = '430105' AND subgraph = 'civil-affairs'";

describe("npm run access:verify (核验访问记录)", () => {
  it("says of each district's chain that it holds, with its head", async () => {
    const { code, said } = await verify("--owner", "civil-affairs", "--database", url);
    expect(code).toBe(0);
    expect(said).toMatch(
      /^civil-affairs 110117: 1 records hold, head 110117:1:[0-9a-f]{64}\. 核验通过，共 1 条。\n/,
    );
    expect(said).toMatch(/civil-affairs 430105: 12 records hold, head 430105:12:[0-9a-f]{64}\./);
    expect(said).not.toContain("public-security");
  });

  it.each<[string, string, string, number]>([
    [
      "changed",
      `UPDATE access_record SET person_id = 'nobody' ${where} AND sequence = 5`,
      "ACCESS_RECORD_CHANGED",
      5,
    ],
    ["removed", `DELETE FROM access_record ${where} AND sequence = 5`, "ACCESS_RECORD_MISSING", 5],
    [
      "removed and the gap closed",
      `DELETE FROM access_record ${where} AND sequence = 5; ${renumber(6, -1)}`,
      "ACCESS_RECORD_MISSING",
      5,
    ],
    [
      "put in",
      `${renumber(5, 1)}; INSERT INTO access_record
         SELECT district_code, subgraph, 5, at, 'person-innocent', post, unit, on_behalf_of, operation_name, operation_hash,
                entity_type, entity_keys, fields, subjects, basis, case_number, grant_numbers, outcome, rows_given, hash,
                repeat('a', 64)
         FROM access_record ${where} AND sequence = 4`,
      "ACCESS_RECORD_INSERTED",
      5,
    ],
    [
      "moved",
      `UPDATE access_record SET sequence = 1000 ${where} AND sequence = 5;
       UPDATE access_record SET sequence = 5 ${where} AND sequence = 9;
       UPDATE access_record SET sequence = 9 ${where} AND sequence = 1000`,
      "ACCESS_RECORDS_REORDERED",
      5,
    ],
    ["taken off the end", `DELETE FROM access_record ${where} AND sequence > 9`, "ACCESS_CHAIN_CUT", 10],
  ])("finds at its place what was %s by who owns the server", async (_, tampering, finding, sequence) => {
    await superuser.query(tampering);
    const { code, said } = await verify("--owner", "civil-affairs", "--database", url);
    expect(code).toBe(1);
    expect(said).toMatch(
      new RegExp(`civil-affairs 430105: BROKEN at ${sequence} \\(${finding}\\): .*链条断于第 ${sequence} 条`),
    );
    expect(said).toContain("civil-affairs 110117: 1 records hold");
  });

  it("exports, and verifies the export again without any database", async () => {
    const file = join(folder, "export.jsonl");
    expect((await verify("--owner", "civil-affairs", "--database", url, "--file", file)).code).toBe(0);
    const again = await verify("--owner", "civil-affairs", "--file", file);
    expect(again).toMatchObject({ code: 0, said: expect.stringContaining("430105: 12 records hold") });

    const lines = (await readFile(file, "utf8")).trim().split("\n");
    await writeFile(file, lines.filter((line) => !line.includes('"person-7"')).join("\n"));
    const broken = await verify("--owner", "civil-affairs", "--file", file);
    expect(broken).toMatchObject({
      code: 1,
      said: expect.stringContaining("BROKEN at 7 (ACCESS_RECORD_MISSING)"),
    });
  });

  it("holds records to what was sealed when they were written, and those behind them to what is now", async () => {
    const text = `["access-record/1","370685","civil-affairs",1,"2026-06-01T01:00:00.000Z","p","RESPONDER","370685-HOUSING","an",null,"${"ab".repeat(32)}","Aid","[]",[],[],null,null,[],"NONE",0,"${"0".repeat(64)}"]`;
    const hash = createHash("sha256").update(text).digest("hex");
    await superuser.query(
      `INSERT INTO access_record (district_code, subgraph, sequence, at, person_id, post, unit, on_behalf_of, operation_hash,
         entity_type, entity_keys, fields, subjects, grant_numbers, outcome, rows_given, previous_hash, hash)
       VALUES ('370685', 'civil-affairs', 1, '2026-06-01T01:00:00Z', 'p', 'RESPONDER', '370685-HOUSING', 'an', repeat('ab', 32),
         'Aid', '[]', '{}', '{}', '{}', 'NONE', 0, repeat('0', 64), '${hash}');
       INSERT INTO access_chain VALUES ('370685', 'civil-affairs', 1, '${hash}')`,
    );
    await new Stewards(subgraph).record([
      { unit: "370685-HOUSING", onBehalfOf: "an", onBehalfOfVouched: true },
      { unit: "370685-HOUSING" },
    ]);
    const whole = await verify("--owner", "civil-affairs", "--database", url);
    expect(whole).toMatchObject({ code: 0, said: expect.stringContaining("370685: 3 records hold") });
    await superuser.query(
      "UPDATE access_record SET on_behalf_of_vouched = false WHERE district_code = '370685' AND sequence = 2",
    );
    const changed = await verify("--owner", "civil-affairs", "--database", url);
    expect(changed.said).toContain("370685: BROKEN at 2 (ACCESS_RECORD_CHANGED)");
  });

  it("finds by a head noted before what was cut or written anew, the database's own head with it", async () => {
    const { said } = await verify("--owner", "civil-affairs", "--database", url);
    const [, head = ""] = /head (430105:12:[0-9a-f]{64})/.exec(said) ?? [];
    const withHead = () => verify("--owner", "civil-affairs", "--database", url, "--head", head);
    await new Stewards(subgraph).record([{}]);
    expect(await withHead()).toMatchObject({
      code: 0,
      said: expect.stringContaining("430105: 13 records hold"),
    });

    await superuser.query(
      `DELETE FROM access_record ${where} AND sequence > 9;
       UPDATE access_chain SET (sequence, hash) = (SELECT 9, hash FROM access_record ${where} AND sequence = 9) ${where}`,
    );
    expect((await verify("--owner", "civil-affairs", "--database", url)).code).toBe(0);
    expect(await withHead()).toMatchObject({
      code: 1,
      said: expect.stringContaining("at 10 (ACCESS_CHAIN_CUT)"),
    });

    await new Stewards(subgraph).record(Array(3).fill({ personId: "person-innocent" }));
    expect((await verify("--owner", "civil-affairs", "--database", url)).code).toBe(0);
    expect(await withHead()).toMatchObject({
      code: 1,
      said: expect.stringContaining("at 12 (ACCESS_RECORD_CHANGED)"),
    });

    await superuser.query(`DELETE FROM access_record ${where}; DELETE FROM access_chain ${where}`);
    expect(await withHead()).toMatchObject({
      code: 1,
      said: expect.stringContaining("at 1 (ACCESS_CHAIN_CUT)"),
    });
  });

  it("begins where the retention cut", async () => {
    await superuser.query(
      `INSERT INTO chain_cut SELECT district_code, subgraph, sequence, hash, 4, now() FROM access_record ${where} AND sequence = 4;
       DELETE FROM access_record ${where} AND sequence <= 4`,
    );
    const { code, said } = await verify("--owner", "civil-affairs", "--database", url);
    expect([code, said]).toEqual([
      0,
      expect.stringContaining("civil-affairs 430105: 8 records hold, head 430105:12:"),
    ]);
  });

  it.each<[string, readonly string[], string]>([
    ["no owner", ["--file", "x.jsonl"], "--owner"],
    ["no source", ["--owner", "civil-affairs"], "--database"],
    ["no head", ["--owner", "civil-affairs", "--file", "x.jsonl", "--head", "12"], "is no head"],
    ["an option there is not", ["--who", "me"], "--help"],
    ["a file there is not", ["--owner", "civil-affairs", "--file", "/nowhere/x.jsonl"], "cannot be read"],
  ])("says in one line what is wrong with %s", async (_, options, said) => {
    const answer = await verify(...options);
    expect(answer.code).toBe(1);
    expect(answer.said).toContain(said);
    expect(answer.said.trim().split("\n")).toHaveLength(1);
  });

  it("says of whom there are no records, and how it is used", async () => {
    const none = await verify("--owner", "grids", "--database", url);
    expect(none).toMatchObject({ code: 1, said: expect.stringContaining("no access records of grids") });
    expect(await verify("--help")).toMatchObject({ code: 0, said: expect.stringContaining("核验") });
  });
});
