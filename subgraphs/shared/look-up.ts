import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { DataSource, EntityManager, ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { asRows, run, selecting } from "./rows.ts";

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

interface Built {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
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
  manager: EntityManager,
  values: Values,
  ...sight: Sight extends undefined ? [] : [Sight]
) => Promise<Row[]> {
  const known = new WeakMap<DataSource, LRUCache<string, Built>>();

  function builtFor({ connection }: EntityManager, names: readonly string[], sight: Sight): Built {
    let ofDatabase = known.get(connection);
    if (!ofDatabase) {
      ofDatabase = new LRUCache({ max: 1_000 });
      known.set(connection, ofDatabase);
    }
    const key = JSON.stringify(sight) ?? "";
    const found = ofDatabase.get(key);
    if (found) return found;
    const query = build(connection.createQueryBuilder(entity, alias), sight).setParameters(
      Object.fromEntries(names.map((name) => [name, new Brought(name)])),
    );
    const { text, values } = selecting(query);
    const built = { name: createHash("sha256").update(text).digest("base64url"), text, values };
    ofDatabase.set(key, built);
    return built;
  }

  return async (manager, brought, ...[sight]) => {
    const { name, text, values } = builtFor(manager, Object.keys(brought), sight as Sight);
    const filled = values.map((value) => (value instanceof Brought ? brought[value.name] : value));
    const rows = await run(manager, { name, text, values: filled });
    return asRows(rows, manager.connection.getMetadata(entity));
  };
}
