import type { DataSource } from "typeorm";
import { type PersonalKind, shown } from "../../../subgraphs/shared/personal.ts";
import { type CaseScope, Post, type Principal, Rows } from "../../../subgraphs/shared/principal.ts";

/** A row as the database has it, with whatever else it takes to judge it. */
export type Row = Readonly<Record<string, unknown>>;

/** A value that may not be read as it is by everybody who reaches the row; what is confided is told in clear or not at all. */
export interface PersonalValue {
  readonly kind: PersonalKind | "CONFIDED";
  readonly column: string;
  readonly clear: (principal: Principal, row: Row) => boolean;
  /** Whether the row, though reached, is reached without it. */
  readonly beyond?: (principal: Principal, row: Row) => boolean;
}

/**
 * Who reaches which rows of one type, said a second time: row by row, in another language than the stores', from what
 * the rules say and not from what the stores do.
 */
export interface RowOracle {
  readonly type: string;
  /** What an answer must hold of the object to tell which row it is. */
  readonly selection: string;
  readonly keyOf: (object: Row) => string;
  /** All rows, by the same key: of the subgraph's own database, or of the system that the department had before. */
  readonly rows: (database: DataSource, source?: DataSource) => Promise<ReadonlyMap<string, Row>>;
  readonly reaches: (principal: Principal, row: Row) => boolean;
  /** Whether every row within reach is there when it is asked for by its key: nothing else hides any. */
  readonly exact: boolean;
  /** Reached by so few that there may be nobody among those who ask: that nobody else reaches it is what is tried. */
  readonly rare?: boolean;
  /** Rows by which rarer ones are reached: asked for whenever they are within reach. */
  readonly leadsOn?: (row: Row) => boolean;
  readonly personal: Readonly<Record<string, PersonalValue>>;
}

export function valueSeen(
  { kind, column, clear, beyond }: PersonalValue,
  principal: Principal,
  row: Row,
): unknown {
  if (beyond?.(principal, row)) return null;
  const value = row[column] ?? null;
  const isClear = clear(principal, row);
  if (kind === "CONFIDED") return isClear ? value : null;
  return shown(value, kind, isClear);
}

/** Rows of a query by the column `key`. */
export async function rowsByKey(
  database: DataSource,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Map<string, Row>> {
  const rows: Row[] = await database.query(sql, [...parameters]);
  return new Map(rows.map((row) => [String(row.key), row]));
}

export function grouped(rows: readonly Row[], column: string): ReadonlyMap<unknown, readonly Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) groups.set(row[column], [...(groups.get(row[column]) ?? []), row]);
  return groups;
}

export const text = (value: unknown): string => (typeof value === "string" ? value : "");
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Codes nest by prefix. The empty code names no place, though all begin with it. */
export const liesIn = (code: unknown, division: string): boolean =>
  division !== "" && text(code) !== "" && text(code).startsWith(division);

export const isOwnersStaff = ({ post, unit }: Principal, owner: string): boolean =>
  post !== Post.RESIDENT &&
  post !== Post.SERVICE &&
  unit.slice(unit.indexOf("-") + 1) === owner &&
  unit !== owner;

/** What is told of a row that other departments read only on a grant. */
export interface GrantedRow {
  readonly place: unknown;
  readonly grid: unknown;
  readonly person: unknown;
  readonly isOfCase: (scope: CaseScope) => boolean;
}

/** The rule of all that is read on a grant, see docs/lawful-access.md. */
export function reachesGranted(principal: Principal, owner: string, type: string, row: GrantedRow): boolean {
  if (principal.post === Post.RESIDENT) return row.person !== null && row.person === principal.id;
  if (isOwnersStaff(principal, owner)) return liesIn(row.place, principal.division);
  const { rows = {}, grids = [], case: scope } = principal.access ?? {};
  // Who grants is the owner of one district: only a subgraph, which serves all districts, is told of them all.
  if (rows[type] === Rows.ALL)
    return principal.post === Post.SERVICE || liesIn(row.place, principal.unit.slice(0, 6));
  if (rows[type] === Rows.OWN_DIVISION) return liesIn(row.place, principal.division);
  if (rows[type] === Rows.OWN_GRIDS) return grids.includes(text(row.grid));
  if (rows[type] === Rows.THIS_CASE) return scope !== undefined && row.isOfCase(scope);
  return false;
}

/** Residents see themselves, the owner's staff their work, others what they were granted in clear. */
export const clearOnGrant =
  (owner: string, coordinate: string) =>
  (principal: Principal): boolean =>
    principal.post === Post.RESIDENT ||
    isOwnersStaff(principal, owner) ||
    (principal.access?.clear.includes(coordinate) ?? false);

/** Personal fields of a type read on a grant: by field, its kind and column. */
export const personalOnGrant = (
  owner: string,
  type: string,
  fields: Readonly<Record<string, readonly [kind: PersonalValue["kind"], column: string]>>,
): Record<string, PersonalValue> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, [kind, column]]) => [
      field,
      { kind, column, clear: clearOnGrant(owner, `${type}.${field}`) },
    ]),
  );
