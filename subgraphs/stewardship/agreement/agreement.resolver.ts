import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf, type Page, PageArgs } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { requireGateway } from "../require-gateway.ts";
import type { StewardshipContext } from "../stewardship.context.ts";
import { endAgreement, registerAgreement } from "./agreement.lifecycle.ts";
import { Agreement } from "./agreement.ts";
import { RegisterAgreementInput } from "./agreement-input.ts";

const AgreementConnection = connectionOf(Agreement);

@Resolver(() => Agreement)
export class AgreementResolver {
  @Query(() => Agreement, {
    nullable: true,
    description: "One agreement by its number; null when there is none you are party to (按编号查协议)",
  })
  agreement(
    @Arg("number", () => String, { description: "Number of the agreement (协议编号)" }) number: string,
    @Ctx() { load }: StewardshipContext,
  ): Promise<Agreement | null> {
    return load.agreement.load(number);
  }

  @Query(() => AgreementConnection, {
    description:
      "Agreements your unit is party to, latest first; the data bureau's whole district (数据共享协议)",
  })
  agreements(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { agreements }: StewardshipContext,
  ): Promise<Page<Agreement>> {
    return agreements.search(args);
  }

  @Query(() => Boolean, {
    description:
      "Whether a unit may state an agreement it is party to, or an emergency access it took, as its basis on a day; for the gateway (协议是否有效)",
  })
  agreementInForce(
    @Arg("number", () => String, {
      description: "Number of the agreement, or of the emergency access (协议编号)",
    })
    number: string,
    @Arg("unit", () => String, { description: "Code of the unit that states it (单位代码)" }) unit: string,
    @Arg("on", () => GraphQLLocalDate, { description: "The day (日期)" }) on: Day,
    @Ctx() context: StewardshipContext,
  ): Promise<boolean> {
    requireGateway(context);
    return context.agreements.inForce(number, unit, on);
  }

  @Mutation(() => Agreement, {
    description: "The data bureau's steward puts an agreement of two bodies on record (登记数据共享协议)",
  })
  registerAgreement(
    @Arg("input", () => RegisterAgreementInput, { description: "The agreement (协议内容)" })
    input: RegisterAgreementInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: StewardshipContext,
  ): Promise<Agreement> {
    const actor = actorOf(context);
    return context.agreements.register({ ...input, idempotencyKey }, actor, registerAgreement(input, actor));
  }

  @Mutation(() => Agreement, {
    description:
      "Ends an agreement before its time: either party's data steward, principal officer or leader, or the data bureau's steward. It is no basis from that day on (终止数据共享协议)",
  })
  endAgreement(
    @Arg("number", () => String, { description: "Number of the agreement (协议编号)" }) number: string,
    @Arg("reason", () => String, { description: "Why, at most 2000 characters (终止理由)" }) reason: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: StewardshipContext,
  ): Promise<Agreement> {
    const actor = actorOf(context);
    return context.agreements.end({ number, reason, idempotencyKey }, actor, (agreement) =>
      endAgreement(agreement, reason, actor),
    );
  }
}
