import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { ListSize } from "../../shared/schema-directives.ts";
import type { DepartmentsContext } from "../departments.context.ts";
import { Division, divisionOf } from "../references.ts";
import { Unit } from "../unit/unit.ts";
import { Liaison } from "./liaison.ts";

@Resolver(() => Liaison)
export class LiaisonResolver {
  @FieldResolver(() => Unit, { nullable: true, description: "The department or station (所属单位)" })
  unit(@Root() { unitCode }: Liaison, @Ctx() { load }: DepartmentsContext): Promise<Unit | null> {
    return load.unit.load(unitCode);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "The sub-district or community linked to; null only when it cannot be looked up (联系区划)",
  })
  division(@Root() { divisionCode }: Liaison): Division {
    return divisionOf(divisionCode);
  }
}

@Resolver(() => Division)
export class DivisionLiaisonResolver {
  @FieldResolver(() => [Liaison], {
    nullable: true,
    description:
      "Who is linked to exactly this sub-district or community today; null only when not to be had just now (分片联系人, KF-13)",
  })
  @ListSize(20)
  liaisons(@Root() { code }: Division, @Ctx() { load }: DepartmentsContext): Promise<Liaison[]> {
    return load.liaisons.load(code);
  }
}
