import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { sealed } from "../../shared/asking.ts";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import { Subjects, subjectsOf } from "../../shared/subject.ts";
import type { CityManagementContext } from "../city-management.context.ts";
import { Component } from "../component/component.ts";
import { requireUnit } from "../existing-units.ts";
import { Business, businessOf, Grid, gridOf, Ticket, ticketOf, Unit, unitOf } from "../references.ts";
import { StreetOrderSubclass, subclassKey } from "../street-order-class/street-order-subclass.ts";
import { StreetOrderStandard, standardKey } from "../street-order-standard/street-order-standard.ts";
import { findingReported } from "./finding-reported.ts";
import { isOverdue } from "./street-order-case.deadline.ts";
import {
  collect,
  dispatch,
  establish,
  evaluate,
  feedBack,
  handle,
  verify,
} from "./street-order-case.lifecycle.ts";
import { StreetOrderCase, StreetOrderCaseConnection } from "./street-order-case.ts";
import { StreetOrderCaseFilter } from "./street-order-case-filter.ts";
import { ReportStreetOrderCaseInput } from "./street-order-case-input.ts";
import { StreetOrderStep } from "./street-order-step.ts";

const numberDescription = "Number of the case (案件编号)";

@Resolver(() => StreetOrderCase)
export class StreetOrderCaseResolver {
  @Query(() => StreetOrderCase, {
    nullable: true,
    description:
      "One street-order case by its number; null when there is none you may see (按编号查市容案件)",
  })
  streetOrderCase(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Ctx() { load }: CityManagementContext,
  ): Promise<StreetOrderCase | null> {
    return load.streetOrderCase.load(number);
  }

  @Query(() => StreetOrderCaseConnection, {
    description: "Street-order cases you may see, newest first (查找市容案件)",
  })
  streetOrderCases(
    @Arg("filter", () => StreetOrderCaseFilter, { description: "Which cases (筛选条件)" })
    filter: StreetOrderCaseFilter,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { streetOrderCases, at }: CityManagementContext,
  ): Promise<Page<StreetOrderCase>> {
    return streetOrderCases.search(filter, args, at);
  }

  @Mutation(() => StreetOrderCase, {
    description: "Step 1: whoever serves where it lies reports what was found (信息收集, CJJ/T 106)",
  })
  reportStreetOrderCase(
    @Arg("input", () => ReportStreetOrderCaseInput, { description: "What was found (上报内容)" })
    input: ReportStreetOrderCaseInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: CityManagementContext,
  ): Promise<StreetOrderCase> {
    const actor = actorOf(context);
    return context.streetOrderCases.report({ ...input, idempotencyKey }, actor, (component) =>
      collect(findingReported(input, component), actor),
    );
  }

  @Mutation(() => StreetOrderCase, {
    description:
      "Step 2: the supervision centre registers the case where the district's standard says so, or declines it with grounds (案卷建立, CJJ/T 106)",
  })
  establishStreetOrderCase(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("passed", () => Boolean, { description: "Whether the registration condition is met (是否立案)" })
    passed: boolean,
    @Arg("note", () => String, {
      nullable: true,
      description: "Grounds, needed to decline, at most 2,000 characters (意见)",
    })
    note: string | undefined,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: CityManagementContext,
  ): Promise<StreetOrderCase> {
    const actor = actorOf(context);
    const asked = { number, passed, note, idempotencyKey };
    return context.streetOrderCases.take(asked, "establishStreetOrderCase", actor, (found, standard) =>
      establish(found, asked, standard, actor),
    );
  }

  @Mutation(() => StreetOrderCase, {
    description:
      "Step 3: the command centre sends it to the unit that handles it; the clock of the standard in force starts (任务派遣, CJJ/T 106)",
  })
  async dispatchStreetOrderCase(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("handlingUnit", () => String, {
      description: "Code of the unit, of the same district (处置单位代码)",
    })
    handlingUnit: string,
    @Arg("note", () => String, {
      nullable: true,
      description: "What it is to look at, at most 2,000 characters (意见)",
    })
    note: string | undefined,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: CityManagementContext,
  ): Promise<StreetOrderCase> {
    const actor = actorOf(context);
    const existing = await sealed(requireUnit(context.graph, handlingUnit));
    const asked = { number, handlingUnit, note, idempotencyKey };
    return context.streetOrderCases.take(asked, "dispatchStreetOrderCase", actor, (found, standard) => {
      const move = dispatch(found, asked, standard, actor);
      existing();
      return move;
    });
  }

  @Mutation(() => StreetOrderCase, {
    description: "Step 4: the handling unit says what it did (任务处理, CJJ/T 106)",
  })
  handleStreetOrderCase(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("measures", () => String, { description: "What was done, 1 to 2,000 characters (处理情况)" })
    measures: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: CityManagementContext,
  ): Promise<StreetOrderCase> {
    const actor = actorOf(context);
    const asked = { number, measures, idempotencyKey };
    return context.streetOrderCases.take(asked, "handleStreetOrderCase", actor, (found) =>
      handle(found, measures, actor),
    );
  }

