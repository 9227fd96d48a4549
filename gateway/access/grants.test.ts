import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CasePart } from "../../subgraphs/shared/case-part.ts";
import { type CaseScope, Post, type Principal, Rows } from "../../subgraphs/shared/principal.ts";
import { grantPolicy } from "../../subgraphs/shared/schema-directives.ts";
import { composedInstant } from "../../test/testkit/composed.ts";
import { type SmallFederation, smallFederation } from "../../test/testkit/federation.ts";
import { person } from "../../test/testkit/people.ts";
import { type Report, recordsIn } from "../records/records.fixtures.ts";
import type { CaseAccessRule, CaseExclusion, DataGrant } from "./grant-book.ts";

const licencesItem = "4301058010100101";
const otherItem = "4301058010100202";
const agreement = "430105-A-0001";
const caseNumber = "430105-20261014-000001";

const urban = person(Post.RESPONDER, { unit: "430105-URBAN-MANAGEMENT", division: "430105010" });
const urbanStation = person(Post.RESPONDER, { unit: "430105010-URBAN-MANAGEMENT" });
const urbanElsewhere = person(Post.RESPONDER, { unit: "110117-URBAN-MANAGEMENT" });
const market = person(Post.RESPONDER, { unit: "430105-MARKET-SUPERVISION", division: "430105" });
const resident = person(Post.RESIDENT, { unit: "430105010003" });
const gridMember = person(Post.GRID_MEMBER, { unit: "430105010003" });

const onCase: CaseScope = {
  number: caseNumber,
  tickets: [caseNumber],
  whistles: [],
  residents: [],
  businesses: ["91430105MAFAKE001X"],
  buildings: [],
  grids: [],
};

const given: DataGrant = {
  number: "430105-G-0001",
  owner: "market-supervision",
  consumer: "430105-URBAN-MANAGEMENT",
  posts: null,
  coordinates: ["Licence.number", "Licence.holder"],
  purposes: [licencesItem],
  rows: Rows.OWN_DIVISION,
  clear: [],
  validFrom: "2026-01-01T00:00:00+08:00",
  validUntil: null,
  caseNumber: null,
  listMaximum: null,
};

/** What stewardship, the establishment office, the command centre and the grid centre would say. */
const world = {
  version: 0,
  grants: [] as DataGrant[],
  caseAccessRules: [] as CaseAccessRule[],
  caseExclusions: [] as CaseExclusion[],
  down: false,
  listedWith: [] as string[],
  cases: new Map<string, CaseScope & { readonly parts?: readonly CasePart[] }>(),
  served: [] as string[],
  recorded: [] as Record<string, unknown>[],
};
const licences = (from = 1, count = 1) =>
  Array.from({ length: count }, (_, index) => ({ number: `L${from + index}`, holder: "甲", scope: "餐饮" }));
const grant = (...grants: Partial<DataGrant>[]) => {
  world.version += 1;
  world.grants = grants.map((each, index) => ({ ...given, number: `430105-G-000${index}`, ...each }));
};

interface Listed {
  readonly from?: number;
  readonly count?: number;
}
const policy = `@policy(policies: [["${grantPolicy("market-supervision", "MARKET-SUPERVISION")}"]])`;

