import type { JWK } from "jose";
import type { Logger } from "pino";
import { gatewayIdentity } from "../../subgraphs/shared/envelope.ts";
import { openSigningKey } from "../../subgraphs/shared/signing-key.ts";
import type { Issuer } from "../issuer/issuer.ts";
import type { Opened } from "../opened.ts";
import type { Settings } from "../settings.ts";
import { watchConnections } from "../workers/connections.ts";
import { guardsOf } from "./guards.ts";
import { openIdentity } from "./identity.ts";
import { connectRemoteSubgraphs } from "./remote-subgraphs.ts";
import { startStack } from "./stack.ts";

export interface GatewayProcess {
  readonly url: string;
  /** The development issuer; absent where tokens come from elsewhere. */
  readonly issuer: Issuer | undefined;
  /** Sees clients off; resolves when those who were connected have left or are idle. */
  depart(): Promise<void>;
}

/** The gateway in this process, in front of subgraphs that run elsewhere: the only one at its port, or one of several. */
export async function openGatewayProcess(
  settings: Settings,
  privateKey: JWK,
  { opened, log }: { opened: Opened; log: Logger },
): Promise<GatewayProcess> {
  const { HOST: host, PORT: port, subgraphUrls } = settings;
  const depart = watchConnections();
  const clock = () => new Date();
  const gatewayKey = await openSigningKey(gatewayIdentity, privateKey);
  const identity = await openIdentity(settings, subgraphUrls, { clock, log });
  const connections = connectRemoteSubgraphs({ subgraphUrls, gatewayKey, log });
  const stack = await startStack({
    connections,
    gatewayKey,
    ...identity,
    guards: guardsOf(settings),
    host,
    port,
    clock,
    log,
  });
  opened.push(() => stack.stop());
  opened.push(depart);
  return { url: stack.url, issuer: identity.issuer, depart };
}
