import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import type { Requirements } from "../access/requirements.ts";
import { type Data, isData, ownValue } from "../execution/data.ts";
import type { SupergraphTypes } from "../supergraph/supergraph-types.ts";

/** What one fetch read of one type, as it goes on record. */
export interface Read {
  readonly type: string;
  /** Coordinates (`Type.field`) that were read of it and of what hangs on it. */
  readonly fields: readonly string[];
  /** Whether personal data is among them. */
  readonly personal: boolean;
  /** Which entities: the value of a key of one field, the JSON of others. None of a type without a key. */
  readonly keys: readonly string[];
  /** How many objects there were. */
  readonly rows: number;
}

/** An entity that a fetch asks for by its key. */
export interface AskedEntity {
  readonly type: string;
  readonly key: string;
}

/** A fetch of a plan, by what of it goes on record: everything that is not public. */
export interface RecordedFetch {
  /** The fetch's operation, with the keys asked for by which the record names what was read. */
  readonly document: DocumentNode;
  /**
   * What a reply gives; nothing where it gives nothing that goes on record.
   *
   * @param asked the entities that were asked for: that there is none is told as well
   */
  readonly of: (data: Data | null | undefined, asked?: readonly AskedEntity[]) => readonly Read[];
  /** What it was to read, where there is no telling what it gave. */
  readonly wanted: readonly Pick<Read, "type" | "fields" | "personal">[];
}

export interface Recording {
  readonly schema: GraphQLSchema;
  readonly types: SupergraphTypes;
  readonly requirements: Requirements;
}

/** Objects of one type at one place of a fetch. */
interface Place {
  readonly type: string;
  /** Coordinates that go on record. */
  readonly fields: Set<string>;
  /** Response names of the key's fields, of an entity. */
  readonly key: string[];
  readonly below: { readonly name: string; readonly place: Place }[];
  /** Of the objects here, those of a type. */
  readonly variants: Place[];
}

/** How a record names an entity by the values of its key. */
export function keyText(parts: readonly unknown[]): string {
  const [only] = parts;
  return parts.length === 1 && typeof only === "string" ? only : JSON.stringify(parts);
}

/** Undefined where all it reads is public. */
export function recordedFetch(
  document: DocumentNode,
  subgraph: string,
  recording: Recording,
): RecordedFetch | undefined {
  const compiler = new FetchCompiler(subgraph, recording);
  const { document: withKeys, places } = compiler.compile(document);
  const wanted = compiler.wanted(places);
  if (wanted.length === 0) return undefined;
  const known = new Map(wanted.map((each) => [each.type, each]));
  return {
    document: withKeys,
    wanted,
    of(data, asked) {
      const tally: Tally = new Map();
      for (const { type, key } of asked ?? []) {
        if (!known.has(type)) continue;
        const tallied = tally.get(type) ?? { keys: new Set(), rows: 0 };
        tally.set(type, tallied);
        tallied.keys.add(key);
      }
      if (data) for (const place of places) count(place, data, tally, undefined);
      return [...tally].flatMap(([type, { keys, rows }]) => {
        const each = known.get(type);
        return each ? [{ ...each, keys: [...keys], rows }] : [];
      });
    },
  };
}

type Tally = Map<string, { keys: Set<string>; rows: number }>;

/** `of` is the type of the entity that it hangs on, and is recorded with. */
function count(place: Place, value: unknown, tally: Tally, of: string | undefined): void {
  if (Array.isArray(value)) {
    for (const item of value) count(place, item, tally, of);
    return;
  }
  if (!isData(value)) return;
  const type = place.key.length > 0 || of === undefined ? place.type : of;
  if (place.fields.size > 0) {
    const counted = tally.get(type) ?? { keys: new Set(), rows: 0 };
    tally.set(type, counted);
    if (type === place.type) counted.rows += 1;
    if (place.key.length > 0) {
      const parts = place.key.map((name) => ownValue(value, name));
      counted.keys.add(keyText(parts));
    }
  }
  const holder = place.key.length > 0 || place.fields.size > 0 ? type : of;
  for (const { name, place: below } of place.below) count(below, ownValue(value, name), tally, holder);
  const { __typename } = value;
  for (const variant of place.variants) {
    if (__typename === undefined || __typename === variant.type) count(variant, value, tally, of);
  }
}

class FetchCompiler {
  readonly #subgraph: string;
  readonly #recording: Recording;

  constructor(subgraph: string, recording: Recording) {
    this.#subgraph = subgraph;
    this.#recording = recording;
  }

