import { urlOf } from "../subgraphs/shared/http.ts";
import { buildConsoleBeside } from "./console-build.ts";
import { readContract } from "./contract.ts";
import { openLog } from "./log.ts";
import { answerSignal, runUntilStopped } from "./main.ts";
import { refuseTakenPort } from "./port.ts";
import { readSettings } from "./settings.ts";
import { cores } from "./workers/cores.ts";
import { gatewayPrivateKey } from "./workers/gateway-key.ts";
import { startGatewayWorkers } from "./workers/gateway-workers.ts";

/**
 * The gateway alone, in front of subgraphs that run elsewhere: one process, or a supervisor and workers that share the
 * port. SIGHUP does not end it: it makes a supervisor replace its workers, one by one.
 */
await runUntilStopped(async (opened) => {
  const { subgraphs } = await readContract();
  const settings = readSettings(process.env, subgraphs);
  const { HOST: host, PORT: port, WORKERS: count = cores(), GATEWAY_HEAP_MB: heapMegabytes } = settings;
  await refuseTakenPort(port, host, { of: "The gateway", setting: "PORT" });
  const log = openLog(settings.LOG_LEVEL);
  await buildConsoleBeside(log);
  const privateKey = await gatewayPrivateKey(settings.GATEWAY_KEY_FILE);

  if (count === 1) {
    const { openGatewayProcess } = await import("./stack/gateway-process.ts");
    await openGatewayProcess(settings, privateKey, { opened, log });
    answerSignal("SIGHUP", () =>
      log.warn("one process alone cannot be replaced while it serves: set WORKERS"),
    );
  } else {
    const workers = startGatewayWorkers({
      count,
      heapMegabytes,
      privateKey,
      environment: process.env,
      log,
    });
    opened.push(workers.stop);
    await workers.ready;
    answerSignal("SIGHUP", workers.replaceAll);
  }
  log.info({ url: urlOf(host, port), workers: count }, "gateway ready");
});
