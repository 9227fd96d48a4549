import { execute, parse } from "graphql";
import { CompiledOperation } from "../../../subgraphs/shared/execution/compiled-operation.ts";
import { flatsContext, flatsSchema } from "./flats.ts";
import type { Work } from "./rounds.ts";

/** Rows that are there already, without a database: what it costs to answer them and nothing else. */

const count = 1_000;
const context = flatsContext(count);
const flats = [...context.flats.values()];
const representations = flats.map(({ code }) => ({ __typename: "Flat", code }));

interface List {
  readonly title: string;
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly byHand: () => unknown;
}

const lists: readonly List[] = [
  {
    title: "a list of 1,000 × 5 properties",
    operation: "query ($first: Int!) { flats(first: $first) { code name floor let owner } }",
    variables: { first: count },
    byHand: () => ({
      flats: flats.map((flat) => ({
        code: flat.code,
        name: flat.name,
        floor: flat.floor,
        let: flat.let,
        owner: flat.owner,
      })),
    }),
  },
  {
    title: "a list of 1,000 × 4 properties and a resolver",
    operation: "query ($first: Int!) { flats(first: $first) { code name floor owner underTheRoof } }",
    variables: { first: count },
    byHand: () => ({
      flats: flats.map((flat) => ({
        code: flat.code,
        name: flat.name,
        floor: flat.floor,
        owner: flat.owner,
        underTheRoof: flat.floor === context.topFloor,
      })),
    }),
  },
  {
    title: "1,000 references × 5 properties",
    operation: `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Flat { code name floor let owner } } }`,
    variables: { representations },
    byHand: () => ({
      _entities: representations.map(({ code }) => {
        const flat = context.flats.get(code);
        if (!flat) return null;
        return { code: flat.code, name: flat.name, floor: flat.floor, let: flat.let, owner: flat.owner };
      }),
    }),
  },
];

export const listWorks: readonly Work[] = lists.map(({ title, operation, variables, byHand }) => {
  const document = parse(operation, { noLocation: true });
  const ours = new CompiledOperation(flatsSchema, document);
  return {
    title,
    candidates: [
      { name: "by hand", tone: "limit", answer: () => JSON.stringify({ data: byHand() }) },
      {
        name: "ours",
        tone: "ours",
        answer: async () => JSON.stringify(await ours.execute({ context, variables })),
      },
      {
        name: "graphql-js, our schema",
        tone: "peer",
        answer: async () =>
          JSON.stringify(
            await execute({
              schema: flatsSchema,
              document,
              contextValue: context,
              variableValues: variables,
            }),
          ),
      },
    ],
  };
});
