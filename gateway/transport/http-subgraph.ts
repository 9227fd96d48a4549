import { Pool } from "undici";
import { envelopeHeader, sealEnvelope } from "../../subgraphs/shared/envelope.ts";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { SigningKey } from "../../subgraphs/shared/signing-key.ts";
import { bodyOf, type SubgraphConnection, type SubgraphReply } from "./subgraph-connection.ts";

export interface HttpSubgraphSettings {
  readonly name: string;
  /** Where the subgraph listens, without a path. */
  readonly url: string;
  /** The gateway's key. */
  readonly key: SigningKey;
  /** Told of what went wrong, which the client must not see. */
  readonly onFailure: (subgraph: string, error: unknown) => void;
  /** How long a query may take: a department that hangs must not hold up the others' answers. */
  readonly queryMilliseconds?: number;
  /** How long a mutation may take. It may have had its effect when it is given up, so it is given up late. */
  readonly mutationMilliseconds?: number;
  readonly maximumAnswerBytes?: number;
}

export interface HttpSubgraph extends SubgraphConnection {
  close(): Promise<void>;
}

/** A subgraph in another process, asked with an envelope signed for it alone. Redirects are not followed. */
export function httpSubgraph(settings: HttpSubgraphSettings): HttpSubgraph {
  const {
    name,
    url,
    key,
    onFailure,
    queryMilliseconds = 3_000,
    mutationMilliseconds = 30_000,
    maximumAnswerBytes = 10 * 1024 * 1024,
  } = settings;
  const pool = new Pool(url, { connections: 16, maxResponseSize: maximumAnswerBytes });

  const ask: HttpSubgraph["ask"] = async (question, { principal, at }) => {
    const text = bodyOf(question);
    const limit = question.kind === "mutation" ? mutationMilliseconds : queryMilliseconds;
    try {
      const { statusCode, body } = await pool.request({
        path: "/graphql",
        method: "POST",
        headers: {
          "content-type": "application/json",
          [envelopeHeader]: await sealEnvelope(key, { principal, at }, name, text),
        },
        body: text,
        signal: AbortSignal.timeout(limit),
      });
      const reply = (await body.json()) as SubgraphReply;
      if (statusCode !== 200) throw new Error(`status ${statusCode}`, { cause: reply });
      return reply;
    } catch (error) {
      onFailure(name, error);
      throw refuse("SUBGRAPH_UNAVAILABLE", { subgraph: name });
    }
  };
  return { ask, close: () => pool.close() };
}
