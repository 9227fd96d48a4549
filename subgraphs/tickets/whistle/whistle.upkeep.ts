import { actorOf } from "../../shared/move.ts";
import type { RequestScope } from "../../shared/subgraph.ts";
import { WhistleMoveStore } from "./whistle-moves.store.ts";

/** 超时升级: every minute, the clocks that ran out go where the profile says, without anybody having to ask (KF-12). */
export async function escalateWhatRanOut({ database, principal, at }: RequestScope): Promise<void> {
  const moves = new WhistleMoveStore(database, principal);
  for (const district of await moves.districtsToSweep(at)) {
    await moves.sweep(district, `upkeep:${district}:${at.toISOString()}`, actorOf({ principal, at }));
  }
}
