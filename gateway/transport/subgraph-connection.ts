import type { GraphQLError, GraphQLFormattedError } from "graphql";
import type { Principal } from "../../subgraphs/shared/principal.ts";
import type { UploadDoor } from "../../subgraphs/shared/uploads.ts";
import type { RequestContext } from "../request-context.ts";
import type { Provenance } from "./provenance.ts";

/** One question to one subgraph, however it travels: a call in this process or a request over HTTP. */
export interface Question {
  readonly kind: "query" | "mutation" | "subscription";
  /** The operation as GraphQL text; the same for every request of one plan. */
  readonly operation: string;
  /** The beginning of the JSON body that carries it, `{"query":"…"`, made once and completed by `bodyOf`. */
  readonly opening: string;
  /** Its variables as the text of a JSON object; absent when it takes none. */
  readonly variables?: string | undefined;
  /** How long it may take where that is less than others of its kind, in milliseconds. */
  readonly within?: number | undefined;
}

export interface SubgraphReply {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly (GraphQLError | GraphQLFormattedError)[];
}

export type Ask = (
  question: Question,
  context: RequestContext,
  provenance?: Provenance,
) => Promise<SubgraphReply>;

/** Follows a subscription: one reply for each event, until either side ends it. */
export type Follow = (question: Question, context: RequestContext) => AsyncIterable<SubgraphReply>;

/** How one subgraph is reached. */
export interface SubgraphConnection {
  /**
   * Rejects with a refusal (`SUBGRAPH_UNAVAILABLE`) when there is no answer to speak of. The reply belongs to the
   * caller, who joins further data into it.
   */
  readonly ask: Ask;
  /** Absent where the subgraph offers no subscriptions. */
  readonly follow?: Follow;
  /** Its door for files, to the caller; absent where it takes none. */
  readonly uploads?: ((context: RequestContext) => UploadDoor) | undefined;
  /** The principal without what makes no difference to what it sees; absent where each person sees their own. */
  readonly sightOf?: ((principal: Principal) => Principal) | undefined;
}

export const openingOf = (operation: string): string => `{"query":${JSON.stringify(operation)}`;

/** The question as a JSON request body. */
export const bodyOf = ({ opening, variables }: Question): string =>
  variables === undefined ? `${opening}}` : `${opening},"variables":${variables}}`;
