import { GraphQLError } from "graphql";
import type { EntityManager, FindOptionsWhere, ObjectLiteral } from "typeorm";
import type { QueryDeepPartialEntity } from "typeorm/query-builder/QueryPartialEntity.js";
import { refuse } from "./errors.ts";
import { lastChangeOf, record } from "./log-entry.ts";
import type { Principal } from "./principal.ts";
import { withLastChange } from "./refusal.ts";

/** Who acts, and at which instant: all a lifecycle knows of the world besides the row. */
export interface Actor {
  readonly principal: Principal;
  readonly at: Date;
}

/** The actor of a request that must have one. */
export function actorOf({ principal, at }: { principal: Principal | null; at: Date }): Actor {
  if (!principal) throw refuse("UNAUTHENTICATED");
  return { principal, at };
}

/** What a lifecycle decides: which columns change, and the log entry that says so. It decides; the store does. */
export interface Move<Row> {
  readonly change: Partial<Row>;
  readonly kind: string;
  readonly payload?: Record<string, unknown>;
}

/** The moves that are legal in a state, by the lifecycle's own table: what a refused one is told instead. */
export const movesFrom = <Name extends string, State>(
  legalFrom: Readonly<Record<Name, readonly State[]>>,
  state: State,
): Name[] => (Object.keys(legalFrom) as Name[]).filter((name) => legalFrom[name].includes(state));

interface Versioned extends ObjectLiteral {
  /** Rises with every change; a writer that read an older version is told so. */
  version: number;
}

/**
 * Who is refused because of how a thing stands, and so perhaps because somebody was first, is told what was last done with
 * it, by whom and when: a refusal that says which moves are possible, or that it was changed meanwhile.
 */
export async function withWhoWasFirst(transaction: EntityManager, error: unknown): Promise<unknown> {
  if (!(error instanceof GraphQLError)) return error;
  const { code, allowed, details } = error.extensions as Partial<Record<string, Record<string, unknown>>>;
  const subject =
    (code as unknown) === "CONFLICT"
      ? details?.subject
      : allowed?.moves && (details?.number ?? details?.whistle);
  if (typeof subject !== "string") return error;
  // A statement that failed leaves a transaction in which nothing more is read: then the refusal stands as it is.
  const last = await lastChangeOf(transaction, subject).catch(() => null);
  return last ? withLastChange(error, last) : error;
}

/**
 * Carries a move out: changes the row only if it is still the version that was judged, and writes the log entry. Of two
 * people who move the same thing at once one is first; the other gets `CONFLICT`, on which `once` begins again and has
 * them judged by what the first made of it.
 */
export async function apply<Row extends Versioned>(
  transaction: EntityManager,
  entity: new () => Row,
  row: Row,
  subject: string,
  move: Move<Row>,
  actor: Actor,
): Promise<Row> {
  const metadata = transaction.connection.getMetadata(entity);
  const moved: Partial<Row> = { ...move.change, version: row.version + 1 };
  const { affected } = await transaction.update(
    entity,
    { ...metadata.getEntityIdMap(row), version: row.version } as FindOptionsWhere<Row>,
    moved as QueryDeepPartialEntity<Row>,
  );
  if (affected !== 1) throw refuse("CONFLICT", { subject });
  await record(transaction, actor, {
    subject,
    kind: move.kind,
    ...(move.payload ? { payload: move.payload } : {}),
  });
  return Object.assign(new entity(), row, moved);
}
