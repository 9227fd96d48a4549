import { Field, InputType } from "type-graphql";
import { DivisionCode, PowerItemCode } from "../../shared/scalars.ts";

@InputType({ description: "Which duty a department wants to hand down (下沉事项, GZ-9)" })
export class ProposeHandDownInput {
  @Field(() => PowerItemCode, { description: "The department's item (职权编码)" })
  item: string;

  @Field(() => DivisionCode, { description: "The sub-district to carry it out (承接街道)" })
  receivingUnit: string;

  @Field(() => String, { description: "Why; 属地管理 alone will not do (下沉理由)" })
  reason: string;
}

@InputType({ description: "Which hand-downs; every condition given must hold (下沉审核筛选条件)" })
export class HandDownFilter {
  @Field(() => String, { nullable: true, description: "From this department (下沉部门)" })
  handingUnit?: string;

  @Field(() => String, { nullable: true, description: "To this sub-district (承接街道)" })
  receivingUnit?: string;

  @Field(() => Boolean, { nullable: true, description: "With all three facts, or without (要件是否齐全)" })
  complete?: boolean;
}
