import { Pool } from "undici";
import { envelopeHeader, sealEnvelope } from "../../subgraphs/shared/envelope.ts";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { SigningKey } from "../../subgraphs/shared/signing-key.ts";
import type { SubgraphFetch, SubgraphReply } from "./subgraph-source.ts";

export interface HttpSubgraphSettings {
  readonly name: string;
  /** Where the subgraph listens, without a path. */
  readonly url: string;
  /** The gateway's key. */
  readonly key: SigningKey;
  /** Told of what went wrong, which the client must not see. */
  readonly onFailure: (subgraph: string, error: unknown) => void;
  readonly timeoutMilliseconds?: number;
  readonly maximumAnswerBytes?: number;
}

export interface HttpSubgraph {
  readonly fetch: SubgraphFetch;
  close(): Promise<void>;
}

/** A subgraph in another process, asked with an envelope signed for it alone. Redirects are not followed. */
export function httpSubgraph(settings: HttpSubgraphSettings): HttpSubgraph {
  const {
    name,
    url,
    key,
    onFailure,
    timeoutMilliseconds = 3_000,
    maximumAnswerBytes = 10 * 1024 * 1024,
  } = settings;
  const pool = new Pool(url, { connections: 16, maxResponseSize: maximumAnswerBytes });

  const fetch: SubgraphFetch = async (request, { principal, at }) => {
    const question = JSON.stringify(request);
    try {
      const { statusCode, body } = await pool.request({
        path: "/graphql",
        method: "POST",
        headers: {
          "content-type": "application/json",
          [envelopeHeader]: await sealEnvelope(key, { principal, at }, name, question),
        },
        body: question,
        signal: AbortSignal.timeout(timeoutMilliseconds),
      });
      const reply = (await body.json()) as SubgraphReply;
      if (statusCode !== 200) throw new Error(`status ${statusCode}`, { cause: reply });
      return reply;
    } catch (error) {
      onFailure(name, error);
      throw refuse("SUBGRAPH_UNAVAILABLE", { subgraph: name });
    }
  };
  return { fetch, close: () => pool.close() };
}
