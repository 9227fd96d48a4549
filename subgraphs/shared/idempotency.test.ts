import { afterAll, beforeAll, expect, it } from "vitest";
import { Note, notes } from "../../test/testkit/notes.ts";
import { person } from "../../test/testkit/people.ts";
import { openTestSubgraph, type TestSubgraph } from "../../test/testkit/subgraph.ts";
import { once } from "./idempotency.ts";
import { Post } from "./principal.ts";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(notes);
  await subgraph.database.query(
    "INSERT INTO note VALUES ('a', 'book', '', '2026-06-01', 1), ('b', 'book', '', '2026-06-01', 1)",
  );
});
afterAll(() => subgraph.close());

it("of two mutations that wait for each other, the one that gives way begins again", async () => {
  const holding = new Map<string, () => void>();
  const held = ["a", "b"].map((id) => new Promise<void>((resolve) => holding.set(id, resolve)));
  const changing = (mine: string, then: string) =>
    once(
      subgraph.database,
      {
        principal: person(Post.COMMUNITY_STAFF, { unit: "430105010001" }),
        at: new Date("2026-06-01T09:00:00+08:00"),
        idempotencyKey: `first-${mine}-then-${then}`,
        mutation: "change",
        input: { mine, then },
        answer: Note,
      },
      async (transaction) => {
        await transaction.increment(Note, { id: mine }, "version", 1);
        holding.get(mine)?.();
        await Promise.all(held);
        await transaction.increment(Note, { id: then }, "version", 1);
        return transaction.findOneByOrFail(Note, { id: then });
      },
    );
  await Promise.all([changing("a", "b"), changing("b", "a")]);
  const changed = await subgraph.database.query("SELECT id, version FROM note ORDER BY id");
  expect(changed).toEqual([
    { id: "a", version: 3 },
    { id: "b", version: 3 },
  ]);
});