let graph: SmallFederation;
beforeAll(async () => {
  graph = await smallFederation(
    {
      "market-supervision": {
        sdl: `
        type Query { business: Business @tag(name: "public") licence: Licence licences(from: Int, count: Int): [Licence!] businesses(count: Int): [Business!] @tag(name: "public") anything: [Held!] }
        type Mutation { touch: Boolean @authenticated }
        type Subscription { inspected(count: Int): LicencePage }
        union Held = Business | Licence
        interface Numbered { number: String }
        type Business @key(fields: "creditCode") @tag(name: "public") {
          creditCode: ID! name: String page: LicencePage licences(from: Int, count: Int): [Licence!] phone: String ${policy} numbered: [Numbered!]
        }
        type LicencePage @policy(policies: [["${grantPolicy("market-supervision", "MARKET-SUPERVISION", "Licence")}"]]) { total: Int edges: [Licence!] }
        type Licence implements Numbered @key(fields: "number") ${policy} { number: String holder: String scope: String next: Licence }`,
        resolvers: {
          Query: {
            business: () => ({ creditCode: "1", name: "鑫源" }),
            licence: () => ({ number: "L1", holder: "甲", scope: "餐饮" }),
            licences: (_: never, { from, count }: Listed) => licences(from, count),
            businesses: (_: never, { count = 1 }: Listed) =>
              Array.from({ length: count }, (_, index) => ({ creditCode: String(index), name: "鑫源" })),
            anything: () => [
              { __typename: "Business", creditCode: "1", name: "鑫源" },
              { __typename: "Licence", number: "L1", holder: "甲" },
            ],
          },
          Mutation: { touch: () => true },
          Subscription: {
            inspected: {
              subscribe: async function* () {
                for (const count of [1, 101])
                  yield { inspected: { total: count, edges: licences(1, count) } };
              },
            },
          },
          Business: {
            licences: (_: never, { from, count }: Listed) => licences(from, count),
            numbered: () => [{ __typename: "Licence", number: "L1" }],
            phone: () => "139",
            page: () => ({ total: 1, edges: [{ number: "L1", scope: "餐饮" }] }),
          },
        },
      },
      tickets: {
        sdl: `
        type Query { caseScope(number: String!): CaseScope @authenticated shop: Business @tag(name: "public") }
        type Business @key(fields: "creditCode") @tag(name: "public") { creditCode: ID! }
        type Licence @key(fields: "number") { number: String complaints: Int }
        type CaseScope @authenticated { number: String! tickets: [String!]! whistles: [String!]! residents: [String!]! businesses: [String!]! buildings: [String!]! grids: [String!]! parts: [String!]! }`,
        resolvers: {
          CaseScope: { parts: ({ parts = [] }: { parts?: readonly CasePart[] }) => parts },
          Query: {
            shop: () => ({ creditCode: "1" }),
            caseScope: (_: never, { number }: { number: string }, { principal }: { principal: Principal }) =>
              principal.unit === urban.unit ? (world.cases.get(number) ?? null) : null,
          },
          Licence: { complaints: () => 3 },
        },
      },
      stewardship: {
        sdl: `
        scalar AccessReport
        type CaseAccessRule @authenticated { number: String! owner: String! parts: [String!]! coordinates: [String!]! clear: [String!]! validFrom: String! validUntil: String listMaximum: Int }
        type CaseExclusion @authenticated { owner: String! caseNumber: String! unit: String! }
        type Mutation { recordAccesses(report: AccessReport!): Int! @authenticated }
        type Query { grantBook(after: Int): GrantBook @authenticated agreementInForce(number: String!, unit: String!, on: LocalDate!): Boolean @authenticated }
        scalar LocalDate
        type GrantBook @authenticated { version: Int! grants: [DataGrant!] caseAccessRules: [CaseAccessRule!] caseExclusions: [CaseExclusion!] }
        type DataGrant @authenticated { number: String! owner: String! consumer: String! posts: [String!] coordinates: [String!]! purposes: [String!]! rows: String! clear: [String!]! validFrom: String! validUntil: String caseNumber: String listMaximum: Int }`,
        resolvers: {
          Mutation: {
            recordAccesses: (_: never, { report }: { report: Report }) => {
              const records = recordsIn(report);
              world.recorded.push(...records);
              return records.length;
            },
          },
          Query: {
            grantBook: (_: never, { after }: { after: number | null }) => {
              if (world.down) throw new Error("stewardship is down");
              const { version, grants, caseAccessRules, caseExclusions } = world;
              return after === version ? { version } : { version, grants, caseAccessRules, caseExclusions };
            },
            agreementInForce: (_: never, { number, unit }: { number: string; unit: string }) =>
              number === agreement && unit === urban.unit,
          },
        },
      },
      departments: {
        sdl: `
        scalar PowerItemCode
        scalar LocalDate
        type Query { powerItem(code: PowerItemCode!): PowerItem @tag(name: "public") }
        type PowerItem @tag(name: "public") { listings(on: LocalDate): [ItemListing!]! }
        type ItemListing @tag(name: "public") { list: ItemList }
        type ItemList @tag(name: "public") { id: String! }`,
        resolvers: {
          Query: { powerItem: () => ({}) },
          PowerItem: {
            listings: () => world.listedWith.map((holder) => ({ list: { id: `${holder}:POWER` } })),
          },
        },
      },
      grids: {
        sdl: `type Query { servedGrids: [Grid!] @authenticated } type Grid @tag(name: "public") { code: String! }`,
        resolvers: { Query: { servedGrids: () => world.served.map((code) => ({ code })) } },
      },
    },
    undefined,
    { recordAccess: true },
  );
});
afterAll(() => graph.stop());
beforeEach(async () => {
  Object.assign(world, {
    grants: [],
    caseAccessRules: [],
    caseExclusions: [],
    down: false,
    listedWith: [urban.unit],
    served: [],
  });
  world.version += 1;
  world.cases.clear();
  await graph.ask("mutation { touch }", market); // a change through this gateway: what follows is judged by the book as it is
});

