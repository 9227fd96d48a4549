import fc from "fast-check";
import {
  type ExecutionResult,
  execute,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isListType,
  parse,
  validate,
} from "graphql";
import { pino } from "pino";
import { DataSource } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadDataset } from "../infra/dataset/load/load.ts";
import { createWorld } from "../infra/dataset/world/world.ts";
import { namedPost } from "../infra/issuer/named-posts.ts";
import { loadPoliceArchive } from "../infra/legacy/police-archive/load.ts";
import { subgraphs } from "../schema/subgraphs.ts";
import {
  conditions,
  type Literal,
  OperationGenerator,
} from "../subgraphs/shared/execution/random-operation.fixtures.ts";
import { lastPosition } from "../subgraphs/shared/feed.ts";
import type { GraphClient } from "../subgraphs/shared/graph-client.ts";
import { record } from "../subgraphs/shared/log-entry.ts";
import { Post, type Principal, servicePrincipal } from "../subgraphs/shared/principal.ts";
import { openSubgraph, type RunningSubgraph, type Source } from "../subgraphs/shared/subgraph.ts";
import { FeedTail } from "../subgraphs/shared/subscription/feed-tail.ts";
import { nothingOutOfReach, type Surroundings } from "./authorisation/reach/nothing-out-of-reach.ts";
import { oracles } from "./authorisation/reach/oracles.ts";
import { surroundingsOf } from "./authorisation/reach/surroundings.ts";
import { type FittingValue, oddQuestions } from "./odd-arguments.ts";
import { createDatabases, type TestDatabases } from "./testkit/database.ts";
import { openTestSources, type TestSources } from "./testkit/sources.ts";

/**
 * Whatever is asked of a subgraph, it answers as graphql-js does from whole rows: the first time, when what its rows
 * are asked for is noted, and the next times, when no more than that is read of other rows. And whoever asks, by
 * whichever way, gets no row that is out of their reach, and no personal data in clear that is not for them.
 */

const at = new Date("2026-06-30T09:00:00+08:00");
const posts = [
  "dispatcher",
  "performance-office",
  "street-leader",
  "market-responder",
  "civil-responder",
  "urban-chief",
  "resident",
];
const principals = posts.map((name): Principal => {
  const post = namedPost(`kaifu-${name}`);
  if (!post) throw new Error(`there is no ${name} in Kaifu any more`);
  return { ...post, scopes: [] };
});

