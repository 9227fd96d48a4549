import {
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import {
  type Collecting,
  collectFields,
  type FieldNodes,
} from "../../subgraphs/shared/execution/collect-fields.ts";
import { type Data, isData, ownValue } from "./data.ts";
import type { Reason } from "./failures.ts";
import { stringText } from "./json-text.ts";
import { type LeafText, leafText } from "./leaf.ts";
import type { OwnNames } from "./own-names.ts";
import type { Place } from "./place.ts";
import type { Shown } from "./shown.ts";
import type { Withheld } from "./withheld.ts";

/**
 * Writes what is there, as JSON, behind the text so far: one text that grows is put together faster than many that are
 * joined. Undefined is a null: whoever holds it writes `null`, or passes it on to its own holder where null may not be.
 */
type Write = (
  value: unknown,
  text: string,
  above: Place | undefined,
  key: string | number,
  shown: Shown,
) => string | undefined;

interface ProjectedField {
  readonly name: string;
  /** The name it was fetched under. */
  readonly source: string;
  /** `{"name":` of the first, `,"name":` of the others. */
  readonly opening: string;
  readonly nonNull: boolean;
  /** How a value is written that is a leaf. */
  readonly leaf?: LeafText | undefined;
  readonly write: Write;
  /** Text that depends on the type alone, as of `__typename`. */
  readonly constant?: string;
  /** Why the caller is not shown it. */
  readonly withheld?: Reason;
  /** Answered from the schema: no subgraph was asked. */
  readonly introspected?: true;
}

/** Writes the client's answer from the joined data: the text of an object, or undefined where all of it is null. */
export type Projection = (root: Data, shown: Shown) => string | undefined;

export interface ProjectionSettings extends Collecting {
  readonly root: GraphQLObjectType;
  readonly selectionSet: SelectionSetNode;
  /** Says why a field is not shown to this caller; undefined where it is. */
  readonly withheld: Withheld;
  readonly ownNames: OwnNames;
  /** Interfaces whose objects need not say which type they are of. */
  readonly interfaceObjects: ReadonlySet<string>;
  /** Answers `__schema` and `__type`, as JSON text. */
  readonly introspect: (fields: readonly FieldNode[], variables: Data) => string;
}

/**
 * Compiles an operation to the function that writes its answer: only what was asked, in the order it was asked, each
 * value of the type it must be of. What a subgraph said beside or instead of that never gets past here.
 */
export function compileProjection(settings: ProjectionSettings): Projection {
  const compiler = new ProjectionCompiler(settings);
  const write = compiler.objects(settings.root, [settings.selectionSet], true);
  return (root, shown) => write(root, "", undefined, "", shown);
}

class ProjectionCompiler {
  readonly #settings: ProjectionSettings;
  #selections = 0;

  constructor(settings: ProjectionSettings) {
    this.#settings = settings;
  }

  /**
   * Objects of one type: a concrete one or, where a subgraph knows all of an interface as one object and nothing asked
   * of it depends on which it is, the interface. The root object has no place of its own.
   */
  objects(
    type: GraphQLObjectType | GraphQLInterfaceType,
    sets: readonly SelectionSetNode[],
    isRoot = false,
  ): Write {
    const collected = collectFields(this.#settings, type, sets);
    const fields = [...collected].map(([name, nodes], place) => this.#field(type, name, nodes, place));
    return this.#once((value, text, above, key, shown) => {
      const here = isRoot ? undefined : { above, key };
      if (!isData(value)) return shown.refuseShape(here, type.name);
      const { __typename } = value;
      if (__typename !== undefined && __typename !== type.name) return shown.refuseShape(here, type.name);
      return writeFields(fields, value, text, here, shown);
    });
  }

  /** What stands in several places by reference is written once for all of them. */
  #once(write: Write): Write {
    const selection = this.#selections++;
    return (value, text, above, key, shown) => {
      const written = shown.writtenBy(selection, value);
      if (!written) return write(value, text, above, key, shown);
      const known = written.get(value);
      if (known !== undefined) return text + known;
      const before = shown.explanations;
      const own = write(value, "", above, key, shown);
      // What has something to say says it at each place.
      if (own !== undefined && shown.explanations === before) written.set(value, own);
      return own === undefined ? undefined : text + own;
    };
  }

  #field(
    type: GraphQLObjectType | GraphQLInterfaceType,
    name: string,
    nodes: Readonly<FieldNodes>,
    place: number,
  ): ProjectedField {
    const { introspect, ownNames, withheld } = this.#settings;
    const [node] = nodes;
    const fieldName = node.name.value;
    const opening = `${place === 0 ? "{" : ","}${stringText(name)}:`;
    const source = ownNames.of(type, node);
    if (fieldName === "__typename" && isInterfaceType(type)) {
      const write: Write = (_value, _text, above, key, shown) => shown.refuseShape({ above, key }, type.name);
      return { name, source, opening, nonNull: true, write };
    }
    if (fieldName === "__typename") {
      const constant = stringText(type.name);
      return { name, source, opening, nonNull: true, constant, write: (_value, text) => text + constant };
    }
    if (fieldName.startsWith("__")) {
      const write: Write = (_value, text, _above, _key, { variables }) => text + introspect(nodes, variables);
      return { name, source, opening, nonNull: true, introspected: true, write };
    }
    const field = type.getFields()[fieldName];
    if (!field) throw new Error(`${type.name} has no field ${fieldName}`);
    const reason = withheld(type, field, nodes);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const present = getNullableType(field.type);
    return {
      name,
      source,
      opening,
      nonNull: isNonNullType(field.type),
      ...(reason
        ? { withheld: reason, write: () => undefined }
        : {
            leaf: isLeafType(present) ? leafText(present) : undefined,
            write: this.#values(field.type, sets, `${type.name}.${fieldName}`),
          }),
    };
  }

  /** Values of any type; a null where none may be gets its reason here. */
  #values(type: GraphQLOutputType, sets: readonly SelectionSetNode[], coordinate: string): Write {
    const write = this.#present(type, sets, coordinate);
    if (!isNonNullType(type)) {
      return (value, text, above, key, shown) =>
        value === null || value === undefined ? undefined : write(value, text, above, key, shown);
    }
    return (value, text, above, key, shown) =>
      value === null || value === undefined
        ? shown.refuseNull({ above, key }, coordinate)
        : write(value, text, above, key, shown);
  }

  #present(type: GraphQLOutputType, sets: readonly SelectionSetNode[], coordinate: string): Write {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return this.#lists(nullable.ofType, sets, coordinate);
    if (isLeafType(nullable)) {
      const leaf = leafText(nullable);
      return (value, text, above, key, shown) => {
        const own = leaf(value);
        return own === undefined ? shown.refuseShape({ above, key }, coordinate) : text + own;
      };
    }
    if (isObjectType(nullable)) return this.objects(nullable, sets);
    return this.#abstracts(nullable, sets, coordinate);
  }

  #lists(item: GraphQLOutputType, sets: readonly SelectionSetNode[], coordinate: string): Write {
    const write = this.#values(item, sets, coordinate);
    const nonNull = isNonNullType(item);
    return this.#once((value, before, above, key, shown) => {
      const here = { above, key };
      if (!Array.isArray(value)) return shown.refuseShape(here, coordinate);
      let text = `${before}[`;
      for (let index = 0; index < value.length; index += 1) {
        if (index > 0) text += ",";
        const written = write(value[index], text, here, index, shown);
        if (written === undefined) shown.tellAt({ above: here, key: index });
        if (written === undefined && nonNull) return undefined;
        text = written ?? `${text}null`;
      }
      return `${text}]`;
    });
  }

  /** Interfaces and unions: written by the type the object says it is of, compiled when first met. */
  #abstracts(type: GraphQLAbstractType, sets: readonly SelectionSetNode[], coordinate: string): Write {
    const { schema, interfaceObjects } = this.#settings;
    const byType = new Map<unknown, Write>();
    return (value, text, above, key, shown) => {
      if (!isData(value)) return shown.refuseShape({ above, key }, coordinate);
      const said = ownValue(value, "__typename");
      const typename = said === undefined && interfaceObjects.has(type.name) ? type.name : said;
      let write = byType.get(typename);
      if (!write) {
        const named = typeof typename === "string" ? schema.getType(typename) : undefined;
        const isItself = isInterfaceType(named) && named === type && interfaceObjects.has(type.name);
        const isPossible = isObjectType(named) && schema.isSubType(type, named);
        if (!isItself && !isPossible) return shown.refuseType(value, { above, key }, coordinate);
        write = this.objects(named, sets);
        byType.set(typename, write);
      }
      return write(value, text, above, key, shown);
    };
  }
}

function writeFields(
  fields: readonly ProjectedField[],
  data: Data,
  before: string,
  here: Place | undefined,
  shown: Shown,
): string | undefined {
  if (fields.length === 0) return `${before}{}`;
  let text = before;
  for (const { name, source, opening, nonNull, leaf, write, constant, withheld, introspected } of fields) {
    text += opening;
    if (constant !== undefined) {
      text += constant;
      continue;
    }
    let written: string | undefined;
    if (withheld) {
      shown.withhold(withheld, { above: here, key: name });
    } else {
      const value = ownValue(data, source);
      // Most are leaves as they should be; what is not is looked at closer.
      const own = leaf && value !== null && value !== undefined ? leaf(value) : undefined;
      if (own !== undefined) {
        text += own;
        continue;
      }
      if (value === undefined && !introspected && !(shown.complete && here))
        shown.explainAbsent(data, source, here, name);
      written = write(value, text, here, name, shown);
    }
    if (written === undefined) shown.tellAt({ above: here, key: name });
    if (written === undefined && nonNull) return undefined;
    text = written ?? `${text}null`;
  }
  return `${text}}`;
}
