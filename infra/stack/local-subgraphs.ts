import type { Logger } from "pino";
import { untilEventOf } from "../../gateway/subscriptions/until-event.ts";
import { localSubgraph } from "../../gateway/transport/local-subgraph.ts";
import { subgraphs } from "../../schema/subgraphs.ts";
import type { GraphClient, UntilEvent } from "../../subgraphs/shared/graph-client.ts";
import { servicePrincipal } from "../../subgraphs/shared/principal.ts";
import { openSubgraph } from "../../subgraphs/shared/subgraph.ts";
import { follow } from "../following.ts";
import { loadProfileFolder } from "../profile-files.ts";
import type { Connections } from "./connections.ts";

export interface LocalSettings {
  readonly databaseUrls: ReadonlyMap<string, string>;
  /** Where departments' existing systems are, by the subgraph that reads one. */
  readonly sourceUrls?: ReadonlyMap<string, string>;
  /** Where files are kept, by the subgraph that takes any; none are taken where it is absent. */
  readonly mediaUrls?: ReadonlyMap<string, string>;
  /** Folder of whistle profiles beside those that come with the code; none where it is absent. */
  readonly profileFolder?: string | undefined;
  readonly feedIntervalMilliseconds: number;
  readonly log: Logger;
}

/** All subgraphs in this process, each on its own database, joined by plain calls. */
export async function openLocalSubgraphs(settings: LocalSettings): Promise<Connections> {
  const clients = new Map<string, GraphClient>();
  const waits = new Map<string, UntilEvent>();
  let clock: (() => Date) | undefined;
  const now = (): Date => onceUp(clock)();
  const opened = await Promise.allSettled(
    subgraphs.map(async (definition) => {
      const subgraph = await openSubgraph(definition, {
        databaseUrl: settings.databaseUrls.get(definition.name) ?? "",
        sourceUrl: settings.sourceUrls?.get(definition.name),
        mediaUrl: settings.mediaUrls?.get(definition.name),
        graph: (operation, variables, onBehalfOf) =>
          onceUp(clients.get(definition.name))(operation, variables, onBehalfOf),
        untilEvent: (subscription, variables, signal) =>
          onceUp(waits.get(definition.name))(subscription, variables, signal),
        clock: now,
        log: settings.log.child({ subgraph: definition.name }),
      });
      const { profileFolder } = settings;
      if (profileFolder && subgraph.name === "tickets") await loadProfileFolder(subgraph, profileFolder);
      return subgraph;
    }),
  );
  const running = opened.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  const failed = opened.find((each) => each.status === "rejected");
  if (failed) {
    await Promise.all(running.map((subgraph) => subgraph.close()));
    throw failed.reason;
  }

  let following: (() => Promise<void>)[] = [];
  return {
    subgraphs: new Map(running.map((subgraph) => [subgraph.name, localSubgraph(subgraph)])),
    connect(gateway) {
      for (const { name } of running) {
        const service = servicePrincipal(name);
        clients.set(name, gateway.clientFor(service));
        waits.set(name, untilEventOf(gateway, service, now));
      }
    },
    follow(given) {
      clock = given;
      following = running.map((subgraph) =>
        follow({
          subgraph,
          intervalMilliseconds: settings.feedIntervalMilliseconds,
          clock: given,
          log: settings.log.child({ subgraph: subgraph.name }),
        }),
      );
    },
    async unfollow() {
      await Promise.all(following.map((stop) => stop()));
    },
    async health() {
      const states = running.map(async (subgraph) => {
        const ready = subgraph.ready().then(
          () => "ready",
          () => "unavailable",
        );
        return [subgraph.name, await ready] as const;
      });
      return Object.fromEntries(await Promise.all(states));
    },
    async close() {
      await Promise.all(running.map((subgraph) => subgraph.close()));
    },
  };
}

/** What there is only when the gateway is open, before which subgraphs are. */
function onceUp<Part>(part: Part | undefined): Part {
  if (part === undefined) throw new Error("the graph is not up yet");
  return part;
}
