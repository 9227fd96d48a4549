import { GraphQLError } from "graphql";
import { refuse } from "./errors.ts";
import type { GraphClient } from "./graph-client.ts";

/** Asks another subgraph. Whatever goes wrong there, the caller reads whose system cannot be reached: this one's, unless the graph names another. */
export const ask = <Data>(
  graph: GraphClient,
  subgraph: string,
  question: string,
  variables: Record<string, unknown>,
): Promise<Data> =>
  graph<Data>(question, variables).catch((error: unknown) => {
    throw error instanceof GraphQLError ? error : refuse("SUBGRAPH_UNAVAILABLE", { subgraph });
  });

/**
 * An answer to be opened later. The graph is asked before the transaction, but a request sent twice must get its first
 * answer again, whatever the lists say by now: so a bad answer may only count once the key is known to be new.
 */
export async function sealed<Answer>(question: Promise<Answer>): Promise<() => Answer> {
  try {
    const answer = await question;
    return () => answer;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
