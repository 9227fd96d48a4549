import "reflect-metadata";
import { subgraphs } from "../schema/subgraphs.ts";
import { gatewayIdentity } from "../subgraphs/shared/envelope.ts";
import { openSigningKey } from "../subgraphs/shared/signing-key.ts";
import { openLog } from "./log.ts";
import { runUntilStopped } from "./main.ts";
import { readSettings } from "./settings.ts";
import { openIdentity } from "./stack/identity.ts";
import { connectRemoteSubgraphs } from "./stack/remote-subgraphs.ts";
import { startStack } from "./stack/stack.ts";

/** The gateway as a process of its own, in front of subgraphs that run elsewhere. */
await runUntilStopped(async () => {
  const settings = readSettings(
    process.env,
    subgraphs.map(({ name }) => name),
  );
  const log = openLog(settings.LOG_LEVEL);
  const clock = () => new Date();
  const gatewayKey = await openSigningKey(gatewayIdentity);
  const { identity, posts } = await openIdentity(settings, settings.subgraphUrls, clock);
  const stack = await startStack({
    connections: connectRemoteSubgraphs({ subgraphUrls: settings.subgraphUrls, gatewayKey, log }),
    gatewayKey,
    identity,
    ...(posts ? { posts } : {}),
    host: settings.HOST,
    port: settings.PORT,
    clock,
    log,
  });
  log.info({ url: stack.url }, "gateway ready");
  return stack;
});
