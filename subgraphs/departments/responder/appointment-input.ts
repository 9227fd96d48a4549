import { GraphQLLocalDate } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { DivisionCode } from "../../shared/scalars.ts";

@InputType({ description: "Who becomes a department's responder for a community (任命应哨人, KF-11)" })
export class AppointResponderInput {
  @Field(() => String, { description: "Code of the department or station (单位代码)" })
  unit: string;

  @Field(() => DivisionCode, { description: "Code of the community or village (社区代码)" })
  community: string;

  @Field(() => String, { description: "The person's identifier, as in their token (人员标识)" })
  personId: string;

  @Field(() => String, { description: "Name (姓名)" })
  name: string;

  @Field(() => String, { description: "Post (职务)" })
  post: string;

  @Field(() => String, { description: "Mobile telephone at work, 11 digits (工作手机)" })
  phone: string;

  @Field(() => GraphQLLocalDate, { description: "First day, today or later (任职起始日)" })
  from: Day;
}

@InputType({ description: "Who becomes a department's chief responder (任命总应哨人, KF-12)" })
export class AppointChiefResponderInput {
  @Field(() => String, { description: "Code of the department (单位代码)" })
  unit: string;

  @Field(() => String, { description: "The person's identifier, as in their token (人员标识)" })
  personId: string;

  @Field(() => String, { description: "Name (姓名)" })
  name: string;

  @Field(() => String, { description: "Post, e.g. 局长 (职务)" })
  post: string;

  @Field(() => String, { description: "Mobile telephone at work, 11 digits (工作手机)" })
  phone: string;

  @Field(() => GraphQLLocalDate, {
    description: "First day, today or later; the present chief answers until then (任职起始日)",
  })
  from: Day;
}
