import { pino } from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createGateway, type Gateway } from "../../../gateway/gateway.ts";
import { supergraphOf } from "../../../gateway/supergraph/supergraph.ts";
import { localSubgraph } from "../../../gateway/transport/local-subgraph.ts";
import { compose } from "../../../schema/registry/compose.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { openMafang, people } from "../../grids/grids.fixtures.ts";
import { grids } from "../../grids/grids.subgraph.ts";
import { buildFederatedSchema } from "../../shared/federated-schema.ts";
import type { Principal } from "../../shared/principal.ts";
import { Stewards } from "../stewardship.fixtures.ts";
import { stewardship } from "../stewardship.subgraph.ts";

const at = new Date("2026-06-02T09:00:00+08:00");

/** 安秀兰 and her child, and somebody in the other grid, as the grids subgraph knows them. */
const [own, child, other] = ["110117-R0001", "110117-R0002", "110117-R0003"];

let mafang: TestSubgraph;
let stewards: TestSubgraph;
let gateway: Gateway;

const connectionTo = (subgraph: TestSubgraph) =>
  localSubgraph({
    execute: async ({ query, variables }, { principal, at }) => {
      const { data, errors } = await subgraph.ask<Record<string, unknown>>(query, variables, {
        at,
        ...(principal && { as: principal }),
      });
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      return { data };
    },
    subscribe: (request, envelope) => subgraph.subscribe(request, envelope),
  });

beforeAll(async () => {
  mafang = (await openMafang()) as TestSubgraph;
  const noDelays = async <Data>() => ({ disclosureDelays: [] }) as Data;
  stewards = await openTestSubgraph(stewardship, { graph: noDelays });
  const composition = compose(
    [grids, stewardship].map((definition) => ({
      name: definition.name,
      sdl: buildFederatedSchema<never>(definition).sdl,
    })),
  );
  if (!composition.success) throw new Error(JSON.stringify(composition.errors));
  gateway = await createGateway({
    supergraph: supergraphOf(composition.supergraph),
    subgraphs: new Map([
      ["grids", connectionTo(mafang)],
      ["stewardship", connectionTo(stewards)],
    ]),
    identify: () => Promise.reject(new Error("nobody comes by HTTP here")),
    clock: () => at,
    log: pino({ level: "silent" }),
  });
  await new Stewards(stewards).record([
    { unit: "110117-HOUSING", subjects: [own ?? ""] },
    { unit: "110117-HEALTH", subjects: [other ?? ""] },
  ]);
});
afterAll(async () => {
  await gateway.stop();
  await stewards.close();
  await mafang.close();
});

interface Told {
  readonly accesses: { readonly edges: readonly { readonly node: { readonly unit: string } }[] } | null;
}

const accesses = "accesses(first: 10) { edges { node { unit } } }";
const unitsIn = (told: Told | null | undefined) => told?.accesses?.edges.map(({ node }) => node.unit);

const ask = async (query: string, principal: Principal) => {
  const { data, errors = [] } = await gateway.answer({ query }, { principal, at });
  return { data: data as Record<string, Told & Told[]> | undefined, codes: codesOf(errors) };
};
const codesOf = (errors: readonly { readonly extensions?: Record<string, unknown> }[]) =>
  errors.map(({ extensions }) => extensions?.code);

/** Of each resident asked for by id; undefined of whom the caller is not shown. */
const unitsThatLooked = async (principal: Principal) => {
  const { data, codes } = await ask(
    `{ ${[own, child, other].map((id, index) => `r${index}: resident(id: "${id}") { ${accesses} }`).join(" ")} }`,
    principal,
  );
  expect(codes).toEqual([]);
  return Object.values(data ?? {}).map(unitsIn);
};

it("tells a resident who looked without their knowing any id: the token says who they are", async () => {
  const { data, codes } = await ask(`{ me { id ${accesses} } }`, people.resident);
  expect(codes).toEqual([]);
  expect(data?.me?.map((entry) => [entry, unitsIn(entry)])).toEqual([
    [expect.objectContaining({ id: own }), ["110117-HOUSING"]],
  ]);
  const stranger = await ask(`{ me { id ${accesses} } }`, { ...people.resident, id: "nobody-on-record" });
  expect(stranger).toEqual({ data: { me: [] }, codes: [] });
  const secretary = await ask(`{ me { id ${accesses} } }`, people.secretary);
  expect(secretary).toEqual({ data: { me: null }, codes: ["WITHHELD"] });
});

it("tells a resident of the own person alone, because the gateway asks the grids subgraph first", async () => {
  expect(await unitsThatLooked(people.resident)).toEqual([["110117-HOUSING"], undefined, undefined]);
});

it("tells those nothing who look after residents, though the grids subgraph shows them whom they ask for", async () => {
  expect(await unitsThatLooked(people.westMember)).toEqual([[], [], undefined]);
  expect(await unitsThatLooked(people.secretary)).toEqual([[], [], []]);
});
