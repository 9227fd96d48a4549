import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { tickets } from "../../../subgraphs/tickets/tickets.subgraph.ts";
import kaifu from "../../../subgraphs/tickets/whistle/profile/profiles/kaifu.json" with { type: "json" };
import { seedWhistleProfiles } from "../../../subgraphs/tickets/whistle/profile/whistle-profile.seed.ts";
import {
  answeringGraph,
  people,
  tackling,
  WhistleStory,
} from "../../../subgraphs/tickets/whistle/whistle.fixtures.ts";
import { type Command, startCommand } from "../../testkit/command.ts";
import { freePort } from "../../testkit/free-port.ts";
import { openTestSubgraph, type TestSubgraph } from "../../testkit/subgraph.ts";
import { temporaryDirectory } from "../../testkit/temporary-directory.ts";

// A few kills with every test run; `npm run test:kills` makes it twenty, over two thousand clocks.
const kills = Number(process.env.KILLS ?? 3);
const clocks = Number(process.env.CLOCKS ?? 150);
const patience = 120_000;

vi.setConfig({ testTimeout: 900_000, hookTimeout: 120_000 });

/** A district whose tackling whistles, blown without a ticket, must be signed for within seconds. */
const hasty = {
  ...kaifu,
  version: 2,
  validFrom: "2026-01-01",
  kinds: kaifu.kinds.map((kind) =>
    kind.code === "TACKLING"
      ? {
          ...kind,
          requires: { ticket: false, verification: false, citation: false },
          clocks: [
            {
              step: "SIGN",
              of: "EACH",
              amount: clocks / 2_000,
              unit: "MINUTES",
              escalatesTo: "CHIEF_RESPONDER",
              configured: "short enough to run out while the process is killed",
            },
          ],
        }
      : kind,
  ),
};

let blower: TestSubgraph;
let start: () => Command;
beforeAll(async () => {
  blower = await openTestSubgraph(tickets, { graph: answeringGraph() });
  await seedWhistleProfiles(blower.database, [hasty]);
  const directory = await temporaryDirectory();
  const gatewayUrl = `http://127.0.0.1:${await freePort()}`;
  start = () =>
    startCommand(
      {
        HOST: "127.0.0.1",
        LOG_LEVEL: "silent",
        DATABASE_URL_TICKETS: blower.databaseUrl,
        SUBGRAPH_URL_TICKETS: `unix:${join(directory, "tickets.sock")}`,
        GATEWAY_URL: gatewayUrl,
      },
      ["tickets"],
      "start-subgraph.ts",
    );
});
afterAll(() => blower.close());

async function count(query: string): Promise<number> {
  const [row] = await blower.database.query(`SELECT count(*)::int AS count FROM ${query}`);
  return row.count;
}
const given = () => count("reminder WHERE reminded_at IS NOT NULL");

async function untilGiven(goal: number): Promise<void> {
  const deadline = performance.now() + patience;
  for (let reached = await given(); reached < goal; reached = await given()) {
    if (performance.now() > deadline) throw new Error(`${reached} reminders are given, not ${goal}`);
    await wait(5);
  }
}

/** Everything the log says was told more or less often than once. */
const notOnce = (kind: string): Promise<unknown[]> =>
  blower.database.query(
    `SELECT whistle.number, clock.step, told.count FROM whistle
     JOIN whistle_clock clock ON (clock.district_code, clock.whistle_number) = (whistle.district_code, whistle.number)
     CROSS JOIN (VALUES ('BEFORE'), ('LIMIT')) moments (moment)
     CROSS JOIN LATERAL (SELECT count(*)::int FROM log_entry
       WHERE subject = whistle.number AND kind = $1 AND payload ->> 'clock' = clock.step
         AND coalesce(payload ->> 'moment', moment) = moment) told
     WHERE told.count <> 1`,
    [kind],
  );

/** Clocks whose limit was told before what came before it: several alarms ring at once. */
const outOfOrder = (): Promise<unknown[]> =>
  blower.database.query(
    `SELECT subject FROM log_entry WHERE kind = 'WHISTLE_REMINDED'
     GROUP BY subject, payload ->> 'clock'
     HAVING min(sequence) FILTER (WHERE payload ->> 'moment' = 'LIMIT')
          < max(sequence) FILTER (WHERE payload ->> 'moment' = 'BEFORE')`,
  );

describe("the tickets subgraph, killed again and again while its clocks run out", () => {
  it("gives every reminder once and escalates every clock once, soon after the last start", async () => {
    const story = new WhistleStory(blower);
    const blowing = (async () => {
      for (let blown = 0; blown < clocks; blown += 1) {
        const { error } = await story.blow(tackling, { as: people.kfStreet, at: new Date() });
        if (error) throw new Error(JSON.stringify(error));
      }
    })();

    const reminders = 2 * clocks;
    let running = start();
    for (let killed = 0; killed < kills; killed += 1) {
      await untilGiven(Math.floor(((killed + 1) * reminders) / (kills + 2)));
      running.kill("SIGKILL");
      expect(await running.ended()).toBe("SIGKILL");
      running = start();
    }
    await blowing;
    await untilGiven(reminders);
    running.kill("SIGTERM");
    await running.ended();

    expect(await count("reminder")).toBe(reminders);
    expect(await notOnce("WHISTLE_REMINDED")).toEqual([]);
    expect(await notOnce("WHISTLE_OVERDUE")).toEqual([]);
    expect(await outOfOrder()).toEqual([]);
    expect(await count("whistle_clock WHERE escalated_at < due_at OR escalated_at IS NULL")).toBe(0);
  });
});
