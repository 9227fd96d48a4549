import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { Public } from "../../shared/schema-directives.ts";
import type { StewardshipContext } from "../stewardship.context.ts";
import { SubgraphOwner } from "./subgraph-owner.ts";

@Resolver(() => SubgraphOwner)
export class SubgraphOwnerResolver {
  @Query(() => [SubgraphOwner], {
    description: "Who owns which part of the graph, all of them (数据责任清单)",
  })
  @Public()
  subgraphOwners(@Ctx() { subgraphOwners }: StewardshipContext): Promise<SubgraphOwner[]> {
    return subgraphOwners.all();
  }

  @Query(() => SubgraphOwner, {
    nullable: true,
    description: "Who owns one part of the graph; null when there is no such subgraph (按子图查责任单位)",
  })
  @Public()
  subgraphOwner(
    @Arg("subgraph", () => String, { description: "Name of the subgraph (子图名称)" }) subgraph: string,
    @Ctx() { load }: StewardshipContext,
  ): Promise<SubgraphOwner | null> {
    return load.subgraphOwner.load(subgraph);
  }
}
