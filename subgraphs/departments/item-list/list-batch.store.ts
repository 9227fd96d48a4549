import { type DataSource, type EntityManager, In, IsNull, Not } from "typeorm";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { once } from "../../shared/idempotency.ts";
import { record } from "../../shared/log-entry.ts";
import { type Actor, apply, type Move } from "../../shared/move.ts";
import { refuse } from "../departments.errors.ts";
import { publishGrant } from "../power-grant/power-grant.lifecycle.ts";
import { GrantState, PowerGrant } from "../power-grant/power-grant.ts";
import { PowerItem } from "../power-item/power-item.ts";
import { refuseSecond } from "../refuse-second.ts";
import { requireText } from "../require-text.ts";
import { Unit } from "../unit/unit.ts";
import { UnitKind } from "../unit/unit-kind.ts";
import { type BatchContent, requireDraft } from "./batch.lifecycle.ts";
import type { ChangeBatchInput, OpenBatchInput } from "./batch-input.ts";
import { ItemList } from "./item-list.ts";
import { BatchState, ListBatch } from "./list-batch.ts";
import { ListEntry } from "./list-entry.ts";
import { ListKind } from "./list-kind.ts";

interface BatchId {
  readonly listId: string;
  readonly number: number;
}

/** Changes to lists, all by batches. Reading them is `ItemListStore`'s. */
export class ListBatchStore {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  open(
    { idempotencyKey, ...input }: OpenBatchInput & { idempotencyKey: string },
    actor: Actor,
    decide: (holder: Unit, number: number) => ListBatch,
  ): Promise<ListBatch> {
    const request = { ...actor, mutation: "openBatch", idempotencyKey, input, answer: ListBatch };
    return once(this.#database, request, async (transaction) => {
      const { holder: code, kind, name } = input;
      const holder = await transaction.findOneBy(Unit, { code });
      if (!holder) throw refuseShared("NOT_FOUND", { kind: "unit", kindZh: "单位", id: code });
      const listId = `${code}:${kind}`;
      const last = await transaction.maximum(ListBatch, "number", { listId });
      const batch = Object.assign(new ListBatch(), decide(holder, (last ?? 0) + 1));
      await refuseSecond(
        "unique",
        async () => {
          if (last === null) {
            if (!name) throw refuse("LIST_NAME_REQUIRED", { list: listId });
            const list = { id: listId, holderCode: code, kind, name: requireText("name", name) };
            await transaction.insert(ItemList, list);
          }
          await transaction.insert(ListBatch, batch);
        },
        () => refuse("BATCH_ALREADY_OPEN", { list: listId }),
      );
      await record(transaction, actor, {
        subject: listId,
        kind: "BATCH_OPENED",
        payload: { list: listId, batch: batch.number, document: batch.document },
      });
      return batch;
    });
  }

  change(
    { idempotencyKey, ...input }: ChangeBatchInput & { idempotencyKey: string },
    actor: Actor,
  ): Promise<ListBatch> {
    const request = { ...actor, mutation: "changeBatch", idempotencyKey, input, answer: ListBatch };
    return once(this.#database, request, async (transaction) => {
      const { add, remove, ...id } = input;
      const batch = await draftOf(transaction, id, actor);
      const changed = await apply(
        transaction,
        ListBatch,
        batch,
        id.listId,
        { change: {}, kind: "BATCH_CHANGED", payload: { list: id.listId, batch: id.number, add, remove } },
        actor,
      );
      await requireNoGrant(transaction, id.listId, remove);
      await changeEntries(transaction, id, add, remove);
      return changed;
    });
  }

  publish(
    { idempotencyKey, ...input }: BatchId & { effectiveFrom: string; idempotencyKey: string },
    actor: Actor,
    decide: (batch: ListBatch, content: BatchContent) => Move<ListBatch>,
  ): Promise<ListBatch> {
    const request = { ...actor, mutation: "publishBatch", idempotencyKey, input, answer: ListBatch };
    return once(this.#database, request, async (transaction) => {
      const { listId, number } = input;
      const batch = await batchOf(transaction, { listId, number });
      const move = decide(batch, await contentOf(transaction, { listId, number }));
      const published = await apply(transaction, ListBatch, batch, listId, move, actor);
      // One revoked while it was listed keeps the batch it was listed in, for the record.
      const listed = { listId, batchNumber: number, state: GrantState.LISTED };
      const grants = await transaction.findBy(PowerGrant, listed);
      for (const grant of grants) {
        await apply(transaction, PowerGrant, grant, grant.number, publishGrant(grant, actor), actor);
      }
      return published;
    });
  }
}

async function batchOf(transaction: EntityManager, id: BatchId): Promise<ListBatch> {
  const batch = await transaction.findOne(ListBatch, {
    where: { ...id },
    lock: { mode: "pessimistic_write" },
  });
  if (batch) return batch;
  throw refuseShared("NOT_FOUND", { kind: "batch", kindZh: "批次", id: `${id.listId}#${id.number}` });
}

export async function draftOf(transaction: EntityManager, id: BatchId, actor: Actor): Promise<ListBatch> {
  const batch = await batchOf(transaction, id);
  requireDraft(batch, actor);
  return batch;
}

