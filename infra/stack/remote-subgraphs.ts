import type { Logger } from "pino";
import type { BreakerState } from "../../gateway/transport/breaker.ts";
import { get } from "../../gateway/transport/get.ts";
import { httpSubgraph } from "../../gateway/transport/http-subgraph.ts";
import type { SigningKey } from "../../subgraphs/shared/signing-key.ts";
import type { Connections } from "./connections.ts";

export interface RemoteSettings {
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly gatewayKey: SigningKey;
  readonly log: Logger;
}

/** Subgraphs in processes of their own: asked over HTTP, following their feeds by themselves. */
export function connectRemoteSubgraphs({ subgraphUrls, gatewayKey, log }: RemoteSettings): Connections {
  const connected = [...subgraphUrls].map(([name, url]) => {
    const connection = httpSubgraph({
      name,
      url,
      key: gatewayKey,
      onFailure: ({ subgraph, reference, error }) =>
        log.warn({ subgraph, reference, reason: error.reason, err: error }, "a subgraph did not answer"),
      onState: (subgraph, state) => log.warn({ subgraph, state }, stateMessages[state]),
    });
    return [name, connection] as const;
  });
  return {
    subgraphs: new Map(connected),
    connect: () => undefined,
    follow: () => undefined,
    unfollow: async () => undefined,
    async health() {
      const states = connected.map(async ([name, { state }]) => {
        const health = await healthOf(subgraphUrls.get(name) ?? "");
        return [name, health === "ready" && state !== "CLOSED" ? "recovering" : health] as const;
      });
      return Object.fromEntries(await Promise.all(states));
    },
    async close() {
      await Promise.all(connected.map(([, subgraph]) => subgraph.close()));
    },
  };
}

const stateMessages: Readonly<Record<BreakerState, string>> = {
  OPEN: "a subgraph failed again and again and is left in peace",
  TRIED: "a subgraph is tried again",
  CLOSED: "a subgraph answers again",
};

/** "ready", "unavailable" when it answers otherwise, "unreachable" when it does not answer. */
async function healthOf(url: string): Promise<string> {
  try {
    const response = await get(url, "/health/ready", 3_000);
    return response.ok ? "ready" : "unavailable";
  } catch {
    return "unreachable";
  }
}
