import type { Identify } from "../../gateway/access/identity.ts";
import type { Gateway, GatewaySettings } from "../../gateway/gateway.ts";
import type { Principal } from "../../subgraphs/shared/principal.ts";
import { answerOf, composed, connectionsTo, gatewayOver, type Part, type Told, told } from "./composed.ts";

export interface SmallFederation {
  readonly gateway: Gateway;
  /** Asks as the principal and gives the whole answer, errors included. */
  ask(query: string, as: Principal | null): Promise<Told>;
  /** Every operation the subgraphs were sent, in order. */
  readonly sent: readonly string[];
  stop(): Promise<void>;
}

/** A gateway before subgraphs written for one test, that callers of the test's own may ask. */
export async function smallFederation(
  parts: Readonly<Record<string, Part>>,
  identify: Identify = async () => null,
  settings: Partial<GatewaySettings> = {},
): Promise<SmallFederation> {
  const sent: string[] = [];
  const connections = connectionsTo(parts, { onRequest: ({ operation }) => void sent.push(operation) });
  const gateway = await gatewayOver(composed(parts), connections, { identify, ...settings });
  return {
    gateway,
    sent,
    ask: async (query, as) =>
      told(answerOf(await gateway.answer({ query }, { principal: as, at: new Date(0) }))),
    stop: () => gateway.stop(),
  };
}
