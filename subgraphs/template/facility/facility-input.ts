import { Field, ID, InputType } from "type-graphql";
import { GridCode } from "../../shared/scalars.ts";

@InputType({ description: "Facility as it is put on record (登记示例设施)" })
export class RegisterFacilityInput {
  @Field(() => String, { description: "Number, e.g. 430105-FACILITY-0001 (编号)" })
  number: string;

  @Field(() => String, { description: "What it is called, 1 to 200 characters (名称)" })
  name: string;

  @Field(() => GridCode, { description: "The grid it is in (所在网格)" })
  grid: string;

  @Field(() => String, { description: "Who is asked about it, 1 to 200 characters (联系人姓名)" })
  contactName: string;

  @Field(() => ID, {
    nullable: true,
    description: "Who the contact is when signed in, where that was checked (联系人登录身份)",
  })
  contactPersonId?: string | null;
}