const stating = (basis?: string, onCase?: string) => ({
  ...(basis && { basis }),
  ...(onCase && { case: onCase }),
});
const lawful = stating(licencesItem);
/** Whose eyes the last question to market supervision was asked with. */
const seenAs = () =>
  graph.heard.filter(({ subgraph }) => subgraph === "market-supervision").at(-1)?.principal;

describe("what another department holds", () => {
  it.each<[string, Principal | null, object, Partial<DataGrant>[], unknown, string | undefined]>([
    ["is withheld from nobody in particular", null, lawful, [{}], null, "UNAUTHENTICATED"],
    ["is withheld without a basis", urban, {}, [{}], null, "WITHHELD"],
    ["is withheld without a grant", urban, lawful, [], null, "WITHHELD"],
    ["is given on a grant, for its purpose", urban, lawful, [{}], { number: "L1" }, undefined],
    ["is given to the consumer's station", urbanStation, lawful, [{}], { number: "L1" }, undefined],
    ["is withheld from the same department elsewhere", urbanElsewhere, lawful, [{}], null, "WITHHELD"],
    ["is withheld for another purpose", urban, stating(otherItem), [{}], null, "WITHHELD"],
    [
      "is withheld before the grant is in force",
      urban,
      lawful,
      [{ validFrom: "2026-06-01T09:00:01+08:00" }],
      null,
      "WITHHELD",
    ],
    [
      "is withheld once it has run out",
      urban,
      lawful,
      [{ validUntil: "2026-06-01T09:00:00+08:00" }],
      null,
      "WITHHELD",
    ],
    ["is withheld from other posts", urban, lawful, [{ posts: [Post.CHIEF_RESPONDER] }], null, "WITHHELD"],
    ["is given to those posts", urban, lawful, [{ posts: [Post.RESPONDER] }], { number: "L1" }, undefined],
    [
      "is given on the whole type",
      urban,
      lawful,
      [{ coordinates: ["Licence"] }],
      { number: "L1" },
      undefined,
    ],
    [
      "is withheld where another type is granted",
      urban,
      lawful,
      [{ coordinates: ["Penalty"] }],
      null,
      "WITHHELD",
    ],
    [
      "is withheld where another owner granted it",
      urban,
      lawful,
      [{ owner: "civil-affairs" }],
      null,
      "WITHHELD",
    ],
    ["is the owner's own", market, {}, [], { number: "L1" }, undefined],
    ["is open to residents, whose rows are theirs", resident, {}, [], { number: "L1" }, undefined],
  ])("%s", async (_, as, grounds, grants, licence, code) => {
    grant(...grants);
    const { data, errors } = await graph.ask("{ licence { number } }", as, grounds);
    expect({ data, codes: errors.map((error) => error.code) }).toEqual({
      data: { licence },
      codes: code ? [code] : [],
    });
  });

  it("is withheld on a basis that is on no list of the caller's", async () => {
    grant({});
    world.listedWith = ["430105-HOUSING"];
    await graph.ask("mutation { touch }", market);
    const { errors } = await graph.ask("{ licence { number } }", urban, lawful);
    expect(errors).toMatchObject([{ code: "WITHHELD" }]);
  });

  it("is given on an agreement of the caller's", async () => {
    grant({ purposes: [agreement] });
    expect(await graph.ask("{ licence { number } }", urban, stating(agreement))).toMatchObject({
      errors: [],
    });
  });

  it("shows the fields that were granted, and no others, whichever way it is reached", async () => {
    grant({});
    const licence = { number: "L1", scope: null };
    for (const [query, data] of [
      ["{ licence { number scope } }", { licence }],
      ["{ business { licences { number scope } } }", { business: { licences: [licence] } }],
      [
        "{ business { name held: licences { ...F } } } fragment F on Licence { number scope }",
        { business: { name: "鑫源", held: [licence] } },
      ],
      ["{ anything { ... on Licence { number scope } } }", { anything: [{}, licence] }],
    ] as const) {
      const answer = await graph.ask(query, urban, lawful);
      expect(answer.data).toEqual(data);
      expect(answer.errors.map(({ code }) => code)).toEqual(["WITHHELD"]);
    }
    expect(graph.sent.join(" ")).not.toMatch(/scope/);
  });

  it("is not reached through an interface or another subgraph's part of it either", async () => {
    grant({});
    const { data, errors } = await graph.ask(
      "{ licence { number complaints } business { numbered { number } } }",
      urban,
      lawful,
    );
    expect(data).toEqual({
      licence: { number: "L1", complaints: null },
      business: { numbered: [{ number: "L1" }] },
    });
    expect(errors.map(({ code }) => code)).toEqual(["WITHHELD"]);
    const without = await graph.ask("{ business { numbered { number } } }", urban);
    expect(without.data).toEqual({ business: { numbered: null } });
  });

  it("is withheld whole where a page leads to it, and not taken for an empty one", async () => {
    const query = "{ business { page { total edges { number scope } } } }";
    expect(await graph.ask(query, urban, lawful)).toMatchObject({
      data: { business: { page: null } },
      errors: [{ code: "WITHHELD" }],
    });
    grant({});
    await graph.ask("mutation { touch }", market);
    expect((await graph.ask(query, urban, lawful)).data).toEqual({
      business: { page: { total: 1, edges: [{ number: "L1", scope: null }] } },
    });
  });

  it("is withheld field by field where the type itself is public", async () => {
    expect((await graph.ask("{ business { name phone } }", urban, lawful)).data).toEqual({
      business: { name: "鑫源", phone: null },
    });
    grant({ coordinates: ["Business.phone"] });
    await graph.ask("mutation { touch }", market);
    expect((await graph.ask("{ business { name phone } }", urban, lawful)).data).toEqual({
      business: { name: "鑫源", phone: "139" },
    });
  });
});

