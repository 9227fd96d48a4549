import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { type Day, dayOf } from "../../shared/calendar.ts";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { ListSize, Public } from "../../shared/schema-directives.ts";
import type { DepartmentsContext } from "../departments.context.ts";
import { PowerItem } from "../power-item/power-item.ts";
import { Unit } from "../unit/unit.ts";
import { ItemList } from "./item-list.ts";
import { ItemListFilter } from "./item-list-filter.ts";
import { ItemListing } from "./item-listing.ts";
import { ListBatch } from "./list-batch.ts";
import { ListEntry, ListEntryConnection } from "./list-entry.ts";

const ItemListConnection = connectionOf(ItemList, { public: true });

const onDescription = "As on this day; today when absent (日期)";

@ArgsType()
class ListEntriesArgs extends PageArgs {
  @Field(() => GraphQLLocalDate, { nullable: true, description: onDescription })
  on?: Day;

  @Field(() => Int, {
    nullable: true,
    description: "As in this version, the number of a published batch; takes precedence over `on` (版本)",
  })
  version?: number;
}

@Resolver(() => ItemList)
export class ItemListResolver {
  @Query(() => ItemList, {
    nullable: true,
    description: "One list by its identifier; null when there is none (按标识查清单)",
  })
  @Public()
  itemList(
    @Arg("id", () => String, { description: "Holder and kind, e.g. 620702001:POWER (清单标识)" }) id: string,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<ItemList | null> {
    return load.itemList.load(id);
  }

  @Query(() => ItemListConnection, { description: "Lists by place, kind or holder (查找清单)" })
  @Public()
  itemLists(
    @Arg("filter", () => ItemListFilter, { description: "Which lists (筛选条件)" }) filter: ItemListFilter,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { itemLists }: DepartmentsContext,
  ): Promise<Page<ItemList>> {
    return itemLists.search(filter, args);
  }

  @FieldResolver(() => Unit, { nullable: true, description: "Whose list it is (持有单位)" })
  holder(@Root() { holderCode }: ItemList, @Ctx() { load }: DepartmentsContext): Promise<Unit | null> {
    return load.unit.load(holderCode);
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Number of the latest batch in force; null before the first one (版本, GZ-11)",
  })
  async version(
    @Root() { id }: ItemList,
    @Arg("on", () => GraphQLLocalDate, { nullable: true, description: onDescription }) on: Day | undefined,
    @Ctx() { load, at }: DepartmentsContext,
  ): Promise<number | null> {
    return (await load.listVersion(id, on ?? dayOf(at)))?.version ?? null;
  }

  @FieldResolver(() => Int, { description: "How many items are in force, e.g. 83 (条目数, GZ-6)" })
  async itemCount(
    @Root() { id }: ItemList,
    @Arg("on", () => GraphQLLocalDate, { nullable: true, description: onDescription }) on: Day | undefined,
    @Ctx() { load, at }: DepartmentsContext,
  ): Promise<number> {
    return (await load.listVersion(id, on ?? dayOf(at)))?.items ?? 0;
  }

  @FieldResolver(() => ListEntryConnection, {
    description:
      "What the list holds on a day or held in a version; old versions stay readable (清单内容, GZ-11)",
  })
  entries(
    @Root() { id }: ItemList,
    @Args(() => ListEntriesArgs) { on, version, ...args }: ListEntriesArgs,
    @Ctx() { load, at }: DepartmentsContext,
  ): Promise<Page<ListEntry>> {
    return load.listEntries(id, { ...args, on: on ?? dayOf(at), version });
  }

  @FieldResolver(() => [ListBatch], {
    description:
      "Its batches in order; drafts only for the district's list keeper and leaders (调整批次, GZ-11)",
  })
  @ListSize(10)
  batches(@Root() { id }: ItemList, @Ctx() { load }: DepartmentsContext): Promise<ListBatch[]> {
    return load.batchesOfList.load(id);
  }
}

@Resolver(() => ListEntry)
export class ListEntryResolver {
  @FieldResolver(() => PowerItem, { nullable: true, description: "The item (事项)" })
  item(@Root() { itemCode }: ListEntry, @Ctx() { load }: DepartmentsContext): Promise<PowerItem | null> {
    return load.powerItem.load(itemCode);
  }
}

@Resolver(() => PowerItem)
export class PowerItemListingsResolver {
  @FieldResolver(() => [ItemListing], {
    description: "The lists it stands on, on a day; empty where it is on none (所在清单, GZ-11)",
  })
  @ListSize(3)
  listings(
    @Root() { code }: PowerItem,
    @Arg("on", () => GraphQLLocalDate, { nullable: true, description: onDescription }) on: Day | undefined,
    @Ctx() { load, at }: DepartmentsContext,
  ): Promise<ItemListing[]> {
    return load.listings(code, on ?? dayOf(at));
  }
}

@Resolver(() => Unit)
export class UnitListsResolver {
  @FieldResolver(() => [ItemList], { description: "Its lists, one of a kind at most (持有清单, GZ-12)" })
  @ListSize(5)
  lists(@Root() { code }: Unit, @Ctx() { load }: DepartmentsContext): Promise<ItemList[]> {
    return load.listsOfHolder.load(code);
  }
}
