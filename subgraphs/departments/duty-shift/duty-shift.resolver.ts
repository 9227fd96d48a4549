import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { refuse } from "../../shared/errors.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import type { DepartmentsContext } from "../departments.context.ts";
import { Unit } from "../unit/unit.ts";
import { endShift, planShift, relieveShift } from "./duty-shift.lifecycle.ts";
import { DutyShift, ShiftGap } from "./duty-shift.ts";
import { OnDutyInput, PlanShiftInput } from "./duty-shift-input.ts";

const longestPeriod = 31 * 24 * 3_600_000;

const IdArg = () => Arg("id", () => ID, { description: "Identifier of the shift (班次标识)" });
const KeyArg = () => Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription });
const FromArg = () => Arg("from", () => Date, { description: "From when (起)" });
const UntilArg = () =>
  Arg("until", () => Date, { description: "Until when, not included; 31 days at most (止)" });

@Resolver(() => DutyShift)
export class DutyShiftResolver {
  @Query(() => [DutyShift], {
    description:
      "Who is on duty at a unit at an instant, as at 23:40 at the command centre; empty where nobody is (当值人员, ZY-12, GZ-16)",
  })
  @ListSize(10)
  onDuty(
    @Arg("unit", () => String, { description: "Unit code (单位代码)" }) unit: string,
    @Arg("at", () => Date, { nullable: true, description: "The instant; now when absent (时刻)" })
    at: Date | undefined,
    @Ctx() { dutyShifts, at: now }: DepartmentsContext,
  ): Promise<DutyShift[]> {
    return dutyShifts.at([unit], at ?? now);
  }

  @Query(() => [DutyShift], {
    description: "A unit's roster in a period, in order; who was on duty when stays (值班表, ZY-12)",
  })
  @ListSize(100)
  dutyShifts(
    @Arg("unit", () => String, { description: "Unit code (单位代码)" }) unit: string,
    @FromArg() from: Date,
    @UntilArg() until: Date,
    @Ctx() { dutyShifts }: DepartmentsContext,
  ): Promise<DutyShift[]> {
    requirePeriod(from, until);
    return dutyShifts.between(unit, from, until);
  }

  @Query(() => [ShiftGap], {
    description:
      "When units of your district that must be covered day and night have nobody on duty, the next first; should be empty (值班空缺, GZ-16)",
  })
  @ListSize(100)
  shiftGaps(
    @Arg("district", () => DivisionCode, { description: "The district (区县)" }) district: string,
    @FromArg() from: Date,
    @UntilArg() until: Date,
    @Ctx() { dutyShifts }: DepartmentsContext,
  ): Promise<ShiftGap[]> {
    requirePeriod(from, until);
    return dutyShifts.gaps(district, from, until);
  }

  @Mutation(() => DutyShift, {
    description: "Puts a shift on the roster of a unit, from now on or later (排班, ZY-12)",
  })
  planShift(
    @Arg("input", () => PlanShiftInput, { description: "Who, where, when (班次)" }) input: PlanShiftInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<DutyShift> {
    const actor = actorOf(context);
    return context.dutyShifts.plan({ ...input, idempotencyKey }, actor, (unit) =>
      planShift(input, unit, actor),
    );
  }

  @Mutation(() => DutyShift, {
    description: "Ends a shift sooner; one that has not begun is taken off the roster (提前交班, ZY-12)",
  })
  endShift(
    @IdArg() id: string,
    @Arg("until", () => Date, { description: "When it ends, now or later (止)" }) until: Date,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<DutyShift> {
    const actor = actorOf(context);
    return context.dutyShifts.end({ id, until, idempotencyKey }, actor, (shift, unit) =>
      endShift(shift, unit, until, actor),
    );
  }

  @Mutation(() => DutyShift, {
    description:
      "Somebody else takes over what is left of a shift: the one ends and the other begins in the same moment (换班, ZY-12)",
  })
  relieveShift(
    @IdArg() id: string,
    @Arg("from", () => Date, { description: "From when, now or later (起)" }) from: Date,
    @Arg("by", () => OnDutyInput, { description: "Who takes over (接班人员)" }) by: OnDutyInput,
    @KeyArg() idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<DutyShift> {
    const actor = actorOf(context);
    return context.dutyShifts.relieve({ id, from, by, idempotencyKey }, actor, (shift, unit) =>
      relieveShift(shift, unit, { ...by, from }, actor),
    );
  }

  @FieldResolver(() => Unit, { nullable: true, description: "The unit (单位)" })
  unit(@Root() { unitCode }: DutyShift, @Ctx() { load }: DepartmentsContext): Promise<Unit | null> {
    return load.unit.load(unitCode);
  }
}

@Resolver(() => ShiftGap)
export class ShiftGapResolver {
  @FieldResolver(() => Unit, { nullable: true, description: "The unit nobody is on duty at (空缺单位)" })
  unit(@Root() { unitCode }: ShiftGap, @Ctx() { load }: DepartmentsContext): Promise<Unit | null> {
    return load.unit.load(unitCode);
  }
}

@Resolver(() => Unit)
export class UnitOnDutyResolver {
  @FieldResolver(() => [DutyShift], {
    nullable: true,
    description: "Who is on duty there now; null only when not to be had just now (当值人员, ZY-12)",
  })
  @ListSize(10)
  onDuty(@Root() { code }: Unit, @Ctx() { load }: DepartmentsContext): Promise<DutyShift[]> {
    return load.onDuty.load(code);
  }
}

function requirePeriod(from: Date, until: Date): void {
  const length = until.getTime() - from.getTime();
  if (length > 0 && length <= longestPeriod) return;
  throw refuse("BAD_INPUT", {
    field: "until",
    problem: "ask for a period that ends after it begins, 31 days at most",
    problemZh: "查询期间须先起后止，最长 31 天",
  });
}
