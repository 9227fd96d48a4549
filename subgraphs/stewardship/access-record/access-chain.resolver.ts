import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { maximumPageSize } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import type { StewardshipContext } from "../stewardship.context.ts";
import { AccessChainEnds } from "./access-chain-ends.ts";
import { AccessRecord } from "./access-record.ts";

@Resolver(() => AccessChainEnds)
export class AccessChainResolver {
  @Query(() => [AccessChainEnds], {
    description:
      "The chains of access records you may see, each from where to where it runs just now; for those who may see the records (访问记录链)",
  })
  @ListSize(20)
  accessChains(
    @Arg("subgraph", () => String, { nullable: true, description: "Of this subgraph; null: all (子图名称)" })
    subgraph: string | null,
    @Ctx() { accessChains }: StewardshipContext,
  ): Promise<AccessChainEnds[]> {
    return accessChains.ends(subgraph);
  }

  @Query(() => [AccessRecord], {
    description:
      "The records of one chain in the order they were sealed in, to compute their seals again: fewer than asked for where the chain ends; empty where you may not see it (按链序取访问记录)",
  })
  @ListSize(maximumPageSize)
  accessChainRecords(
    @Arg("district", () => String, {
      description: "The chain's district; 000000 for what was done in none (区县代码)",
    })
    district: string,
    @Arg("subgraph", () => String, { description: "The chain's subgraph (子图名称)" }) subgraph: string,
    @Arg("after", () => Int, { description: "Behind this place in the chain (此序号之后)" }) after: number,
    @Arg("first", () => Int, {
      defaultValue: maximumPageSize,
      description: `Records, 1 to ${maximumPageSize} (条数)`,
    })
    first: number,
    @Ctx() { accessRecords }: StewardshipContext,
  ): Promise<AccessRecord[]> {
    if (first < 1 || first > maximumPageSize) {
      throw refuse("PAGE_TOO_LARGE", { asked: first, maximum: maximumPageSize });
    }
    return accessRecords.ofChain({ district, subgraph, after, first });
  }
}
