import type { RequestScope } from "../../shared/subgraph.ts";
import { MediaStore } from "./media.store.ts";

/** Every minute, what was sent for a demand that never came is let go of. */
export async function discardUnclaimedMedia({ database, at, storage }: RequestScope): Promise<void> {
  if (storage) await new MediaStore(database).discardUnclaimed(at, (id) => storage.remove(id));
}
