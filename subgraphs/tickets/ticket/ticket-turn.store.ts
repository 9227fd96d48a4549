import type { EntityManager } from "typeorm";
import { type Actor, apply } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { Dispatch } from "./dispatch/dispatch.ts";
import { Extension } from "./extension/extension.ts";
import { Supervision } from "./supervision/supervision.ts";
import { Ticket } from "./ticket.ts";

/**
 * What is written beside a ticket, in the transaction that moved it. Turns need no lock of their own: the ticket's
 * version was found unchanged, so nobody else is adding one.
 */

export const addDispatch = (
  transaction: EntityManager,
  ticket: Ticket,
  judged: Pick<Dispatch, "unitCode" | "listId" | "listVersion" | "byContract">,
  at: Date,
): Promise<void> =>
  addTurn(transaction, Dispatch, ticket, {
    ...judged,
    matterCode: ticket.matterCode ?? "",
    itemCode: ticket.itemCode,
    dispatchedAt: at,
  });

export const addExtension = (
  transaction: EntityManager,
  ticket: Ticket,
  asked: { unitCode: string; days: number; reason: string },
  at: Date,
): Promise<void> => addTurn(transaction, Extension, ticket, { ...asked, askedAt: at });

export const addSupervision = (
  transaction: EntityManager,
  ticket: Ticket,
  pressed: { supervisorUnitCode: string; instruction: string },
  at: Date,
): Promise<void> =>
  addTurn(transaction, Supervision, ticket, { ...pressed, unitCode: ticket.handlingUnitCode ?? "", at });

/** Closes the last sending with the grounds on which the unit sent the ticket back. */
export async function closeDispatch(
  transaction: EntityManager,
  { districtCode, number }: Ticket,
  { grounds, at }: { grounds: string; at: Date },
): Promise<void> {
  await transaction.query(
    `UPDATE dispatch SET returned_at = $3, return_grounds = $4
     WHERE district_code = $1 AND ticket_number = $2
       AND turn = (SELECT max(turn) FROM dispatch WHERE district_code = $1 AND ticket_number = $2)`,
    [districtCode, number, at, grounds],
  );
}

/** The extension that waits for the centre, if one does. */
export const pendingExtension = (
  transaction: EntityManager,
  { districtCode, number }: Ticket,
): Promise<Extension | null> =>
  transaction
    .createQueryBuilder(Extension, "extension")
    .where({ districtCode, ticketNumber: number })
    .andWhere("extension.granted IS NULL")
    .getOne();

export async function decideExtensionTurn(
  transaction: EntityManager,
  { districtCode, ticketNumber, turn }: Extension,
  decided: Pick<Extension, "granted" | "grounds" | "decidedAt" | "decidedByUnitCode">,
): Promise<void> {
  await transaction.update(Extension, { districtCode, ticketNumber, turn }, decided);
}

/** In one order, so that two merges the other way round wait for each other instead of for ever. */
export async function lockTickets(transaction: EntityManager, numbers: readonly string[]): Promise<void> {
  await transaction.query(
    "SELECT FROM ticket WHERE district_code = ANY($1) AND number = ANY($2) ORDER BY number FOR UPDATE",
    [numbers.map(districtOf), numbers],
  );
}

/** The ticket that goes on notes what came into it; whoever judged it before must read it again. */
export const takeIn = (
  transaction: EntityManager,
  survivor: Ticket,
  { number }: Ticket,
  actor: Actor,
): Promise<Ticket> =>
  apply(
    transaction,
    Ticket,
    survivor,
    survivor.number,
    { change: {}, kind: "TICKET_TOOK_IN", payload: { from: number } },
    actor,
  );

/** A ticket merged twice points past the one between, so that nobody has to follow a chain (KF-5). */
export async function redirectMerged(
  transaction: EntityManager,
  { districtCode, number, mergedIntoNumber }: Ticket,
): Promise<void> {
  await transaction.query(
    "UPDATE ticket SET merged_into_number = $3 WHERE district_code = $1 AND merged_into_number = $2",
    [districtCode, number, mergedIntoNumber],
  );
}

async function addTurn<Row extends Dispatch | Extension | Supervision>(
  transaction: EntityManager,
  entity: new () => Row,
  { districtCode, number }: Ticket,
  row: Partial<Row>,
): Promise<void> {
  const key = { districtCode, ticketNumber: number };
  const earlier = await transaction.createQueryBuilder(entity, "turn").where(key).getCount();
  await transaction.insert(entity, { ...row, ...key, turn: earlier + 1 } as never);
}
