import { afterAll, beforeAll } from "vitest";
import type { Gateway } from "../../gateway/gateway.ts";
import {
  answeringOf,
  composed,
  connectionsTo,
  gatewayOver,
  type Part,
  type Sent,
  type Tamper,
  type Told,
  told,
} from "./composed.ts";
import { type Stock, stockOver } from "./oracles.ts";

type Asking = (query: string, variables?: Record<string, unknown>, operationName?: string) => Promise<Told>;

export interface Federated {
  /** Asks our gateway. */
  readonly ask: Asking;
  /** Asks Apollo's own gateway over the same subgraphs: where it is known to be wrong, a test says how. */
  readonly askStock: Asking;
  /** What our gateway sent to the subgraphs for the last question, in order. */
  sent(): readonly Sent[];
}

/** Our gateway before the subgraphs of one test file, for as long as the file runs. */
export function federated(parts: Readonly<Record<string, Part>>, tamper?: Tamper): Federated {
  const requests: Sent[] = [];
  let gateway: Gateway;
  let stock: Stock;
  beforeAll(async () => {
    const supergraph = composed(parts);
    const tampering = tamper ? { tamper } : {};
    const onRequest = (sent: Sent): void => void requests.push(sent);
    gateway = await gatewayOver(supergraph, connectionsTo(parts, { onRequest, ...tampering }));
    stock = await stockOver(supergraph, connectionsTo(parts, tampering));
  });
  afterAll(async () => {
    await gateway?.stop();
    await stock?.stop();
  });
  return {
    async ask(query, variables, operationName) {
      requests.length = 0;
      return told(await answeringOf(gateway)(asked(query, variables, operationName)));
    },
    askStock: async (query, variables, operationName) =>
      told(await stock.answer(asked(query, variables, operationName))),
    sent: () => requests,
  };
}

const asked = (query: string, variables?: Record<string, unknown>, operationName?: string) => ({
  query,
  ...(variables ? { variables } : {}),
  ...(operationName ? { operationName } : {}),
});