/**
 * The one open batch of a list, in which grants and hand-downs are listed. It is locked: a publication at the same
 * moment comes before, and is found here, or after, and takes along what is listed now.
 */
export async function openBatchOf(transaction: EntityManager, listId: string): Promise<ListBatch> {
  const batch = await transaction.findOne(ListBatch, {
    where: { listId, state: BatchState.DRAFT },
    lock: { mode: "pessimistic_write" },
  });
  if (batch) return batch;
  throw refuse("NO_OPEN_BATCH", { list: listId });
}

/** What a grant put on a list leaves it with the grant, by `revokeGrant`: never a published grant without its item. */
async function requireNoGrant(
  transaction: EntityManager,
  listId: string,
  remove: readonly string[],
): Promise<void> {
  const granted = await transaction.findBy(ListEntry, {
    listId,
    itemCode: In([...remove]),
    removedIn: IsNull(),
    grantNumber: Not(IsNull()),
  });
  if (granted.length > 0) {
    throw refuse("ITEM_LISTED_BY_GRANT", {
      items: granted.map(({ itemCode }) => itemCode),
      grants: granted.flatMap(({ grantNumber }) => grantNumber ?? []),
    });
  }
}

/** Adds and removes in a draft, all or nothing; adding back what the draft removes, or the reverse, undoes it. */
export async function changeEntries(
  transaction: EntityManager,
  { listId, number }: BatchId,
  add: readonly string[],
  remove: readonly string[],
  by: Partial<Pick<ListEntry, "grantNumber" | "handDownNumber">> = {},
): Promise<void> {
  const current = await transaction.findBy(ListEntry, [
    { listId, itemCode: In([...add, ...remove]), removedIn: IsNull() },
    { listId, itemCode: In([...add, ...remove]), removedIn: number },
  ]);
  const entries = new Map(current.map((entry) => [entry.itemCode, entry]));
  const known = new Set(
    (await transaction.find(PowerItem, { select: { code: true }, where: { code: In([...add]) } })).map(
      ({ code }) => code,
    ),
  );
  const isListed = (code: string): boolean => entries.get(code)?.removedIn === null;
  const unknown = add.filter((code) => !known.has(code));
  const isRemovedHere = (code: string): boolean => entries.get(code)?.removedIn === number;
  const isAddedHere = (code: string): boolean => entries.get(code)?.addedIn === number;
  // A published entry keeps the grant it came by: another grant cannot take it over within the batch that removes it.
  const isTaken = (code: string): boolean =>
    isListed(code) || (isRemovedHere(code) && Object.keys(by).length > 0);
  const listed = add.filter((code, index) => isTaken(code) || add.indexOf(code) !== index);
  const absent = remove.filter((code, index) => !isListed(code) || remove.indexOf(code) !== index);
  if (unknown.length + listed.length + absent.length > 0) {
    throw refuse("BATCH_CHANGE_IMPOSSIBLE", { list: listId, batch: number, unknown, listed, absent });
  }
  const open = (codes: string[]) => ({ listId, itemCode: In(codes), removedIn: IsNull() });

  await transaction.update(
    ListEntry,
    { listId, itemCode: In(add.filter(isRemovedHere)), removedIn: number },
    { removedIn: null },
  );
  await transaction.delete(ListEntry, { ...open(remove.filter(isAddedHere)), addedIn: number });
  await transaction.update(ListEntry, { ...open([...remove]), addedIn: Not(number) }, { removedIn: number });
  await transaction.insert(
    ListEntry,
    add
      .filter((code) => !isRemovedHere(code))
      .map((itemCode) => ({
        listId,
        itemCode,
        addedIn: number,
        removedIn: null,
        groupName: null,
        grantNumber: null,
        handDownNumber: null,
        ...by,
      })),
  );
}

async function contentOf(transaction: EntityManager, { listId, number }: BatchId): Promise<BatchContent> {
  const [counts] = await transaction.query(
    `SELECT count(*) FILTER (WHERE added_in = $2)::int AS added,
            count(*) FILTER (WHERE removed_in = $2)::int AS removed,
            array_agg(item_code ORDER BY item_code) FILTER (
              WHERE added_in = $2 AND grant_number IS NULL AND hand_down_number IS NULL) AS bare,
            (SELECT max(effective_from)::text FROM list_batch WHERE list_id = $1) AS previous
     FROM list_entry WHERE list_id = $1 AND $2 IN (added_in, removed_in)`,
    [listId, number],
  );
  const list = await transaction.findOneByOrFail(ItemList, { id: listId });
  const holder = await transaction.findOneByOrFail(Unit, { code: list.holderCode });
  const needsBasis =
    number > 1 &&
    holder.kind === UnitKind.SUBDISTRICT_OFFICE &&
    (list.kind === ListKind.POWER || list.kind === ListKind.DUTY);
  return {
    added: counts.added,
    removed: counts.removed,
    withoutBasis: needsBasis ? (counts.bare ?? []) : [],
    previousEffectiveFrom: counts.previous,
  };
}
