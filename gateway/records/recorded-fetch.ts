import {
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedType,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import type { GrantNeeded } from "../access/needed.ts";
import { type Data, isData, ownValue } from "../execution/data.ts";
import type { Recording } from "./recording.ts";
import { collectSubjects, isSubjectItself, type SubjectField, subjectFields } from "./subject-fields.ts";

/** What one fetch read of one type, as it goes on record. */
export interface Read {
  readonly type: string;
  /** Coordinates (`Type.field`) that were read of it and of what hangs on it. */
  readonly fields: readonly string[];
  /** Whether personal data is among them. */
  readonly personal: boolean;
  /** Of these the ones that came masked, wherever the mask is put on. */
  readonly masked: readonly string[];
  /** Which entities: the value of a key of one field, the JSON of others. None of a type without a key. */
  readonly keys: readonly string[];
  /** Whom they are about. */
  readonly subjects: readonly string[];
  /** How many objects there were. */
  readonly rows: number;
}

/** Rows at one place of a fetch of which something takes a grant to be read. */
export interface GrantedRows {
  readonly needed: readonly GrantNeeded[];
  readonly keys: ReadonlySet<string>;
  /** How many there were without a key. */
  readonly unkeyed: number;
}

/** An entity that a fetch asks for by its key. */
export interface AskedEntity {
  readonly type: string;
  readonly key: string;
}

/** What came of a fetch, by what of it goes on record. */
export interface FetchedParts {
  readonly reads: readonly Read[];
  readonly granted: readonly GrantedRows[];
}

/** A fetch of a plan, by what of it goes on record: everything that is not public. */
export interface RecordedFetch {
  /** The fetch's operation, with the fields asked for by which the record names what was read and whom it is about. */
  readonly document: DocumentNode;
  /**
   * What a reply gives; nothing where it gives nothing that goes on record.
   *
   * @param asked the entities that were asked for: that there is none is told as well
   */
  readonly of: (data: Data | null | undefined, asked?: readonly AskedEntity[]) => FetchedParts;
  /** What it was to read, where there is no telling what it gave. */
  readonly wanted: readonly Pick<Read, "type" | "fields" | "personal">[];
  /** Whether it reads anything that takes a grant. */
  readonly takesGrant: boolean;
}

/** Objects of one type at one place of a fetch. */
interface Place {
  /** Empty of an abstract type: what is read there is read of its types. */
  readonly type: string;
  /** Coordinates that go on record. */
  readonly fields: Set<string>;
  /** What of them takes a grant, each once. */
  readonly needed: Map<string, GrantNeeded>;
  /** Response names of personal data, with their coordinates. */
  readonly personal: Map<string, string>;
  readonly below: Map<string, Place>;
  /** Of the objects here, those of a type. */
  readonly variants: Map<string, Place>;
  /** Fields that are asked here whatever the conditions. */
  readonly asked: FieldNode[];
  /** By what the objects are named and whom they are about, once it is known that anything of them goes on record. */
  names: Names | undefined;
}

interface Names {
  /** Response names of the key's fields; none of what is no entity. */
  readonly key: readonly string[];
  readonly subjects: readonly SubjectField[];
  /** What asks for them, where nothing else does. */
  readonly selections: readonly FieldNode[];
}

const newPlace = (type: string): Place => ({
  type,
  fields: new Set(),
  needed: new Map(),
  personal: new Map(),
  below: new Map(),
  variants: new Map(),
  asked: [],
  names: undefined,
});

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
  const { document: withNames, places } = compiler.compile(document);
  const counted = places.flatMap((place) => prepared(place) ?? []);
  if (counted.length === 0) return undefined;
  const wanted = compiler.wanted(counted);
  const known = new Map(wanted.map((each) => [each.type, each]));
  const ownSubjects = new Set(wanted.flatMap(({ type }) => (compiler.isSubject(type) ? [type] : [])));
  return {
    document: withNames,
    wanted,
    takesGrant: counted.some(takesGrant),
    of(data, asked) {
      const tally: Tally = { reads: new Map(), granted: new Map() };
      for (const { type, key } of asked ?? []) {
        if (!known.has(type)) continue;
        const tallied = readOf(tally, type);
        tallied.keys.add(key);
        if (ownSubjects.has(type)) tallied.subjects.add(key);
      }
      if (data) for (const place of counted) count(place, data, tally, undefined);
      const reads = [...tally.reads].flatMap(([type, { rows, ...sets }]) => {
        const each = known.get(type);
        if (!each) return [];
        const [keys, subjects, masked] = [[...sets.keys], [...sets.subjects], [...sets.masked]];
        return [{ ...each, keys, subjects, masked, rows }];
      });
      const granted = [...tally.granted].map(([{ needed }, rows]) => ({ needed, ...rows }));
      return { reads, granted };
    },
  };
}

