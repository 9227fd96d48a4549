import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { DivisionCode, PowerItemCode } from "../../shared/scalars.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import type { DepartmentsContext } from "../departments.context.ts";
import { Matter } from "../matter/matter.ts";
import { PowerItem } from "../power-item/power-item.ts";
import { Division, divisionOf } from "../references.ts";
import { Responder } from "../responder/responder.ts";
import { Unit } from "../unit/unit.ts";
import { DispatchCatalogue } from "./dispatch-catalogue.ts";
import { judgeDispatch } from "./dispatch-guard.ts";
import { DispatchRule } from "./dispatch-rule.ts";
import { DispatchVerdict } from "./dispatch-verdict.ts";
import { Match } from "./match.ts";
import { matchMatter } from "./matching.ts";
import { settleOverlap } from "./overlap.lifecycle.ts";
import { SettleOverlapInput } from "./settle-overlap-input.ts";

const DispatchRuleConnection = connectionOf(DispatchRule);

const onDescription = "The day (日期)";

@Resolver(() => Match)
export class MatchResolver {
  @Query(() => Match, {
    nullable: true,
    description:
      "Who is competent for a matter in a place on a day. Null when the matter is unknown, lies in another district or is in no catalogue in force (权责匹配, PG-4, PG-5)",
  })
  async match(
    @Arg("matter", () => String, { description: "Matter code (事项代码)" }) matterCode: string,
    @Arg("division", () => DivisionCode, { description: "Where, the community if known (地点所在区划)" })
    divisionCode: string,
    @Arg("on", () => GraphQLLocalDate, { description: onDescription }) on: Day,
    @Ctx() { dispatch, load }: DepartmentsContext,
  ): Promise<Match | null> {
    if (districtOf(matterCode) !== districtOf(divisionCode)) return null;
    const [matter, ground] = await Promise.all([
      load.matter.load(matterCode),
      dispatch.groundOf(matterCode, on),
    ]);
    const matching = matter && ground && matchMatter(ground, divisionCode);
    if (!matching) return null;
    return Object.assign(new Match(), {
      matter,
      divisionCode,
      on,
      catalogueVersion: ground.catalogueVersion,
      itemCode: matching.listing ? matching.itemCode : null,
      listId: matching.listing?.listId ?? null,
      listVersion: matching.listing?.version ?? null,
      unitCode: matching.unitCode,
      overlapCodes: matching.overlap,
      arbiterUnitCode: matching.arbiterUnitCode,
      basis: matching.basis,
      basisZh: matching.basisZh,
    });
  }

  @FieldResolver(() => PowerItem, {
    nullable: true,
    description: "The item in force it is led under; null when led without one (权责事项, PG-5)",
  })
  item(@Root() { itemCode }: Match, @Ctx() { load }: DepartmentsContext): Promise<PowerItem | null> | null {
    return itemCode ? load.powerItem.load(itemCode) : null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The one lead; null while an overlap waits for the arbiter (主责单位, PG-4)",
  })
  unit(@Root() { unitCode }: Match, @Ctx() { load }: DepartmentsContext): Promise<Unit | null> | null {
    return unitCode ? load.unit.load(unitCode) : null;
  }

  @FieldResolver(() => Responder, {
    nullable: true,
    description:
      "The lead's responder for the community on that day; null above a community, without a lead, or where the post is vacant (应哨人, KF-11)",
  })
  async responder(
    @Root() { unitCode, divisionCode, on }: Match,
    @Ctx() { responders }: DepartmentsContext,
  ): Promise<Responder | null> {
    if (!unitCode || divisionCode.length < 12) return null;
    const [responder] = await responders.ofUnit(unitCode, divisionCode, on as Day);
    return responder ?? null;
  }

  @FieldResolver(() => [Unit], {
    description:
      "The other units that claim the matter here; all of them while none leads (职责交叉单位, PG-4)",
  })
  @ListSize(3)
  async overlap(@Root() { overlapCodes }: Match, @Ctx() { load }: DepartmentsContext): Promise<Unit[]> {
    const units = await Promise.all(overlapCodes.map((code) => load.unit.load(code)));
    return units.filter((unit) => unit !== null);
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Who decides an overlap no rule settles; null otherwise (仲裁单位, PG-4)",
  })
  arbiter(
    @Root() { arbiterUnitCode }: Match,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<Unit | null> | null {
    return arbiterUnitCode ? load.unit.load(arbiterUnitCode) : null;
  }
}

