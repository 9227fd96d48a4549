import type { Connections } from "./connections.ts";
import { connectRemoteSubgraphs, type RemoteSettings } from "./remote-subgraphs.ts";
import { type ProcessSettings, startSubgraphProcesses } from "./subgraph-processes.ts";

/** All subgraphs in processes of their own that live as long as the connections to them. */
export async function openProcessSubgraphs(settings: ProcessSettings & RemoteSettings): Promise<Connections> {
  const processes = await startSubgraphProcesses(settings);
  const remote = connectRemoteSubgraphs(settings);
  return {
    ...remote,
    async close() {
      await processes.stop();
      await remote.close();
    },
  };
}