  compile(document: DocumentNode): { document: DocumentNode; places: Place[] } {
    const places: Place[] = [];
    const edited: DocumentNode = visit(document, {
      OperationDefinition: (operation) => {
        const root = this.#recording.schema.getRootType(operation.operation);
        if (!root) return undefined;
        const place: Place = { type: root.name, fields: new Set(), key: [], below: [], variants: [] };
        places.push(place);
        const selectionSet = this.#selections(operation.selectionSet, root, place, true);
        return { ...operation, selectionSet };
      },
    });
    return { document: edited, places };
  }

  #selections(
    set: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    place: Place,
    isRoot = false,
  ): SelectionSetNode {
    const selections = set.selections.map((selection): SelectionNode => {
      if (selection.kind === Kind.FIELD) return this.#field(selection, type, place, isRoot);
      if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error("a plan's fetch spreads no fragments");
      const condition = selection.typeCondition?.name.value;
      const narrowed = condition === undefined ? type : this.#recording.schema.getType(condition);
      const variant =
        condition === undefined || condition === place.type ? place : this.#place(narrowed, condition);
      if (variant !== place) place.variants.push(variant);
      return { ...selection, selectionSet: this.#selections(selection.selectionSet, narrowed, variant) };
    });
    const added = isRoot ? [] : this.#keyFor(place, set.selections);
    return added.length === 0 ? { ...set, selections } : { ...set, selections: [...selections, ...added] };
  }

  #field(field: FieldNode, type: GraphQLNamedType | undefined, place: Place, isRoot: boolean): FieldNode {
    const name = field.name.value;
    if (!field.selectionSet || name === "_entities") {
      if (name !== "_entities") this.#note(place, name, undefined);
      if (!field.selectionSet) return field;
      const entities: Place = { type: "", fields: new Set(), key: [], below: [], variants: [] };
      place.below.push({ name: (field.alias ?? field.name).value, place: entities });
      return { ...field, selectionSet: this.#selections(field.selectionSet, undefined, entities, true) };
    }
    const definition = type && "getFields" in type ? type.getFields()[name] : undefined;
    const returned =
      definition && getNamedType(definition.type as never as Parameters<typeof getNamedType>[0]);
    const named = returned as GraphQLNamedType | undefined;
    if (!isRoot) this.#note(place, name, named?.name);
    const below = this.#place(named, named?.name ?? "");
    place.below.push({ name: (field.alias ?? field.name).value, place: below });
    return { ...field, selectionSet: this.#selections(field.selectionSet, named, below) };
  }

  #place(type: GraphQLNamedType | undefined, name: string): Place {
    return {
      type: type && isAbstractType(type) ? "" : name,
      fields: new Set(),
      key: [],
      below: [],
      variants: [],
    };
  }

  /** A field that leads on is recorded by what is read behind it. */
  #note(place: Place, field: string, returned: string | undefined): void {
    if (place.type === "" || field.startsWith("_") || returned !== undefined) return;
    if (this.#recording.requirements.isPublic(place.type, field)) return;
    place.fields.add(`${place.type}.${field}`);
  }

  /** The fields of the entity's key that its selection lacks, under names of our own. */
  #keyFor(place: Place, selections: readonly SelectionNode[]): FieldNode[] {
    const { types, schema } = this.#recording;
    const [key] = types.keysOf(this.#subgraph, place.type);
    if (!key || place.fields.size === 0 || !isObjectType(schema.getType(place.type))) return [];
    const fields = key.selections.flatMap((each) =>
      each.kind === Kind.FIELD && !each.selectionSet ? [each] : [],
    );
    if (fields.length !== key.selections.length) return [];
    return fields.flatMap((field) => {
      const asked = selections.find(
        (each) =>
          each.kind === Kind.FIELD && each.name.value === field.name.value && !each.directives?.length,
      ) as FieldNode | undefined;
      const name = asked ? (asked.alias ?? asked.name).value : `_r_${field.name.value}`;
      place.key.push(name);
      return asked ? [] : [{ ...field, alias: { kind: Kind.NAME, value: name } as const }];
    });
  }

  /** By type, what it reads at all its places. */
  wanted(places: readonly Place[]): Pick<Read, "type" | "fields" | "personal">[] {
    const byType = new Map<string, Set<string>>();
    const collect = (place: Place, of: string | undefined): void => {
      const type = place.key.length > 0 || of === undefined ? place.type : of;
      if (place.fields.size > 0) {
        const fields = byType.get(type) ?? new Set();
        byType.set(type, fields);
        for (const field of place.fields) fields.add(field);
      }
      const holder = place.key.length > 0 || place.fields.size > 0 ? type : of;
      for (const { place: below } of place.below) collect(below, holder);
      for (const variant of place.variants) collect(variant, of);
    };
    for (const place of places) collect(place, undefined);
    return [...byType].map(([type, fields]) => ({
      type,
      fields: [...fields].sort(),
      personal: [...fields].some((coordinate) => this.#recording.requirements.isPersonal(coordinate)),
    }));
  }
}
