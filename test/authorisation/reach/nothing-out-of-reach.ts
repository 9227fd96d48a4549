import fc from "fast-check";
import { getNamedType, getNullableType, isListType, isObjectType } from "graphql";
import type { DataSource } from "typeorm";
import { expect } from "vitest";
import { subgraphs } from "../../../schema/subgraphs.ts";
import {
  type CaseScope,
  Post,
  type Principal,
  servicePrincipal,
} from "../../../subgraphs/shared/principal.ts";
import type { RunningSubgraph, SubgraphDefinition } from "../../../subgraphs/shared/subgraph.ts";
import { EverythingAsked, type Literal, objectsIn } from "./everything-asked.ts";
import { coordinatesOf, oracles } from "./oracles.ts";
import { type Ground, randomPrincipal } from "./random-principal.ts";
import { type Row, type RowOracle, text, valueSeen } from "./row-oracle.ts";

type Rows = ReadonlyMap<string, Row>;

/** What the dataset has, beside the rows of the subgraph itself, that principals and questions are made of. */
export interface Surroundings {
  readonly communities: readonly string[];
  readonly grids: readonly string[];
  readonly residents: readonly string[];
  readonly members: readonly string[];
  readonly units: readonly string[];
  readonly cases: readonly CaseScope[];
  /** By type, values of its key: what others point at, to be asked for by reference. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

/** Failures of ours, or of the question; whatever else a caller is told instead of an answer is a refusal. */
const failing: ReadonlySet<unknown> = new Set([undefined, "INTERNAL_SERVER_ERROR", "BAD_VALUE", "BAD_CODE"]);
/** So many people ask everything, and so many by reference for rows of their district alone. */
const askers = { everything: 15, references: 60 };
/** Stands for nobody in particular with the oracles, which give a service without a part nothing either. */
const nobody = servicePrincipal("nobody");
/** So many objects from one to another is asked. */
const depth = 2;
/** References of one type that are asked for at a time. */
const atATime = { everything: 12, references: 60 };
/** Rows that lead on to others which everybody asks for beside those drawn. */
const leadingAsked = 5;
const keyNames: Readonly<Record<string, string>> = {
  Ticket: "number",
  Whistle: "number",
  Resident: "id",
  GridMember: "id",
  Business: "creditCode",
};

/**
 * Asks everything of a subgraph as many different people, by its queries and by reference, and holds each answer against
 * the oracles: no row that is out of reach, no value in clear that is not for the caller, nothing kept back that is.
 */
export async function nothingOutOfReach(
  definition: SubgraphDefinition<unknown>,
  subgraph: RunningSubgraph,
  at: Date,
  around: Surroundings,
  source?: DataSource,
): Promise<void> {
  const own = oracles[definition.name] ?? [];
  const judged = await Promise.all(
    own.map(async (oracle) => ({ oracle, rows: await oracle.rows(subgraph.database, source) })),
  );
  const byType = new Map(judged.map((each) => [each.oracle.type, each]));
  const tally = new Map(own.map(({ type }) => [type, { reached: 0, kept: 0, masked: 0 }]));
  expect(untold(subgraph, own), "personal data no oracle speaks of").toEqual([]);

  const ground: Ground = {
    ...around,
    departments: [...new Set(subgraphs.map(({ owner }) => owner)), "POWER-SUPPLY", "HOUSING"],
    subgraphs: subgraphs.map(({ name }) => name),
    types: own.map(({ type }) => type),
    coordinates: coordinatesOf(own),
  };

  function judge(principal: Principal | null, object: Row): void {
    const { oracle, rows } = byType.get(text(object.__typename)) ?? {};
    if (!oracle || !rows) return;
    const key = oracle.keyOf(object);
    const row = rows.get(key);
    const named = `${oracle.type} ${key}`;
    if (!row) throw new Error(`${named} is no row the oracle knows`);
    if (!oracle.reaches(principal ?? nobody, row)) throw new Error(`${named} is out of reach`);
    for (const [path, personal] of Object.entries(oracle.personal)) {
      const value = path
        .split(".")
        .reduce<unknown>((holder, name) => (holder as Row | null)?.[name] ?? null, object);
      const due = valueSeen(personal, principal ?? nobody, row);
      if (value !== due) throw new Error(`${named}: ${path} is ${value}, not ${due}`);
      if (value !== null && value !== row[personal.column]) count(oracle, "masked");
    }
    count(oracle, "reached");
  }
  const count = ({ type }: RowOracle, what: "reached" | "kept" | "masked"): void => {
    const counted = tally.get(type);
    if (counted) counted[what] += 1;
  };

  const types = new Set(byType.keys());
  const referred = Object.keys(definition.references).filter((type) => {
    const keys = byType.has(type) || around.keys.has(type);
    return keys && isObjectType(subgraph.schema.getType(type));
  });
  const keys = new Map([
    ...around.keys,
    ...judged.map(({ oracle, rows }) => [oracle.type, [...rows.keys()]] as const),
  ]);
  const keysOf = (type: string): readonly string[] => keys.get(type) ?? [];

  /** Some rows within reach that lead on to others; the dataset has too many to look at all of them for everybody. */
  const leadingIn = ({ reaches, leadsOn }: RowOracle, rows: Rows, principal: Principal | null): string[] => {
    const leading: string[] = [];
    if (!leadsOn) return leading;
    for (const [key, row] of rows) {
      if (leading.length === leadingAsked) break;
      if (leadsOn(row) && reaches(principal ?? nobody, row)) leading.push(key);
    }
    return leading;
  };
  const inDistricts = new Map<string, readonly string[]>();
  const keysIn = (type: string, district: string): readonly string[] => {
    const place = `${type} ${district}`;
    const known = inDistricts.get(place) ?? keysOf(type).filter((key) => key.startsWith(district));
    inDistricts.set(place, known);
    return known;
  };
  const asking = (principal: Principal | null, numbers: Iterator<number>) => {
    const pick = <Item>(items: readonly Item[]): Item | undefined =>
      items[Number(numbers.next().value) % Math.max(items.length, 1)];
    const everything = new EverythingAsked(
      subgraph.schema,
      own,
      literalFrom(pick, principal, around, keysOf),
    );
    const ask = async (query: string, variables?: Record<string, unknown>) => {
      const answer = await subgraph.execute({ query, variables }, { principal, at });
      const failures = (answer.errors ?? []).filter(({ extensions: { code } }) => failing.has(code));
      expect(
        failures.map(({ message }) => message),
        query,
      ).toEqual([]);
      const data = JSON.parse(JSON.stringify(answer.data ?? null));
      for (const object of objectsIn(data, types)) judge(principal, object);
      return data;
    };
    /** Those of the keys that are rows within reach, and no others, are there. */
    const askByReference = async (type: string, keys: readonly string[], depth: number) => {
      const { oracle, rows } = byType.get(type) ?? {};
      const of = keys.map((key) => referenceTo(oracle, type, key, principal));
      const { _entities: found } = await ask(everything.entities(type, depth), { of });
      if (!oracle?.exact) return;
      keys.forEach((key, index) => {
        const row = rows?.get(key);
        const there = found[index] !== null;
        const due = row !== undefined && oracle.reaches(principal ?? nobody, row);
        if (there !== due) throw new Error(`${type} ${key} is ${there ? "out of reach" : "kept back"}`);
        if (!there) count(oracle, "kept");
      });
    };
    return { pick, ask, everything, askByReference };
  };
  const anybody = [randomPrincipal(ground), fc.infiniteStream(fc.nat())] as const;

  await fc.assert(
    fc.asyncProperty(...anybody, async (principal, numbers) => {
      const { pick, ask, everything, askByReference } = asking(principal, numbers);
      await ask(everything.query(depth));
      for (const type of referred) {
        const keys = Array.from({ length: atATime.everything }, () => pick(keysOf(type)) ?? "");
        await askByReference(type, keys, depth);
      }
    }),
    { numRuns: askers.everything, seed: 1, endOnFailure: true },
  );
  await fc.assert(
    fc.asyncProperty(...anybody, async (principal, numbers) => {
      const { pick, askByReference } = asking(principal, numbers);
      for (const type of referred) {
        const { oracle, rows } = byType.get(type) ?? {};
        if (!oracle || !rows) continue;
        const inDistrict = keysIn(type, principal?.unit.slice(0, 6) ?? "");
        const leading = leadingIn(oracle, rows, principal);
        const drawn = Array.from({ length: atATime.references }, () => pick(inDistrict) ?? "");
        await askByReference(type, [...leading, ...drawn], oracle.leadsOn ? 1 : 0);
      }
    }),
    { numRuns: askers.references, seed: 2, endOnFailure: true },
  );
  const maskable = own.some(({ personal }) =>
    Object.values(personal).some(({ kind }) => kind !== "CONFIDED"),
  );
  const masked = [...tally.values()].reduce((sum, counted) => sum + counted.masked, 0);
  expect(masked > 0, "something was masked for somebody").toBe(maskable);
  for (const { oracle, rows } of judged) {
    if (rows.size === 0) continue;
    if (!oracle.rare)
      expect(tally.get(oracle.type)?.reached, `${oracle.type} was reached by somebody`).toBeGreaterThan(0);
    if (oracle.exact) expect(tally.get(oracle.type)?.kept, `${oracle.type} was kept`).toBeGreaterThan(0);
  }
}

/** As the gateway would send it: of tickets with the proof that the command centre showed them. */
const referenceTo = (
  oracle: RowOracle | undefined,
  type: string,
  key: string,
  principal: Principal | null,
): { __typename: string } & Record<string, unknown> => ({
  __typename: type,
  [oracle?.selection ?? keyNames[type] ?? "code"]: key,
  ...(type === "Ticket" && principal?.post !== Post.RESIDENT && { receivedAt: "2026-06-01T00:00:00.000Z" }),
});

/** Coordinates the contract calls personal, of types the oracles judge, that they say nothing of. */
function untold(subgraph: RunningSubgraph, own: readonly RowOracle[]): string[] {
  return own.flatMap(({ type, personal }) => {
    const declared = subgraph.schema.getType(type);
    if (!isObjectType(declared)) return [type];
    return Object.values(declared.getFields())
      .filter(({ astNode }) =>
        astNode?.directives?.some(({ name, arguments: [given] = [] }) => {
          const value = given?.value;
          return name.value === "tag" && value?.kind === "StringValue" && value.value === "personal";
        }),
      )
      .filter(({ name }) => !(name in personal))
      .map(({ name }) => `${type}.${name}`);
  });
}

/** What must be given is taken from the dataset; a place mostly from where the caller is. */
const literalFrom =
  (
    pick: <Item>(items: readonly Item[]) => Item | undefined,
    principal: Principal | null,
    { communities, grids }: Surroundings,
    keysOf: (type: string) => readonly string[],
  ) =>
  ({ type: declared }: Parameters<Literal>[0], coordinate: string): string | undefined => {
    if (isListType(getNullableType(declared))) return undefined;
    const own = /^[1-6]\d{5,11}$/.test(principal?.division ?? "") ? [principal?.division ?? ""] : [];
    const type = getNamedType(declared).name;
    if (type === "DivisionCode") return `"${pick([...own, ...own, ...communities])}"`;
    if (type === "GridCode") return `"${pick(grids)}"`;
    if (type === "Int") return "2026";
    if (type === "LocalDate") return '"2026-06-30"';
    if (type !== "String" && type !== "ID") return undefined;
    const [, field = ""] = coordinate.split(".");
    if (field === "searchTickets") return pick(['"小区"', '"电动车"', '"垃圾"', '"202"']);
    const entity = `${field.charAt(0).toUpperCase()}${field.slice(1)}`;
    const known = pick(keysOf(entity === "Case" || entity === "CaseScope" ? "Ticket" : entity));
    return known === undefined ? undefined : `"${known}"`;
  };
