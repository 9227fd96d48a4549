import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { pino } from "pino";
import type { RateLimitSettings } from "../../gateway/limits/rate-limit.ts";
import type { OpenIdProvider } from "../../gateway/session/session-door.ts";
import { openIssuer } from "../../infra/issuer/issuer.ts";
import { namedPost } from "../../infra/issuer/named-posts.ts";
import type { PostHolder } from "../../infra/issuer/post-holder.ts";
import type { Connections } from "../../infra/stack/connections.ts";
import { developmentPosts } from "../../infra/stack/development-posts.ts";
import { openLocalSubgraphs } from "../../infra/stack/local-subgraphs.ts";
import { connectRemoteSubgraphs } from "../../infra/stack/remote-subgraphs.ts";
import { startStack } from "../../infra/stack/stack.ts";
import { type SubgraphProcesses, startSubgraphProcesses } from "../../infra/stack/subgraph-processes.ts";
import { subgraphs } from "../../schema/subgraphs.ts";
import type { Day } from "../../subgraphs/shared/calendar.ts";
import { gatewayIdentity } from "../../subgraphs/shared/envelope.ts";
import { openSigningKey } from "../../subgraphs/shared/signing-key.ts";
import { openSubgraph } from "../../subgraphs/shared/subgraph.ts";
import { createDatabases } from "./database.ts";
import { untilSettled } from "./feeds.ts";
import { freePort } from "./free-port.ts";
import { openTestSources } from "./sources.ts";

/** Everything in this process, or each subgraph in a process of its own: the same tests run both ways. */
export type Mode = "in one process" | "a process per subgraph";
export const modes: readonly Mode[] = ["in one process", "a process per subgraph"];

export interface TestError {
  readonly code: unknown;
  readonly rule: unknown;
  /** What the rule leaves open, where one refused it. */
  readonly allowed: Readonly<Record<string, unknown>> | undefined;
  /** Who was first, where that is why. */
  readonly lastChange: Readonly<Record<string, unknown>> | undefined;
  readonly message: string;
  readonly messageZh: unknown;
  readonly details: Readonly<Record<string, unknown>>;
  readonly path: readonly unknown[];
}

export interface TestStack {
  readonly url: string;
  /** Database URL of each subgraph, for putting rows in place. */
  readonly databaseUrls: ReadonlyMap<string, string>;
  /** Where each subgraph listens; none where all are in this process. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Where photos and recordings are kept. */
  readonly mediaFolder: string;
  /** URL of the police archive, as the police themselves use it. */
  readonly policeArchive: string;
  /** Sets the instant by which every later request is judged, everywhere. */
  setClock(instant: string): void;
  /** The `Authorization` of a post at this instant, good for a working day unless told how many seconds. */
  authorizationOf(as: string | PostHolder, lifetime?: number): Promise<string>;
  /** Asks over HTTP with a token of a post: a named post's id, a post, or nobody; with headers such as a basis. */
  ask<Data = never>(
    query: string,
    variables?: Record<string, unknown>,
    as?: string | PostHolder,
    stated?: Readonly<Record<string, string>>,
  ): Promise<{ data: Data; errors: readonly TestError[] }>;
  /** Lets the subgraphs follow each other's feeds until nothing is new. */
  settle(): Promise<void>;
  /** Has a subgraph do what fell due by an instant, as one more process of it would. */
  upkeep(subgraph: string, instant: string): Promise<void>;
  /** Ends a subgraph's process as a crash would; it is started again. Only where each has one. */
  crash(subgraph: string): void;
  /** Stops a subgraph's process where it stands: it takes questions and answers none. Only where each has one. */
  halt(subgraph: string): void;
  /** Lets it go on. */
  goOn(subgraph: string): void;
  stop(): Promise<void>;
}

export interface TestStackSettings {
  /** What one client may ask for; without it as much as they like. */
  readonly allowance?: RateLimitSettings;
  /** With the demo dataset up to the day before. */
  readonly demoDay?: Day;
  /** An OpenID provider that pages may sign in with too, and the folder of its key. */
  readonly provider?: { readonly openId: OpenIdProvider; readonly directory: string };
}

