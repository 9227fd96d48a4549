import type { QueryPlan } from "@apollo/query-planner";
import { buildSchema, type GraphQLSchema } from "graphql";
import {
  type Answer,
  type Answering,
  answeringOf,
  composed,
  connectionsTo,
  gatewayOver,
} from "../../testkit/composed.ts";
import { answeringFrom, monolithOf, stockOver } from "../../testkit/oracles.ts";
import { differenceOf } from "./comparison.ts";
import { districtParts, districtResolvers } from "./district/district.ts";
import { type World, worldOf } from "./district/world.ts";
import type { GeneratedOperation } from "./operation.ts";

/** One operation put to our gateway and to both oracles, over the same data. */
export interface Trial {
  readonly operation: GeneratedOperation;
  readonly ours: Answer;
  /** One schema holding all types: what the answer must be. */
  readonly monolith: Answer;
  /** Apollo's own gateway. */
  readonly stock: Answer;
  readonly oursDiffers: string | undefined;
  readonly stockDiffers: string | undefined;
  /** Our gateway bounds what may be asked at all, which no oracle does. */
  readonly refused: boolean;
}

const beyondLimits = new Set<unknown>(["OPERATION_TOO_COSTLY", "OPERATION_TOO_LARGE"]);

export interface Court {
  readonly schema: GraphQLSchema;
  try(operation: GeneratedOperation, worldSeed: number): Promise<Trial>;
  planOf(operation: GeneratedOperation): Promise<QueryPlan | undefined>;
  close(): Promise<void>;
}

export async function openCourt(): Promise<Court> {
  const parts = districtParts();
  const supergraph = composed(parts);
  const worlds = new Map<number, World>();
  let world = worldOf(0);
  const contextValue = () => ({ world });
  const connections = connectionsTo(parts, { contextValue });
  const gateway = await gatewayOver(supergraph, connections);
  const ours = answeringOf(gateway);
  const stock = await stockOver(supergraph, connections);
  const monolith = answeringFrom(monolithOf(supergraph.api, districtResolvers(supergraph.api)), contextValue);
  /** Mutations write only the journal, so every executor begins with an empty one. */
  const ask = async (answering: Answering, operation: GeneratedOperation): Promise<Answer> => {
    world.journal.length = 0;
    return answering(operation).catch((error: Error) => ({
      data: undefined,
      errors: [{ message: error.message, path: undefined, code: "THROWN" }],
    }));
  };
  return {
    schema: buildSchema(supergraph.api),
    async try(operation, worldSeed) {
      world = worlds.get(worldSeed) ?? worldOf(worldSeed);
      worlds.set(worldSeed, world);
      const expected = await ask(monolith, operation);
      const answers = {
        ours: await ask(ours, operation),
        stock: await ask(stock.answer, operation),
      };
      const sameData = JSON.stringify(answers.stock.data) === JSON.stringify(expected.data);
      const refused = answers.ours.errors.some(({ code }) => beyondLimits.has(code));
      return {
        operation,
        ...answers,
        monolith: expected,
        oursDiffers: refused ? undefined : differenceOf(answers.ours, expected),
        stockDiffers: sameData ? undefined : "other data",
        refused,
      };
    },
    planOf: (operation) => stock.planOf(operation),
    async close() {
      await gateway.stop();
      await stock.stop();
    },
  };
}