/** Where the keys of each entity with references are found. */
const keySources: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  grids: {
    Division: "SELECT code AS key FROM division WHERE code LIKE '430105%'",
    Grid: "SELECT code AS key FROM grid",
    Estate: "SELECT code AS key FROM estate",
    Building: "SELECT code AS key FROM building LIMIT 200",
  },
  departments: {
    Unit: "SELECT code AS key FROM unit",
    Matter: "SELECT code AS key FROM matter",
    PowerItem: "SELECT code AS key FROM power_item LIMIT 200",
  },
  tickets: {
    Ticket: "SELECT number AS key FROM ticket WHERE district_code = '430105' LIMIT 300",
    Whistle: "SELECT number AS key FROM whistle WHERE district_code = '430105' LIMIT 100",
    Demand: "SELECT number AS key FROM demand WHERE district_code = '430105' LIMIT 100",
  },
  evaluation: {
    Ticket: "SELECT ticket_number AS key FROM call_back WHERE district_code = '430105' LIMIT 200",
    Unit: "SELECT DISTINCT handling_unit_code AS key FROM call_back LIMIT 50",
  },
  "city-management": {
    Component: "SELECT code AS key FROM component LIMIT 200",
    StreetOrderCase: "SELECT number AS key FROM street_order_case LIMIT 200",
    Grid: "SELECT DISTINCT grid_code AS key FROM component WHERE grid_code IS NOT NULL",
  },
  "market-supervision": {
    Business: "SELECT DISTINCT credit_code AS key FROM inspection LIMIT 200",
    Ticket:
      "SELECT DISTINCT ticket_number AS key FROM consumer_complaint WHERE ticket_number IS NOT NULL LIMIT 200",
    ConsumerComplaint: "SELECT number AS key FROM consumer_complaint LIMIT 200",
  },
  "civil-affairs": {
    Aid: "SELECT number AS key FROM aid LIMIT 200",
    Resident: "SELECT resident_id AS key FROM elderly_living_alone LIMIT 200",
    Division: "SELECT DISTINCT community_code AS key FROM residents_committee",
  },
};
const keyNames: Readonly<Record<string, string>> = {
  Ticket: "number",
  Whistle: "number",
  Demand: "number",
  StreetOrderCase: "number",
  Aid: "number",
  Resident: "id",
  Business: "creditCode",
  ConsumerComplaint: "number",
};
/** Values of scalars that are of no entity, as somebody in earnest may give them. */
const fittingScalars: Readonly<Record<string, unknown>> = {
  DivisionCode: "430105",
  GridCode: "430105010003001",
  CreditCode: "91110117MA01ABCD7X",
  Int: 3,
  Float: 28.2,
  Boolean: true,
  LocalDate: "2026-06-30",
  DateTimeISO: "2026-06-30T00:00:00.000Z",
};
/** A dataset has no files. Of those that are asked for here, nothing but their rows is. */
async function attachMedia(url: string): Promise<void> {
  const database = await new DataSource({ type: "postgres", url }).initialize();
  await database.query(
    `INSERT INTO media (id, person_id, uploaded_at, kind, content_type, bytes, digest, district_code, demand_number, place)
     SELECT gen_random_uuid(), 'person-sending', received_at, sent.kind, 'x', 1, '', district_code, number, sent.place
     FROM demand CROSS JOIN (VALUES ('PHOTO', 1), ('VOICE', 2)) AS sent (kind, place)
     WHERE district_code IN ('430105', '110117') ORDER BY received_at DESC LIMIT 300`,
  );
  await database.destroy();
}

const keyOf = (type: string): string => keyNames[type] ?? "code";

let databases: TestDatabases;
let sources: TestSources;
let policeArchive: DataSource;
let around: Surroundings;
beforeAll(async () => {
  databases = await createDatabases(subgraphs.map(({ name }) => name));
  const dataset = { scale: "demo", seed: 1, today: "2026-06-30" } as const;
  await loadDataset(new Map(Object.entries(databases.urls)), dataset);
  sources = await openTestSources();
  await loadPoliceArchive(sources.policeArchive, createWorld({ ...dataset, seed: String(dataset.seed) }));
  policeArchive = await new DataSource({ type: "postgres", url: sources.policeArchive }).initialize();
  await attachMedia(databases.urls.tickets ?? "");
  around = await surroundingsOf(databases.urls);
});
afterAll(async () => {
  await policeArchive.destroy();
  await sources.close();
  await databases.drop();
});

/** The rest of the graph, where nobody works on any case and no district has anybody on record; what else is asked fails. */
const graph: GraphClient = async <Data>(operation: string) => {
  const [known] = ["caseBodies", "districtsOnRecord", "disclosureDelays"].filter((each) =>
    operation.includes(each),
  );
  if (known === undefined) throw new Error("nothing else is asked of the graph here");
  return { [known]: [] } as Data;
};

