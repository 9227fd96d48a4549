import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { person } from "../../../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../../test/testkit/subgraph.ts";
import { Post, type Principal } from "../../../shared/principal.ts";
import { newKey } from "../../tickets.fixtures.ts";
import { tickets } from "../../tickets.subgraph.ts";
import kaifu from "./profiles/kaifu.json" with { type: "json" };
import { seedWhistleProfiles } from "./whistle-profile.seed.ts";

let subgraph: TestSubgraph;
let folder: string;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets);
  folder = await mkdtemp(join(tmpdir(), "whistle-profile-"));
});
afterAll(async () => {
  await subgraph.close();
  await rm(folder, { recursive: true });
});

interface Profile {
  readonly version: number;
  readonly arbiters: string[];
  readonly kinds: {
    code: string;
    clocks: {
      step: string;
      amount: number;
      unit: string;
      rule: string;
      configured: string;
      configuredZh: string;
    }[];
  }[];
}

const profile = async (district: string, on: string) => {
  const { data, errors } = await subgraph.ask<{ whistleProfile: Profile | null }>(
    `query ($district: DivisionCode!, $on: LocalDate!) { whistleProfile(district: $district, on: $on) {
      district { code } version validFrom nameZh source arbiters misuseRuledBy themes { code } sources { code }
      kinds {
        code nameZh rules level raisesTo blowers { posts body screened handlesTicket } lead { kinds reach min max isBlower }
        assisting { min max isBlower } answeredBy calls filedWith requiresTicket requiresVerification requiresCitation themes
        taskForceFor clocks { step of amount unit escalatesTo rule configured configuredZh } assembly { code group required }
        confirmedBy evaluatedBy
      }
    } }`,
    { district, on },
  );
  expect(errors).toEqual([]);
  return data.whistleProfile;
};

describe("whistle profiles", () => {
  it("are read by anybody, without a token", async () => {
    const kf = await profile("430105", "2026-06-01");
    expect(kf).toMatchObject({
      district: { code: "430105" },
      version: 1,
      validFrom: "2019-01-01",
      kinds: [
        { code: "ROUTINE", nameZh: "日常哨" },
        {
          code: "EMERGENCY",
          blowers: [{ posts: ["COMMUNITY_SECRETARY"], body: "COMMUNITY" }],
          filedWith: ["SUBDISTRICT"],
        },
        {
          code: "TACKLING",
          lead: { min: 1, max: 1, isBlower: false },
          assisting: { min: 1, isBlower: false },
          clocks: [
            {
              step: "MEASURES",
              amount: 5,
              unit: "WORKING_DAYS",
              rule: "KF-10",
              configured: null,
              configuredZh: null,
            },
          ],
        },
      ],
    });
  });

  it("PG-12: tell checkpoints as clocks, with the sourced numbers and the chosen unit kept apart", async () => {
    const pg = await profile("110117", "2026-06-01");
    const township = pg?.kinds.find(({ code }) => code === "TOWNSHIP");
    const checkpoints = township?.clocks.filter(({ step }) => step === "CHECKPOINT") ?? [];
    expect(checkpoints.map(({ amount }) => amount)).toEqual([1, 3, 5, 7]);
    for (const { unit, rule, configured, configuredZh } of checkpoints) {
      expect([unit, rule]).toEqual(["CALENDAR_DAYS", "PG-12"]);
      expect(configured).toContain("without a unit");
      expect(configuredZh).toContain("未写单位");
    }
  });

  it("there is none before the first day, nor in a district that has none", async () => {
    expect(await profile("430105", "2018-12-31")).toBeNull();
    expect(await profile("330106", "2026-06-01")).toBeNull();
  });

  it("a later version is in force from its first day; the earlier one stays for the time before", async () => {
    await seedWhistleProfiles(subgraph.database, [{ ...kaifu, version: 2, validFrom: "2026-07-01" }]);
    const versions = await Promise.all(["2026-06-30", "2026-07-01"].map((on) => profile("430105", on)));
    expect(versions.map((each) => each?.version)).toEqual([1, 2]);
  });

  it("are told version by version, whatever their numbers, the one that begins last first", async () => {
    const { data, errors } = await subgraph.ask<{
      whistleProfiles: { version: number; validFrom: string }[];
    }>('{ whistleProfiles(district: "110117") { version validFrom } }');
    expect(errors).toEqual([]);
    expect(data.whistleProfiles).toEqual([
      { version: 1, validFrom: "2021-01-01" },
      { version: 2, validFrom: "2017-01-01" },
    ]);
    const inForce = ["2016-12-31", "2017-01-01", "2020-12-31", "2021-01-01"].map((on) =>
      profile("110117", on),
    );
    expect((await Promise.all(inForce)).map((each) => each?.version)).toEqual([undefined, 2, 2, 1]);
  });

  it("are loaded once: starting again changes nothing, a changed text under an old version is refused", async () => {
    await seedWhistleProfiles(subgraph.database);
    const changed = { ...kaifu, arbiters: ["DISTRICT_LEADER"] };
    await expect(seedWhistleProfiles(subgraph.database, [changed])).rejects.toThrow(
      "Give the change a new version",
    );
    expect((await profile("430105", "2026-06-01"))?.arbiters).toEqual(kaifu.arbiters);
  });

  it("with a hole is not loaded, and the findings say where", async () => {
    const holed = { ...kaifu, version: 3, misuseRuledBy: [] };
    await expect(seedWhistleProfiles(subgraph.database, [holed])).rejects.toThrow(
      "misuseRuledBy: NOBODY_DECIDES",
    );
    const [{ count }] = await subgraph.database.query(
      "SELECT count(*)::int AS count FROM whistle_profile WHERE version = 3",
    );
    expect(count).toBe(0);
  });
});

