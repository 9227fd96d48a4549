import type { EntityMetadata, ObjectLiteral } from "typeorm";

/** Columns of an entity, by their properties. */
export interface Columns {
  readonly names: ReadonlySet<string>;
  /** The same for the same columns. */
  readonly key: string;
}

/** A row was asked for a column that it was read without. */
export class ColumnNotRead extends Error {
  readonly entity: EntityMetadata;
  readonly column: string;

  constructor(entity: EntityMetadata, column: string) {
    super(`${entity.name}.${column} was not read for this document so far`);
    this.entity = entity;
    this.column = column;
  }
}

/**
 * The columns that the answers to one document are made from, found out by answering it: at first rows are read whole
 * and what is asked of them is noted; from then on no more than that is read. Should another row lead somewhere else,
 * it refuses what it was read without: that is noted too, and the request is answered once more from whole rows.
 */
export class ColumnsRead {
  readonly #noted = new Map<EntityMetadata, Set<string>>();
  #known: ReadonlyMap<EntityMetadata, Columns> = new Map();
  #news = false;

  /** What to read of an entity; undefined is all. */
  of(entity: EntityMetadata): Columns | undefined {
    return this.#known.get(entity);
  }

  /** Whole rows that note what is asked of them. */
  noting<Row extends ObjectLiteral>(rows: readonly Row[], entity: EntityMetadata): Row[] {
    if (rows.length === 0) return [];
    const columns = new Set(entity.columns.map(({ propertyName }) => propertyName));
    const note = (property: string | symbol): void => {
      if (typeof property === "string" && columns.has(property)) this.note(entity, property);
    };
    const handler: ProxyHandler<Row> = {
      get(row, property, receiver) {
        note(property);
        return Reflect.get(row, property, receiver);
      },
      ownKeys(row) {
        // Whoever copies a row may ask the copy for anything.
        for (const column of columns) note(column);
        return Reflect.ownKeys(row);
      },
    };
    return rows.map((row) => new Proxy(row, handler));
  }

  note(entity: EntityMetadata, column: string): void {
    const noted = this.#noted.get(entity) ?? new Set<string>();
    if (noted.has(column)) return;
    this.#noted.set(entity, noted.add(column));
    this.#news = true;
  }

  /** After an answer: reads no more from now on than was asked of rows so far. */
  learn(): void {
    if (!this.#news) return;
    this.#news = false;
    this.#known = new Map(
      [...this.#noted].map(([entity, noted]) => {
        const names = [...noted].sort();
        return [entity, { names: new Set(names), key: names.join() }];
      }),
    );
  }
}

const prototypes = new WeakMap<EntityMetadata, Map<string, object>>();

/** The prototype of an entity's rows that were read with these columns only: it refuses to be asked for others. */
export function prototypeOf(entity: EntityMetadata, columns: Columns | undefined): object {
  const whole = (entity.target as new () => object).prototype;
  if (!columns) return whole;
  const known = prototypes.get(entity) ?? new Map<string, object>();
  prototypes.set(entity, known);
  const found = known.get(columns.key);
  if (found) return found;
  const prototype = Object.create(whole);
  for (const { propertyName } of entity.columns) {
    if (columns.names.has(propertyName)) continue;
    Object.defineProperty(prototype, propertyName, {
      get() {
        throw new ColumnNotRead(entity, propertyName);
      },
    });
  }
  known.set(columns.key, prototype);
  return prototype;
}
