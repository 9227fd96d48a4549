import { randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";
import { once } from "../../shared/idempotency.ts";
import { type Actor, apply } from "../../shared/move.ts";
import { draftOf } from "../item-list/list-batch.store.ts";
import { ListBatch } from "../item-list/list-batch.ts";
import { importItems } from "./import-items.store.ts";
import { ItemImport, mostFindings } from "./item-import.ts";
import type { ImportItemsInput } from "./item-import-input.ts";

/** Imports of catalogues: each is kept with what was found, whether it was carried out or not. */
export class ItemImportStore {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  run(
    { idempotencyKey, ...input }: ImportItemsInput & { idempotencyKey: string },
    actor: Actor,
  ): Promise<ItemImport> {
    const request = { ...actor, mutation: "importItems", idempotencyKey, input, answer: ItemImport };
    return once(this.#database, request, async (transaction) => {
      const { listId, batchNumber, format, content, dryRun } = input;
      const batch = await draftOf(transaction, { listId, number: batchNumber }, actor);
      const { rowCount, findings } = await importItems(transaction, batch, { format, content }, { dryRun });
      const imported = findings.length === 0 && !dryRun;
      if (imported) {
        const payload = { list: listId, batch: batchNumber, items: rowCount };
        await apply(
          transaction,
          ListBatch,
          batch,
          listId,
          { change: {}, kind: "ITEMS_IMPORTED", payload },
          actor,
        );
      }
      const report = Object.assign(new ItemImport(), {
        id: randomUUID(),
        listId,
        batchNumber,
        format,
        dryRun,
        imported,
        rowCount,
        findingCount: findings.length,
        findings: findings.slice(0, mostFindings),
        at: actor.at,
      });
      await transaction.insert(ItemImport, report as never);
      return report;
    });
  }
}
