import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { DataSource, EntityManager, ObjectLiteral, SelectQueryBuilder } from "typeorm";
import type { ColumnsRead } from "./columns-read.ts";
import { asRows, run, type Selected, selecting } from "./rows.ts";

/**
 * How rows are found by their keys: the restrictions of whoever looks, then the keys as `= ANY(:name)`. It may depend
 * on nothing but the sight it is given, because what it builds for one is used again for all who have the same.
 */
type Build<Row extends ObjectLiteral, Sight> = (
  query: SelectQueryBuilder<Row>,
  sight: Sight,
) => SelectQueryBuilder<Row>;

/** Stands for a value that every look-up brings anew. */
class Brought {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Where rows are looked up, and for which document's sake; whole rows where it is not told. */
export interface LookedUpIn {
  readonly manager: EntityManager;
  readonly columns?: ColumnsRead | undefined;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * A look-up asked over and over, a few rows at a time: its SQL is built once for each sight and prepared once by each
 * connection, and its rows are what the driver reads. `values` are the keys and whatever else differs each time.
 */
export function lookUp<Row extends ObjectLiteral, Sight = undefined>(
  entity: new () => Row,
  alias: string,
  build: Build<Row, Sight>,
): (
  where: LookedUpIn,
  values: Values,
  ...sight: [Sight] extends [undefined] ? [] : [Sight]
) => Promise<Row[]> {
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
    const selected = selecting(query, read);
    const name = createHash("sha256").update(selected.text).digest("base64url");
    const built = { ...selected, name };
    ofDatabase.set(key, built);
    return built;
  }

  return async ({ manager, columns }, brought, ...[sight]) => {
    const built = builtFor(manager, Object.keys(brought), sight as Sight, columns);
    const values = built.values.map((value) => (value instanceof Brought ? brought[value.name] : value));
    return asRows(await run(manager, { ...built, values }), built, columns);
  };
}
