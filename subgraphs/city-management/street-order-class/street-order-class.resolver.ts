import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { ListSize, Public } from "../../shared/schema-directives.ts";
import type { CityManagementContext } from "../city-management.context.ts";
import { StreetOrderClass, StreetOrderKind } from "./street-order-class.ts";
import { StreetOrderSubclass, subclassKey } from "./street-order-subclass.ts";

@Resolver(() => StreetOrderClass)
export class StreetOrderClassResolver {
  @Query(() => [StreetOrderClass], {
    description: "Classes of components and events, a dozen in all, components first (部件与事件大类)",
  })
  @Public()
  @ListSize(12)
  streetOrderClasses(
    @Arg("kind", () => StreetOrderKind, {
      nullable: true,
      description: "Only components or only events; absent: both (管理对象类型)",
    })
    kind: StreetOrderKind | undefined,
    @Ctx() { classes }: CityManagementContext,
  ): Promise<StreetOrderClass[]> {
    return classes.all(kind);
  }

  @FieldResolver(() => [StreetOrderSubclass], { description: "Its sub-classes, by code (小类)" })
  @ListSize(20)
  subclasses(
    @Root() streetOrderClass: StreetOrderClass,
    @Ctx() { load }: CityManagementContext,
  ): Promise<StreetOrderSubclass[]> {
    return load.subclassesOfClass.load(subclassKey(streetOrderClass));
  }
}

@Resolver(() => StreetOrderSubclass)
export class StreetOrderSubclassResolver {
  @FieldResolver(() => StreetOrderClass, {
    nullable: true,
    description: "The class it belongs to; null only when it cannot be looked up (大类)",
  })
  streetOrderClass(
    @Root() { kind, code }: StreetOrderSubclass,
    @Ctx() { load }: CityManagementContext,
  ): Promise<StreetOrderClass | null> {
    return load.streetOrderClass.load(subclassKey({ kind, code: code.slice(0, 2) }));
  }
}
