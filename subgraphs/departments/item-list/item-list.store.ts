import { type EntityManager, In, type SelectQueryBuilder } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { type Order, type Page, type PageArgs, page, pageEach } from "../../shared/connection.ts";
import { districtOf, Post, type Principal } from "../../shared/principal.ts";
import { run } from "../../shared/rows.ts";
import { ItemList } from "./item-list.ts";
import type { ItemListFilter } from "./item-list-filter.ts";
import { ItemListing } from "./item-listing.ts";
import { BatchState, ListBatch } from "./list-batch.ts";
import { ListEntry } from "./list-entry.ts";

const byId: Order<ItemList> = { name: "item-list:id", direction: "ASC", columns: ["id"] };
const byItem: Order<ListEntry> = { name: "list-entry:item", direction: "ASC", columns: ["itemCode"] };

/** The latest published batch in force on a day: the version of the list on that day (GZ-11). */
const versionOn = (list: string): string =>
  `(SELECT number FROM list_batch
    WHERE list_id = ${list} AND state = 'PUBLISHED' AND effective_from <= cast(:on AS date)
    ORDER BY number DESC LIMIT 1)`;

/** One batch as one text, so that loaders can carry it. */
export const batchKey = ({ listId, number }: Pick<ListBatch, "listId" | "number">): string =>
  `${listId}#${number}`;

/** Which entries a reader asks for: those of a version, or those in force on a day. */
export interface EntriesArgs extends PageArgs {
  readonly on: Day;
  readonly version: number | undefined;
}

/** Every query on lists. What is published is public; drafts are for those who draw them up and decide on them. */
export class ItemListStore {
  readonly #manager: EntityManager;
  readonly #principal: Principal | null;

  constructor(manager: EntityManager, principal: Principal | null) {
    this.#manager = manager;
    this.#principal = principal;
  }

  byIds(ids: readonly string[]): Promise<ItemList[]> {
    return this.#manager.findBy(ItemList, { id: In([...ids]) });
  }

  ofHolders(holders: readonly string[]): Promise<ItemList[]> {
    return this.#manager.find(ItemList, { where: { holderCode: In([...holders]) }, order: { id: "ASC" } });
  }

  search({ district, kind, holder }: ItemListFilter, args: PageArgs): Promise<Page<ItemList>> {
    const query = this.#manager.createQueryBuilder(ItemList, "list").where("true");
    if (district) query.andWhere("list.id LIKE :within", { within: `${district}%` });
    if (kind) query.andWhere({ kind });
    if (holder) query.andWhere({ holderCode: holder });
    return page(query, byId, args);
  }

  /** Version and number of items of each list on a day; lists with nothing in force yet are left out. */
  versions(ids: readonly string[], on: Day): Promise<{ listId: string; version: number; items: number }[]> {
    return this.#manager.query(
      `SELECT batch.list_id AS "listId", batch.version, count(entry.item_code)::int AS items
       FROM (SELECT list_id, max(number) AS version FROM list_batch
             WHERE list_id = ANY($1) AND state = 'PUBLISHED' AND effective_from <= $2 GROUP BY list_id) AS batch
       LEFT JOIN list_entry AS entry ON entry.list_id = batch.list_id AND entry.added_in <= batch.version
         AND (entry.removed_in IS NULL OR entry.removed_in > batch.version)
       GROUP BY batch.list_id, batch.version`,
      [ids, on],
    );
  }

  /** What each list held in a version, or holds on a day. A draft's number is no version. */
  entriesOf(
    lists: readonly string[],
    { on, version, ...args }: EntriesArgs,
  ): Promise<Map<string, Page<ListEntry>>> {
    const asked =
      version === undefined
        ? versionOn("parent.key")
        : `(SELECT number FROM list_batch
            WHERE list_id = parent.key AND state = 'PUBLISHED' AND number = :version)`;
    const query = this.#manager
      .createQueryBuilder(ListEntry, "entry")
      .where("entry.listId = parent.key")
      .andWhere(`entry.addedIn <= ${asked}`)
      .andWhere(`(entry.removedIn IS NULL OR entry.removedIn > ${asked})`);
    return pageEach(
      lists,
      version === undefined ? query.setParameters({ on }) : query.setParameters({ version }),
      byItem,
      args,
    );
  }

  /** On which lists each item stands on a day, in which version, with the lists themselves. */
  async listingsOf(items: readonly string[], on: Day): Promise<Map<string, ItemListing[]>> {
    const rows = await run<ItemList & { itemCode: string; version: number }>(this.#manager, {
      name: "listings-of-items",
      text: `SELECT entry.item_code AS "itemCode", version.number AS version,
         list.id, list.holder_code AS "holderCode", list.kind, list.name
       FROM list_entry entry
       JOIN item_list list ON list.id = entry.list_id
       CROSS JOIN LATERAL ${versionOn("list.id").replace(":on", "$2")} AS version
       WHERE entry.item_code = ANY ($1) AND entry.added_in <= version.number
         AND (entry.removed_in IS NULL OR entry.removed_in > version.number)
       ORDER BY list.id`,
      values: [items, on],
    });
    const listings = new Map<string, ItemListing[]>();
    for (const { itemCode, version, ...list } of rows) {
      const listing = Object.assign(new ItemListing(), {
        version,
        list: Object.assign(new ItemList(), list),
      });
      listings.set(itemCode, [...(listings.get(itemCode) ?? []), listing]);
    }
    return listings;
  }

  batchesOf(lists: readonly string[]): Promise<ListBatch[]> {
    return this.#visible()
      .andWhere({ listId: In([...lists]) })
      .orderBy("batch.listId")
      .addOrderBy("batch.number")
      .getMany();
  }

  changesOf(
    batches: readonly string[],
    { change, ...args }: PageArgs & { change: "ADDED" | "REMOVED" },
  ): Promise<Map<string, Page<ListEntry>>> {
    const column = change === "ADDED" ? "entry.addedIn" : "entry.removedIn";
    const query = this.#manager
      .createQueryBuilder(ListEntry, "entry")
      .where("entry.listId = split_part(parent.key, '#', 1)")
      .andWhere(`${column} = cast(split_part(parent.key, '#', 2) AS integer)`);
    return pageEach(batches, query, byItem, args);
  }

  #visible(): SelectQueryBuilder<ListBatch> {
    const query = this.#manager.createQueryBuilder(ListBatch, "batch");
    const principal = this.#principal;
    if (principal?.post === Post.LIST_KEEPER || principal?.post === Post.DISTRICT_LEADER) {
      return query.where("(batch.state = :published OR batch.listId LIKE :within)", {
        published: BatchState.PUBLISHED,
        within: `${districtOf(principal.unit)}%`,
      });
    }
    return query.where({ state: BatchState.PUBLISHED });
  }
}