describe("the owner's subgraph is told what it lets the caller see", () => {
  const asked = async (grants: Partial<DataGrant>[], as = urban, grounds: object = lawful) => {
    grant(...grants);
    await graph.ask("{ licence { number } }", as, grounds);
    return seenAs()?.access;
  };

  it("with rows, what is shown in clear, and the basis", async () => {
    expect(await asked([{ clear: ["Licence.holder"] }])).toEqual({
      basis: licencesItem,
      rows: { Licence: "OWN_DIVISION" },
      clear: ["Licence.holder"],
    });
  });

  it("with the least of what several grants open", async () => {
    expect(
      await asked([
        { rows: Rows.ALL, clear: ["Licence.holder"] },
        { rows: Rows.OWN_DIVISION, coordinates: ["Licence"] },
      ]),
    ).toMatchObject({ rows: { Licence: "OWN_DIVISION" }, clear: [] });
  });

  it("with the case, for those who have a part in it, and to nobody else", async () => {
    world.cases.set(caseNumber, onCase);
    const bound = [{ rows: Rows.THIS_CASE }];
    expect(await asked(bound, urban, stating(licencesItem, caseNumber))).toMatchObject({
      case: onCase,
      rows: { Licence: "THIS_CASE" },
    });
    for (const [as, grounds] of [
      [urban, lawful],
      [urban, stating(licencesItem, "430105-20261014-000002")],
      [urbanStation, stating(licencesItem, caseNumber)],
    ] as const) {
      const before = graph.sent.length;
      expect((await graph.ask("{ licence { number } }", as, grounds)).data).toEqual({ licence: null });
      expect(graph.sent.slice(before).join(" ")).not.toMatch(/licence/);
    }
  });

  it("and not with a case that the grant is not for", async () => {
    world.cases.set(caseNumber, onCase);
    grant({ rows: Rows.THIS_CASE, caseNumber: "430105-20261014-000009" });
    const { data } = await graph.ask("{ licence { number } }", urban, stating(licencesItem, caseNumber));
    expect(data).toEqual({ licence: null });
  });

  it("with the grids a grid member serves", async () => {
    world.listedWith = [gridMember.unit];
    world.served = ["430105010003001"];
    const toMembers = { consumer: gridMember.unit, posts: [Post.GRID_MEMBER], rows: Rows.OWN_GRIDS };
    expect(await asked([toMembers], gridMember)).toMatchObject({ grids: ["430105010003001"] });
  });

  it("and nobody else's subgraph is told", async () => {
    grant({}, { owner: "stewardship", coordinates: ["X"], clear: ["X.y"] });
    await graph.ask("{ licence { number } shop { creditCode } }", urban, lawful);
    expect(seenAs()?.access).toEqual({ basis: licencesItem, rows: { Licence: "OWN_DIVISION" }, clear: [] });
    expect(
      graph.heard.at(-1)?.principal?.access ??
        graph.heard.find(({ subgraph }) => subgraph === "tickets")?.principal?.access,
    ).not.toMatchObject({ rows: { Licence: "OWN_DIVISION" } });
  });
});

