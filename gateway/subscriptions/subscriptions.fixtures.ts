import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { openIssuer } from "../../infra/issuer/issuer.ts";
import type { PostHolder } from "../../infra/issuer/post-holder.ts";
import { compose } from "../../schema/registry/compose.ts";
import { buildFederatedSchema } from "../../subgraphs/shared/federated-schema.ts";
import { lastPosition } from "../../subgraphs/shared/feed.ts";
import { listen } from "../../subgraphs/shared/http.ts";
import { record } from "../../subgraphs/shared/log-entry.ts";
import { Post, servicePrincipal } from "../../subgraphs/shared/principal.ts";
import { openSubgraph } from "../../subgraphs/shared/subgraph.ts";
import { createDatabases } from "../../test/testkit/database.ts";
import { notes } from "../../test/testkit/notes.ts";
import { createIdentify } from "../access/identity.ts";
import { createGateway } from "../gateway.ts";
import type { RequestContext } from "../request-context.ts";
import { supergraphOf } from "../supergraph/supergraph.ts";
import { localSubgraph } from "../transport/local-subgraph.ts";
import { wantsEvents } from "./event-streams.ts";
import { openSubscriptions, type SubscriptionsSettings } from "./subscriptions.ts";

export const steward: PostHolder = {
  post: Post.DATA_STEWARD,
  unit: "110117-DATA-BUREAU",
  division: "110117",
};

/** When tests begin; tokens are good for an hour. */
export const morning = "2026-06-01T09:00:00+08:00";

/** Follows notes: what the tests subscribe to. */
export const following = `subscription Follow($subject: String, $after: Int) {
  noteChanges(subject: $subject, after: $after) { position subject }
}`;

export type NotesGraph = Awaited<ReturnType<typeof openNotesGraph>>;

/** A gateway before the smallest subgraph, with its doors for subscriptions, on a clock the test sets. */
export async function openNotesGraph(
  settings: Pick<SubscriptionsSettings, "limits" | "allowedOrigins" | "proxies"> = {},
) {
  const { urls, drop } = await createDatabases(["notes"]);
  const log = pino({ level: "silent" });
  const told: RequestContext[] = [];
  let now = new Date(morning);
  const clock = () => now;
  const open = () =>
    openSubgraph(notes, {
      databaseUrl: urls.notes ?? "",
      graph: () => Promise.reject(new Error("no graph")),
      clock,
      log,
    });
  let subgraph = await open();
  const composition = compose([{ name: "notes", sdl: buildFederatedSchema(notes).sdl }]);
  if (!composition.success) throw new Error(JSON.stringify(composition.errors));
  const directory = await mkdtemp(join(tmpdir(), "whistlegraph-issuer-"));
  const identity = { issuer: "https://issuer.test", audience: "whistlegraph" };
  const issuer = await openIssuer({ directory, ...identity });
  const identify = createIdentify({ ...identity, keys: issuer.jwks });
  const gateway = await createGateway({
    supergraph: supergraphOf(composition.supergraph),
    subgraphs: new Map([
      [
        "notes",
        localSubgraph({
          execute: (...asked) => subgraph.execute(...asked),
          subscribe: (...asked) => subgraph.subscribe(...asked),
        }),
      ],
    ]),
    identify,
    clock,
    log,
    onAsked: async (_, context) => {
      told.push(context);
    },
  });
  const subscriptions = openSubscriptions({ gateway, identify, clock, log, ...settings });
  const server = await listen(
    (request, response) =>
      wantsEvents(request) ? subscriptions.serveEvents(request, response) : gateway.handle(request, response),
    { host: "127.0.0.1", port: 0, log, upgrade: subscriptions.upgrade },
  );

  return {
    url: `${server.url}/graphql`,
    gateway,
    clock,
    subscriptions,
    /** As what each event was told, in order. */
    told,
    setClock(instant: string) {
      now = new Date(instant);
    },
    /** Position of the last change: to follow from here is to see what the test writes, and nothing before. */
    last: () => lastPosition(subgraph.database),
    /** The `Authorization` of a post's holder, good for an hour. */
    authorization: async (holder = steward) =>
      `Bearer ${await issuer.sign(holder, { now, lifetime: 3_600 })}`,
    write: (...subjects: string[]) =>
      subgraph.database.transaction(async (transaction) => {
        for (const subject of subjects)
          await record(
            transaction,
            { principal: servicePrincipal("notes"), at: now },
            { subject, kind: "NOTED" },
          );
      }),
    /** The subgraph stops, which breaks off what it told; meanwhile it is not there. */
    async stopsWhile(meanwhile: () => Promise<void>) {
      await subgraph.close();
      await meanwhile();
      subgraph = await open();
    },
    async close() {
      await subscriptions.close();
      await server.close();
      await gateway.stop();
      await subgraph.close();
      await Promise.all([drop(), rm(directory, { recursive: true })]);
    },
  };
}