/** A place of which something goes on record, or below it, as replies are gone through. */
interface Counted {
  readonly type: string;
  readonly fields: readonly string[];
  /** Absent where only what is below it goes on record. */
  readonly names: Names | undefined;
  readonly needed: readonly GrantNeeded[];
  readonly personal: readonly (readonly [name: string, coordinate: string])[];
  readonly below: readonly { readonly name: string; readonly place: Counted }[];
  readonly variants: readonly Counted[];
}

/** Undefined where all of it is public. */
function prepared({ type, fields, names, needed, personal, below, variants }: Place): Counted | undefined {
  const counted: Counted = {
    type,
    fields: [...fields],
    names,
    needed: [...needed.values()],
    personal: [...personal],
    below: [...below].flatMap(([name, each]) => {
      const place = prepared(each);
      return place ? [{ name, place }] : [];
    }),
    variants: [...variants.values()].flatMap((each) => prepared(each) ?? []),
  };
  return names || counted.below.length > 0 || counted.variants.length > 0 ? counted : undefined;
}

const takesGrant = ({ needed, below, variants }: Counted): boolean =>
  needed.length > 0 || below.some(({ place }) => takesGrant(place)) || variants.some(takesGrant);

interface Tallied {
  readonly keys: Set<string>;
  readonly subjects: Set<string>;
  readonly masked: Set<string>;
  rows: number;
}

interface Tally {
  readonly reads: Map<string, Tallied>;
  readonly granted: Map<Counted, { keys: Set<string>; unkeyed: number }>;
}

function readOf({ reads }: Tally, type: string): Tallied {
  const known = reads.get(type);
  if (known) return known;
  const read = { keys: new Set<string>(), subjects: new Set<string>(), masked: new Set<string>(), rows: 0 };
  reads.set(type, read);
  return read;
}

function grantedAt({ granted }: Tally, place: Counted) {
  const known = granted.get(place);
  if (known) return known;
  const rows = { keys: new Set<string>(), unkeyed: 0 };
  granted.set(place, rows);
  return rows;
}

/** The type with which objects of a place are recorded: their own where they have a key, else that of what they hang on. */
const recordedWith = ({ type, names }: Counted, of: string | undefined): string =>
  of === undefined || (names !== undefined && names.key.length > 0) ? type : of;

/** `of` is the type of the entity that it hangs on. */
function count(place: Counted, value: unknown, tally: Tally, of: string | undefined): void {
  if (Array.isArray(value)) {
    for (const item of value) count(place, item, tally, of);
    return;
  }
  if (!isData(value)) return;
  const { names, below, variants } = place;
  const type = recordedWith(place, of);
  if (names) note(place, names, value, tally, type);
  const holder = names ? type : of;
  for (const { name, place: each } of below) count(each, ownValue(value, name), tally, holder);
  const { __typename } = value;
  for (const variant of variants) {
    if (__typename === undefined || __typename === variant.type) count(variant, value, tally, of);
  }
}