  @Mutation(() => StreetOrderCase, {
    description:
      "Step 5: the command centre passes the result on to the supervision centre (处理反馈, CJJ/T 106)",
  })
  feedBackStreetOrderCase(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("note", () => String, { nullable: true, description: "Remark, at most 2,000 characters (意见)" })
    note: string | undefined,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: CityManagementContext,
  ): Promise<StreetOrderCase> {
    const actor = actorOf(context);
    const asked = { number, note, idempotencyKey };
    return context.streetOrderCases.take(asked, "feedBackStreetOrderCase", actor, (found) =>
      feedBack(found, note, actor),
    );
  }

  @Mutation(() => StreetOrderCase, {
    description:
      "Step 6: the supervision centre looks on the spot and closes the case, or sends it back; the department that handled it may not (核查结案, CJJ/T 106)",
  })
  verifyStreetOrderCase(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("passed", () => Boolean, { description: "Whether the closing condition is met (是否通过)" })
    passed: boolean,
    @Arg("finding", () => String, { description: "What was seen, 1 to 2,000 characters (核查情况)" })
    finding: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: CityManagementContext,
  ): Promise<StreetOrderCase> {
    const actor = actorOf(context);
    const asked = { number, passed, finding, idempotencyKey };
    return context.streetOrderCases.take(asked, "verifyStreetOrderCase", actor, (found) =>
      verify(found, asked, actor),
    );
  }

  @Mutation(() => StreetOrderCase, {
    description:
      "Step 7: the supervision centre says how it went; the department that handled it may not (综合评价, CJJ/T 106)",
  })
  evaluateStreetOrderCase(
    @Arg("number", () => String, { description: numberDescription }) number: string,
    @Arg("opinion", () => String, { description: "How it went, 1 to 2,000 characters (评价意见)" })
    opinion: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: CityManagementContext,
  ): Promise<StreetOrderCase> {
    const actor = actorOf(context);
    const asked = { number, opinion, idempotencyKey };
    return context.streetOrderCases.take(asked, "evaluateStreetOrderCase", actor, (found) =>
      evaluate(found, opinion, actor),
    );
  }

  @Subjects()
  subjects(@Root() { partyResidentId, partyPersonId }: StreetOrderCase): string[] {
    return subjectsOf({ resident: partyResidentId, person: partyPersonId });
  }

  @FieldResolver(() => Boolean, {
    description: "Whether it was handled after it was due, or is due and not handled by now (是否超期)",
  })
  overdue(@Root() found: StreetOrderCase, @Ctx() { at }: CityManagementContext): boolean {
    return isOverdue(found, at);
  }

  @FieldResolver(() => [StreetOrderStep], {
    nullable: true,
    description: "The steps taken, in order; null when they are withheld from you (办理环节)",
  })
  @ListSize(8)
  steps(
    @Root() { number }: StreetOrderCase,
    @Ctx() { load }: CityManagementContext,
  ): Promise<StreetOrderStep[]> {
    return load.stepsOfCase.load(number);
  }

  @FieldResolver(() => StreetOrderSubclass, {
    nullable: true,
    description: "What it is registered under; null only when it cannot be looked up (小类)",
  })
  subclass(
    @Root() { kind, subclassCode }: StreetOrderCase,
    @Ctx() { load }: CityManagementContext,
  ): Promise<StreetOrderSubclass | null> {
    return load.subclass.load(subclassKey({ kind, code: subclassCode }));
  }

  @FieldResolver(() => StreetOrderStandard, {
    nullable: true,
    description:
      "What cases of its sub-class are held to today; null while the district has published none (立案结案标准)",
  })
  standard(
    @Root() found: StreetOrderCase,
    @Ctx() { load }: CityManagementContext,
  ): Promise<StreetOrderStandard | null> {
    return load.standard(standardKey(found));
  }

  @FieldResolver(() => Component, {
    nullable: true,
    description: "The component at fault; null for an event (部件)",
  })
  component(
    @Root() { componentCode }: StreetOrderCase,
    @Ctx() { load }: CityManagementContext,
  ): Promise<Component | null> | null {
    return componentCode ? load.component.load(componentCode) : null;
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The grid it lies in; null only when it cannot be looked up (所在网格)",
  })
  grid(@Root() { gridCode }: StreetOrderCase): Grid {
    return gridOf(gridCode);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit it was sent to; null before the dispatch (处置单位)",
  })
  handlingUnit(@Root() { handlingUnitCode }: StreetOrderCase): Unit | null {
    return handlingUnitCode ? unitOf(handlingUnitCode) : null;
  }

  @FieldResolver(() => Ticket, {
    nullable: true,
    description: "The ticket that led here; null when none did, or you may not see it (来源工单)",
  })
  ticket(@Root() { ticketNumber }: StreetOrderCase): Ticket | null {
    return ticketNumber ? ticketOf(ticketNumber) : null;
  }

  @FieldResolver(() => Business, {
    nullable: true,
    description: "The business dealt with; null where none is (涉案市场主体)",
  })
  business(@Root() { creditCode }: StreetOrderCase): Business | null {
    return creditCode ? businessOf(creditCode) : null;
  }
}

@Resolver(() => StreetOrderStep)
export class StreetOrderStepResolver {
  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that took it; null only when it cannot be looked up (办理单位)",
  })
  unit(@Root() { unitCode }: StreetOrderStep): Unit {
    return unitOf(unitCode);
  }
}
