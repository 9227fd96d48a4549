import { type GraphQLSchema, isUnionType } from "graphql";
import { getMetadataStorage } from "type-graphql";

/**
 * Answers one type's references. Written as a method so that definitions with different contexts fit one list: each
 * only ever meets its own context.
 */
export type ReferenceResolver<Context> = { resolve(reference: never, context: Context): unknown }["resolve"];

interface Reference {
  readonly __typename: string;
}

/**
 * Lets `_entities` wait for all its rows together and then answer them at once. Federation's own way waits for each row
 * by itself and writes its type's name into it; ours mostly tell it by their class.
 */
export function answerReferences<Context>(
  schema: GraphQLSchema,
  resolvers: Readonly<Record<string, ReferenceResolver<Context>>>,
): void {
  const entities = schema.getQueryType()?.getFields()._entities;
  const anyEntity = schema.getType("_Entity");
  if (!entities || !isUnionType(anyEntity)) return;

  const typeOfClass = new Map<unknown, string>(
    getMetadataStorage().objectTypes.map(({ target, name }) => [target, name]),
  );
  const typeOf = (row: Partial<Reference>) => row.__typename ?? typeOfClass.get(row.constructor);
  anyEntity.resolveType = typeOf;

  const rowOf = (reference: Reference, context: Context): unknown => {
    const resolve = resolvers[reference.__typename];
    return resolve ? resolve(reference as never, context) : reference;
  };
  const named = (row: object | null | undefined, { __typename }: Reference) =>
    !row || typeOf(row) === __typename ? row : { ...row, __typename };

  entities.resolve = (_, { representations }, context) => {
    const references: readonly Reference[] = representations;
    const rows = references.map((reference) => rowOf(reference, context));
    const rowAt = (row: unknown, index: number) =>
      named(row as object | null, references[index] as Reference);
    if (!rows.some((row) => row instanceof Promise)) return rows.map(rowAt);
    return Promise.allSettled(rows).then((settled) =>
      settled.map((row, index) =>
        row.status === "fulfilled" ? rowAt(row.value, index) : asError(row.reason),
      ),
    );
  };
}

/** As a value, an error stands for one entity; thrown, it would for all of them. */
const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
