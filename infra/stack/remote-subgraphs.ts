import type { Logger } from "pino";
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
    const onFailure = (subgraph: string, err: unknown) =>
      log.warn({ subgraph, err }, "a subgraph did not answer");
    return [name, httpSubgraph({ name, url, key: gatewayKey, onFailure })] as const;
  });
  return {
    subgraphs: new Map(connected),
    connect: () => undefined,
    follow: () => undefined,
    async health() {
      const states = [...subgraphUrls].map(async ([name, url]) => [name, await healthOf(url)] as const);
      return Object.fromEntries(await Promise.all(states));
    },
    async close() {
      await Promise.all(connected.map(([, subgraph]) => subgraph.close()));
    },
  };
}

/** "ready", "unavailable" when it answers otherwise, "unreachable" when it does not answer. */
async function healthOf(url: string): Promise<string> {
  try {
    const response = await fetch(new URL("/health/ready", url), {
      signal: AbortSignal.timeout(3_000),
      redirect: "error",
    });
    return response.ok ? "ready" : "unavailable";
  } catch {
    return "unreachable";
  }
}
