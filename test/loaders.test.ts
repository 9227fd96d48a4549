import DataLoader from "dataloader";
import { pino } from "pino";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { subgraphs } from "../schema/subgraphs.ts";
import { openDatabase } from "../subgraphs/shared/database.ts";
import { LogEntry } from "../subgraphs/shared/log-entry.ts";
import { foundations } from "../subgraphs/shared/migrations.ts";
import { Post, type Principal } from "../subgraphs/shared/principal.ts";
import { FeedTail } from "../subgraphs/shared/subscription/feed-tail.ts";
import { createDatabases } from "./testkit/database.ts";
import { person } from "./testkit/people.ts";
import { statementsOf } from "./testkit/statements.ts";

type Load = (key: string, args: unknown) => Promise<unknown>;

/** Whose eyes a loader looks through; a store may ask nothing at all for somebody who sees nothing. */
const principals: readonly Principal[] = [
  person(Post.COMMUNITY_SECRETARY, { unit: "430105010003" }),
  person(Post.PERFORMANCE_OFFICE, { unit: "430105-PERFORMANCE-OFFICE", division: "430105" }),
];

const uuids = [1, 2, 3].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`);
const keysOf: Readonly<Record<string, readonly string[]>> = {
  demander: uuids,
  media: uuids,
  batchChanges: ["430105010:POWER#1", "430105010:POWER#2", "430105010:DUTY#1"],
};
const codes = ["430105010003001", "430105010003002", "430105010003003"];

const period = { from: "2026-01-01", to: "2026-06-30" };
const usual = { first: 10, order: "NEWEST", year: 2026, change: "ADDED", part: "CALLED", ...period, period };
const argsOf: Readonly<Record<string, unknown>> = {
  gridFigures: 2026,
  visitedInGrid: 2026,
  listings: "2026-06-01",
  listVersion: "2026-06-01",
};

/** Every loader of a context, by the way it is reached: a context keeps them under names that begin with `load`. */
function loadersOf(holder: object, path: readonly string[] = []): [path: string, load: Load][] {
  return Object.entries(holder).flatMap(([name, value]): [string, Load][] => {
    const here = [...path, name];
    if (path.length === 0 && !name.startsWith("load")) return [];
    if (value instanceof DataLoader) return [[here.join("."), (key) => value.load(key)]];
    if (typeof value === "function") return [[here.join("."), value as Load]];
    return typeof value === "object" && value !== null ? loadersOf(value, here) : [];
  });
}

/** So many there are at least: one that the walk no longer finds is not tried either. A department that has just joined has one. */
const fewest: Readonly<Record<string, number>> = {
  grids: 39,
  departments: 18,
  tickets: 30,
  evaluation: 15,
  "city-management": 16,
  "market-supervision": 7,
  "civil-affairs": 8,
  stewardship: 6,
};

/** Public security reads the police archive, whose statements its own tests count. */
const readingDatabases = subgraphs.filter(({ name }) => name !== "public-security");

describe.each(readingDatabases)("the loaders of $name", (definition) => {
  let database: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const made = await createDatabases([definition.name]);
    drop = made.drop;
    database = await openDatabase({
      url: made.urls[definition.name] ?? "",
      entities: [LogEntry, ...definition.entities],
      migrations: [...foundations, ...definition.migrations],
    });
  });
  afterAll(async () => {
    await database.destroy();
    await drop();
  });

  const contextFor = (principal: Principal): object =>
    definition.context({
      database,
      principal,
      at: new Date("2026-06-01T09:00:00+08:00"),
      // Only stewardship's asks one: whether somebody must not be told yet.
      graph: async () => ({ disclosureDelays: [] }) as never,
      feed: new FeedTail({ database, databaseUrl: "", log: pino({ level: "silent" }) }),
    }) as object;

  /** How many statements it takes to load so many keys at once. */
  const statementsFor = async (
    path: string,
    keys: readonly string[],
    principal: Principal,
  ): Promise<number> => {
    const [, load] = loadersOf(contextFor(principal)).find(([each]) => each === path) ?? [];
    const name = path.split(".").at(-1) ?? "";
    const args = name in argsOf ? argsOf[name] : usual;
    const statements = await statementsOf(database, () => Promise.all(keys.map((key) => load?.(key, args))));
    return statements.length;
  };

  it("send as many statements for three keys as for one", async () => {
    const paths = loadersOf(contextFor(principals[0] as Principal)).map(([path]) => path);
    expect(paths.length).toBeGreaterThanOrEqual(fewest[definition.name] ?? 1);
    const findings: string[] = [];
    for (const path of paths) {
      const keys = keysOf[path.split(".").at(-1) ?? ""] ?? codes;
      let asked = 0;
      for (const principal of principals) {
        const one = await statementsFor(path, keys.slice(0, 1), principal);
        const three = await statementsFor(path, keys, principal);
        asked += one;
        if (three !== one) findings.push(`${path}: ${one} for one key, ${three} for three`);
      }
      if (asked === 0) findings.push(`${path}: never asked the database`);
    }
    expect(findings).toEqual([]);
  });
});
