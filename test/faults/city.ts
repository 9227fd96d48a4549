import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { execute, parse } from "graphql";
import { pino } from "pino";
import { expect } from "vitest";
import { createGateway } from "../../gateway/gateway.ts";
import { supergraphOf } from "../../gateway/supergraph/supergraph.ts";
import {
  type HttpSubgraphSettings,
  httpSubgraph,
  type SubgraphFailure,
} from "../../gateway/transport/http-subgraph.ts";
import type { SubgraphConnection } from "../../gateway/transport/subgraph-connection.ts";
import { compose } from "../../schema/registry/compose.ts";
import { gatewayIdentity } from "../../subgraphs/shared/envelope.ts";
import { openSigningKey } from "../../subgraphs/shared/signing-key.ts";
import { departmentSdl, type FaultyDepartment, openFaultyDepartment } from "./faulty-department.ts";

/** Two departments behind the real gateway: one that always answers, and one that is made to fail on its way there. */
export interface City {
  readonly parks: FaultyDepartment;
  /** What the log was told of. */
  readonly failures: readonly SubgraphFailure[];
  /** How the department's connection changed its mind about it. */
  readonly states: readonly string[];
  /** Asks over HTTP. */
  ask(query: string, options?: { variables?: object; signal?: AbortSignal }): Promise<CityAnswer>;
  close(): Promise<void>;
}

export interface CityAnswer {
  readonly status: number;
  readonly text: string;
  readonly data: unknown;
  readonly errors: readonly {
    readonly path?: unknown;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n`;
const streetsSdl = `
  type Query { streets: [Street!]! }
  type Street { name: String! }
`;

export async function openCity(
  limits: Partial<
    Pick<HttpSubgraphSettings, "queryMilliseconds" | "mutationMilliseconds" | "restMilliseconds">
  > = {},
): Promise<City> {
  const parks = await openFaultyDepartment(link);
  const failures: SubgraphFailure[] = [];
  const states: string[] = [];
  const faulty = httpSubgraph({
    name: "parks",
    url: parks.url,
    key: await openSigningKey(gatewayIdentity),
    onFailure: (failure) => failures.push(failure),
    onState: (_, state) => states.push(state),
    ...limits,
  });
  const gateway = await createGateway({
    supergraph: supergraphOf(supergraphSdl()),
    subgraphs: new Map([
      ["parks", faulty],
      ["streets", streets()],
    ]),
    identify: async () => null,
    clock: () => new Date("2026-06-01T01:00:00Z"),
    log: pino({ level: "silent" }),
  });
  const front = createServer((request, response) => gateway.handle(request, response));
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  const { port } = front.address() as AddressInfo;

  return {
    parks,
    failures,
    states,
    async ask(query, { variables, signal } = {}) {
      const response = await fetch(`http://127.0.0.1:${port}/`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
        ...(signal ? { signal } : {}),
      });
      const text = await response.text();
      const { data, errors = [] } = JSON.parse(text);
      return { status: response.status, text, data, errors };
    },
    async close() {
      front.closeAllConnections();
      front.close();
      await gateway.stop();
      await faulty.close();
      await parks.close();
    },
  };
}

function supergraphSdl(): string {
  const composition = compose([
    { name: "parks", sdl: link + departmentSdl },
    { name: "streets", sdl: link + streetsSdl },
  ]);
  if (!composition.success) throw new Error(JSON.stringify(composition.errors));
  return composition.supergraph;
}

function streets(): SubgraphConnection {
  const schema = buildSubgraphSchema({
    typeDefs: parse(link + streetsSdl),
    resolvers: { Query: { streets: () => [{ name: "西长街" }] } } as never,
  });
  return { ask: async ({ operation }) => execute({ schema, document: parse(operation) }) };
}

/** A query for both departments, which both must answer in full. */
export const both = "{ streets { name } parks { id trees } }";
export const wholeAnswer = {
  streets: [{ name: "西长街" }],
  parks: [
    { id: "1", trees: 7 },
    { id: "2", trees: 7 },
  ],
};

/** What the faulty department's insides look like: no client may ever see any of it. */
export const insides = "SELECT name FROM resident WHERE 10.8.0.7";

/** The parks department's part is missing, said once and without its insides; the rest of the answer is whole. */
export function expectGap(answer: CityAnswer): void {
  expect(answer.status).toBe(200);
  expect(answer.data).toEqual({ ...wholeAnswer, parks: null });
  expect(answer.errors).toEqual([
    expect.objectContaining({
      path: ["parks"],
      extensions: expect.objectContaining({ code: "SUBGRAPH_UNAVAILABLE", details: { subgraph: "parks" } }),
    }),
  ]);
  expect(answer.text).not.toMatch(/127\.0\.0\.1|10\.8\.0\.7|https?:|SELECT|ECONN|socket|at /i);
}

/** The department answers as if nothing had been. */
export async function expectWhole(city: City): Promise<void> {
  const { data, errors } = await city.ask(both);
  expect(errors).toEqual([]);
  expect(data).toEqual(wholeAnswer);
}
