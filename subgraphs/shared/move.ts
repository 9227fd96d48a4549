import type { EntityManager, FindOptionsWhere, ObjectLiteral } from "typeorm";
import type { QueryDeepPartialEntity } from "typeorm/query-builder/QueryPartialEntity.js";
import { refuse } from "./errors.ts";
import { record } from "./log-entry.ts";
import type { Principal } from "./principal.ts";

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

interface Versioned extends ObjectLiteral {
  /** Rises with every change; a writer that read an older version is told so. */
  version: number;
}

/**
 * Carries a move out: changes the row only if it is still the version that was judged, and writes the log entry.
 * Of two people who move the same thing at once, one wins and the other gets `CONFLICT`.
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
