import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { subgraphs } from "../../schema/subgraphs.ts";
import { modes, startTestStack, type TestStack } from "../testkit/stack.ts";
import { layDongjie } from "./dongjie-lists/dongjie.ground.ts";
import { dongjieLists } from "./dongjie-lists/dongjie-lists.journey.ts";
import { layGround } from "./ground.ts";
import { layJincheng } from "./jincheng-building/jincheng.ground.ts";
import { jinchengBuilding } from "./jincheng-building/jincheng-building.journey.ts";
import { mafangChargers } from "./mafang-chargers/mafang-chargers.journey.ts";
import { layMengzhi } from "./mengzhi-health-code/mengzhi.ground.ts";
import { mengzhiHealthCode } from "./mengzhi-health-code/mengzhi-health-code.journey.ts";
import { xichangjieMarket } from "./xichangjie-market/xichangjie-market.journey.ts";

/** Journeys in districts of their own, in the order of their days: starting a stack takes longer than any of them. */
describe.each(modes)("on one stack, %s", (mode) => {
  let stack: TestStack;

  beforeAll(async () => {
    stack = await startTestStack(mode);
    await layGround(stack);
    await layJincheng(stack);
    await layDongjie(stack);
    await layMengzhi(stack);
  });
  afterAll(() => stack?.stop());

  describe("西长街 market (KF-5 to KF-18)", () => xichangjieMarket(() => stack, mode));
  describe("金城大厦 (ZY-11, ZY-15 to ZY-18)", () => jinchengBuilding(() => stack));
  describe("东街 (GZ-5 to GZ-11, GZ-15 to GZ-17)", () => dongjieLists(() => stack));
  describe("梦芝街道: health codes for those without a smartphone (ZY-6, ZY-9, ZY-21)", () =>
    mengzhiHealthCode(() => stack));
  describe("马坊 chargers (PG-1 to PG-18)", () => mafangChargers(() => stack));

  it.each(subgraphs.map(({ name }) => name))(
    "6.7: what %s has on its log cannot be altered or removed, by its own role",
    async (name) => {
      const client = new Client({ connectionString: stack.databaseUrls.get(name) });
      await client.connect();
      try {
        await client.query("BEGIN");
        // Far from the next one: what is due is put on record meanwhile by the subgraph itself.
        await client.query(
          `INSERT INTO log_entry (position, subject, kind, at, actor_id, actor_post, actor_unit, payload)
           SELECT coalesce(max(position), 0) + 1000000, '示例', 'SOMETHING_HAPPENED', now(), '示例', 'RESPONDER', '示例', '{}'
           FROM log_entry`,
        );
        for (const change of [
          "UPDATE log_entry SET kind = 'NOTHING_HAPPENED'",
          "DELETE FROM log_entry",
          "TRUNCATE log_entry",
        ]) {
          await client.query("SAVEPOINT before");
          await expect(client.query(change), change).rejects.toThrow("append-only");
          await client.query("ROLLBACK TO before");
        }
        await client.query("ROLLBACK");
      } finally {
        await client.end();
      }
    },
  );
});
