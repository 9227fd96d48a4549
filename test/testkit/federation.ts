import { buildSubgraphSchema } from "@apollo/subgraph";
import { execute, parse } from "graphql";
import { pino } from "pino";
import type { Identify } from "../../gateway/access/identity.ts";
import { createGateway, type Gateway, type GatewaySettings } from "../../gateway/gateway.ts";
import { supergraphOf } from "../../gateway/supergraph/supergraph.ts";
import type { SubgraphConnection } from "../../gateway/transport/subgraph-connection.ts";
import { compose } from "../../schema/registry/compose.ts";
import type { Principal } from "../../subgraphs/shared/principal.ts";

export interface SmallSubgraph {
  readonly sdl: string;
  readonly resolvers: Record<string, Record<string, unknown>>;
}

export interface SmallFederation {
  readonly gateway: Gateway;
  /** Asks as the principal and gives the whole answer, errors included. */
  ask(
    query: string,
    as: Principal | null,
  ): Promise<{ data: unknown; errors: readonly { code: unknown; path: unknown }[] }>;
  /** Every operation the subgraphs were sent, in order. */
  readonly sent: readonly string[];
  stop(): Promise<void>;
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@shareable", "@external", "@requires", "@tag", "@authenticated", "@requiresScopes", "@policy", "@interfaceObject"])`;

/** A gateway before subgraphs written for one test, composed by the same composition as ours. */
export async function smallFederation(
  subgraphs: Readonly<Record<string, SmallSubgraph>>,
  identify: Identify = async () => null,
  settings: Partial<GatewaySettings> = {},
): Promise<SmallFederation> {
  const composition = compose(
    Object.entries(subgraphs).map(([name, { sdl }]) => ({ name, sdl: `${link}\n${sdl}` })),
  );
  if (!composition.success) throw new Error(JSON.stringify(composition.errors));

  const sent: string[] = [];
  const connections = new Map(
    Object.entries(subgraphs).map(([name, { sdl, resolvers }]): [string, SubgraphConnection] => {
      const schema = buildSubgraphSchema({
        typeDefs: parse(`${link}\n${sdl}`),
        resolvers: resolvers as never,
      });
      return [
        name,
        {
          async ask({ operation, variables }) {
            sent.push(operation);
            const variableValues = variables === undefined ? undefined : JSON.parse(variables);
            return execute({ schema, document: parse(operation), variableValues });
          },
        },
      ];
    }),
  );
  const gateway: Gateway = await createGateway({
    supergraph: supergraphOf(composition.supergraph),
    subgraphs: connections,
    identify,
    clock: () => new Date(0),
    log: pino({ level: "silent" }),
    ...settings,
  });
  return {
    gateway,
    sent,
    async ask(query, as) {
      const answer = await gateway.answer({ query }, { principal: as, at: new Date(0) });
      return {
        data: answer.data ?? null,
        errors: (answer.errors ?? []).map(({ extensions, path }) => ({ code: extensions?.code, path })),
      };
    },
    stop: () => gateway.stop(),
  };
}
