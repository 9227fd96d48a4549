import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { idempotencyKeyDescription } from "../../../shared/idempotency.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { changeWhistle } from "../change-whistle.ts";
import { FormTaskForceInput } from "../whistle.input.ts";
import { Whistle } from "../whistle.ts";
import { formTaskForce } from "./task-force.lifecycle.ts";

@Resolver(() => Whistle)
export class TaskForceResolver {
  @Mutation(() => Whistle, { description: "The blower or the lead forms the task force (成立专班, PG-11)" })
  formTaskForce(
    @Arg("input", () => FormTaskForceInput, { description: "The task force (专班)" })
    input: FormTaskForceInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Whistle> {
    return changeWhistle(context, "formTaskForce", { ...input, idempotencyKey }, (dossier, actor) =>
      formTaskForce(dossier, input, actor),
    );
  }
}
