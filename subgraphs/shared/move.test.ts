import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { notes } from "../../test/testkit/notes.ts";
import { person } from "../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../test/testkit/subgraph.ts";
import { Post } from "./principal.ts";

const clerk = person(Post.COMMUNITY_STAFF, { unit: "430105010001" });
const colleague = person(Post.COMMUNITY_STAFF, { unit: "430105010001", id: "colleague" });

let subgraph: TestSubgraph;
let count = 0;
let id: string;

beforeAll(async () => {
  subgraph = await openTestSubgraph(notes, { expectsFailures: true });
});
beforeEach(() => {
  count += 1;
  id = `note-${count}`;
});
afterAll(() => subgraph.close());

const write = (text: string, key: string, as = clerk, at = new Date("2026-06-01T09:00:00.123+08:00")) =>
  subgraph.ask<{ write: unknown }>(
    "mutation ($id: String!, $text: String!, $key: String!) { write(id: $id, text: $text, key: $key) { id text writtenAt version } }",
    { id, text, key },
    { as, at },
  );
const amend = (text: string, key: string, as = clerk) =>
  subgraph.ask<{ amend: { version: number } | null }>(
    "mutation ($id: String!, $text: String!, $key: String!) { amend(id: $id, text: $text, key: $key) { version } }",
    { id, text, key },
    { as },
  );
const rows = () => subgraph.database.query("SELECT * FROM note WHERE id = $1", [id]);
const log = () =>
  subgraph.database.query("SELECT kind, actor_unit FROM log_entry WHERE subject = $1 ORDER BY sequence", [
    id,
  ]);

describe("the same request sent again", () => {
  it("has one effect and the same answer, dates included, however much later", async () => {
    const first = await write("one", `key-of-${id}`);
    const again = await write("one", `key-of-${id}`, clerk, new Date("2026-07-01T00:00:00Z"));
    expect(first.errors).toEqual([]);
    expect(again).toEqual(first);
    expect(await rows()).toHaveLength(1);
    expect(await log()).toHaveLength(1);
  });

  it("has one effect when five arrive at once", async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => write("one", `key-of-${id}`)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await log()).toHaveLength(1);
  });

  it("is refused when the body differs", async () => {
    await write("one", `key-of-${id}`);
    const other = await write("two", `key-of-${id}`);
    expect(other.errors.map(({ code }) => code)).toEqual(["IDEMPOTENCY_KEY_REUSED"]);
  });

  it("is another request when another person sends it", async () => {
    await write("one", `key-of-${id}`);
    const other = await write("one", `key-of-${id}`, colleague);
    expect(other.errors).toHaveLength(1);
    expect(await log()).toHaveLength(1);
  });

  it("is free again after a refusal, which leaves nothing half-written", async () => {
    expect((await write("refused", `key-of-${id}`)).errors.map(({ code }) => code)).toEqual(["BAD_INPUT"]);
    expect(await rows()).toEqual([]);
    expect(await log()).toEqual([]);
    expect((await write("now well", `key-of-${id}`)).errors).toEqual([]);
  });

  it("needs a key worth the name, and a person", async () => {
    expect((await write("one", "short")).errors.map(({ code }) => code)).toEqual(["BAD_INPUT"]);
    const nobody = await subgraph.ask('mutation { write(id: "x", text: "y", key: "long-enough") { id } }');
    expect(nobody.errors.map(({ code }) => code)).toEqual(["UNAUTHENTICATED"]);
  });
});

describe("two people changing one thing at once", () => {
  it("one wins, the other is told, and the log has only what happened", async () => {
    await write("one", `key-of-${id}`);
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        amend(`by ${index}`, `amend-${index}-${id}`, index % 2 ? clerk : colleague),
      ),
    );
    const won = answers.filter(({ errors }) => errors.length === 0).length;
    const told = answers.flatMap(({ errors }) => errors.map(({ code }) => code));
    expect(won).toBeGreaterThanOrEqual(1);
    expect(told).toEqual(Array(6 - won).fill("CONFLICT"));
    const [{ version }] = await rows();
    expect(version).toBe(1 + won);
    expect(await log()).toHaveLength(1 + won);
  });
});

describe("the log", () => {
  it.each([
    ["altered", "UPDATE log_entry SET kind = 'NOTHING_HAPPENED'"],
    ["removed", "DELETE FROM log_entry"],
    ["emptied", "TRUNCATE log_entry"],
    ["given another position", "UPDATE log_entry SET position = 1000000"],
  ])("cannot be %s, not even by the role that owns it", async (_, sql) => {
    await write("one", `key-of-${id}`);
    await subgraph.database.query("UPDATE log_entry SET position = sequence WHERE position IS NULL");
    await expect(subgraph.database.query(sql)).rejects.toThrow(/append-only/);
  });
});

describe("a lock somebody holds", () => {
  it("is given up in time, as the system's to answer for, with nothing changed", async () => {
    await write("one", `key-of-${id}`);
    await subgraph.database.query(
      "DO $$ BEGIN EXECUTE format('ALTER ROLE %I SET lock_timeout = 50', current_user); END $$",
    );
    // Sessions opened from here on are as impatient as the role now says.
    await subgraph.database.destroy();
    await subgraph.database.initialize();
    const holder = subgraph.database.createQueryRunner();
    await holder.startTransaction();
    await holder.query("SELECT FROM note WHERE id = $1 FOR UPDATE", [id]);
    const { errors } = await amend("two", `busy-${id}`);
    await holder.rollbackTransaction();
    await holder.release();
    expect(errors.map(({ code }) => code)).toEqual(["BUSY"]);
    expect(await log()).toHaveLength(1);
  });
});

describe("what fails on our side", () => {
  it("is answered with a reference, never with what was inside", async () => {
    const { errors } = await subgraph.ask("{ broken }");
    expect(errors.map(({ code }) => code)).toEqual(["INTERNAL_SERVER_ERROR"]);
    expect(JSON.stringify(errors)).not.toContain("hunter2");
    expect(errors[0]?.message).toMatch(/reference [0-9a-f-]{36}/);
  });
});
