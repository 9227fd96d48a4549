import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import type { DepartmentsContext } from "../departments.context.ts";
import { Unit } from "../unit/unit.ts";
import { openBatch, publishBatch } from "./batch.lifecycle.ts";
import { ChangeBatchInput, OpenBatchInput } from "./batch-input.ts";
import { batchKey } from "./item-list.store.ts";
import { ItemList } from "./item-list.ts";
import { ListBatch } from "./list-batch.ts";
import { type ListEntry, ListEntryConnection } from "./list-entry.ts";

const mostChanges = 500;

@Resolver(() => ListBatch)
export class ListBatchResolver {
  @Mutation(() => ListBatch, {
    description:
      "The list keeper opens the next batch of a list, or the first of a new list; one is open at a time (开批次, GZ-11)",
  })
  openBatch(
    @Arg("input", () => OpenBatchInput, { description: "Which list (清单)" }) input: OpenBatchInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<ListBatch> {
    const actor = actorOf(context);
    return context.listBatches.open({ ...input, idempotencyKey }, actor, (holder, number) =>
      openBatch(holder, { ...input, number }, actor),
    );
  }

  @Mutation(() => ListBatch, {
    description:
      "The list keeper adds known items to an open batch and removes listed ones, all or nothing (调整批次, GZ-11)",
  })
  changeBatch(
    @Arg("input", () => ChangeBatchInput, { description: "What to add and remove (增减内容)" })
    input: ChangeBatchInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<ListBatch> {
    const actor = actorOf(context);
    if (input.add.length + input.remove.length > mostChanges) {
      throw refuse("BAD_INPUT", {
        field: "add, remove",
        problem: `change at most ${mostChanges} items at once; use importItems for more`,
        problemZh: `一次最多调整 ${mostChanges} 项，更多请使用 importItems`,
      });
    }
    return context.listBatches.change({ ...input, idempotencyKey }, actor);
  }

  @Mutation(() => ListBatch, {
    description:
      "The list keeper publishes a batch: it counts from its effective day, tomorrow at the earliest, and never changes again; grants listed in it become usable (公布批次, GZ-5, GZ-11)",
  })
  publishBatch(
    @Arg("listId", () => String, { description: "The list (清单标识)" }) listId: string,
    @Arg("number", () => Int, { description: "The batch (批次号)" }) number: number,
    @Arg("effectiveFrom", () => GraphQLLocalDate, { description: "First day on which it counts (生效日期)" })
    effectiveFrom: Day,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<ListBatch> {
    const actor = actorOf(context);
    return context.listBatches.publish(
      { listId, number, effectiveFrom, idempotencyKey },
      actor,
      (batch, content) => publishBatch(batch, content, effectiveFrom, actor),
    );
  }

  @FieldResolver(() => ItemList, { nullable: true, description: "The list it changes (清单)" })
  list(@Root() { listId }: ListBatch, @Ctx() { load }: DepartmentsContext): Promise<ItemList | null> {
    return load.itemList.load(listId);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Which unit drew it up; null for batches from before it was kept (起草单位)",
  })
  openedBy(
    @Root() { openedByUnitCode: code }: ListBatch,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<Unit | null> | null {
    return code ? load.unit.load(code) : null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Which unit published it; null for a draft, or from before it was kept (公布单位)",
  })
  publishedBy(
    @Root() { publishedByUnitCode: code }: ListBatch,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<Unit | null> | null {
    return code ? load.unit.load(code) : null;
  }

  @FieldResolver(() => ListEntryConnection, { description: "What it adds (列入事项)" })
  additions(
    @Root() batch: ListBatch,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<Page<ListEntry>> {
    return load.batchChanges(batchKey(batch), { ...args, change: "ADDED" });
  }

  @FieldResolver(() => ListEntryConnection, { description: "What it removes (移出事项)" })
  removals(
    @Root() batch: ListBatch,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<Page<ListEntry>> {
    return load.batchChanges(batchKey(batch), { ...args, change: "REMOVED" });
  }
}