describe("what an owner opens to whoever is called to a case", () => {
  const rule: CaseAccessRule = {
    number: "430105-C-0001",
    owner: "market-supervision",
    parts: [CasePart.LEAD, CasePart.HANDLING],
    coordinates: ["Licence"],
    clear: ["Licence.holder"],
    validFrom: "2026-01-01T00:00:00+08:00",
    validUntil: "2027-01-01T00:00:00+08:00",
    listMaximum: null,
  };
  const stated = stating(licencesItem, caseNumber);
  const merged = "430105-20261014-000007";
  interface Arranged {
    readonly parts?: readonly CasePart[];
    readonly rules?: readonly Partial<CaseAccessRule>[];
    readonly grants?: readonly Partial<DataGrant>[];
    readonly closed?: Partial<CaseExclusion>;
  }
  /** What market supervision is told that the caller may see; undefined where it was not asked. */
  const opened = async (
    { parts = [CasePart.LEAD], rules = [{}], grants = [], closed }: Arranged = {},
    as: Principal = urban,
    grounds: object = stated,
  ) => {
    grant(...grants);
    world.caseAccessRules = rules.map((each) => ({ ...rule, ...each }));
    world.caseExclusions = closed ? [{ owner: rule.owner, caseNumber, unit: urban.unit, ...closed }] : [];
    world.cases.set(caseNumber, { ...onCase, tickets: [caseNumber, merged], parts });
    await graph.ask("mutation { touch }", market);
    const before = graph.heard.length;
    const { data } = await graph.ask("{ licence { number } }", as, grounds);
    const asked = graph.heard.slice(before).find(({ subgraph }) => subgraph === "market-supervision");
    expect(data).toEqual({ licence: asked ? { number: "L1" } : null });
    return asked?.principal?.access;
  };

  it("is the rows of that case, and in clear what the rule shows", async () => {
    expect(await opened()).toEqual({
      basis: licencesItem,
      case: { ...onCase, tickets: [caseNumber, merged] },
      rows: { Licence: "THIS_CASE" },
      clear: ["Licence.holder"],
    });
  });

  it.each<[string, Arranged, Principal?, object?]>([
    ["to whoever only looks on", { parts: [] }],
    ["to those called in another part", { parts: [CasePart.ASSISTING] }],
    ["to another unit of the district", {}, urbanStation],
    ["without stating the case", {}, urban, lawful],
    ["by a number of no case", {}, urban, stating(licencesItem, "430105-20261014-000002")],
    ["without a basis", {}, urban, stating(undefined, caseNumber)],
    ["before its time", { rules: [{ validFrom: "2026-06-01T09:00:01+08:00" }] }],
    ["after its time", { rules: [{ validUntil: "2026-06-01T09:00:00+08:00" }] }],
    ["in another district's cases", { rules: [{ number: "110117-C-0001" }] }],
    ["of what it does not name", { rules: [{ coordinates: ["Inspection"], clear: [] }] }],
    ["where the owner closed the case to the unit", { closed: {} }],
    ["where it closed a case merged into this one", { closed: { caseNumber: merged } }],
    ["where it is closed, on a grant for cases either", { closed: {}, grants: [{ rows: Rows.THIS_CASE }] }],
  ])("is not opened %s", async (_, arranged, as, grounds) => {
    expect(await opened(arranged, as, grounds)).toBeUndefined();
  });

  it("is not opened on a basis that is on no list of the caller's", async () => {
    world.listedWith = ["430105-HOUSING"];
    expect(await opened()).toBeUndefined();
  });

  it("is not closed by what another owner closed, or to another unit, or of another case", async () => {
    for (const closed of [
      { owner: "civil-affairs" },
      { unit: "430105-HOUSING" },
      { caseNumber: "430105-20261014-000008" },
    ]) {
      expect(await opened({ closed })).toMatchObject({ rows: { Licence: "THIS_CASE" } });
    }
  });

  it("leaves broken glass and what is granted without a case as they are", async () => {
    const glass = { rows: Rows.THIS_CASE, caseNumber };
    expect(await opened({ closed: {}, grants: [glass] })).toMatchObject({ rows: { Licence: "THIS_CASE" } });
    expect(await opened({ closed: {}, grants: [{}] })).toMatchObject({ rows: { Licence: "OWN_DIVISION" } });
  });

  it("adds nothing to a type that was granted to the body itself", async () => {
    expect(await opened({ grants: [{ coordinates: ["Licence.number"] }] })).toMatchObject({
      rows: { Licence: "OWN_DIVISION" },
      clear: [],
    });
    expect(await opened({ grants: [{ coordinates: ["Business.phone"] }] })).toMatchObject({
      rows: { Business: "OWN_DIVISION", Licence: "THIS_CASE" },
    });
  });

  it("ends at the next request when the owner withdraws it, and when the part ends", async () => {
    expect(await opened()).toBeDefined();
    expect(await opened({ rules: [] })).toBeUndefined();
    expect(await opened()).toBeDefined();
    expect(await opened({ parts: [] })).toBeUndefined();
  });

  it("is on record with the rule's number", async () => {
    await opened();
    await graph.recorded();
    world.recorded.length = 0;
    await graph.gateway.answer(
      { query: "{ licence { number } }" },
      { principal: urban, at: composedInstant, ...stated },
    );
    await graph.recorded();
    expect(world.recorded).toMatchObject([
      { entityType: "Licence", grantNumbers: [rule.number], caseNumber, outcome: "GIVEN" },
    ]);
  });
});

