import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../../shared/connection.ts";
import { CreditCode } from "../../shared/scalars.ts";
import { Key, Public } from "../../shared/schema-directives.ts";

/**
 * Known here by its code alone: everything else is read from the register when it is asked for, so that what this
 * department and others hold about a business can be told while the register cannot.
 */
@ObjectType({
  description:
    "A market entity: company, shop or stall (市场主体). Its registration is published by law (企业信息公示暂行条例) and read from the department's register",
})
@Key("creditCode")
@Public()
export class Business {
  @Field(() => CreditCode, { description: "Unified social credit code (统一社会信用代码)" })
  creditCode: string;
}

export const businessOf = (creditCode: string): Business => Object.assign(new Business(), { creditCode });

export const BusinessConnection = connectionOf(Business, { public: true });
