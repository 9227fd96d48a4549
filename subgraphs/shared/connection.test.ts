import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Note, notes } from "../../test/testkit/notes.ts";
import { statementsOf } from "../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../test/testkit/subgraph.ts";
import { lookUpPage, lookUpPageEach, type Order, type PageArgs, page, pageEach } from "./connection.ts";

interface NotePage {
  edges: { cursor: string; node: { id: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

let subgraph: TestSubgraph;

beforeAll(async () => {
  subgraph = await openTestSubgraph(notes);
  // Several notes share an instant: the order must not depend on luck.
  await subgraph.database.query(`
    INSERT INTO note SELECT 'n' || lpad(i::text, 3, '0'), 'book' || i % 3, 'text', timestamptz '2026-06-01' + (i / 4) * interval '1 ms', 1
    FROM generate_series(1, 50) i`);
});
afterAll(() => subgraph.close());

const fields = "edges { cursor node { id } } pageInfo { hasNextPage endCursor }";

async function notesPage(newest: boolean, first: number, after?: string): Promise<NotePage> {
  const query = `query ($newest: Boolean!, $first: Int!, $after: String) {
    notes(newest: $newest, first: $first, after: $after) { ${fields} }
  }`;
  const { data, errors } = await subgraph.ask<{ notes: NotePage }>(query, { newest, first, after });
  expect(errors).toEqual([]);
  return data.notes;
}

async function walk(newest: boolean, first: number): Promise<string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  for (;;) {
    const { edges, pageInfo } = await notesPage(newest, first, after);
    ids.push(...edges.map(({ node }) => node.id));
    if (!pageInfo.hasNextPage) return ids;
    after = pageInfo.endCursor ?? undefined;
  }
}

describe("a page by keyset", () => {
  it.each([
    [true, 7],
    [true, 1],
    [false, 10],
    [false, 50],
  ])(
    "walked to the end gives every row once, in order (newest first: %s, %i a page)",
    async (newest, first) => {
      const whole = (await notesPage(newest, 100)).edges.map(({ node }) => node.id);
      expect(whole).toHaveLength(50);
      expect(await walk(newest, first)).toEqual(whole);
    },
  );

  it("is not shifted by a row added before it meanwhile", async () => {
    const { edges, pageInfo } = await notesPage(true, 5);
    await subgraph.database.query("INSERT INTO note VALUES ('n999', 'late', 'text', '2027-01-01', 1)");
    const next = await notesPage(true, 5, pageInfo.endCursor ?? undefined);
    await subgraph.database.query("DELETE FROM note WHERE id = 'n999'");
    const ids = [...edges, ...next.edges].map(({ node }) => node.id);
    expect(new Set(ids).size).toBe(10);
    expect(ids).not.toContain("n999");
  });

  it("of nothing is empty and says so", async () => {
    const { endCursor } = (await notesPage(false, 100)).pageInfo;
    expect(await notesPage(false, 5, endCursor ?? undefined)).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it.each([0, -1, 101])("of %i rows is refused", async (first) => {
    const { errors } = await subgraph.ask(
      "query ($first: Int!) { notes(newest: true, first: $first) { edges { cursor } } }",
      { first },
    );
    expect(errors.map(({ code }) => code)).toEqual(["PAGE_TOO_LARGE"]);
  });

  it("refuses a cursor of another order, a made-up one, and one that smuggles an object or no instant", async () => {
    const cursor = (await notesPage(false, 1)).pageInfo.endCursor;
    const smuggled = Buffer.from(JSON.stringify(["note:newest", { $gt: "" }, "x"])).toString("base64url");
    const unreadable = Buffer.from(JSON.stringify(["note:newest", "no instant", "x"])).toString("base64url");
    for (const after of [cursor, "nonsense", smuggled, unreadable]) {
      const { errors } = await subgraph.ask(
        "query ($after: String) { notes(newest: true, after: $after) { edges { cursor } } }",
        { after },
      );
      expect(errors.map(({ code }) => code)).toEqual(["BAD_CURSOR"]);
    }
  });
});

describe("a page under each of many parents", () => {
  const query = `query ($names: [String!]!, $first: Int!, $after: String) {
    books(names: $names) { name notesIn(first: $first, after: $after) { ${fields} } }
  }`;
  type Books = { books: { name: string; notesIn: NotePage }[] };

  it("is one statement, and gives what asking each alone gives", async () => {
    const names = ["book0", "book1", "book2", "none"];
    let together: Books["books"] = [];
    const statements = await statementsOf(subgraph.database, async () => {
      together = (await subgraph.ask<Books>(query, { names, first: 4 })).data.books;
    });
    expect(statements.filter((sql) => sql.includes("note"))).toHaveLength(1);

    for (const book of together) {
      const alone = await subgraph.ask<Books>(query, { names: [book.name], first: 4 });
      expect(alone.data.books[0]).toEqual(book);
    }
    expect(together.map(({ notesIn }) => notesIn.edges.length)).toEqual([4, 4, 4, 0]);
    expect(together[3]?.notesIn.pageInfo).toEqual({ hasNextPage: false, endCursor: null });
  });

  it("goes on from a cursor", async () => {
    const first = (await subgraph.ask<Books>(query, { names: ["book1"], first: 4 })).data.books[0]?.notesIn;
    const rest = await subgraph.ask<Books>(query, {
      names: ["book1"],
      first: 100,
      after: first?.pageInfo.endCursor,
    });
    expect(rest.data.books[0]?.notesIn.edges).toHaveLength(17 - 4);
  });
});

describe("a page that is looked up", () => {
  const newest: Order<Note> = { name: "note:newest", direction: "DESC", columns: ["writtenAt", "id"] };
  const inBook = lookUpPage(Note, "note", newest, (query) => query.where("note.book = :book"));
  const inBooks = lookUpPageEach(Note, "note", newest, (query, without: { id: string }) =>
    query.where("note.book = parent.key AND note.id <> :without", { without: without.id }),
  );
  const books = ["book0", "book1", "none"];
  const from = () => ({ manager: subgraph.database.manager });
  const asked = () => subgraph.database.manager.createQueryBuilder(Note, "note");

  it("is the page that is asked for otherwise, and so is the one after it", async () => {
    const all = asked().where("note.book = parent.key AND note.id <> 'n001'");
    const first = await inBooks(from(), books, { first: 4 }, {}, { id: "n001" });
    expect([...first.keys()].sort()).toEqual(["book0", "book1"]);
    for (const [book, { pageInfo }] of first) {
      const after = pageInfo.endCursor ?? "";
      for (const args of [{ first: 4 }, { first: 3, after }, { first: 100, after }]) {
        const expected = (await pageEach([book], all.clone(), newest, args)).get(book);
        const of = async (parents: string[]) =>
          (await inBooks(from(), parents, args, {}, { id: "n001" })).get(book);
        for (const parents of [[book], books]) {
          const found = await of(parents);
          expect(found?.pageInfo).toEqual(expected?.pageInfo);
          expect(found?.edges.map(({ cursor }) => cursor)).toEqual(
            expected?.edges.map(({ cursor }) => cursor),
          );
        }
      }
    }
    const args = {
      first: 5,
      after: (await inBook(from(), { first: 3 }, { book: "book1" })).pageInfo.endCursor,
    };
    const alone = asked().where("note.book = 'book1'");
    expect(await inBook(from(), args as PageArgs, { book: "book1" })).toEqual(
      await page(alone, newest, args as PageArgs),
    );
  });

  it("is one statement for every book and every cursor", async () => {
    const statements = await statementsOf(subgraph.database, async () => {
      const { pageInfo } = await inBook(from(), { first: 3 }, { book: "book1" });
      await inBook(from(), { first: 3 }, { book: "book2" });
      for (const after of [pageInfo.endCursor ?? "", newestOf("n007")]) {
        await inBook(from(), { first: 3, after }, { book: "book1" });
      }
    });
    expect(new Set(statements).size).toBe(2);
    expect(statements).toHaveLength(4);
  });

  const newestOf = (id: string): string =>
    Buffer.from(JSON.stringify([newest.name, "2026-06-01T00:00:00.000Z", id])).toString("base64url");

  it("refuses a page too large, and a cursor that was made up", async () => {
    const unreadable = Buffer.from(JSON.stringify([newest.name, "no instant", "x"])).toString("base64url");
    for (const [args, code] of [
      [{ first: 101 }, "PAGE_TOO_LARGE"],
      [{ first: 3, after: "nonsense" }, "BAD_CURSOR"],
      [{ first: 3, after: unreadable }, "BAD_CURSOR"],
    ] as const) {
      const refused = { extensions: { code } };
      await expect(inBook(from(), args, { book: "book1" })).rejects.toMatchObject(refused);
      await expect(inBooks(from(), books, args, {}, { id: "" })).rejects.toMatchObject(refused);
    }
  });
});