describe("a list keeper loads a version (载入吹哨规则)", () => {
  const keeper = person(Post.LIST_KEEPER, { unit: "430105-ESTABLISHMENT-OFFICE", division: "430105" });
  const at = new Date("2026-06-01T09:00:00+08:00");
  const next = { ...kaifu, version: 4, validFrom: "2026-06-10" };
  const load = async (document: object | string, as: Principal = keeper, key: string = newKey()) => {
    const text = typeof document === "string" ? document : JSON.stringify(document, null, 2);
    const answer = await subgraph.ask<{ loadWhistleProfile: { version: number; validFrom: string } } | null>(
      `mutation ($text: String!, $key: String!) {
        loadWhistleProfile(text: $text, idempotencyKey: $key) { version validFrom }
      }`,
      { text, key },
      { as, at },
    );
    return { loaded: answer.data?.loadWhistleProfile, error: answer.errors[0] };
  };

  it("in force from its first day, told in the log once; the days before keep theirs", async () => {
    const key = newKey();
    const answers = [await load(next, keeper, key), await load(next, keeper, key), await load(next)];
    for (const { loaded } of answers) expect(loaded).toEqual({ version: 4, validFrom: "2026-06-10" });
    expect((await profile("430105", "2026-06-09"))?.version).toBe(1);
    expect((await profile("430105", "2026-06-10"))?.version).toBe(4);
    const told = await subgraph.database.query(
      "SELECT subject, actor_unit, payload FROM log_entry WHERE kind = 'WHISTLE_PROFILE_LOADED'",
    );
    expect(told).toEqual([
      { subject: "430105", actor_unit: keeper.unit, payload: { version: 4, validFrom: "2026-06-10" } },
    ]);
  });

  it("says of every hole where it is, and loads nothing", async () => {
    const holed = { ...next, version: 5, arbiters: [], misuseRuledBy: [] };
    const { error } = await load(holed);
    expect(error).toMatchObject({ code: "WHISTLE_PROFILE_HOLES", path: ["loadWhistleProfile"] });
    const { findings = [] } = (error?.details ?? {}) as {
      findings?: { line: number; column: number; path: string }[];
    };
    const lines = JSON.stringify(holed, null, 2).split("\n");
    expect(findings.map(({ path }) => path).sort()).toEqual(["arbiters", "misuseRuledBy"]);
    for (const { path, line, column } of findings) {
      expect(lines[line - 1]?.slice(0, column - 1).trim()).toBe(`"${path}":`);
    }
    expect((await load("{")).error).toMatchObject({
      code: "WHISTLE_PROFILE_HOLES",
      details: { findings: [{ line: 1, column: 2, code: "NO_JSON" }] },
    });
  });

  it.each<[string, object, Principal, string]>([
    ["by another post", next, person(Post.DISTRICT_LEADER, { unit: "430105" }), "FORBIDDEN"],
    ["for another district", { ...next, district: "110117" }, keeper, "WHISTLE_PROFILE_OF_OTHERS"],
    [
      "for days past",
      { ...next, version: 6, validFrom: "2026-05-31" },
      keeper,
      "WHISTLE_PROFILE_IN_THE_PAST",
    ],
    [
      "in place of a version",
      { ...next, name: "Another", version: 4 },
      keeper,
      "WHISTLE_PROFILE_VERSION_TAKEN",
    ],
  ])("none is loaded %s", async (_, document, as, code) => {
    expect((await load(document, as)).error).toMatchObject({ code });
    expect((await profile("430105", "2026-06-10"))?.version).toBe(4);
  });
});

