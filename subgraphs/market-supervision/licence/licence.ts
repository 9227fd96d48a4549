import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ObjectType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { Public } from "../../shared/schema-directives.ts";
import type { RegisteredLicence } from "../register/business-register.ts";
import { LicenceKind, LicenceState } from "./licence-kind.ts";

@ObjectType({
  description:
    "A licence that the department gave to a business (行政许可), from the register; published by law (企业信息公示暂行条例 第七条)",
})
@Public()
export class Licence implements RegisteredLicence {
  creditCode: string;

  @Field(() => String, { description: "Number of the licence (许可证编号)" })
  number: string;

  @Field(() => LicenceKind, {
    nullable: true,
    description: "What it permits; null when the register does not say it in a way we know (许可类型)",
  })
  kind: LicenceKind | null;

  @Field(() => String, {
    nullable: true,
    description: "What exactly it covers; null when the register has nothing (许可范围)",
  })
  scope: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "First day of its validity; null when the register has none (发证日期)",
  })
  issuedOn: Day | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "Last day of its validity, included; null when it has no end, or the register has none we can read (有效期至)",
  })
  validUntil: Day | null;

  @Field(() => LicenceState, {
    nullable: true,
    description:
      "Whether it still stands; null when the register does not say it in a way we know (许可状态)",
  })
  state: LicenceState | null;

  validityUnknown: boolean;
}
