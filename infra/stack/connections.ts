import type { Gateway } from "../../gateway/gateway.ts";
import type { SubgraphConnection } from "../../gateway/transport/subgraph-connection.ts";

/** The subgraphs as the stack holds them, whether in this process or in others. */
export interface Connections {
  readonly subgraphs: ReadonlyMap<string, SubgraphConnection>;
  /** Gives the subgraphs the graph to ask, once there is a gateway. */
  connect(gateway: Gateway): void;
  /** Starts following feeds and the clock. */
  follow(clock: () => Date): void;
  /** Follows nothing any more; resolves when what was begun is done, so that nobody asks the graph of their own accord. */
  unfollow(): Promise<void>;
  health(): Promise<Readonly<Record<string, string>>>;
  close(): Promise<void>;
}
