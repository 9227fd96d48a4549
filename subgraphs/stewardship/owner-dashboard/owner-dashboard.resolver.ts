import { Ctx, Query, Resolver } from "type-graphql";
import type { StewardshipContext } from "../stewardship.context.ts";
import { OwnerDashboard } from "./owner-dashboard.ts";

@Resolver(() => OwnerDashboard)
export class OwnerDashboardResolver {
  @Query(() => [OwnerDashboard], {
    description:
      "What waits for you as data steward or principal officer of an owner, by subgraph; for the data bureau's all of them in its district; empty for everybody else (数据责任单位看板)",
  })
  ownerDashboards(@Ctx() { ownerDashboards }: StewardshipContext): Promise<OwnerDashboard[]> {
    return ownerDashboards.all();
  }
}
