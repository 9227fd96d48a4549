import { Field, InputType } from "type-graphql";
import { DivisionCode } from "../../shared/scalars.ts";
import { PowerKind } from "./power-kind.ts";

@InputType({ description: "Which items to list; every condition given must hold (权责事项筛选条件)" })
export class PowerItemFilter {
  @Field(() => DivisionCode, { nullable: true, description: "Items of this district's area code (区县)" })
  district?: string;

  @Field(() => PowerKind, { nullable: true, description: "Items of this kind (职权类型)" })
  kind?: PowerKind;

  @Field(() => String, { nullable: true, description: "Items whose legal body this unit is (法定主体)" })
  body?: string;

  @Field(() => String, { nullable: true, description: "Items this unit handles (承办机构)" })
  handlingUnit?: string;

  @Field(() => String, {
    nullable: true,
    description: "Items a dispatch catalogue has ever named for this matter (诉求事项代码, PG-5)",
  })
  matter?: string;

  @Field(() => String, { nullable: true, description: "Part of the name (名称的一部分)" })
  search?: string;
}
