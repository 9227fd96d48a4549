import type { Grounds } from "../../gateway/access/grounds.ts";
import type { Identify } from "../../gateway/access/identity.ts";
import type { Gateway, GatewaySettings } from "../../gateway/gateway.ts";
import type { Principal } from "../../subgraphs/shared/principal.ts";
import {
  answerOf,
  composed,
  composedInstant,
  connectionsTo,
  gatewayOver,
  type Part,
  type Sent,
  type Told,
  told,
} from "./composed.ts";

export interface SmallFederation {
  readonly gateway: Gateway;
  /** Asks as the principal and gives the whole answer, errors included. */
  ask(query: string, as: Principal | null, grounds?: Grounds): Promise<Told>;
  /** Every operation the subgraphs were sent, in order. */
  readonly sent: readonly string[];
  /** The same, with who was asked what in whose name. */
  readonly heard: readonly Sent[];
  /** Resolves when all that was read is on record. */
  recorded(): Promise<void>;
  stop(): Promise<void>;
}

/** A gateway before subgraphs written for one test, that callers of the test's own may ask. */
export async function smallFederation(
  parts: Readonly<Record<string, Part>>,
  identify: Identify = async () => null,
  settings: Partial<GatewaySettings> = {},
): Promise<SmallFederation> {
  const sent: string[] = [];
  const heard: Sent[] = [];
  const connections = connectionsTo(parts, {
    contextValue: (asked) => asked,
    onRequest(asked) {
      sent.push(asked.operation);
      heard.push(asked);
    },
  });
  const gateway = await gatewayOver(composed(parts), connections, { identify, ...settings });
  return {
    gateway,
    sent,
    heard,
    ask: async (query, as, grounds = {}) =>
      told(answerOf(await gateway.answer({ query }, { principal: as, at: composedInstant, ...grounds }))),
    recorded: () => gateway.recorded(),
    stop: () => gateway.stop(),
  };
}
