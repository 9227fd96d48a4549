import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { DivisionCode } from "../../shared/scalars.ts";
import { ListSize, Public } from "../../shared/schema-directives.ts";
import type { CityManagementContext } from "../city-management.context.ts";
import { Division, divisionOf, Unit, unitOf } from "../references.ts";
import { StreetOrderSubclass, subclassKey } from "../street-order-class/street-order-subclass.ts";
import { StreetOrderStandard } from "./street-order-standard.ts";

@Resolver(() => StreetOrderStandard)
export class StreetOrderStandardResolver {
  @Query(() => [StreetOrderStandard], {
    description:
      "A district's case standards in force today, one a sub-class, components first (立案结案标准)",
  })
  @Public()
  @ListSize(30)
  streetOrderStandards(
    @Arg("district", () => DivisionCode, { description: "Six digits (区县代码)" }) district: string,
    @Ctx() { load }: CityManagementContext,
  ): Promise<StreetOrderStandard[]> {
    return load.standardsOfDistrict.load(district);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "The district it counts in; null only when it cannot be looked up (区县)",
  })
  district(@Root() { districtCode }: StreetOrderStandard): Division {
    return divisionOf(districtCode);
  }

  @FieldResolver(() => StreetOrderSubclass, {
    nullable: true,
    description: "What it counts for; null only when it cannot be looked up (小类)",
  })
  subclass(
    @Root() { kind, subclassCode }: StreetOrderStandard,
    @Ctx() { load }: CityManagementContext,
  ): Promise<StreetOrderSubclass | null> {
    return load.subclass.load(subclassKey({ kind, code: subclassCode }));
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that handles such cases as a rule; null where the standard names none (责任单位)",
  })
  responsibleUnit(@Root() { responsibleUnitCode }: StreetOrderStandard): Unit | null {
    return responsibleUnitCode ? unitOf(responsibleUnitCode) : null;
  }
}
