import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Post, type Principal, servicePrincipal } from "../../subgraphs/shared/principal.ts";
import { grantPolicy } from "../../subgraphs/shared/schema-directives.ts";
import { type SmallFederation, smallFederation } from "../../test/testkit/federation.ts";
import { person } from "../../test/testkit/people.ts";
import { type Report, recordsIn } from "./records.fixtures.ts";

const dispatcher = person(Post.CENTRE_DISPATCHER, { unit: "430105-COMMAND-CENTRE", id: "deng" });
const civil = person(Post.RESPONDER, { unit: "430105-CIVIL-AFFAIRS", id: "tan" });

interface Written {
  readonly [field: string]: unknown;
}
const book = { written: [] as Written[], writes: 0, down: false };
const aid = {
  number: "430105-A-1",
  name: "安秀兰",
  kind: "LOW_INCOME",
  subjects: ["430105-R-1", "person:an"],
};
const policy = `@policy(policies: [["${grantPolicy("civil-affairs", "CIVIL-AFFAIRS")}"]])`;

let graph: SmallFederation;
beforeAll(async () => {
  graph = await smallFederation(
    {
      "civil-affairs": {
        sdl: `
          type Query { aid(number: ID!): Aid }
          type Aid @key(fields: "number") ${policy} { number: ID! name: String @tag(name: "personal") kind: String subjects: [ID!] @tag(name: "subject") @inaccessible }
          type Ticket @key(fields: "number") @authenticated { number: ID! aid: [Aid!] @authenticated note: String }`,
        resolvers: {
          Query: {
            aid: (_: never, { number }: { number: string }) =>
              number.endsWith("-9") ? null : { ...aid, number },
          },
          Ticket: {
            __resolveReference: ({ number }: { number: string }) =>
              number.endsWith("-2") ? null : { number },
            aid: () => [aid],
            note: () => "x",
          },
        },
      },
      tickets: {
        sdl: `
          type Query { tickets(first: Int): [Ticket!] @authenticated street: Street @tag(name: "public") }
          type Ticket @key(fields: "number") @authenticated { number: ID! title: String }
          type Street @tag(name: "public") { name: String }`,
        resolvers: {
          Query: {
            tickets: (_: never, { first }: { first: number }) =>
              [1, 2].slice(0, first).map((each) => ({ number: `430105-${each}`, title: "漏水" })),
            street: () => ({ name: "通泰街" }),
          },
        },
      },
      stewardship: {
        sdl: `
          scalar AccessReport
          type Query { grantBook(after: Int): GrantBook @authenticated }
          type GrantBook @authenticated { version: Int! grants: [String!] caseAccessRules: [String!] caseExclusions: [String!] }
          type Mutation { recordAccesses(report: AccessReport!): Int! @authenticated }`,
        resolvers: {
          Query: { grantBook: () => ({ version: 1, grants: [], caseAccessRules: [], caseExclusions: [] }) },
          Mutation: {
            recordAccesses: (_: never, { report }: { report: Report }) => {
              const records = recordsIn(report);
              if (book.down) throw new Error("disk full");
              book.writes += 1;
              book.written.push(...records);
              return records.length;
            },
          },
        },
      },
    },
    undefined,
    { recordAccess: true },
  );
});
afterAll(() => graph.stop());
beforeEach(() => {
  Object.assign(book, { written: [], writes: 0, down: false });
});

/** What is put on record for one question. */
const recorded = async (query: string, as: Principal | null, grounds = {}) => {
  await graph.ask(query, as, grounds);
  await graph.recorded();
  return book.written;
};

