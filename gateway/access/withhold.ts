import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
} from "graphql";
import { refuse } from "../../subgraphs/shared/errors.ts";
import type { Principal } from "../../subgraphs/shared/principal.ts";
import { lacking, type Requirements } from "./requirements.ts";

type Data = Record<string, unknown>;

export interface Answer {
  readonly data?: Data | null;
  readonly errors?: readonly (GraphQLError | GraphQLFormattedError)[];
}

/**
 * Completes an answer from which selections were withheld: each comes back as null with a coded reason at its place,
 * and a non-null field passes the null on to its parent, exactly as the GraphQL specification has it for errors.
 * graphql-js does that for us, reading the fetched answer instead of resolving.
 */
export async function completeWithheld(
  fetched: Answer,
  original: { document: DocumentNode; variables: Data | undefined; operationName: string | undefined },
  schema: GraphQLSchema,
  requirements: Requirements,
  principal: Principal | null,
): Promise<Answer> {
  const completed = await execute({
    schema,
    document: original.document,
    variableValues: original.variables,
    operationName: original.operationName,
    rootValue: fetched.data ?? {},
    typeResolver: (value) => (value as Data).__typename as string,
    fieldResolver: (source: Data, _args, _context, info) => {
      refuseWithheld(info, requirements, principal);
      return source[info.path.key];
    },
  });
  // A null the fetch already explained needs no second explanation from completing it again.
  const added = completed.errors?.filter(({ extensions }) => extensions.code !== undefined) ?? [];
  const errors = [...(fetched.errors ?? []), ...added];
  return { data: completed.data ?? null, ...(errors.length > 0 ? { errors } : {}) };
}

function refuseWithheld(
  { parentType, fieldName, returnType }: GraphQLResolveInfo,
  requirements: Requirements,
  principal: Principal | null,
): void {
  const needed = lacking(
    requirements.ofField(parentType.name, fieldName, getNamedType(returnType).name),
    principal,
  );
  if (!needed) return;
  if (!principal) throw refuse("UNAUTHENTICATED");
  throw refuse("WITHHELD", { coordinate: `${parentType.name}.${fieldName}`, needed });
}
