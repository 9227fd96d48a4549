import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { requireGateway } from "../require-gateway.ts";
import type { StewardshipContext } from "../stewardship.context.ts";
import { GrantBook } from "./grant-book.ts";

@Resolver(() => GrantBook)
export class GrantBookResolver {
  @Query(() => GrantBook, {
    description: "What is granted to whom, for the gateway, which asks several times a second (授权台账)",
  })
  grantBook(
    @Arg("after", () => Int, {
      nullable: true,
      description: "The version that is known already; null: none (已知版本)",
    })
    after: number | undefined,
    @Ctx() context: StewardshipContext,
  ): Promise<GrantBook> {
    const { at } = requireGateway(context);
    return context.grantBook.edition(after, at);
  }
}