describe("what goes on record", () => {
  it("is who read what of whom, on which basis, for which case, in which operation", async () => {
    const grounds = { basis: "4301058030500101", case: "430105-20261014-000001" };
    expect(await recorded('query Look { aid(number: "430105-A-1") { kind } }', civil, grounds)).toEqual([
      {
        at: "2026-06-01T01:00:00.000Z",
        personId: "tan",
        post: "RESPONDER",
        unit: "430105-CIVIL-AFFAIRS",
        onBehalfOf: null,
        onBehalfOfVouched: false,
        district: "430105",
        operationName: "Look",
        operationHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        subgraph: "civil-affairs",
        entityType: "Aid",
        entityKeys: '["430105-A-1"]',
        fields: ["Aid.kind"],
        subjects: ["430105-R-1", "person:an"],
        basis: grounds.basis,
        caseNumber: grounds.case,
        grantNumbers: [],
        outcome: "GIVEN",
        rowsGiven: 1,
      },
    ]);
  });

  it("is each subgraph's part apart, entity by entity, and that there was none", async () => {
    const records = await recorded("{ tickets(first: 2) { title note aid { kind } } }", civil);
    expect(
      records.map(({ subgraph, entityType, entityKeys, fields, outcome, rowsGiven }) => [
        subgraph,
        entityType,
        entityKeys,
        fields,
        outcome,
        rowsGiven,
      ]),
    ).toEqual([
      ["tickets", "Ticket", '["430105-1","430105-2"]', ["Ticket.number", "Ticket.title"], "GIVEN", 2],
      ["civil-affairs", "Ticket", '["430105-1","430105-2"]', ["Ticket.note", "Ticket.number"], "GIVEN", 1],
      ["civil-affairs", "Aid", '["430105-A-1"]', ["Aid.kind"], "GIVEN", 1],
    ]);
    book.written.length = 0;
    const query = "{ tickets(first: 2) { note } }";
    expect((await recorded(query, civil)).at(-1)).toMatchObject({ outcome: "GIVEN", rowsGiven: 1 });
  });

  it("names whom it was about, which no client is shown", async () => {
    const answer = await graph.ask('{ aid(number: "430105-A-1") { kind } }', civil);
    expect(answer).toEqual({ data: { aid: { kind: "LOW_INCOME" } }, errors: [] });
    const { errors } = await graph.ask('{ aid(number: "430105-A-1") { subjects } }', civil);
    expect(errors).toMatchObject([{ code: "GRAPHQL_VALIDATION_FAILED" }]);
    const there = await recorded("{ tickets(first: 1) { aid { number } } }", civil);
    expect(there.at(-1)).toMatchObject({ entityType: "Aid", subjects: ["430105-R-1", "person:an"] });
  });

  const forWhom = (personId: string, onBehalfOf: string | null, onBehalfOfVouched: boolean) => ({
    personId,
    onBehalfOf,
    onBehalfOfVouched,
  });
  it.each<[string, Partial<Principal>, object, ReturnType<typeof forWhom>]>([
    ["nobody's", {}, {}, forWhom("tan", null, false)],
    ["as it is stated", {}, { onBehalfOf: "an" }, forWhom("tan", "an", false)],
    ["not for oneself", {}, { onBehalfOf: "tan" }, forWhom("tan", null, false)],
    ["not for oneself, whatever the token says", { onBehalfOf: "tan" }, {}, forWhom("tan", null, false)],
    [
      "as the token says, whatever is stated",
      { onBehalfOf: "an" },
      { onBehalfOf: "else" },
      forWhom("tan", "an", true),
    ],
    [
      "that of whose rights were used by another",
      { actor: "service:app" },
      { onBehalfOf: "else" },
      forWhom("service:app", "tan", true),
    ],
  ])("says on whose behalf, and whether the token does: %s", async (_, of, grounds, said) => {
    const [record] = await recorded('{ aid(number: "430105-A-1") { kind } }', { ...civil, ...of }, grounds);
    expect(record).toMatchObject(said);
  });

  it("says for whom a subgraph asked", async () => {
    const ask = graph.gateway.clientFor(servicePrincipal("evaluation"));
    await ask("{ tickets(first: 1) { title } }", {}, "tan");
    await graph.recorded();
    expect(book.written).toMatchObject([{ personId: "service:evaluation", onBehalfOf: "tan" }]);
  });

  it("is nothing public", async () => {
    expect(await recorded("{ street { name } }", dispatcher)).toEqual([]);
    expect(await recorded("{ street { name } }", null)).toEqual([]);
  });

  it("is what was kept from the caller", async () => {
    expect(await recorded('{ aid(number: "430105-A-1") { kind name } }', dispatcher)).toMatchObject([
      {
        subgraph: "civil-affairs",
        outcome: "WITHHELD",
        entityType: "Aid",
        fields: ["Query.aid"],
        rowsGiven: 0,
      },
    ]);
  });

  it("is every caller who was answered together with others", async () => {
    const query = '{ aid(number: "430105-A-1") { name } }';
    const before = graph.sent.length;
    await Promise.all([1, 2, 3].map(() => graph.ask(query, civil)));
    expect(graph.sent.slice(before).filter((operation) => operation.includes("aid("))).toHaveLength(1);
    expect(book.written).toHaveLength(3);
    expect(book.writes).toBe(1);
  });
});

describe("where nothing can be put on record", () => {
  it("nothing personal is answered", async () => {
    book.down = true;
    const { data, errors } = await graph.ask('{ aid(number: "430105-A-1") { name } street { name } }', civil);
    expect({ data, codes: errors.map(({ code }) => code) }).toEqual({ data: null, codes: ["NOT_RECORDED"] });
  });

  it("what is not personal is", async () => {
    book.down = true;
    const { errors } = await graph.ask('{ aid(number: "430105-A-1") { kind } street { name } }', civil);
    expect(errors).toEqual([]);
  });
});
