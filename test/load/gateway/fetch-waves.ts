import { pino } from "pino";
import { createGateway } from "../../../gateway/gateway.ts";
import { supergraphOf } from "../../../gateway/supergraph/supergraph.ts";
import {
  bodyOf,
  type Question,
  type SubgraphConnection,
} from "../../../gateway/transport/subgraph-connection.ts";
import { townAnswers } from "./town-answers.ts";
import { supergraphFor, townSubgraphs } from "./town-subgraphs.ts";

export interface SentFetch {
  readonly subgraph: string;
  readonly question: Question;
  /** The question as it goes over the wire. */
  readonly body: string;
}

export interface Watched {
  readonly data: unknown;
  readonly errors: readonly unknown[];
  /** The fetches made, those under way together in one wave: each wave waits for the one before. */
  readonly waves: readonly (readonly SentFetch[])[];
}

export interface WatchedGateway {
  ask(operation: string, variables: Readonly<Record<string, unknown>>): Promise<Watched>;
  stop(): Promise<void>;
}

/** Our gateway in this process before the town, watched at the one place where fetches leave it. */
export async function watchedGateway(): Promise<WatchedGateway> {
  let waves: SentFetch[][] = [];
  let gathering: Promise<void> | undefined;

  /** Answers nobody before everybody who can ask has asked. */
  const withTheWave = (fetch: SentFetch): Promise<void> => {
    if (!gathering) {
      waves.push([]);
      gathering = new Promise((resolve) =>
        setTimeout(() => {
          gathering = undefined;
          resolve();
        }),
      );
    }
    waves.at(-1)?.push(fetch);
    return gathering;
  };
  const subgraphs = new Map(
    townSubgraphs.map((subgraph): [string, SubgraphConnection] => {
      const answer = townAnswers(subgraph);
      const ask: SubgraphConnection["ask"] = async (question) => {
        const body = bodyOf(question);
        await withTheWave({ subgraph: subgraph.name, question, body });
        return JSON.parse(await answer(body));
      };
      return [subgraph.name, { ask }];
    }),
  );
  const gateway = await createGateway({
    supergraph: supergraphOf(supergraphFor(new Map())),
    subgraphs,
    identify: async () => null,
    clock: () => new Date(),
    log: pino({ level: "silent" }),
  });
  return {
    async ask(query, variables) {
      waves = [];
      const { data, errors = [] } = await gateway.answer(
        { query, variables: { ...variables } },
        { principal: null, at: new Date() },
      );
      return { data: JSON.parse(JSON.stringify(data ?? null)), errors, waves };
    },
    stop: () => gateway.stop(),
  };
}
