import { pino } from "pino";
import type { Identify } from "../../gateway/access/identity.ts";
import { openFront } from "../../gateway/front.ts";
import type { GatewaySettings } from "../../gateway/gateway.ts";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { Part } from "./composed.ts";
import { smallFederation } from "./federation.ts";

export interface SmallFront {
  readonly url: string;
  close(): Promise<void>;
}

/** Whoever comes without a token is nobody, and no token is good. */
const nobody: Identify = async (authorization) => {
  if (authorization) throw refuse("UNAUTHENTICATED");
  return null;
};

/** The doors of a gateway before subgraphs written for one test, on a port of their own. */
export async function smallFront(
  parts: Readonly<Record<string, Part>>,
  identify: Identify = nobody,
  settings: Partial<GatewaySettings> = {},
): Promise<SmallFront> {
  const { gateway, stop } = await smallFederation(parts, identify, settings);
  const front = await openFront({
    host: "127.0.0.1",
    port: 0,
    log: pino({ level: "silent" }),
    gateway,
    jwks: { keys: [] },
    pages: [],
    subgraphHealth: async () => ({}),
  });
  return {
    url: front.url,
    async close() {
      await front.close();
      await stop();
    },
  };
}
