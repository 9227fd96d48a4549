import { type Data, ownValue } from "./data.ts";
import type { Representations } from "./representation.ts";

/** What one fetch asks for: distinct references, and the objects of the answer that wait for what they stand for. */
export class References {
  /** Each as JSON. */
  readonly texts: string[] = [];
  /** The first object that waits for each. */
  readonly firsts: Data[] = [];
  /** The names each of them is asked for. */
  readonly names: (readonly string[])[] = [];
  /** How many objects wait for each. */
  readonly counts: number[] = [];
  /** All that wait, and the place of its reference for each of them. */
  readonly targets: Data[] = [];
  readonly places: number[] = [];
  readonly #representations: Representations;
  /** By the key of those of one type; most fetches ask for one type alone. */
  readonly #byKey: { readonly typename: string; readonly places: Map<string, number> }[] = [];
  #byText: Map<string, number> | undefined;
  #groups: readonly (readonly Data[])[] | undefined;

  constructor(representations: Representations) {
    this.#representations = representations;
  }

  /** Says whether there is a reference to the object. */
  add(target: Data, names: readonly string[]): boolean {
    const type = target.__typename;
    if (typeof type !== "string") return false;
    const { typename, key: field, text } = this.#representations(type);
    const key = field === undefined ? undefined : ownValue(target, field);
    // Most are told apart by one text, and only the first of those with the same needs its reference written.
    const isTold = typeof key === "string";
    const places = isTold ? this.#placesByKey(typename) : this.#placesByText();
    const name = isTold ? key : text(target);
    if (name === undefined) return false;
    let place = places.get(name);
    if (place === undefined) {
      const reference = isTold ? text(target) : name;
      if (reference === undefined) return false;
      place = this.texts.length;
      places.set(name, place);
      this.texts.push(reference);
      this.firsts.push(target);
      this.names.push(names);
      this.counts.push(0);
    }
    this.counts[place] = (this.counts[place] ?? 0) + 1;
    this.targets.push(target);
    this.places.push(place);
    return true;
  }

  /** All objects that wait for one reference. */
  waitingFor(place: number): readonly Data[] {
    this.#groups ??= this.#group();
    return this.#groups[place] ?? [];
  }

  #group(): readonly (readonly Data[])[] {
    const groups = this.texts.map((): Data[] => []);
    for (const [index, target] of this.targets.entries()) groups[this.places[index] ?? 0]?.push(target);
    return groups;
  }

  #placesByKey(typename: string): Map<string, number> {
    for (const known of this.#byKey) if (known.typename === typename) return known.places;
    const places = new Map<string, number>();
    this.#byKey.push({ typename, places });
    return places;
  }

  #placesByText(): Map<string, number> {
    this.#byText ??= new Map();
    return this.#byText;
  }
}
