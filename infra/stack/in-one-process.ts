import { gatewayIdentity } from "../../subgraphs/shared/envelope.ts";
import { openSigningKey } from "../../subgraphs/shared/signing-key.ts";
import type { Issuer } from "../issuer/issuer.ts";
import { phase } from "../phase.ts";
import { guardsOf } from "./guards.ts";
import { openIdentity } from "./identity.ts";
import { openLocalSubgraphs } from "./local-subgraphs.ts";
import type { Shape } from "./shape.ts";
import { startStack } from "./stack.ts";

/** Every subgraph and the gateway in this process. */
export async function openInOneProcess(shape: Shape): Promise<Issuer | undefined> {
  const { settings, databaseUrls, sourceUrls, privateKey, clock, log, opened, recordAccess = true } = shape;
  const { HOST: host, PORT: port, FEED_INTERVAL_MS: feedIntervalMilliseconds } = settings;
  const gatewayKey = await openSigningKey(gatewayIdentity, privateKey);
  const identity = await openIdentity(settings, new Map(), { clock, log });
  const connections = await phase("Starting the subgraphs", () =>
    openLocalSubgraphs({
      databaseUrls,
      sourceUrls,
      mediaUrls: settings.mediaUrls,
      profileFolder: settings.WHISTLE_PROFILES,
      feedIntervalMilliseconds,
      log,
    }),
  );
  const stack = await startStack({
    connections,
    gatewayKey,
    ...identity,
    guards: guardsOf(settings),
    host,
    port,
    clock,
    log,
    recordAccess,
  });
  opened.push(() => stack.stop());
  return identity.issuer;
}
