import { Field, InputType } from "type-graphql";
import { DivisionCode, PowerItemCode } from "../../shared/scalars.ts";
import { GrantState } from "./power-grant.ts";

@InputType({ description: "Which power a sub-district can take on (承接意向, GZ-5)" })
export class StateIntentInput {
  @Field(() => PowerItemCode, { description: "The department's item (职权编码)" })
  item: string;

  @Field(() => DivisionCode, { description: "The sub-district, your own (街道代码)" })
  receivingUnit: string;

  @Field(() => String, { description: "Entry of the provincial guiding catalogue (省级指导目录条目)" })
  guidingCatalogue: string;

  @Field(() => String, { description: "Why it can take the power on (承接理由)" })
  intent: string;
}

@InputType({ description: "Which grants; every condition given must hold (赋权筛选条件)" })
export class PowerGrantFilter {
  @Field(() => GrantState, { nullable: true, description: "In this state (状态)" })
  state?: GrantState;

  @Field(() => String, { nullable: true, description: "From this department (赋权部门)" })
  grantingUnit?: string;

  @Field(() => String, { nullable: true, description: "To this sub-district (承接街道)" })
  receivingUnit?: string;

  @Field(() => PowerItemCode, { nullable: true, description: "Of this item (事项)" })
  item?: string;
}
