import { readContract } from "./contract.ts";
import { openLog } from "./log.ts";
import { answerSignal, runUntilStopped } from "./main.ts";
import { readSettings } from "./settings.ts";
import { openGatewayProcess } from "./stack/gateway-process.ts";
import { takeCharge } from "./workers/worker-charge.ts";

/** One of several gateway processes that share a port, started by the supervisor of them. */
await runUntilStopped(async (opened) => {
  // Ctrl-C and a closing terminal reach the whole process group: when we end is for the supervisor to say.
  for (const signal of ["SIGINT", "SIGHUP"] as const) answerSignal(signal, () => undefined);
  const { privateKey, onRetire, leavePort } = await takeCharge();
  const { subgraphs } = await readContract();
  const settings = readSettings(process.env, subgraphs);
  const log = openLog(settings.LOG_LEVEL).child({ worker: process.pid });
  const gateway = await openGatewayProcess(settings, privateKey, { opened, log });
  onRetire(() => gateway.depart().then(leavePort));
  log.info({ url: gateway.url }, "gateway worker ready");
});
