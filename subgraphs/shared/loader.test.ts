import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { notes } from "../../test/testkit/notes.ts";
import { statementsOf } from "../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../test/testkit/subgraph.ts";
import { loadByArguments, loadEach, loadMany, loadOne } from "./loader.ts";

describe("loaders", () => {
  it("load one row per key in one batch, in the order asked, null for what is not there", async () => {
    const batches: (readonly string[])[] = [];
    const loader = loadOne(
      async (keys) => {
        batches.push(keys);
        return [...keys]
          .reverse()
          .filter((key) => key !== "gone")
          .map((id) => ({ id }));
      },
      ({ id }) => id,
    );
    const rows = await Promise.all(["b", "gone", "a", "b"].map((key) => loader.load(key)));
    expect(rows.map((row) => row?.id ?? null)).toEqual(["b", null, "a", "b"]);
    expect(batches).toEqual([["b", "gone", "a"]]);
  });

  it("load all rows of each key in one batch, none for a key without rows", async () => {
    const loader = loadMany(
      async () => [
        { of: "a", n: 1 },
        { of: "b", n: 2 },
        { of: "a", n: 3 },
      ],
      ({ of }) => of,
    );
    expect(await Promise.all(["a", "b", "c"].map((key) => loader.load(key)))).toEqual([
      [
        { of: "a", n: 1 },
        { of: "a", n: 3 },
      ],
      [{ of: "b", n: 2 }],
      [],
    ]);
  });

  it("load what a query tells apart itself in one batch, none for a key it knows nothing of", async () => {
    const batches: (readonly string[])[] = [];
    const loader = loadEach(async (keys) => {
      batches.push(keys);
      return new Map([["b", [1, 2]]]);
    });
    expect(await Promise.all(["a", "b", "a"].map((key) => loader.load(key)))).toEqual([[], [1, 2], []]);
    expect(batches).toEqual([["a", "b"]]);
  });

  it("batch by arguments: the same field with the same arguments is one query, with others another", async () => {
    const batches: (readonly string[])[] = [];
    const load = loadByArguments(
      async (keys, args: { first: number }) => {
        batches.push(keys);
        return new Map(keys.map((key) => [key, `${key}${args.first}`]));
      },
      () => "none",
    );
    const answers = await Promise.all([
      load("a", { first: 1 }),
      load("b", { first: 1 }),
      load("a", { first: 2 }),
    ]);
    expect(answers).toEqual(["a1", "b1", "a2"]);
    expect(batches).toEqual([["a", "b"], ["a"]]);
  });
});

describe("references", () => {
  let subgraph: TestSubgraph;
  beforeAll(async () => {
    subgraph = await openTestSubgraph(notes);
    await subgraph.database.query(
      "INSERT INTO note SELECT 'n' || i, 'book', 'text', now(), 1 FROM generate_series(1, 20) i",
    );
  });
  afterAll(() => subgraph.close());

  it("of one `_entities` request are one statement, answered in the order asked, null for what is not there", async () => {
    const representations = ["n7", "n99", "n3", "n7"].map((id) => ({ __typename: "Note", id }));
    let answer: { _entities: ({ id: string } | null)[] } = { _entities: [] };
    const statements = await statementsOf(subgraph.database, async () => {
      const query = "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Note { id } } }";
      answer = (await subgraph.ask<typeof answer>(query, { r: representations })).data;
    });
    expect(answer._entities.map((entity) => entity?.id ?? null)).toEqual(["n7", null, "n3", "n7"]);
    expect(statements).toHaveLength(1);
  });
});
