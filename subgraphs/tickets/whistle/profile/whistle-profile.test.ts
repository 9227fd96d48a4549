import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../../test/testkit/subgraph.ts";
import { tickets } from "../../tickets.subgraph.ts";
import kaifu from "./profiles/kaifu.json" with { type: "json" };
import { seedWhistleProfiles } from "./whistle-profile.seed.ts";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets);
});
afterAll(() => subgraph.close());

interface Profile {
  readonly version: number;
  readonly arbiters: string[];
  readonly kinds: {
    code: string;
    clocks: { step: string; amount: number; unit: string; rule: string; configured: string }[];
  }[];
}

const profile = async (district: string, on: string) => {
  const { data, errors } = await subgraph.ask<{ whistleProfile: Profile | null }>(
    `query ($district: DivisionCode!, $on: LocalDate!) { whistleProfile(district: $district, on: $on) {
      district { code } version validFrom nameZh source arbiters misuseRuledBy themes { code } sources { code }
      kinds {
        code nameZh rules level raisesTo blowers { posts body screened handlesTicket } lead { kinds reach min max }
        assisting { min max } answeredBy calls filedWith requiresTicket requiresVerification requiresCitation themes
        taskForceFor clocks { step of amount unit escalatesTo rule configured } assembly { code group required }
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
          lead: { min: 1, max: 1 },
          assisting: { min: 1 },
          clocks: [{ step: "MEASURES", amount: 5, unit: "WORKING_DAYS", rule: "KF-10", configured: null }],
        },
      ],
    });
  });

  it("PG-12: tell checkpoints as clocks, with the sourced numbers and the chosen unit kept apart", async () => {
    const pg = await profile("110117", "2026-06-01");
    const township = pg?.kinds.find(({ code }) => code === "TOWNSHIP");
    const checkpoints = township?.clocks.filter(({ step }) => step === "CHECKPOINT") ?? [];
    expect(checkpoints.map(({ amount }) => amount)).toEqual([1, 3, 5, 7]);
    for (const { unit, rule, configured } of checkpoints) {
      expect([unit, rule]).toEqual(["CALENDAR_DAYS", "PG-12"]);
      expect(configured).toContain("without a unit");
    }
  });

  it("there is none before the first day, nor in a district that has none", async () => {
    expect(await profile("430105", "2018-12-31")).toBeNull();
    expect(await profile("620702", "2026-06-01")).toBeNull();
  });

  it("a later version is in force from its first day; the earlier one stays for the time before", async () => {
    await seedWhistleProfiles(subgraph.database, [{ ...kaifu, version: 2, validFrom: "2026-07-01" }]);
    const versions = await Promise.all(["2026-06-30", "2026-07-01"].map((on) => profile("430105", on)));
    expect(versions.map((each) => each?.version)).toEqual([1, 2]);
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
