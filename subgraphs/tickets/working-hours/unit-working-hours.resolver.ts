import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { checkWorkingHours, type Day, dayOf } from "../../shared/calendar.ts";
import { refuse } from "../../shared/errors.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { districtOf, Post } from "../../shared/principal.ts";
import { forbidden, unfit } from "../../shared/refusal.ts";
import { Unit } from "../references.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { UnitWorkingHours, WorkingSpanInput } from "./unit-working-hours.ts";

@Resolver(() => Unit)
export class UnitWorkingHoursResolver {
  @Mutation(() => UnitWorkingHours, {
    description:
      "The centre sets a unit's own office hours from a day on; running clocks keep theirs (设定单位工作时间, GZ-16)",
  })
  async setWorkingHours(
    @Arg("unit", () => String, { description: "Unit code (单位编码)" }) unit: string,
    @Arg("spans", () => [WorkingSpanInput], { description: "The spans, in order (工作时段)" })
    spans: WorkingSpanInput[],
    @Arg("validFrom", () => GraphQLLocalDate, { description: "First day, today at the earliest (生效日期)" })
    validFrom: Day,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<UnitWorkingHours> {
    const actor = actorOf(context);
    const { post, unit: own, division } = actor.principal;
    if (post !== Post.CENTRE_DISPATCHER || districtOf(division) !== districtOf(unit)) {
      throw forbidden(
        "GZ-16",
        { post, unit: own },
        {
          en: "a unit's office hours are set by the command centre of its district",
          zh: "单位工作时间由本区指挥中心设定",
          posts: [Post.CENTRE_DISPATCHER],
        },
      );
    }
    const finding = checkWorkingHours(spans);
    if (finding) throw refuse("BAD_INPUT", { field: "spans", problem: finding.en, problemZh: finding.zh });
    if (validFrom < dayOf(actor.at)) {
      throw unfit("NOT-BACKWARDS", "validFrom", {
        en: "hours of days that have passed stand as they were",
        zh: "已过日期的工作时间不得更改",
      });
    }
    const kept = spans.map(({ from, to, everyDay }) => ({ from, to, everyDay }));
    return context.workingHours.set(unit, { spans: kept, validFrom, idempotencyKey }, actor);
  }

  @FieldResolver(() => [UnitWorkingHours], {
    nullable: true,
    description:
      "Office hours of its own, the oldest first; none: the profile's hold; null only when not to be had just now (单位工作时间)",
  })
  workingHours(@Root() { code }: Unit, @Ctx() { load }: TicketsContext): Promise<UnitWorkingHours[]> {
    return load.workingHours.load(code);
  }
}
