import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { Subjects, subjectsOf } from "../../shared/subject.ts";
import { Grid, gridOf } from "../references.ts";
import type { TemplateContext } from "../template.context.ts";
import { registerFacility, requireFacilityNumber } from "./facility.lifecycle.ts";
import { Facility, FacilityConnection } from "./facility.ts";
import { RegisterFacilityInput } from "./facility-input.ts";

@Resolver(() => Facility)
export class FacilityResolver {
  @Query(() => Facility, {
    nullable: true,
    description: "One Facility by its number; null when there is none you may see (按编号查示例设施)",
  })
  facility(
    @Arg("number", () => String, { description: "Number (编号)" }) number: string,
    @Ctx() { load }: TemplateContext,
  ): Promise<Facility | null> {
    return load.facility.load(requireFacilityNumber(number));
  }

  @Query(() => FacilityConnection, {
    description: "Every Facility you may see, by number (查找示例设施)",
  })
  facilities(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { facilities }: TemplateContext,
  ): Promise<Page<Facility>> {
    return facilities.list(args);
  }

  @Mutation(() => Facility, {
    description: "The owner's staff answerable for the place put one on record (登记示例设施)",
  })
  registerFacility(
    @Arg("input", () => RegisterFacilityInput, { description: "What it is and where (登记内容)" })
    input: RegisterFacilityInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TemplateContext,
  ): Promise<Facility> {
    const actor = actorOf(context);
    return context.facilities.register({ ...input, idempotencyKey }, actor, registerFacility(input, actor));
  }

  @Subjects()
  subjects(@Root() { contactPersonId }: Facility): string[] {
    return subjectsOf({ person: contactPersonId });
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The grid it is in; null only when it cannot be looked up (所在网格)",
  })
  grid(@Root() { gridCode }: Facility): Grid {
    return gridOf(gridCode);
  }
}

@Resolver(() => Grid)
export class GridFacilitiesResolver {
  @FieldResolver(() => FacilityConnection, {
    nullable: true,
    description: "Every Facility in it that you may see, by number (网格内示例设施)",
  })
  facilities(
    @Root() { code }: Grid,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { load }: TemplateContext,
  ): Promise<Page<Facility>> {
    return load.facilitiesOfGrid(code, args);
  }
}