/** What every mask leaves in place of what it hides. */
const maskSign = "*";

function note(place: Counted, names: Names, object: Data, tally: Tally, type: string): void {
  const read = readOf(tally, type);
  if (type === place.type) read.rows += 1;
  const parts = names.key.map((name) => ownValue(object, name));
  const key = parts.length > 0 && !parts.includes(undefined) ? keyText(parts) : undefined;
  if (key !== undefined) read.keys.add(key);
  collectSubjects(names.subjects, object, read.subjects);
  for (const [name, coordinate] of place.personal) {
    const value = ownValue(object, name);
    if (typeof value === "string" && value.includes(maskSign)) read.masked.add(coordinate);
  }
  if (place.needed.length === 0) return;
  const granted = grantedAt(tally, place);
  if (key === undefined) granted.unkeyed += 1;
  else granted.keys.add(key);
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
        const place = newPlace(root.name);
        places.push(place);
        const selectionSet = this.#objects(operation.selectionSet, root, place, false);
        return { ...operation, selectionSet };
      },
    });
    return { document: edited, places };
  }

  /** Whether the key by which the type is asked for says whom it is about. */
  isSubject(type: string): boolean {
    const [field, ...others] = this.#keyOf(type);
    return field !== undefined && others.length === 0 && isSubjectItself(type, field, this.#recording);
  }

  /** The objects at a place, with what names them. */
  #objects(
    set: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    place: Place,
    conditional: boolean,
  ): SelectionSetNode {
    const selections = this.#selections(set, type, place, conditional);
    const added: SelectionNode[] = [...this.#namesOf(place)];
    for (const variant of place.variants.values()) {
      const names = this.#namesOf(variant);
      if (names.length > 0) added.push(onType(variant.type, names));
    }
    return added.length === 0 ? { ...set, selections } : { ...set, selections: [...selections, ...added] };
  }

  /** @param conditional whether what is asked here may be left out of what is asked of the place */
  #selections(
    set: SelectionSetNode,
    type: GraphQLNamedType | undefined,
    place: Place,
    conditional: boolean,
  ): SelectionNode[] {
    return set.selections.map((selection): SelectionNode => {
      const mayBeLeftOut = conditional || (selection.directives?.length ?? 0) > 0;
      if (selection.kind === Kind.FIELD) return this.#field(selection, type, place, mayBeLeftOut);
      if (selection.kind === Kind.FRAGMENT_SPREAD) throw new Error("a plan's fetch spreads no fragments");
      const condition = selection.typeCondition?.name.value;
      const narrowed = condition === undefined ? type : this.#recording.schema.getType(condition);
      // What is asked of an interface is asked of the type that is there.
      const within = isObjectType(narrowed) && place.type === "" ? variantOf(place, narrowed.name) : place;
      const selections = this.#selections(selection.selectionSet, narrowed, within, mayBeLeftOut);
      return { ...selection, selectionSet: { ...selection.selectionSet, selections } };
    });
  }

  #field(
    field: FieldNode,
    type: GraphQLNamedType | undefined,
    place: Place,
    conditional: boolean,
  ): FieldNode {
    const name = field.name.value;
    if (!field.selectionSet) {
      for (const each of this.#placesOf(place, type)) this.#note(each, field);
      if (!conditional) place.asked.push(field);
      return field;
    }
    const definition = type && "getFields" in type ? type.getFields()[name] : undefined;
    const returned = definition && getNamedType(definition.type);
    const responseName = (field.alias ?? field.name).value;
    const below =
      place.below.get(responseName) ??
      newPlace(returned && !isAbstractType(returned) && name !== "_entities" ? returned.name : "");
    place.below.set(responseName, below);
    return { ...field, selectionSet: this.#objects(field.selectionSet, returned, below, conditional) };
  }

  /** The place itself or, where a field of an interface is read, that of each type that may be there. */
  #placesOf(place: Place, type: GraphQLNamedType | undefined): readonly Place[] {
    if (place.type !== "") return [place];
    if (!isAbstractType(type)) return [];
    return this.#recording.schema.getPossibleTypes(type).map(({ name }) => variantOf(place, name));
  }

  /** A field that leads on is recorded by what is read behind it. */
  #note(place: Place, { name, alias }: FieldNode): void {
    const { requirements } = this.#recording;
    const field = name.value;
    if (field.startsWith("_") || requirements.isPublic(place.type, field)) return;
    const coordinate = `${place.type}.${field}`;
    place.fields.add(coordinate);
    if (requirements.isPersonal(coordinate)) place.personal.set((alias ?? name).value, coordinate);
    for (const needed of requirements.grantsFor(place.type, field)) {
      place.needed.set(JSON.stringify([needed.subgraph, needed.type, needed.field]), needed);
    }
  }

  /** What has to be asked beside the client's selections to name the objects of a place. */
  #namesOf(place: Place): readonly FieldNode[] {
    if (!place.names && this.#isRecorded(place)) place.names = this.#newNames(place);
    return place.names?.selections ?? [];
  }

  /** Whether anything of an object goes on record, or of what hangs on it and cannot be named by itself. */
  #isRecorded({ type, fields, below, variants }: Place): boolean {
    if (fields.size > 0) return true;
    if (this.#keyOf(type).length === 0) return false;
    return [...below.values(), ...variants.values()].some((each) => this.#hasUnnamed(each));
  }

  #hasUnnamed({ type, fields, below, variants }: Place): boolean {
    if (this.#keyOf(type).length > 0) return false;
    return (
      fields.size > 0 || [...below.values(), ...variants.values()].some((each) => this.#hasUnnamed(each))
    );
  }

  /** The key's fields as they are asked already, or under names of our own; and whom it is about. */
  #newNames({ type, asked }: Place): Names {
    const selections: FieldNode[] = [];
    const key = this.#keyOf(type).map((field) => {
      const known = asked.find(({ name, directives }) => name.value === field && !directives?.length);
      if (known) return (known.alias ?? known.name).value;
      const own = `_r_${field}`;
      selections.push(aliased(own, field));
      return own;
    });
    const subjects = subjectFields(this.#subgraph, type, this.#recording);
    return { key, subjects, selections: [...selections, ...subjects.map(({ node }) => node)] };
  }

  /** The fields of the entity's first key; none of what has no key, or one that names objects. */
  #keyOf(type: string): readonly string[] {
    const [key] = this.#recording.types.keysOf(this.#subgraph, type);
    if (!key || !isObjectType(this.#recording.schema.getType(type))) return [];
    const fields = key.selections.flatMap((each) =>
      each.kind === Kind.FIELD && !each.selectionSet ? [each.name.value] : [],
    );
    return fields.length === key.selections.length ? fields : [];
  }

  /** By type, what it reads at all its places. */
  wanted(places: readonly Counted[]): Pick<Read, "type" | "fields" | "personal">[] {
    const byType = new Map<string, Set<string>>();
    const collect = (place: Counted, of: string | undefined): void => {
      const type = recordedWith(place, of);
      if (place.names) {
        const fields = byType.get(type) ?? new Set();
        byType.set(type, fields);
        for (const field of place.fields) fields.add(field);
      }
      const holder = place.names ? type : of;
      for (const below of place.below) collect(below.place, holder);
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

function variantOf(place: Place, type: string): Place {
  const known = place.variants.get(type);
  if (known) return known;
  const variant = newPlace(type);
  place.variants.set(type, variant);
  return variant;
}

const aliased = (alias: string, field: string): FieldNode => ({
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: alias },
  name: { kind: Kind.NAME, value: field },
});

const onType = (type: string, selections: readonly FieldNode[]): SelectionNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
  selectionSet: { kind: Kind.SELECTION_SET, selections },
});