/** The whole graph on databases of its own, with a clock the test sets. */
export async function startTestStack(
  mode: Mode,
  { allowance, demoDay, provider }: TestStackSettings = {},
): Promise<TestStack> {
  const names = subgraphs.map(({ name }) => name);
  const { urls, drop } = await createDatabases(names);
  const databaseUrls = new Map(Object.entries(urls));
  const sources = await openTestSources();
  const directory = await mkdtemp(join(tmpdir(), "whistlegraph-issuer-"));
  const log = pino({ level: process.env.LOG_LEVEL ?? "error" }, pino.destination(2));
  const issuerSettings = {
    issuer: provider?.openId.issuer ?? "https://issuer.test",
    audience: "whistlegraph",
  };
  const issuer = await openIssuer({ directory: provider?.directory ?? directory, ...issuerSettings });
  const gatewayKey = await openSigningKey(gatewayIdentity);
  const port = await freePort();
  let now = new Date("2026-06-01T09:00:00+08:00");
  const closing: (() => Promise<unknown>)[] = [() => rm(directory, { recursive: true }), drop, sources.close];

  const mediaFolder = join(directory, "media");
  const mediaUrl = pathToFileURL(mediaFolder).href;
  const mediaUrls = new Map([["tickets", mediaUrl]]);
  if (demoDay) await loadDemo(databaseUrls, mediaUrl, demoDay);
  const subgraphUrls = new Map<string, string>();
  let processes: SubgraphProcesses | undefined;
  const connections = await connect();
  const stack = await startStack({
    connections,
    gatewayKey,
    identity: { ...issuerSettings, keys: issuer.jwks, services: subgraphUrls },
    host: "127.0.0.1",
    port,
    clock: () => now,
    log,
    ...(allowance ? { guards: { allowance } } : {}),
    ...(demoDay ? { posts: developmentPosts(issuer, () => now) } : {}),
    ...(provider ? { openId: provider.openId } : {}),
  });
  closing.push(() => stack.stop());

  async function connect(): Promise<Connections> {
    if (mode === "in one process") {
      return openLocalSubgraphs({
        databaseUrls,
        sourceUrls: sources.urls,
        mediaUrls,
        feedIntervalMilliseconds: 50,
        log,
      });
    }
    for (const name of names) subgraphUrls.set(name, `unix:${join(directory, `${name}.sock`)}`);
    const started = await startSubgraphProcesses({
      databaseUrls,
      sourceUrls: sources.urls,
      mediaUrls,
      subgraphUrls,
      gatewayUrl: `http://127.0.0.1:${port}`,
      environment: { ...process.env, FEED_INTERVAL_MS: "50", LOG_LEVEL: process.env.LOG_LEVEL ?? "error" },
      log,
    });
    processes = started;
    closing.push(() => started.stop());
    return connectRemoteSubgraphs({ subgraphUrls, gatewayKey, log });
  }

  const halted = new Set<string>();
  function signal(subgraph: string, name: NodeJS.Signals): void {
    const pid = processes?.pids.get(subgraph);
    if (pid === undefined) throw new Error(`${subgraph} has no process of its own`);
    process.kill(pid, name);
  }

  async function authorizationOf(as: string | PostHolder, lifetime?: number): Promise<string> {
    const holder = typeof as === "string" ? namedPost(as) : as;
    if (!holder) throw new Error(`there is no named post ${as}`);
    return `Bearer ${await issuer.sign(holder, { now, ...(lifetime && { lifetime }) })}`;
  }

  return {
    url: stack.url,
    databaseUrls,
    subgraphUrls,
    mediaFolder,
    policeArchive: sources.policeArchive,
    authorizationOf,
    setClock(instant) {
      now = new Date(instant);
    },
    async ask(query, variables, as, stated = {}) {
      const headers = new Headers({ "content-type": "application/json", ...stated });
      if (as) headers.set("authorization", await authorizationOf(as));
      const response = await fetch(`${stack.url}/graphql`, {
        method: "POST",
        headers,
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors = [] } = (await response.json()) as RawAnswer;
      return { data: data as never, errors: errors.map(readError) };
    },
    settle: () => untilSettled(databaseUrls),
    async upkeep(name, instant) {
      const definition = subgraphs.find((each) => each.name === name);
      if (!definition) throw new Error(`there is no subgraph ${name}`);
      const graph = () => Promise.reject(new Error("what falls due asks nothing of others"));
      const databaseUrl = databaseUrls.get(name) ?? "";
      const opened = await openSubgraph(definition, { databaseUrl, graph, clock: () => now, log });
      await opened.upkeep(new Date(instant)).finally(() => opened.close());
    },
    crash: (subgraph) => signal(subgraph, "SIGKILL"),
    halt(subgraph) {
      signal(subgraph, "SIGSTOP");
      halted.add(subgraph);
    },
    goOn(subgraph) {
      signal(subgraph, "SIGCONT");
      halted.delete(subgraph);
    },
    async stop() {
      // What is halted would not hear that it is to end.
      for (const subgraph of halted) signal(subgraph, "SIGCONT");
      for (const close of closing.reverse()) await close();
    },
  };
}

async function loadDemo(
  databaseUrls: ReadonlyMap<string, string>,
  mediaUrl: string,
  today: Day,
): Promise<void> {
  const { loadDataset } = await import("../../infra/dataset/load/load.ts");
  const { addSamplePhotos } = await import("../../infra/dataset/load/sample-photos.ts");
  await loadDataset(databaseUrls, { scale: "demo", seed: 20_261_101, today }, () => undefined);
  await addSamplePhotos(databaseUrls.get("tickets") ?? "", mediaUrl);
}

interface RawError {
  readonly message: string;
  readonly path?: readonly unknown[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface RawAnswer {
  readonly data?: unknown;
  readonly errors?: readonly RawError[];
}

function readError(error: RawError): TestError {
  const { code, rule, allowed, lastChange, messageZh, details = {} } = error.extensions ?? {};
  return {
    code,
    rule,
    allowed: allowed as TestError["allowed"],
    lastChange: lastChange as TestError["lastChange"],
    messageZh,
    details: details as TestError["details"],
    message: error.message,
    path: error.path ?? [],
  };
}