describe("a grant that is taken back", () => {
  it("opens nothing from the next request on, where it was taken back through this gateway", async () => {
    grant({});
    expect((await graph.ask("{ licence { number } }", urban, lawful)).data).toEqual({
      licence: { number: "L1" },
    });
    grant();
    await graph.ask("mutation { touch }", market);
    expect((await graph.ask("{ licence { number } }", urban, lawful)).data).toEqual({ licence: null });
  });

  it("opens nothing while stewardship cannot be asked", async () => {
    grant({});
    world.down = true;
    const { data, errors } = await graph.ask("{ licence { number } business { name } }", urban, lawful);
    expect(data).toEqual({ licence: null, business: { name: "鑫源" } });
    expect(errors).toMatchObject([{ code: "WITHHELD" }]);
  });
});

describe("a list on a grant", () => {
  const everything = { coordinates: ["Licence", "Business.phone"] };
  const export150 = { ...everything, listMaximum: 150 };
  const codesOf = async (query: string, grants: Partial<DataGrant>[], as: Principal = urban) => {
    grant(...grants);
    await graph.ask("mutation { touch }", market);
    const { data, errors } = await graph.ask(query, as, lawful);
    return { data: data as Record<string, unknown>, codes: errors.map(({ code }) => code) };
  };

  it.each<[string, string, Partial<DataGrant>[]]>([
    ["of a hundred rows", "{ licences(count: 100) { number } }", [everything]],
    ["of more, on a grant for so many", "{ licences(count: 150) { number } }", [everything, export150]],
    [
      "of the same rows under several names",
      "{ a: licences(count: 90) { number } b: licences(count: 90) { scope } }",
      [everything],
    ],
    ["of what is public", "{ businesses(count: 500) { name } }", [everything]],
  ])("is given %s", async (_, query, grants) => {
    const { data, codes } = await codesOf(query, grants);
    expect(codes).toEqual([]);
    expect(Object.values(data)).not.toContain(null);
  });

  it.each<[string, string, Partial<DataGrant>[]]>([
    ["of one row more", "{ licences(count: 101) { number } }", [everything]],
    ["of more than the grant for many says", "{ licences(count: 151) { number } }", [everything, export150]],
    [
      "of fields that the grant for many does not cover",
      "{ licences(count: 150) { number scope } }",
      [everything, { coordinates: ["Licence.number"], listMaximum: 150 }],
    ],
    [
      "put together under several names",
      "{ a: licences(count: 60) { number } b: licences(from: 61, count: 60) { number } }",
      [everything],
    ],
    [
      "put together from within others",
      "{ business { a: licences(count: 60) { number } } licences(from: 61, count: 60) { number } }",
      [everything],
    ],
    ["of fragments", "{ licences(count: 101) { ...F } } fragment F on Licence { scope }", [everything]],
  ])("is withheld whole %s", async (_, query, grants) => {
    const { data, codes } = await codesOf(`${query.replace("{", "{ shop { creditCode }")}`, grants);
    expect(new Set(codes)).toEqual(new Set(["WITHHELD"]));
    expect(JSON.stringify(data)).not.toMatch(/"L\d|餐饮/);
    expect(data.shop).toEqual({ creditCode: "1" });
  });

  it("is withheld field by field where the rest is public", async () => {
    const { data, codes } = await codesOf("{ businesses(count: 101) { name phone } }", [everything]);
    expect(codes).toHaveLength(101);
    expect((data.businesses as unknown[])[0]).toEqual({ name: "鑫源", phone: null });
  });

  it("says how to ask for it, and is on record as withheld, with every grant that others were read by", async () => {
    grant(everything, { ...export150, listMaximum: 120 });
    await graph.ask("mutation { touch }", market);
    await graph.recorded();
    world.recorded.length = 0;
    const { errors = [] } = await graph.gateway.answer(
      { query: "{ licences(count: 121) { holder } business { phone } }" },
      { principal: urban, at: composedInstant, ...lawful },
    );
    expect(errors).toMatchObject([
      {
        path: ["licences"],
        extensions: { code: "WITHHELD", details: { reason: "LIST_TOO_LARGE", type: "Licence" } },
      },
    ]);
    expect(errors[0]?.message).toContain("more than 120 rows of Licence");
    await graph.recorded();
    expect(world.recorded).toMatchObject([
      {
        entityType: "Licence",
        fields: ["Licence.holder"],
        entityKeys: "[]",
        outcome: "WITHHELD",
        rowsGiven: 0,
        grantNumbers: [],
      },
      {
        entityType: "Business",
        fields: ["Business.phone"],
        outcome: "GIVEN",
        rowsGiven: 1,
        grantNumbers: ["430105-G-0000", "430105-G-0001"],
      },
    ]);
  });

  it("is of any length to the owner's own and to residents", async () => {
    for (const as of [market, resident]) {
      expect((await codesOf("{ licences(count: 500) { number } }", [], as)).codes).toEqual([]);
    }
  });

  it("is withheld in an event as well", async () => {
    grant(everything);
    await graph.ask("mutation { touch }", market);
    const events = await graph.gateway.subscribe(
      { query: "subscription { inspected { edges { number } } }" },
      async () => ({ principal: urban, at: composedInstant, ...lawful }),
    );
    const told: unknown[] = [];
    for await (const text of events) told.push(JSON.parse(text));
    expect(told).toMatchObject([
      { data: { inspected: { edges: [{ number: "L1" }] } } },
      { data: { inspected: null }, errors: [{ extensions: { code: "WITHHELD" } }] },
    ]);
  });
});
