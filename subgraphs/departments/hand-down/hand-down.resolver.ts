import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import type { DepartmentsContext } from "../departments.context.ts";
import { PowerItem } from "../power-item/power-item.ts";
import { Unit } from "../unit/unit.ts";
import { listHandDown, proposeHandDown, recordFact } from "./hand-down.lifecycle.ts";
import { HandDown, HandDownFact, RecordedFact, recordedFacts } from "./hand-down.ts";
import { HandDownFilter, ProposeHandDownInput } from "./hand-down-input.ts";

const HandDownConnection = connectionOf(HandDown);

const numberDescription = "Number of the hand-down (下沉审核编号)";

@Resolver(() => HandDown)
export class HandDownResolver {
  @Query(() => HandDown, {
    nullable: true,
    description: "One hand-down by its number; null when there is none you take part in (按编号查下沉审核)",
  })
  handDown(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<HandDown | null> {
    return load.handDown.load(number);
  }

  @Query(() => HandDownConnection, {
    description:
      "Hand-downs you take part in, latest first: as sub-district, department or district (查找下沉审核)",
  })
  handDowns(
    @Arg("filter", () => HandDownFilter, { description: "Which hand-downs (筛选条件)" })
    filter: HandDownFilter,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { handDowns }: DepartmentsContext,
  ): Promise<Page<HandDown>> {
    return handDowns.search(filter, args);
  }

  @Mutation(() => HandDown, {
    description:
      "A department's principal officer proposes to hand a duty down; it binds nobody yet (提出下沉, GZ-9)",
  })
  proposeHandDown(
    @Arg("input", () => ProposeHandDownInput, { description: "Which duty, to whom, why (下沉内容)" })
    input: ProposeHandDownInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<HandDown> {
    const actor = actorOf(context);
    return context.handDowns.begin({ ...input, idempotencyKey }, actor, (item, receiver) =>
      proposeHandDown(input.reason, item, receiver, actor),
    );
  }

  @Mutation(() => HandDown, {
    description:
      "Puts one of the three facts on record: the district approves, the sub-district confirms funds and working conditions (记录下沉要件, GZ-9)",
  })
  recordHandDownFact(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("fact", () => HandDownFact, { description: "Which fact (要件)" }) fact: HandDownFact,
    @Arg("evidence", () => String, { description: "Document, amount or means (依据、金额或条件)" })
    evidence: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<HandDown> {
    const actor = actorOf(context);
    return context.handDowns.recordFact({ number, fact, evidence, idempotencyKey }, actor, (handDown) =>
      recordFact(handDown, fact, evidence, actor),
    );
  }

  @Mutation(() => HandDown, {
    description:
      "The list keeper enters a complete hand-down in the open batch of the sub-district's duty list; incomplete it is refused (列入清单, GZ-9, GZ-11)",
  })
  listHandDown(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<HandDown> {
    const actor = actorOf(context);
    return context.handDowns.list({ number, idempotencyKey }, actor, (handDown, batch) =>
      listHandDown(handDown, batch, actor),
    );
  }

  @FieldResolver(() => PowerItem, { nullable: true, description: "The duty handed down (事项)" })
  item(@Root() { itemCode }: HandDown, @Ctx() { load }: DepartmentsContext): Promise<PowerItem | null> {
    return load.powerItem.load(itemCode);
  }

  @FieldResolver(() => Unit, { nullable: true, description: "The department whose duty it is (下沉部门)" })
  handingUnit(
    @Root() { handingUnitCode }: HandDown,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<Unit | null> {
    return load.unit.load(handingUnitCode);
  }

  @FieldResolver(() => Unit, { nullable: true, description: "The sub-district to carry it out (承接街道)" })
  receivingUnit(
    @Root() { receivingUnitCode }: HandDown,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<Unit | null> {
    return load.unit.load(receivingUnitCode);
  }

  @FieldResolver(() => [RecordedFact], { description: "The facts on record, three at most (已备要件)" })
  facts(@Root() handDown: HandDown): RecordedFact[] {
    return recordedFacts(handDown);
  }

  @FieldResolver(() => Boolean, { description: "All three facts are on record (要件是否齐全)" })
  complete(@Root() handDown: HandDown): boolean {
    return recordedFacts(handDown).length === 3;
  }
}

@Resolver(() => RecordedFact)
export class RecordedFactResolver {
  @FieldResolver(() => Unit, { nullable: true, description: "The unit that put it on record (记录单位)" })
  by(@Root() { byUnitCode }: RecordedFact, @Ctx() { load }: DepartmentsContext): Promise<Unit | null> {
    return load.unit.load(byUnitCode);
  }
}
