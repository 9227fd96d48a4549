import { sharedErrors } from "./errors.ts";
import { type Details, refusal } from "./refusal.ts";

/**
 * How a subgraph asks the others: one operation through the gateway, under the subgraph's own service identity.
 * Resolves to the operation's data; any error in the answer rejects, because a rule must not be judged on half an answer.
 *
 * @param onBehalfOf id of the person for whom it is asked, for the record of it
 */
export type GraphClient = <Data>(
  operation: string,
  variables?: Record<string, unknown>,
  onBehalfOf?: string,
) => Promise<Data>;

/**
 * How a subgraph waits for what happens elsewhere in the graph: resolves with the first event of a subscription, or when it
 * is time to ask anew; rejects where it cannot be followed, and when the signal is aborted. It says that something happened
 * and no more: a wake-up may be lost, so whoever is woken also looks now and then.
 */
export type UntilEvent = (
  subscription: string,
  variables: Record<string, unknown>,
  signal: AbortSignal,
) => Promise<void>;

/** HTTP header in which whoever asks says for whom, percent-encoded. */
export const onBehalfOfHeader = "whistlegraph-on-behalf-of";

/** The same client, asking for somebody; for nobody in particular where there is none. */
export const graphOnBehalfOf =
  (graph: GraphClient, person: { readonly id: string } | null): GraphClient =>
  (operation, variables) =>
    graph(operation, variables, person?.id);

/** Asks a gateway over HTTP, with a service token made for each request. */
export const graphOverHttp =
  (gatewayUrl: string, token: () => Promise<string>): GraphClient =>
  async <Data>(
    query: string,
    variables: Record<string, unknown> = {},
    onBehalfOf?: string,
  ): Promise<Data> => {
    const response = await fetch(`${gatewayUrl}/graphql`, {
      method: "POST",
      redirect: "error",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${await token()}`,
        ...(onBehalfOf !== undefined && { [onBehalfOfHeader]: encodeURIComponent(onBehalfOf) }),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(10_000),
    });
    return dataOf<Data>((await response.json()) as GraphAnswer);
  };

/** A service token is good for a minute, and whoever stands behind one is asked for at every event. */
const askAnewAfter = 45_000;

/** Waits for an event at a gateway over HTTP: an event stream costs it no more than an open connection. */
export const untilEventOverHttp =
  (gatewayUrl: string, token: () => Promise<string>): UntilEvent =>
  async (query, variables, signal) => {
    const leaving = new AbortController();
    const leave = (): void => leaving.abort();
    signal.addEventListener("abort", leave, { once: true });
    let isOld = false;
    const old = setTimeout(() => {
      isOld = true;
      leave();
    }, askAnewAfter);
    try {
      signal.throwIfAborted();
      const response = await fetch(`${gatewayUrl}/graphql`, {
        method: "POST",
        redirect: "error",
        headers: {
          "content-type": "application/json",
          accept: "text/event-stream",
          authorization: `Bearer ${await token()}`,
        },
        body: JSON.stringify({ query, variables }),
        signal: leaving.signal,
      });
      dataOf(await firstEvent(response));
    } catch (error) {
      if (!isOld) throw error;
    } finally {
      clearTimeout(old);
      signal.removeEventListener("abort", leave);
      leave();
    }
  };

/** The first result in a stream of server-sent events. */
async function firstEvent({ body, status }: Response): Promise<GraphAnswer> {
  let text = "";
  for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += part;
    const [, result] = /^event: next\ndata: (.*)\n\n/m.exec(text) ?? [];
    if (result !== undefined) return JSON.parse(result) as GraphAnswer;
  }
  throw new Error(`the graph's events ended before there was one (HTTP status ${status})`);
}

interface GraphAnswer {
  readonly data?: unknown;
  readonly errors?:
    | readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[]
    | undefined;
}

/** The data of an answer without errors; the first error otherwise. */
export function dataOf<Data>(answer: GraphAnswer): Data {
  const [error] = answer.errors ?? [];
  if (!error) return answer.data as Data;
  const { code, details } = error.extensions ?? {};
  // Whoever asked us is told which department's system is down, not that something failed.
  if (code === "SUBGRAPH_UNAVAILABLE") throw refusal(code, sharedErrors[code], details as Details);
  throw new Error(`the graph refused: ${code ?? ""} ${error.message}`);
}
