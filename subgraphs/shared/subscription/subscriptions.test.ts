import type { ExecutionResult } from "graphql";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { notes } from "../../../test/testkit/notes.ts";
import { person } from "../../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { lastPosition } from "../feed.ts";
import { record } from "../log-entry.ts";
import { Post, type Principal, servicePrincipal } from "../principal.ts";

const at = new Date("2026-06-01T09:00:00+08:00");
const actor = { principal: servicePrincipal("notes"), at };
const reader = person(Post.DATA_STEWARD, { unit: "110117-DATA-BUREAU", division: "110117" });
const other = person(Post.RESIDENT, { unit: "110117005001", id: "p-2" });

let subgraph: TestSubgraph;
/** Where the log ends when a test begins. */
let after: number;
beforeAll(async () => {
  subgraph = await openTestSubgraph(notes, { expectsFailures: true });
});
beforeEach(async () => {
  after = await lastPosition(subgraph.database);
});
afterAll(() => subgraph.close());

const write = (subject: string, { kind = "NOTED", only }: { kind?: string; only?: string } = {}) =>
  subgraph.database.transaction((transaction) =>
    record(transaction, actor, { subject, kind, payload: only ? { only } : {} }),
  );

const follow = (variables: Record<string, unknown>, principal: Principal | null = reader) =>
  subgraph.subscribe(
    {
      query: `subscription Follow($after: Int, $subject: String) {
        noteChanges(after: $after, subject: $subject) { position subject }
      }`,
      variables,
    },
    { principal, at },
  );

async function take(answers: AsyncIterator<ExecutionResult>, count: number): Promise<unknown[]> {
  const taken: unknown[] = [];
  while (taken.length < count) {
    const { value } = await answers.next();
    taken.push(JSON.parse(JSON.stringify(value)).data.noteChanges);
  }
  return taken;
}

describe("a subscription of a subgraph", () => {
  it("answers each event as a query of that moment would be answered", async () => {
    const answers = follow({ after, subject: "a" });
    const taken = take(answers, 2);
    await write("a");
    await write("b");
    await write("a");
    expect(await taken).toEqual([
      { position: after + 1, subject: "a" },
      { position: after + 3, subject: "a" },
    ]);
  });

  it("gives a principal only what this principal may see", async () => {
    await write("for the reader", { only: reader.id });
    await write("for all");
    expect(await take(follow({ after }), 2)).toHaveLength(2);
    expect(await take(follow({ after }, other), 1)).toEqual([{ position: after + 2, subject: "for all" }]);
  });

  it("takes what is given as null for what is not given, as queries do", async () => {
    await write("a");
    expect(await take(follow({ after, subject: null }), 1)).toEqual([{ position: after + 1, subject: "a" }]);
  });

  it("is ended by its taker while an event is awaited", async () => {
    const answers = follow({});
    const waiting = answers.next();
    await answers.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it.each([
    ["a position that does not exist", { after: 99_999 }, "BAD_INPUT"],
    ["a value of another type", { after: "seven" }, "BAD_VALUE"],
  ])("refuses %s", async (_, variables, code) => {
    await expect(follow(variables).next()).rejects.toMatchObject({ extensions: { code } });
  });

  it("refuses an operation that does not fit the schema", async () => {
    const answers = subgraph.subscribe({ query: "subscription { nothing }" }, { principal: reader, at });
    await expect(answers.next()).rejects.toMatchObject({ extensions: { code: "BAD_VALUE" } });
  });

  it("keeps what fails inside for the log, and goes on", async () => {
    const answers = follow({ after });
    await write("a", { kind: "BROKEN" });
    await write("b");
    const { value } = await answers.next();
    expect(JSON.stringify(value)).not.toContain("hunter2");
    expect(value.errors[0].extensions.code).toBe("INTERNAL_SERVER_ERROR");
    expect(await take(answers, 1)).toEqual([{ position: after + 2, subject: "b" }]);
  });
});
