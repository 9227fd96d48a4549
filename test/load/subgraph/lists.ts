import "reflect-metadata";
import { execute, parse } from "graphql";
import { compileQuery, isCompiledQuery } from "graphql-jit";
import { CompiledOperation } from "../../../subgraphs/shared/execution/compiled-operation.ts";
import { flatsContext, flatsSchema } from "./flats.ts";
import { type Candidate, measure, refuseDifferentAnswers, table } from "./rounds.ts";

/** A list and as many entity references, 1,000 × 5 fields, against mapping the rows and stringifying them by hand. */

const count = 1_000;
const context = flatsContext(count);
const fields = "code name floor let owner";
const representations = [...context.flats.keys()].map((code) => ({ __typename: "Flat", code }));

interface Workload {
  readonly title: string;
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly byHand: () => unknown;
}

const workloads: readonly Workload[] = [
  {
    title: `list of ${count} × 5 fields`,
    operation: `query ($first: Int!) { flats(first: $first) { ${fields} } }`,
    variables: { first: count },
    byHand: () => ({
      flats: [...context.flats.values()].map((flat) => ({
        code: flat.code,
        name: flat.name,
        floor: flat.floor,
        let: flat.let,
        owner: flat.owner,
      })),
    }),
  },
  {
    title: `list of ${count} × 5 fields, one of them resolved`,
    operation: `query ($first: Int!) { flats(first: $first) { code name floor owner underTheRoof } }`,
    variables: { first: count },
    byHand: () => ({
      flats: [...context.flats.values()].map((flat) => ({
        code: flat.code,
        name: flat.name,
        floor: flat.floor,
        owner: flat.owner,
        underTheRoof: flat.floor === context.topFloor,
      })),
    }),
  },
  {
    title: `_entities of ${count} × 5 fields`,
    operation: `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Flat { ${fields} } }
    }`,
    variables: { representations },
    byHand: () => ({
      _entities: representations.map(({ code }) => {
        const flat = context.flats.get(code);
        return (
          flat && { code: flat.code, name: flat.name, floor: flat.floor, let: flat.let, owner: flat.owner }
        );
      }),
    }),
  },
];

for (const { title, operation, variables, byHand } of workloads) {
  const document = parse(operation, { noLocation: true });
  const ours = new CompiledOperation(flatsSchema, document);
  const jit = compileQuery(flatsSchema, parse(operation, { noLocation: true }));
  if (!isCompiledQuery(jit)) throw new Error("graphql-jit cannot compile it");
  const candidates: Candidate[] = [
    { name: "mapped by hand and stringified", answer: () => JSON.stringify({ data: byHand() }) },
    { name: "ours", answer: async () => JSON.stringify(await ours.execute({ context, variables })) },
    {
      name: "graphql-jit",
      answer: async () => JSON.stringify(await jit.query(undefined, context, variables)),
    },
    {
      name: "graphql-js",
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
  ];
  await refuseDifferentAnswers(candidates);
  process.stdout.write(`${table(title, await measure(candidates))}\n`);
}
