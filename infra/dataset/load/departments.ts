import type { EntityManager } from "typeorm";
import type { Frame } from "../world/frame.ts";
import {
  itemLists,
  type ListBatchRow,
  listBatches,
  listEntries,
  powerItems,
} from "../world/lists/sample-lists.ts";
import {
  dispatchCatalogues,
  dispatchRules,
  matterRows,
  overlapRules,
} from "../world/matters/district-matters.ts";
import { Officials } from "../world/officials.ts";
import { chiefResponders, liaisons, responders, teamMembers } from "../world/responders.ts";
import { units } from "../world/units.ts";
import type { InsertRows } from "./insert-rows.ts";

export async function loadDepartments(
  frame: Frame,
  insert: InsertRows,
  transaction: EntityManager,
): Promise<void> {
  const officials = new Officials(frame);
  await insert("unit", units(frame));
  await insert("responder", responders(frame, officials));
  await insert("chief_responder", chiefResponders(frame, officials));
  await insert("liaison", liaisons(frame, officials));
  await insert("team_member", teamMembers(frame, officials));

  await insert("power_item", powerItems(frame));
  await insert("item_list", itemLists(frame));
  await publishBatches(frame, insert, transaction);

  await insert("matter", matterRows(frame));
  await insert("dispatch_catalogue", dispatchCatalogues(frame));
  await insert("dispatch_rule", dispatchRules(frame));
  await insert("overlap_rule", overlapRules(frame));
}

/** Lists change as their keepers change them: by a draft batch that is filled and then published, one after the other. */
async function publishBatches(frame: Frame, insert: InsertRows, transaction: EntityManager): Promise<void> {
  const batches = [...listBatches(frame)];
  const entries = [...listEntries(frame)];
  for (const number of [...new Set(batches.map((batch) => batch.number))].sort()) {
    const drafts = batches.filter((batch) => batch.number === number);
    await insert("list_batch", drafts, ({ listId, document, openedAt }) => ({
      listId,
      number,
      state: "DRAFT",
      document,
      openedAt,
    }));
    const added = entries.filter(({ addedIn }) => addedIn === number);
    await insert("list_entry", added, ({ removedIn: _, ...entry }) => entry);
    const removed = entries.filter(({ removedIn }) => removedIn === number);
    await transaction.query(
      `UPDATE list_entry SET removed_in = $1 FROM unnest($2::text[], $3::text[]) AS removed(list_id, item_code)
       WHERE (list_entry.list_id, list_entry.item_code) = (removed.list_id, removed.item_code) AND removed_in IS NULL`,
      [number, removed.map(({ listId }) => listId), removed.map(({ itemCode }) => itemCode)],
    );
    await publish(drafts, transaction);
  }
}

const publish = (batches: readonly ListBatchRow[], transaction: EntityManager) =>
  transaction.query(
    `UPDATE list_batch
     SET state = 'PUBLISHED', effective_from = published.effective_from, published_at = published.published_at
     FROM unnest($1::text[], $2::int[], $3::date[], $4::timestamptz[])
       AS published(list_id, number, effective_from, published_at)
     WHERE (list_batch.list_id, list_batch.number) = (published.list_id, published.number)`,
    [
      batches.map(({ listId }) => listId),
      batches.map(({ number }) => number),
      batches.map(({ effectiveFrom }) => effectiveFrom),
      batches.map(({ publishedAt }) => publishedAt),
    ],
  );
