import { type Details, refuse } from "./errors.ts";

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
  if (code === "SUBGRAPH_UNAVAILABLE") throw refuse(code, details as Details);
  throw new Error(`the graph refused: ${code ?? ""} ${error.message}`);
}
