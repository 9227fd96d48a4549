import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import type { DepartmentsContext } from "../departments.context.ts";
import { appointChiefResponder } from "../responder/appointment.lifecycle.ts";
import { AppointChiefResponderInput } from "../responder/appointment-input.ts";
import { Unit } from "../unit/unit.ts";
import { ChiefResponder } from "./chief-responder.ts";

@Resolver(() => ChiefResponder)
export class ChiefResponderResolver {
  @Mutation(() => ChiefResponder, {
    description:
      "The list keeper puts a department's new principal officer on record; the present one answers until that day (任命总应哨人, KF-12)",
  })
  appointChiefResponder(
    @Arg("input", () => AppointChiefResponderInput, { description: "Who, from when (任命内容)" })
    input: AppointChiefResponderInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: DepartmentsContext,
  ): Promise<ChiefResponder> {
    const actor = actorOf(context);
    return context.chiefResponders.appoint({ ...input, idempotencyKey }, actor, (unit) =>
      appointChiefResponder(input, unit, actor),
    );
  }

  @FieldResolver(() => Unit, { nullable: true, description: "The department (所属单位)" })
  unit(@Root() { unitCode }: ChiefResponder, @Ctx() { load }: DepartmentsContext): Promise<Unit | null> {
    return load.unit.load(unitCode);
  }
}

@Resolver(() => Unit)
export class UnitChiefResponderResolver {
  @FieldResolver(() => ChiefResponder, {
    nullable: true,
    description: "Today's principal officer; null where none is on record (总应哨人, KF-12)",
  })
  chiefResponder(
    @Root() { code }: Unit,
    @Ctx() { load }: DepartmentsContext,
  ): Promise<ChiefResponder | null> {
    return load.chiefResponder.load(code);
  }
}
