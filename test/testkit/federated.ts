import { afterAll, beforeAll } from "vitest";
import type { Gateway } from "../../gateway/gateway.ts";
import {
  type Answer,
  answeringOf,
  composed,
  connectionsTo,
  gatewayOver,
  type Part,
  type Sent,
  type Tamper,
} from "./composed.ts";
import { type Stock, stockOver } from "./oracles.ts";

/** An answer as tests write it out: of an error only what a client may rely on. */
export interface Told {
  readonly data: unknown;
  readonly errors: readonly { readonly path: unknown; readonly code: unknown }[];
}

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
    ask(query, variables, operationName) {
      requests.length = 0;
      return told(answeringOf(gateway)(asked(query, variables, operationName)));
    },
    askStock: (query, variables, operationName) => told(stock.answer(asked(query, variables, operationName))),
    sent: () => requests,
  };
}

const asked = (query: string, variables?: Record<string, unknown>, operationName?: string) => ({
  query,
  ...(variables ? { variables } : {}),
  ...(operationName ? { operationName } : {}),
});

async function told(answer: Promise<Answer>): Promise<Told> {
  const { data, errors } = await answer;
  return { data, errors: errors.map(({ path, code }) => ({ path, code })) };
}
