import { afterEach, beforeEach, expect, it } from "vitest";
import { tickets } from "../../../subgraphs/tickets/tickets.subgraph.ts";
import { createDatabases, type TestDatabases } from "../../../test/testkit/database.ts";
import { openClassProblems } from "./class-problems.ts";
import { type InsertRows, insertRows } from "./insert-rows.ts";
import { type LoadingSession, openLoadingSession } from "./loading-session.ts";
import { openLog } from "./log.ts";

const district = "110117";
const community = "110117005001";
const estate = `${community}-E01`;
const noon = Date.parse("2026-03-02T12:00:00+08:00");
const after = (hours: number) => new Date(noon + hours * 3_600_000);

let databases: TestDatabases;
let session: LoadingSession;
let insert: InsertRows;

beforeEach(async () => {
  databases = await createDatabases(["tickets"]);
  const url = databases.urls.tickets ?? "";
  session = await openLoadingSession(tickets, { firstTable: "ticket", url });
  insert = insertRows(session.transaction, () => undefined);
});
afterEach(async () => {
  await session.close();
  await databases.drop();
});

/** Callers from 南区回迁小区 about chargers, each received at an hour and matched one hour later; what the log then says. */
async function hear(calls: readonly { readonly hour: number; readonly caller: number }[]) {
  const log = await openLog(session.transaction, insert);
  const told = calls.map(({ hour, caller }, index) => {
    const turn = String(index + 1).padStart(6, "0");
    const number = `${district}-20260302-${turn}`;
    return {
      number,
      demand: `${district}-D-20260302-${turn}`,
      at: after(hour),
      matchedAt: after(hour + 1),
      caller,
    };
  });
  const idOf = (caller: number) => `00000000-0000-8000-8000-${String(caller).padStart(12, "0")}`;
  const callers = [...new Set(calls.map(({ caller }) => caller))].map((caller) => ({ caller }));
  const placed = { districtCode: district, divisionCode: community, estateCode: estate, urgency: "ORDINARY" };
  const common = { ...placed, kind: "HELP", channelCode: "HOTLINE_12345" };
  await insert("demander", callers, ({ caller }) => {
    const phone = `1549700${String(caller).padStart(4, "0")}`;
    return {
      districtCode: district,
      id: idOf(caller),
      kind: "PERSON",
      identity: `phone:${phone}`,
      name: "某",
      phone,
    };
  });
  await insert("ticket", told, ({ number, at, matchedAt }) => ({
    ...common,
    number,
    state: "MATCHED",
    function: "ON_COMPLAINT",
    origin: "ON_COMPLAINT",
    title: "充电桩",
    matterCode: `${district}-0501`,
    limitName: "ORDINARY",
    limitVersion: 1,
    dueAt: after(200),
    discoveredAt: at,
    receivedAt: at,
    matchedAt,
  }));
  await insert("demand", told, ({ number, demand, at, caller }) => ({
    ...common,
    number: demand,
    ticketNumber: number,
    demanderId: idOf(caller),
    text: "没有充电桩",
    receivedAt: at,
  }));
  await log.add(
    told.map(({ number: subject, matchedAt: at }) => ({
      subject,
      kind: "TICKET_MATCHED",
      at,
      actorPost: "CENTRE_DISPATCHER",
      actorUnit: `${district}-COMMAND-CENTRE`,
      actorId: "dispatcher",
      payload: {},
    })),
  );
  return openClassProblems(session.transaction, insert);
}

const everyTwoHours = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ hour: 2 * index, caller: index }));

it("opens a class problem when the fifteenth caller is matched, and joins who comes later (ZY-21)", async () => {
  const log = await hear([...everyTwoHours(15), { hour: 70, caller: 99 }]);
  expect(log.map(({ subject, kind, at, actorId }) => ({ subject, kind, at, actorId }))).toEqual([
    {
      subject: `${district}-C-20260303-0001`,
      kind: "CLASS_PROBLEM_OPENED",
      at: after(29),
      actorId: "dispatcher",
    },
    {
      subject: `${district}-C-20260303-0001`,
      kind: "CLASS_PROBLEM_JOINED",
      at: after(71),
      actorId: "dispatcher",
    },
  ]);
  const [problem] = await session.transaction.query(
    `SELECT state, estate_code, grid_code, opened_at,
            (SELECT count(*)::int FROM ticket WHERE class_problem_number = class_problem.number) AS tickets
     FROM class_problem`,
  );
  expect(problem).toEqual({
    state: "OPEN",
    estate_code: estate,
    grid_code: null,
    opened_at: after(29),
    tickets: 16,
  });
});

it.each([
  ["fourteen callers", everyTwoHours(14)],
  ["fifteen calls by fourteen callers", [...everyTwoHours(14), { hour: 30, caller: 3 }]],
  ["fifteen callers of whom the last came too late", [...everyTwoHours(14), { hour: 49, caller: 14 }]],
])("opens none for %s", async (_, calls) => {
  expect(await hear(calls)).toEqual([]);
});
