import {
  type DefinitionNode,
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  validate,
} from "graphql";
import { LRUCache } from "lru-cache";
import { ColumnsRead } from "../columns-read.ts";
import { CompiledOperation, type OperationRequest } from "./compiled-operation.ts";

/** The gateway sends few distinct documents very often: each is parsed, validated and compiled once. */
export class Documents {
  readonly #schema: GraphQLSchema;
  readonly #known = new LRUCache<string, ReadDocument>({ max: 2_000 });

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  read(query: string): ReadDocument {
    let read = this.#known.get(query);
    if (!read) {
      read = this.#parse(query);
      this.#known.set(query, read);
    }
    return read;
  }

  #parse(query: string): ReadDocument {
    try {
      const document = parse(query, { noLocation: true });
      const errors = validate(this.#schema, document);
      return errors.length > 0 ? { errors } : new ValidDocument(this.#schema, document);
    } catch (error) {
      return { errors: [error as GraphQLError] };
    }
  }
}

export type ReadDocument =
  | ValidDocument
  | { readonly document?: undefined; readonly errors: readonly GraphQLError[] };

const readsOnly = (definition: DefinitionNode): boolean =>
  definition.kind !== Kind.OPERATION_DEFINITION || definition.operation === "query";

/** A document that fits the schema; its operations are compiled when they are first asked for. */
class ValidDocument {
  readonly errors?: undefined;
  readonly document: DocumentNode;
  /** Absent where it does more than read: that cannot be done once more. */
  readonly columns: ColumnsRead | undefined;
  readonly #schema: GraphQLSchema;
  readonly #operations = new Map<string | undefined, CompiledOperation>();

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#schema = schema;
    this.document = document;
    if (document.definitions.every(readsOnly)) this.columns = new ColumnsRead();
  }

  execute({
    operationName,
    ...request
  }: OperationRequest & { readonly operationName?: string | undefined }):
    | ExecutionResult
    | Promise<ExecutionResult> {
    let operation = this.#operations.get(operationName);
    if (!operation) {
      try {
        operation = new CompiledOperation(this.#schema, this.document, operationName);
      } catch (error) {
        if (error instanceof GraphQLError) return { errors: [error] };
        throw error;
      }
      this.#operations.set(operationName, operation);
    }
    return operation.execute(request);
  }
}
