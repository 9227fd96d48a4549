import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { Page } from "../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import type { CivilAffairsContext } from "../civil-affairs.context.ts";
import { Grid, gridAt, Resident, residentOf } from "../references.ts";
import { requireServed } from "../visibility.ts";
import { recordElderly } from "./elderly-living-alone.lifecycle.ts";
import { ElderlyLivingAlone, ElderlyLivingAloneConnection } from "./elderly-living-alone.ts";
import { ElderlyListArgs, ElderlyLivingAloneInput } from "./elderly-living-alone-input.ts";

@Resolver(() => ElderlyLivingAlone)
export class ElderlyLivingAloneResolver {
  @Mutation(() => ElderlyLivingAlone, {
    description:
      "The department's staff put on record who lives alone, or look again; what was known before gives way (登记独居老人)",
  })
  recordElderlyLivingAlone(
    @Arg("input", () => ElderlyLivingAloneInput, { description: "What was found (登记内容)" })
    input: ElderlyLivingAloneInput,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: CivilAffairsContext,
  ): Promise<ElderlyLivingAlone> {
    const actor = actorOf(context);
    return context.elderly.record({ ...input, idempotencyKey }, actor, (earlier) =>
      recordElderly(input, earlier, actor),
    );
  }

  @FieldResolver(() => Resident, {
    nullable: true,
    description: "Who it is; null only when the grid centre cannot tell (居民)",
  })
  resident(@Root() { residentId }: ElderlyLivingAlone): Resident {
    return residentOf(residentId);
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The grid the person lives in; null is a gap in coverage (所属网格, ZY-3)",
  })
  grid(@Root() { placeCode }: ElderlyLivingAlone): Grid | null {
    return gridAt(placeCode);
  }
}

@Resolver(() => Resident)
export class ResidentElderlyLivingAloneResolver {
  @FieldResolver(() => ElderlyLivingAlone, {
    nullable: true,
    description:
      "What is known of this person as somebody old who lives alone; null when nothing valid is that you may see (独居老人登记)",
  })
  elderlyLivingAlone(
    @Root() { id }: Resident,
    @Ctx() { load }: CivilAffairsContext,
  ): Promise<ElderlyLivingAlone | null> {
    return load.elderlyOfResident.load(id);
  }
}

@Resolver(() => Grid)
export class GridElderlyLivingAloneResolver {
  @FieldResolver(() => ElderlyLivingAloneConnection, {
    nullable: true,
    description:
      "The elderly of the grid who live alone and whom you may see, for visits (本网格独居老人, ZY-6, ZY-9)",
  })
  elderlyLivingAlone(
    @Root() { code }: Grid,
    @Args(() => ElderlyListArgs) args: ElderlyListArgs,
    @Ctx() { load, principal }: CivilAffairsContext,
  ): Promise<Page<ElderlyLivingAlone>> {
    requireServed(principal, "ElderlyLivingAlone", { grid: code, coordinate: "Grid.elderlyLivingAlone" });
    return load.elderlyOfGrid(code, args);
  }
}