describe.each(subgraphs)("the $name subgraph", (definition) => {
  const log = pino({ level: "silent" });
  let subgraph: RunningSubgraph;
  let feed: FeedTail;
  let source: Source | undefined;
  const keys = new Map<string, string[]>();

  beforeAll(async () => {
    const databaseUrl = databases.urls[definition.name] ?? "";
    const sourceUrl = sources.urls.get(definition.name);
    subgraph = await openSubgraph(definition, { databaseUrl, sourceUrl, graph, clock: () => at, log });
    if (sourceUrl) source = await definition.openSource?.({ url: sourceUrl, log });
    feed = new FeedTail({ database: subgraph.database, databaseUrl, divisionsOf: undefined, log });
    for (const [type, sql] of Object.entries(keySources[definition.name] ?? {})) {
      const rows: { key: string }[] = await subgraph.database.query(sql);
      keys.set(
        type,
        rows.map(({ key }) => key),
      );
    }
  });
  afterAll(async () => {
    await feed.close();
    await source?.close();
    await subgraph.close();
  });

  const byGraphqlJs = async (
    query: string,
    variables: Record<string, unknown>,
    principal: Principal,
  ): Promise<ExecutionResult> =>
    execute({
      schema: subgraph.schema,
      document: parse(query),
      variableValues: variables,
      contextValue: definition.context({
        database: subgraph.database,
        graph,
        principal,
        at,
        feed,
        source,
      }),
    });

  const told = ({ data, errors = [] }: ExecutionResult) => ({
    data: JSON.stringify(data),
    errors: errors.map(({ path }) => path?.join(".")).sort(),
  });

  const literals: Literal = (argument, coordinate) => {
    if (isListType(getNullableType(argument.type))) return undefined;
    const type = getNamedType(argument.type).name;
    const [known] =
      [...keys].find(([entity]) => coordinate.toLowerCase().includes(entity.toLowerCase())) ?? [];
    if (type === "DivisionCode") return '"430105"';
    if (type === "Int") return argument.name === "year" ? "2026" : "3";
    if (type === "Boolean") return "true";
    if (type === "String" && argument.name !== "after" && known) return `"${keys.get(known)?.[0]}"`;
    if (type === "GridCode") return `"${keys.get("Grid")?.[0]}"`;
    return undefined;
  };

  it("answers queries of all kinds as graphql-js does from whole rows, the first time and the next", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.gen().map((draw) => ({
          query: new OperationGenerator(subgraph.schema, draw, literals).query(3),
          principal: principals[draw(fc.nat, principals.length - 1)] as Principal,
        })),
        async ({ query, principal }) => {
          fc.pre(validate(subgraph.schema, parse(query)).length === 0);
          const variables = { maybe: true };
          const expected = told(await byGraphqlJs(query, variables, principal));
          for (const _ of ["noting", "knowing"]) {
            const answer = await subgraph.execute({ query, variables }, { principal, at });
            expect(told(answer as ExecutionResult)).toEqual(expected);
          }
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it("answers references to other rows than those it learned from as graphql-js does from whole rows", async () => {
    const types = [...keys.keys()];
    if (types.length === 0) return; // none of its own database, or asked for by reference by nobody here
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.gen().map((draw) => {
          const type = types[draw(fc.nat, types.length - 1)] ?? "";
          const generator = new OperationGenerator(subgraph.schema, draw, literals);
          const selection = generator.selection(subgraph.schema.getType(type) as never, 2);
          const known = keys.get(type) ?? [];
          const some = () =>
            Array.from({ length: 5 }, () => ({
              __typename: type,
              [keyOf(type)]: known[draw(fc.nat, Math.max(known.length - 1, 0))] ?? "",
            }));
          return {
            query: [
              `query ($of: [_Any!]!, ${conditions}) { _entities(representations: $of) { __typename ... on ${type} ${selection} } }`,
              ...generator.fragments(),
            ].join("\n"),
            asked: [some(), some(), some()],
            principal: principals[draw(fc.nat, principals.length - 1)] as Principal,
          };
        }),
        async ({ query, asked, principal }) => {
          fc.pre(validate(subgraph.schema, parse(query)).length === 0);
          for (const of of asked) {
            const variables = { of, maybe: false };
            const expected = told(await byGraphqlJs(query, variables, principal));
            const answer = await subgraph.execute({ query, variables }, { principal, at });
            expect(told(answer as ExecutionResult)).toEqual(expected);
            const entities = (answer.data?._entities ?? []) as unknown[];
            found += entities.filter((entity) => entity !== null).length;
          }
        },
      ),
      { numRuns: 30, endOnFailure: true },
    );
    expect(found).toBeGreaterThan(50);
  });

  describe("as a feed", () => {
    const service = servicePrincipal("reader");
    const people = principals
      .filter(({ post }) => [Post.RESIDENT, Post.CENTRE_DISPATCHER].includes(post))
      .map((person) => ({ ...person, scopes: service.scopes }));
    const others: readonly (Principal | null)[] = [null, { ...service, scopes: [] }, ...people];
    const feedsAmong = (root: GraphQLObjectType | null | undefined) =>
      Object.values(root?.getFields() ?? {}).filter(({ name }) => name.endsWith("Feed"));
    let field: string;
    let last: number;
    let read: string;
    let follow: string;
    beforeAll(async () => {
      [field = ""] = feedsAmong(subgraph.schema.getQueryType()).map(({ name }) => name);
      read = `query ($after: Int!) { ${field}(after: $after, first: 2) { position subject } }`;
      follow = `subscription ($after: Int!) { ${field}(after: $after) { position subject } }`;
      last = await lastPosition(subgraph.database);
      await subgraph.database.transaction(async (transaction) => {
        for (const subject of ["a", "b", "c"]) {
          await record(transaction, { principal: service, at }, { subject, kind: "NOTED" });
        }
      });
    });

    it("tells other subgraphs of its changes, in order and from where they stand", async () => {
      const shape = (root: GraphQLObjectType | null | undefined) =>
        feedsAmong(root).map(({ name, type, args }) => [
          name,
          String(type),
          args.map((arg) => `${arg.name}: ${arg.type}`),
        ]);
      expect(shape(subgraph.schema.getQueryType())).toEqual([
        [field, "[LogEntry!]", ["after: Int!", "first: Int!"]],
      ]);
      expect(shape(subgraph.schema.getSubscriptionType())).toEqual([[field, "LogEntry!", ["after: Int"]]]);
      const from = async (after: number) =>
        (await subgraph.execute({ query: read, variables: { after } }, { principal: service, at })).data;
      const entry = (index: number, subject: string) => ({ position: last + index, subject });
      expect(await from(last)).toEqual({ [field]: [entry(1, "a"), entry(2, "b")] });
      expect(await from(last + 2)).toEqual({ [field]: [entry(3, "c")] });
      const events = subgraph.subscribe(
        { query: follow, variables: { after: last + 1 } },
        { principal: service, at },
      );
      expect((await events.next()).value).toMatchObject({ data: { [field]: entry(2, "b") } });
      await events.return?.();
    });

    it.each(others)("tells nobody else: %o", async (principal) => {
      const variables = { after: last };
      const answer = await subgraph.execute({ query: read, variables }, { principal, at });
      expect(answer).toMatchObject({
        data: { [field]: null },
        errors: [{ extensions: { code: "WITHHELD" } }],
      });
      await expect(
        subgraph.subscribe({ query: follow, variables }, { principal, at }).next(),
      ).rejects.toMatchObject({ extensions: { code: "WITHHELD" } });
    });

    it("gives no entry for the asking by reference", async () => {
      const query = `{ _entities(representations: [{ __typename: "LogEntry", position: ${last + 1} }]) { ... on LogEntry { subject } } }`;
      const { data, errors } = await subgraph.execute({ query }, { principal: service, at });
      expect([data, errors?.length]).toEqual([undefined, 1]);
    });
  });

  it.runIf(definition.name in oracles)(
    "gives nobody a row out of reach or personal data that is not for them, whichever way they ask",
    async () => {
      const before = definition.name === "public-security" ? policeArchive : undefined;
      await nothingOutOfReach(definition, subgraph, at, around, before);
    },
    60_000,
  );

  it("answers or refuses whatever it is given, and never fails over it", async () => {
    const failures: string[] = [];
    let asked = 0;
    const fitting: FittingValue = (type, coordinate) => {
      if (coordinate.endsWith("idempotencyKey")) return `odd-arguments-${asked}`;
      const [entity = "Ticket"] =
        [...keys].find(([each]) => coordinate.toLowerCase().includes(each.toLowerCase())) ?? [];
      return fittingScalars[type.name] ?? keys.get(entity)?.[0] ?? "430105-MARKET-SUPERVISION";
    };
    for (const { query, variables, told } of oddQuestions(subgraph.schema, fitting)) {
      const principal = principals[asked % principals.length] as Principal;
      asked += 1;
      const answer = await subgraph.execute({ query, variables }, { principal, at });
      const failed = answer.errors?.some(
        ({ extensions: { code } }) => !code || code === "INTERNAL_SERVER_ERROR",
      );
      if (failed) failures.push(told);
    }
    expect(failures).toEqual([]);
    expect(asked).toBeGreaterThan(30);
  });
});
