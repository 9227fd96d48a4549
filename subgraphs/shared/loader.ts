import DataLoader from "dataloader";

/**
 * One row per key, in one query per batch. `keyOf` says which row answers which key, so the store may return rows
 * in any order and leave out what does not exist (null).
 */
export const loadOne = <Row>(
  fetch: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row | null> =>
  new DataLoader(async (keys) => {
    const byKey = new Map((await fetch(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => byKey.get(key) ?? null);
  });

/** All rows of each key, in one query per batch. Only for lists bounded by nature (a grid's members, a list's kinds). */
export const loadMany = <Row>(
  fetch: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row[]> =>
  new DataLoader(async (keys) => {
    const byKey = new Map<string, Row[]>(keys.map((key) => [key, []]));
    for (const row of await fetch(keys)) byKey.get(keyOf(row))?.push(row);
    return keys.map((key) => byKey.get(key) ?? []);
  });

/** All rows of each key, from a query that tells them apart itself. */
export const loadEach = <Row>(
  fetch: (keys: readonly string[]) => Promise<ReadonlyMap<string, Row[]>>,
): DataLoader<string, Row[]> =>
  new DataLoader(async (keys) => {
    const rows = await fetch(keys);
    return keys.map((key) => rows.get(key) ?? []);
  });

/**
 * A loader per set of arguments, so that `tickets(first: 5)` asked under twenty grids is one query, and the same
 * field asked with other arguments is another.
 */
export function loadByArguments<Args, Row>(
  fetch: (keys: readonly string[], args: Args) => Promise<ReadonlyMap<string, Row>>,
  empty: () => Row,
): (key: string, args: Args) => Promise<Row> {
  const loaders = new Map<string, DataLoader<string, Row>>();
  return (key, args) => {
    const shape = JSON.stringify(args);
    let loader = loaders.get(shape);
    if (!loader) {
      loader = new DataLoader(async (keys) => {
        const rows = await fetch(keys, args);
        return keys.map((each) => rows.get(each) ?? empty());
      });
      loaders.set(shape, loader);
    }
    return loader.load(key);
  };
}
