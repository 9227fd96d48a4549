import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { communityOfGrid } from "../../shared/codes.ts";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { ListSize, Public } from "../../shared/schema-directives.ts";
import type { DepartmentsContext } from "../departments.context.ts";
import { Division, divisionOf, Grid } from "../references.ts";
import { Unit } from "../unit/unit.ts";
import { appointResponder, endResponder } from "./appointment.lifecycle.ts";
import { AppointResponderInput } from "./appointment-input.ts";
import { Responder } from "./responder.ts";
import { ResponderGap } from "./responder-gap.ts";

const ResponderGapConnection = connectionOf(ResponderGap);

@Resolver(() => Responder)
export class ResponderResolver {
  @Query(() => [Responder], {
    description:
      "A department's responders for a community, or for each community of a sub-district, on a day (应哨人, KF-11)",
  })
  @Public()
  @ListSize(20)
  responders(
    @Arg("unit", () => String, { description: "Code of the department (单位代码)" }) unit: string,
    @Arg("division", () => DivisionCode, { description: "A sub-district or a community (街道或社区)" })
    division: string,
    @Arg("on", () => GraphQLLocalDate, { description: "The day (日期)" }) on: Day,
    @Ctx() { responders }: DepartmentsContext,
  ): Promise<Responder[]> {
    if (division.length < 9) {
      throw refuse("BAD_INPUT", {
        field: "division",
        problem: "ask for one sub-district (9 digits) or one community (12 digits)",
        problemZh: "请按街道（9 位）或社区（12 位）查询",
      });
    }
    return responders.ofUnit(unit, division, on);
  }

  @Query(() => ResponderGapConnection, {
    description:
      "Departments that must post a responder to a community and had none on a day; should be empty (应哨人空缺, KF-11)",
  })
  responderGaps(
    @Arg("district", () => DivisionCode, { description: "The district (区县)" }) district: string,
    @Arg("on", () => GraphQLLocalDate, { description: "The day (日期)" }) on: Day,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { responders }: DepartmentsContext,
  ): Promise<Page<ResponderGap>> {
    return responders.gaps(district, on, args);
  }

  @Mutation(() => Responder, {
    description:
      "A department's chief, or the list keeper, names the responder for a community. `ALREADY_APPOINTED` while another holds the post: end that appointment first (任命应哨人, KF-11)",
  })
  appointResponder(
    @Arg("input", () => AppointResponderInput, { description: "Who, where, from when (任命内容)" })
    input: AppointResponderInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<Responder> {
    const actor = actorOf(context);
    return context.responders.appoint({ ...input, idempotencyKey }, actor, (unit, community) =>
      appointResponder(input, unit, community, actor),
    );
  }

  @Mutation(() => Responder, {
    description: "Ends a responder's appointment on a day (结束应哨人任职, KF-11)",
  })
  endResponder(
    @Arg("id", () => ID, { description: "Identifier of the appointment (任命标识)" }) id: string,
    @Arg("until", () => GraphQLLocalDate, {
      description: "First day no longer appointed, today or later: a successor may begin on it (任职终止日)",
    })
    until: Day,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<Responder> {
    const actor = actorOf(context);
    return context.responders.end({ id, until, idempotencyKey }, actor, (responder, unit) =>
      endResponder(responder, unit, until, actor),
    );
  }

  @FieldResolver(() => Unit, { nullable: true, description: "The department (所属单位)" })
  unit(@Root() { unitCode }: Responder, @Ctx() { load }: DepartmentsContext): Promise<Unit | null> {
    return load.unit.load(unitCode);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "The community answered for; null only when it cannot be looked up (负责社区)",
  })
  community(@Root() { communityCode }: Responder): Division {
    return divisionOf(communityCode);
  }
}

@Resolver(() => ResponderGap)
export class ResponderGapResolver {
  @FieldResolver(() => Unit, { nullable: true, description: "The department without a responder (缺岗单位)" })
  unit(@Root() { unitCode }: ResponderGap, @Ctx() { load }: DepartmentsContext): Promise<Unit | null> {
    return load.unit.load(unitCode);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "The community nobody answers for; null only when it cannot be looked up (缺岗社区)",
  })
  community(@Root() { communityCode }: ResponderGap): Division {
    return divisionOf(communityCode);
  }
}

@Resolver(() => Division)
export class DivisionRespondersResolver {
  @FieldResolver(() => [Responder], {
    nullable: true,
    description:
      "Today's responders for this community, one a department; empty for any larger division; null only when not to be had just now (应哨人, KF-11)",
  })
  @ListSize(20)
  responders(@Root() { code }: Division, @Ctx() { load }: DepartmentsContext): Promise<Responder[]> {
    return load.responders.load(code);
  }
}

@Resolver(() => Grid)
export class GridRespondersResolver {
  @FieldResolver(() => [Responder], {
    nullable: true,
    description:
      "Today's responders for the community the grid lies in, one a department; null only when not to be had just now (应哨人, KF-11)",
  })
  @ListSize(20)
  responders(@Root() { code }: Grid, @Ctx() { load }: DepartmentsContext): Promise<Responder[]> {
    return load.responders.load(communityOfGrid(code));
  }
}
