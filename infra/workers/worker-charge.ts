import cluster from "node:cluster";
import type { JWK } from "jose";
import { StartupError } from "../startup-error.ts";

/** What the supervisor tells a gateway worker over the channel between them: at first the key, at last to finish. */
export type WorkerCharge = { readonly privateKey: JWK } | { readonly retire: true };

/** What a worker says once it listens to its channel: what it is told earlier is lost. */
export const charging = "awaiting the key";

export interface Charged {
  readonly privateKey: JWK;
  /** Calls back once when the worker has been replaced and is to go. */
  onRetire(retire: () => void): void;
  /** Takes no more connections, which leaves them to the other workers; the channel ends after the last that we have. */
  leavePort(): void;
}

/** A worker's side of the channel; refused to a process that no supervisor started. */
export async function takeCharge(): Promise<Charged> {
  const { worker } = cluster;
  if (!worker)
    throw new StartupError("A gateway worker is started by infra/start-gateway.ts with WORKERS set.");
  // Without it Node would cut us off in mid-request when the supervisor dies; we end by ourselves, in order.
  worker.exitedAfterDisconnect = true;

  let retire = () => {};
  const privateKey = await new Promise<JWK>((resolve) => {
    process.on("message", (charge: WorkerCharge) => {
      if ("privateKey" in charge) resolve(charge.privateKey);
      else retire();
    });
    process.send?.(charging);
  });
  return {
    privateKey,
    onRetire(given) {
      retire = given;
    },
    leavePort: () => void worker.disconnect(),
  };
}
