import type { Principal } from "../../subgraphs/shared/principal.ts";
import type { Entitlements } from "./entitlements.ts";

/** Who asks, with what the owners of others' data let them see of it in this request. */
export interface Caller {
  readonly principal: Principal | null;
  readonly entitlements: Entitlements;
}
