import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import type { Day } from "../../shared/calendar.ts";
import { Aid } from "../aid/aid.ts";
import { aid, disability, elderly, li, people, seedCommittees, west } from "../civil-affairs.fixtures.ts";
import { civilAffairs } from "../civil-affairs.subgraph.ts";
import { Disability } from "../disability/disability.ts";
import { ElderlyLivingAlone } from "../elderly-living-alone/elderly-living-alone.ts";
import { isPastRetention, type KeptRecord, retainUntil } from "./record.retention.ts";

describe("how long a record is kept (PIPL art. 19, 47)", () => {
  it.each<[KeptRecord, Day, Day]>([
    ["AID", "2026-06-01", "2031-06-01"],
    ["AID_REFUSED", "2026-06-01", "2028-06-01"],
    ["ELDERLY_LIVING_ALONE", "2026-06-01", "2027-06-01"],
    ["DISABILITY", "2026-06-01", "2028-06-01"],
    ["RESIDENTS_COMMITTEE", "2026-06-01", "2036-06-01"],
    ["ELDERLY_LIVING_ALONE", "2028-02-29", "2029-02-28"],
    ["AID", "2027-02-28", "2032-02-28"],
  ])("%s whose purpose ends on %s: until %s", (record, end, last) => {
    expect(retainUntil(record, end)).toBe(last);
  });

  it.each<[Day, boolean]>([
    ["2027-05-31", false],
    ["2027-06-01", false],
    ["2027-06-02", true],
  ])("kept until 2027-06-01, is it past on %s: %s", (today, past) => {
    expect(isPastRetention("2027-06-01", today)).toBe(past);
  });
});

describe("what is past its last day", () => {
  let subgraph: TestSubgraph;
  beforeAll(async () => {
    subgraph = await openTestSubgraph(civilAffairs);
    const { manager } = subgraph.database;
    // The last day of all of these is 1 June 2031; of those that stay, 2 June.
    await manager.insert(ElderlyLivingAlone, [
      elderly(1, west, { retainUntil: "2031-06-01" }),
      elderly(2, west, { retainUntil: "2031-06-01" }),
      elderly(3, west, { retainUntil: "2031-06-02" }),
    ]);
    await manager.insert(Disability, [
      disability(1, west, { retainUntil: "2031-06-01" }),
      disability(2, west, { retainUntil: "2031-06-02" }),
    ]);
    await manager.insert(Aid, [
      aid(3, west, { retainUntil: "2031-06-02" }),
      // Nobody has reviewed it for years, and still it is paid.
      aid(4, west, { retainUntil: "2031-06-01" }),
    ]);
    await seedCommittees(subgraph.database);
  });
  afterAll(() => subgraph.close());

  const counts = () =>
    subgraph.database.query(
      `SELECT (SELECT count(*)::int FROM aid) AS aid, (SELECT count(*)::int FROM elderly_living_alone) AS elderly,
              (SELECT count(*)::int FROM disability) AS disability,
              (SELECT count(*)::int FROM committee_member) AS members,
              (SELECT count(*)::int FROM idempotency_key) AS answers`,
    );

  const applied = async (resident: string, key: string) => {
    const { data } = await subgraph.ask<{ applyForAid: { number: string; retainUntil: string } }>(
      `mutation { applyForAid(input: { resident: "${resident}", grid: "${west}", kind: ORPHAN_ALLOWANCE,
        recipientName: "黎小满", source: COMMUNITY_REPORT, reason: "父母双亡" }, idempotencyKey: "${key}") { number retainUntil } }`,
      {},
      { as: people.chief, at: new Date("2029-06-01T09:00:00+08:00") },
    );
    return data.applyForAid;
  };

  it("is kept through that day, then deleted, with the answers that repeat it", async () => {
    expect(await applied(li, "kept-with-the-aid")).toMatchObject({ retainUntil: "2031-06-01" });
    await subgraph.upkeep(new Date("2031-06-01T23:59:59+08:00"));
    expect(await counts()).toEqual([{ aid: 3, elderly: 3, disability: 2, members: 4, answers: 1 }]);
    await subgraph.upkeep(new Date("2031-06-02T00:00:00+08:00"));
    await subgraph.upkeep(new Date("2031-06-02T00:01:00+08:00"));
    expect(await counts()).toEqual([{ aid: 2, elderly: 1, disability: 1, members: 4, answers: 0 }]);
  });

  it("leaves in the log how many went, and nothing of whom", async () => {
    const entries = await subgraph.database.query(
      "SELECT subject, actor_id AS actor, payload FROM log_entry WHERE kind = 'RECORDS_DELETED' ORDER BY sequence",
    );
    const gone = (record: string, count: number) => ({
      subject: "430105",
      actor: "service:civil-affairs",
      payload: { record, count, retainedUntilBefore: "2031-06-02" },
    });
    expect(entries).toEqual([gone("AID", 1), gone("ELDERLY_LIVING_ALONE", 2), gone("DISABILITY", 1)]);
    const log = JSON.stringify(await subgraph.database.query("SELECT * FROM log_entry"));
    expect(log).not.toMatch(/黎|R000\d/);
  });

  it("takes the members along with their committee", async () => {
    await subgraph.upkeep(new Date("2031-06-20T09:00:00+08:00"));
    expect(await counts()).toMatchObject([{ members: 3 }]);
  });
});
