import { gatewayIdentity } from "../subgraphs/shared/envelope.ts";
import { openSigningKey } from "../subgraphs/shared/signing-key.ts";
import { readContract } from "./contract.ts";
import { openLog } from "./log.ts";
import { runUntilStopped } from "./main.ts";
import { refuseTakenPort } from "./port.ts";
import { readSettings } from "./settings.ts";
import { openIdentity } from "./stack/identity.ts";
import { connectRemoteSubgraphs } from "./stack/remote-subgraphs.ts";
import { startStack } from "./stack/stack.ts";

/** The gateway as a process of its own, in front of subgraphs that run elsewhere. */
await runUntilStopped(async (opened) => {
  const { subgraphs } = await readContract();
  const settings = readSettings(process.env, subgraphs);
  const { HOST: host, PORT: port, subgraphUrls } = settings;
  await refuseTakenPort(port, host, { of: "The gateway", setting: "PORT" });

  const log = openLog(settings.LOG_LEVEL);
  const clock = () => new Date();
  const gatewayKey = await openSigningKey(gatewayIdentity);
  const issuer = await openIdentity(settings, subgraphUrls, { clock, log });
  const connections = connectRemoteSubgraphs({ subgraphUrls, gatewayKey, log });
  const stack = await startStack({ connections, gatewayKey, ...issuer, host, port, clock, log });
  opened.push(() => stack.stop());
  log.info({ url: stack.url }, "gateway ready");
});
