import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Public } from "../../shared/schema-directives.ts";
import type { GridsContext } from "../grids.context.ts";
import { Duty } from "./duty.ts";
import { DutyClass } from "./duty-class.ts";

@Resolver(() => DutyClass)
export class DutyClassResolver {
  @Query(() => [DutyClass], {
    description: "What grid members do: nine classes, seventy duties (职责目录, ZY-5)",
  })
  @Public()
  dutyCatalogue(@Ctx() { duties }: GridsContext): Promise<DutyClass[]> {
    return duties.classes();
  }

  @FieldResolver(() => [Duty], { description: "The duties of the class (职责)" })
  duties(@Root() { code }: DutyClass, @Ctx() { load }: GridsContext): Promise<Duty[]> {
    return load.dutiesOfClass.load(code);
  }
}

@Resolver(() => Duty)
export class DutyResolver {
  @FieldResolver(() => DutyClass, { nullable: true, description: "Its class (职责大类)" })
  class(@Root() { classCode }: Duty, @Ctx() { load }: GridsContext): Promise<DutyClass | null> {
    return load.dutyClass.load(classCode);
  }
}
