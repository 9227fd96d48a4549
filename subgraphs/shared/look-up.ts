import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { DataSource, EntityManager, ObjectLiteral, SelectQueryBuilder } from "typeorm";
import type { ColumnsRead } from "./columns-read.ts";
import { asRows, run, type Selected, selecting } from "./rows.ts";
import type { Statement } from "./statement.ts";

/**
 * How rows are found by their keys: the restrictions of whoever looks, then the keys as `= ANY(:name)`. It may depend
 * on nothing but the sight it is given, because what it builds for one is used again for all who have the same.
 */
export type Build<Row extends ObjectLiteral, Sight> = (
  query: SelectQueryBuilder<Row>,
  sight: Sight,
) => SelectQueryBuilder<Row>;

/** The sight as the last argument, where rows are found by one. */
export type Seen<Sight> = [Sight] extends [undefined] ? [] : [Sight];

/** Where rows are looked up, and for which document's sake; whole rows where it is not told. */
export interface LookedUpIn {
  readonly manager: EntityManager;
  readonly columns?: ColumnsRead | undefined;
}

export type Values = Readonly<Record<string, unknown>>;

/** Stands for a value that every look-up brings anew. */
class Brought {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A look-up asked over and over, a few rows at a time: its SQL is built once for each sight and prepared once by each
 * connection, and its rows are what the driver reads. `values` are the keys and whatever else differs each time.
 */
export function lookUp<Row extends ObjectLiteral, Sight = undefined>(
  entity: new () => Row,
  alias: string,
  build: Build<Row, Sight>,
): (where: LookedUpIn, values: Values, ...sight: Seen<Sight>) => Promise<Row[]> {
  const rows = prepared(entity, alias, build);
  return (where, values, ...[sight]) => rows(where, values, sight as Sight);
}

/**
 * The rows under each of many parents, looked up in one statement. `build` compares with the bare SQL name
 * `parent.key`. Only for lists bounded by nature.
 */
export function lookUpEach<Row extends ObjectLiteral, Sight = undefined>(
  entity: new () => Row,
  alias: string,
  build: Build<Row, Sight>,
): (
  where: LookedUpIn,
  parents: readonly string[],
  values: Values,
  ...sight: Seen<Sight>
) => Promise<Map<string, Row[]>> {
  const rows = preparedEach(entity, alias, build);
  return async (where, parents, values, ...[sight]) =>
    byParent(await rows(where, parents, values, sight as Sight));
}

/** What `lookUp` and its like send: `finish` makes the statement of the query's. */
export function prepared<Row extends ObjectLiteral, Sight>(
  entity: new () => Row,
  alias: string,
  build: Build<Row, Sight>,
  finish: (selected: Selected) => Selected = (selected) => selected,
): (where: LookedUpIn, values: Values, sight: Sight) => Promise<Row[]> {
  const known = new WeakMap<DataSource, LRUCache<string, Selected>>();

  function builtFor(
    { connection }: EntityManager,
    names: string[],
    sight: Sight,
    read?: ColumnsRead,
  ): Selected {
    let ofDatabase = known.get(connection);
    if (!ofDatabase) {
      ofDatabase = new LRUCache({ max: 1_000 });
      known.set(connection, ofDatabase);
    }
    const columns = read?.of(connection.getMetadata(entity));
    const key = JSON.stringify([sight, columns?.key]);
    const found = ofDatabase.get(key);
    if (found) return found;
    const query = build(connection.createQueryBuilder(entity, alias), sight);
    const taken = names.find((name) => name in query.getParameters());
    // A brought value would take the place of the one that restricts the rows.
    if (taken !== undefined) throw new Error(`:${taken} is brought to a look-up that says itself what it is`);
    query.setParameters(Object.fromEntries(names.map((name) => [name, new Brought(name)])));
    const selected = finish(selecting(query, read));
    const name = createHash("sha256").update(selected.text).digest("base64url");
    const built = { ...selected, name };
    ofDatabase.set(key, built);
    return built;
  }

  return async ({ manager, columns }, brought, sight) => {
    const built = builtFor(manager, Object.keys(brought), sight, columns);
    const values = built.values.map((value) => (value instanceof Brought ? brought[value.name] : value));
    return asRows(await run(manager, { ...built, values }), built, columns);
  };
}

/** The same under each of many parents; `byParent` tells the rows apart. */
export function preparedEach<Row extends ObjectLiteral, Sight>(
  entity: new () => Row,
  alias: string,
  build: Build<Row, Sight>,
): (where: LookedUpIn, parents: readonly string[], values: Values, sight: Sight) => Promise<Row[]> {
  const rows = prepared(entity, alias, build, (selected) => underEach(selected, new Brought("parents")));
  return (where, parents, values, sight) => rows(where, { ...values, parents }, sight);
}

const parentKey = "parent.key";

/**
 * A statement's rows under each of many parents, which it names `parent.key`. The parents stand in a query of their own:
 * for as many as a planner would see it plans anew each time, and the plan is the same for any number.
 */
export function underEach<Sent extends Statement>(selected: Sent, parents: unknown): Sent {
  const { text, values } = selected;
  return {
    ...selected,
    text: `SELECT parent.key AS "${parentKey}", found.* FROM unnest((SELECT $${values.length + 1}::text[])) AS parent(key)
       CROSS JOIN LATERAL (${text}) AS found`,
    values: [...values, parents],
  };
}

/** The rows of such a statement, by their parents. */
export function byParent<Row extends ObjectLiteral>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const key = String(row[parentKey]);
    const ofParent = grouped.get(key);
    if (ofParent) ofParent.push(row);
    else grouped.set(key, [row]);
  }
  return grouped;
}
