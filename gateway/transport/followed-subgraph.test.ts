import { createLocalJWKSet } from "jose";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { gatewayIdentity, subgraphIdentity } from "../../subgraphs/shared/envelope.ts";
import type { HttpServer } from "../../subgraphs/shared/http.ts";
import { record } from "../../subgraphs/shared/log-entry.ts";
import { Post, servicePrincipal } from "../../subgraphs/shared/principal.ts";
import { serveSubgraph } from "../../subgraphs/shared/server.ts";
import { openSigningKey, type SigningKey } from "../../subgraphs/shared/signing-key.ts";
import { openSubgraph, type RunningSubgraph } from "../../subgraphs/shared/subgraph.ts";
import { createDatabases, type TestDatabases } from "../../test/testkit/database.ts";
import { freePort } from "../../test/testkit/free-port.ts";
import { notes } from "../../test/testkit/notes.ts";
import { person } from "../../test/testkit/people.ts";
import { type FollowedSubgraph, followedSubgraph } from "./followed-subgraph.ts";
import { openingOf, type Question, type SubgraphReply } from "./subgraph-connection.ts";

const at = new Date("2026-06-01T09:00:00+08:00");
const log = pino({ level: "silent" });
const reader = person(Post.DATA_STEWARD, { unit: "110117-DATA-BUREAU", division: "110117" });
const context = { principal: reader, at };

let databases: TestDatabases;
let subgraph: RunningSubgraph;
let key: SigningKey;
let port: number;
let server: HttpServer;
let followed: FollowedSubgraph;
let failures: unknown[];

beforeAll(async () => {
  databases = await createDatabases(["notes"]);
  const graph = () => Promise.reject(new Error("no graph"));
  subgraph = await openSubgraph(notes, {
    databaseUrl: databases.urls.notes ?? "",
    graph,
    clock: () => at,
    log,
  });
  key = await openSigningKey(gatewayIdentity);
});
afterAll(async () => {
  await subgraph.close();
  await databases.drop();
});

beforeEach(async () => {
  failures = [];
  port = await freePort();
  server = await serve();
  followed = open();
});
afterEach(async () => {
  await followed.close();
  await server.close();
});

const serve = async (): Promise<HttpServer> => {
  const { jwks } = await openSigningKey(subgraphIdentity("notes"));
  const gatewayKeys = createLocalJWKSet(key.jwks);
  return serveSubgraph(subgraph, { gatewayKeys, jwks, host: "127.0.0.1", port, log });
};
const open = (signing = key): FollowedSubgraph =>
  followedSubgraph({
    name: "notes",
    url: `http://127.0.0.1:${port}`,
    key: signing,
    onFailure: (error) => failures.push(error),
  });

const write = (subject: string) =>
  subgraph.database.transaction((transaction) =>
    record(transaction, { principal: servicePrincipal("notes"), at }, { subject, kind: "NOTED" }),
  );

function changes(variables: Record<string, unknown>): Question {
  const operation =
    "subscription ($subject: String, $after: Int) { noteChanges(subject: $subject, after: $after) { subject } }";
  return {
    kind: "subscription",
    operation,
    opening: openingOf(operation),
    variables: JSON.stringify(variables),
  };
}

const following = (variables: Record<string, unknown>, asked = context): AsyncIterator<SubgraphReply> =>
  followed.follow(changes(variables), asked)[Symbol.asyncIterator]();

const subjectIn = ({ value }: IteratorResult<SubgraphReply>): unknown => value.data.noteChanges.subject;

describe("following a subgraph in another process", () => {
  it("gives an answer for each event, many subscriptions over one connection", async () => {
    const subjects = Array.from({ length: 20 }, (_, index) => `subject ${index}`);
    const told = subjects.map((subject) => following({ subject, after: 0 }).next());
    for (const subject of subjects) await write(subject);
    expect((await Promise.all(told)).map(subjectIn)).toEqual(subjects);
  });

  it("passes a refusal of the subgraph on", async () => {
    await expect(following({ after: 99_999 }).next()).rejects.toMatchObject({
      extensions: { code: "BAD_INPUT", details: { field: "after" } },
    });
    expect(failures).toEqual([]);
  });

  it("is refused without the gateway's seal", async () => {
    const stranger = open(await openSigningKey(gatewayIdentity));
    const answers = stranger.follow(changes({ after: 0 }), context)[Symbol.asyncIterator]();
    await expect(answers.next()).rejects.toMatchObject({ extensions: { code: "UNSIGNED_REQUEST" } });
    await stranger.close();
  });

  it("ends with the way to go on when the connection breaks, and goes on there once the subgraph is back", async () => {
    const answers = following({ subject: "cut off", after: 0 });
    const first = answers.next();
    await write("cut off");
    expect(subjectIn(await first)).toBe("cut off");
    const told = expect(answers.next()).rejects.toMatchObject({
      extensions: { code: "SUBSCRIPTION_INTERRUPTED" },
    });
    await server.close();
    await told;
    expect(failures).toHaveLength(1);
    await expect(following({ after: 0 }).next()).rejects.toMatchObject({
      extensions: { code: "SUBGRAPH_UNAVAILABLE", details: { subgraph: "notes" } },
    });
    await write("cut off");
    server = await serve();
    const again = following({ subject: "cut off", after: 0 });
    expect([subjectIn(await again.next()), subjectIn(await again.next())]).toEqual(["cut off", "cut off"]);
  });

  it("ends when the client leaves, while an event is awaited", async () => {
    const client = new AbortController();
    const answers = following({ subject: "nothing" }, { ...context, ...{ signal: client.signal } });
    const waiting = answers.next();
    client.abort();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });
});
