import { GraphQLLocalDate } from "graphql-scalars";
import { ArgsType, Field, ID, InputType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { PageArgs } from "../../shared/connection.ts";
import { GridCode } from "../../shared/scalars.ts";
import { RecordSource } from "../record-source.ts";
import { AgeGroup, ContactRelation, LivingSituation } from "./elderly-living-alone.ts";

@InputType({ description: "Whom to call in an emergency (紧急联系人)" })
export class EmergencyContactInput {
  @Field(() => String, { description: "Name (姓名)" })
  name: string;

  @Field(() => String, { description: "Mobile number (手机号码)" })
  phone: string;

  @Field(() => ContactRelation, { description: "Who that is (与本人关系)" })
  relation: ContactRelation;
}

@InputType({ description: "What was found of somebody old who lives alone (独居老人登记内容)" })
export class ElderlyLivingAloneInput {
  @Field(() => ID, { description: "Who it is: Resident.id (居民编号)" })
  resident: string;

  @Field(() => ID, {
    nullable: true,
    description:
      "Who the person is when signed in, where that was checked; stays as it was where absent (登录身份)",
  })
  person?: string;

  @Field(() => GridCode, { description: "The grid the person lives in (所属网格)" })
  grid: string;

  @Field(() => String, { description: "Name (姓名)" })
  name: string;

  @Field(() => String, { description: "Address to the door (住址)" })
  address: string;

  @Field(() => AgeGroup, { description: "Age group (年龄段)" })
  ageGroup: AgeGroup;

  @Field(() => LivingSituation, { description: "Whether children are near (居住状况)" })
  livingSituation: LivingSituation;

  @Field(() => Boolean, { description: "Whether the person uses a smartphone (是否使用智能手机)" })
  usesSmartphone: boolean;

  @Field(() => EmergencyContactInput, {
    nullable: true,
    description: "Whom to call; absent when there is nobody (紧急联系人)",
  })
  contact?: EmergencyContactInput;

  @Field(() => RecordSource, { description: "How it became known (数据来源)" })
  source: RecordSource;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      "Last day it is taken to be so: a year from today at most, and where absent; today ends it (有效期至)",
  })
  validUntil?: Day;
}

@ArgsType()
export class ElderlyListArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Only those who use a smartphone, or only those who do not; all where absent (是否使用智能手机)",
  })
  usesSmartphone?: boolean;

  @Field(() => [AgeGroup], {
    nullable: true,
    description: "Only of these age groups; all where absent (年龄段)",
  })
  ageGroups?: AgeGroup[];
}
