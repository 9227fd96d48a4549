import { Field, InputType } from "type-graphql";

@InputType({ description: "Who is on duty (值班人员)" })
export class OnDutyInput {
  @Field(() => String, { description: "The person's identifier, as in their token (人员标识)" })
  personId: string;

  @Field(() => String, { description: "Name (姓名)" })
  name: string;

  @Field(() => String, { description: "Post, e.g. 值班长 (职务)" })
  post: string;

  @Field(() => String, { description: "Mobile telephone on duty, 11 digits (值班手机)" })
  phone: string;
}

@InputType({ description: "A shift to be put on the roster (排班, ZY-12)" })
export class PlanShiftInput extends OnDutyInput {
  @Field(() => String, { description: "Code of the unit (单位代码)" })
  unit: string;

  @Field(() => String, { description: "What is done on it, e.g. 热线接听 (岗位职责)" })
  job: string;

  @Field(() => Date, { description: "From when, now or later (起)" })
  beginsAt: Date;

  @Field(() => Date, { description: "Until when, not included; 24 hours at most (止)" })
  endsAt: Date;
}