@Resolver(() => DispatchVerdict)
export class DispatchVerdictResolver {
  @Query(() => DispatchVerdict, {
    description:
      "Whether a matter may be sent to a unit on a day: ask on the day of dispatch, the lists may have changed since the match (派单审核, GZ-7, GZ-8, GZ-9, GZ-11)",
  })
  async dispatchVerdict(
    @Arg("unit", () => String, { description: "Unit code (单位代码)" }) unit: string,
    @Arg("item", () => PowerItemCode, { nullable: true, description: "The item it is sent under (职权编码)" })
    item: string | undefined,
    @Arg("matter", () => String, { description: "Matter code (事项代码)" }) matter: string,
    @Arg("on", () => GraphQLLocalDate, { description: onDescription }) on: Day,
    @Ctx() { dispatch }: DepartmentsContext,
  ): Promise<DispatchVerdict> {
    const facts = await dispatch.caseOf({ unit, itemCode: item ?? null, matter }, on);
    return Object.assign(new DispatchVerdict(), judgeDispatch(facts));
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description:
      "Who is responsible: the unit when allowed, else the item's body; null when unknown (责任主体, GZ-8)",
  })
  responsibleUnit(
    @Root() { responsibleUnitCode }: DispatchVerdict,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<Unit | null> | null {
    return responsibleUnitCode ? load.unit.load(responsibleUnitCode) : null;
  }
}

@Resolver(() => DispatchCatalogue)
export class DispatchCatalogueResolver {
  @Query(() => DispatchCatalogue, {
    nullable: true,
    description: "A district's dispatch catalogue in force on a day; null before the first (派单目录, PG-4)",
  })
  dispatchCatalogue(
    @Arg("district", () => DivisionCode, { description: "The district (区县)" }) district: string,
    @Arg("on", () => GraphQLLocalDate, { description: onDescription }) on: Day,
    @Ctx() { dispatch }: DepartmentsContext,
  ): Promise<DispatchCatalogue | null> {
    return dispatch.catalogueOn(district, on);
  }

  @Mutation(() => DispatchCatalogue, {
    description:
      "The arbiter decides which of several claimants leads a matter in a place; the ruling makes the next version of the catalogue (职责划界, PG-4)",
  })
  settleOverlap(
    @Arg("input", () => SettleOverlapInput, { description: "The ruling (裁定内容)" })
    input: SettleOverlapInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<DispatchCatalogue> {
    const actor = actorOf(context);
    return context.dispatchCatalogues.settle({ ...input, idempotencyKey }, actor, (latest, ground) =>
      settleOverlap(input, latest, ground, actor),
    );
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "Who decides overlaps its rules do not settle (仲裁单位, PG-4)",
  })
  arbiter(
    @Root() { arbiterUnitCode }: DispatchCatalogue,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<Unit | null> {
    return load.unit.load(arbiterUnitCode);
  }

  @FieldResolver(() => DispatchRuleConnection, { description: "Its lines, by matter (派单规则)" })
  rules(
    @Root() catalogue: DispatchCatalogue,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { dispatch }: DepartmentsContext,
  ): Promise<Page<DispatchRule>> {
    return dispatch.rulesOf(catalogue, args);
  }
}

@Resolver(() => DispatchRule)
export class DispatchRuleResolver {
  @FieldResolver(() => Matter, { nullable: true, description: "The matter, or a class of them (事项)" })
  matter(@Root() { matterCode }: DispatchRule, @Ctx() { load }: DepartmentsContext): Promise<Matter | null> {
    return load.matter.load(matterCode);
  }

  @FieldResolver(() => Unit, { nullable: true, description: "The unit that takes it (单位)" })
  unit(@Root() { unitCode }: DispatchRule, @Ctx() { load }: DepartmentsContext): Promise<Unit | null> {
    return load.unit.load(unitCode);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Where it takes it; null only when it cannot be looked up (适用区划)",
  })
  division(@Root() { divisionCode }: DispatchRule): Division {
    return divisionOf(divisionCode);
  }

  @FieldResolver(() => PowerItem, {
    nullable: true,
    description: "By which item; null where it acts without one, e.g. by contract (权责事项)",
  })
  item(
    @Root() { itemCode }: DispatchRule,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<PowerItem | null> | null {
    return itemCode ? load.powerItem.load(itemCode) : null;
  }
}