describe("npm run profile (检查并载入吹哨规则)", () => {
  /** Runs the program as a district's own people do. */
  async function profileProgram(
    command: string,
    ...names: string[]
  ): Promise<{ code: number; said: string }> {
    const url = subgraph.databaseUrl;
    const root = join(import.meta.dirname, "../../../..");
    const files = names.map((name) => join(folder, name));
    const program = ["--import", "tsx", join(root, "infra/whistle-profile.ts"), command, ...files];
    try {
      const env = { ...process.env, DATABASE_URL_TICKETS: url };
      const { stdout } = await promisify(execFile)(process.execPath, program, { env, cwd: root });
      return { code: 0, said: stdout };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, said: stdout + stderr };
    }
  }

  const written = async () => {
    const text = await readFile(join(import.meta.dirname, "profiles/nanjing-gulou.json"), "utf8");
    return text.replace('"320106"', '"330106"');
  };

  it("loads another district's profile as data: in force from its first day, without a restart, never changed", async () => {
    await writeFile(join(folder, "xihu.json"), await written());
    await writeFile(join(folder, "changed.json"), (await written()).replace('"amount": 1,', '"amount": 2,'));
    expect(await profile("330106", "2026-06-01")).toBeNull();
    const { code, said } = await profileProgram("load", "xihu.json", "changed.json");
    expect(said).toContain("xihu.json: loaded.");
    expect(code).toBe(1);
    expect(said).toContain("changed.json:3:14 VERSION_TAKEN version 1 is loaded and reads differently");
    const loaded = await profile("330106", "2026-06-01");
    expect(loaded).toMatchObject({
      version: 1,
      kinds: [{ clocks: [{ amount: 1, unit: "HOURS" }, {}, {}] }, {}],
    });
  });

  it.each(["check", "load"])(
    "%s says of every hole in which line it is, and loads none of the files",
    async (command) => {
      await writeFile(join(folder, "sound.json"), (await written()).replace('"330106"', '"330108"'));
      await writeFile(join(folder, "holed.json"), (await written()).replace('"HOURS"', '"WEEKS"'));
      const line = (await written()).split("\n").findIndex((each) => each.includes('"HOURS"')) + 1;
      const { code, said } = await profileProgram(command, "sound.json", "holed.json");
      expect(code).toBe(1);
      expect(said).toContain(
        "sound.json: district 330108, version 1 from 2018-01-01, whistles PROGRESS, TACKLING",
      );
      expect(said).toContain(
        `holed.json:${line}:19 CLOCK_WITHOUT_UNIT a clock counts minutes, hours, working hours or days (时限须注明单位`,
      );
      expect(await profile("330108", "2026-06-01")).toBeNull();
    },
  );
});

describe("a database in which reasons were given in English alone", () => {
  it("has the Chinese of the profiles that come with the code; a district's own stays as it was loaded", async () => {
    const before = await openTestSubgraph(tickets);
    const own = JSON.parse(
      JSON.stringify({ ...kaifu, version: 2 }, (key, value) => (key === "configuredZh" ? undefined : value)),
    );
    await seedWhistleProfiles(before.database, [own]);
    const names = tickets.migrations.map(({ name }) => name);
    for (const _ of names.slice(names.indexOf("ReasonsInChinese1700000004980")))
      await before.database.undoLastMigration({ transaction: "each" });
    const told = "SELECT version, rules::text LIKE '%configuredZh%' AS chinese FROM whistle_profile";
    const ofKaifu = `${told} WHERE district_code = '430105' ORDER BY version`;
    const inEnglish = { chinese: false };
    expect(await before.database.query(ofKaifu)).toMatchObject([inEnglish, inEnglish]);

    const after = await openTestSubgraph(tickets, { databaseUrl: before.databaseUrl });
    expect(await after.database.query(ofKaifu)).toEqual([
      { version: 1, chinese: true },
      { version: 2, chinese: false },
    ]);
    await expect(after.database.query("UPDATE whistle_profile SET rules = '{}'")).rejects.toThrow(
      "keeps the version",
    );
    await after.close();
    await before.close();
  }, 60_000);
});
