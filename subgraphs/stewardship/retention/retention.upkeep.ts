import type { RequestScope } from "../../shared/subgraph.ts";
import { RetentionStore } from "./retention.store.ts";

/** 留存期满: what is past its years goes, a beginning of each chain, with the place and the seal of its end kept. */
export async function cutWhatIsPast({ database, at }: RequestScope): Promise<void> {
  const retention = new RetentionStore(database);
  for (const chain of await retention.past(at)) await retention.cut(chain, at);
}
