import { Field, InputType } from "type-graphql";
import { PowerItemCode } from "../../shared/scalars.ts";

@InputType({ description: "What one unit is to do of a ticket (分解任务)" })
export class TicketTaskInput {
  @Field(() => String, { description: "Unit it goes to (承办单位)" })
  unit: string;

  @Field(() => String, { description: "Matter of this task (事项)" })
  matter: string;

  @Field(() => PowerItemCode, {
    nullable: true,
    description: "The unit's power or duty item; absent: as the catalogue has it, or by contract (职权编码)",
  })
  item?: string;

  @Field(() => String, { description: "What is to be done, at most 2000 characters (任务内容)" })
  task: string;
}
