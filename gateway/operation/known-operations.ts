import { type DocumentNode, GraphQLError, parse, validate } from "graphql";
import { LRUCache } from "lru-cache";
import { refuseOversized } from "../limits/source-limits.ts";
import { definitionIn } from "./definition.ts";
import type { Engine } from "./engine.ts";
import { KnownOperation } from "./known-operation.ts";
import { refuseReservedAliases } from "./response-names.ts";

/** Characters of operation text kept, all operations together; compiled, one takes some twenty times its text. */
const maximumCharacters = 4_000_000;

/** Operations that were asked before, by their text: they need not be parsed, validated, planned or compiled again. */
export class KnownOperations {
  readonly #engine: Engine;
  readonly #byText = new LRUCache<string, KnownOperation>({
    maxSize: maximumCharacters,
    sizeCalculation: (_, text) => text.length,
  });

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  find(query: string, operationName: string | undefined): KnownOperation | undefined {
    return this.#byText.get(keyOf(query, operationName));
  }

  /** Takes in an operation whose document has been validated; throws where it is none we will carry out. */
  admit(query: string, operationName: string | undefined, document: DocumentNode): KnownOperation {
    const known = this.find(query, operationName);
    if (known) return known;
    refuseReservedAliases(document);
    const operation = new KnownOperation(this.#engine, document, definitionIn(document, operationName));
    this.#byText.set(keyOf(query, operationName), operation);
    return operation;
  }

  /** The operation, parsed and validated if it is new; throws the first thing wrong with it. */
  read(query: string, operationName: string | undefined): KnownOperation {
    const known = this.find(query, operationName);
    if (known) return known;
    refuseOversized(query);
    const document = parsed(query);
    const [error] = validate(this.#engine.schema, document, undefined, {
      maxErrors: 1,
      hideSuggestions: true,
    });
    if (error) throw coded(error, "GRAPHQL_VALIDATION_FAILED");
    return this.admit(query, operationName, document);
  }
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query);
  } catch (error) {
    throw coded(error as GraphQLError, "GRAPHQL_PARSE_FAILED");
  }
}

const keyOf = (query: string, operationName: string | undefined): string =>
  operationName === undefined ? query : `${operationName}\n${query}`;

const coded = ({ message, locations }: GraphQLError, code: string): GraphQLError =>
  Object.assign(new GraphQLError(message, { extensions: { code } }), { locations });
