import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { reachOf } from "../../shared/reach.ts";
import { Granted, Public } from "../../shared/schema-directives.ts";
import { Business, businessOf } from "../business/business.ts";
import { Inspection } from "../inspection/inspection.ts";
import type { MarketSupervisionContext } from "../market-supervision.context.ts";
import { Grid, gridOf } from "../references.ts";
import { owner, reaches } from "../visibility.ts";
import { isPublished } from "./penalty.publication.ts";
import { Penalty } from "./penalty.ts";

@Resolver(() => Penalty)
export class PenaltyResolver {
  @Query(() => Penalty, {
    nullable: true,
    description:
      "One penalty by its number; null when there is none published or reached by you (按编号查处罚)",
  })
  @Public()
  penalty(
    @Arg("number", () => String, { description: "Number of the penalty (处罚编号)" }) number: string,
    @Ctx() { load }: MarketSupervisionContext,
  ): Promise<Penalty | null> {
    return load.penalty.load(number);
  }

  @FieldResolver(() => Boolean, { description: "Whether it is published today (是否公示)" })
  published(@Root() penalty: Penalty, @Ctx() { today }: MarketSupervisionContext): boolean {
    return isPublished(penalty, today);
  }

  /** The law publishes the decision, not who prepared it: to see the row as published is not to reach it. */
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Name of the officer who handled the case, which is not published; null when you do not reach the row. Personal data (办案人员)",
  })
  @Granted()
  @Personal(PersonalKind.NAME)
  caseOfficerName(@Root() penalty: Penalty, @Ctx() { principal }: MarketSupervisionContext): string | null {
    return reaches(reachOf(principal, owner, "Penalty"), penalty) ? penalty.caseOfficerName : null;
  }

  @FieldResolver(() => Business, { description: "The business it was decided against (当事人)" })
  business(@Root() { creditCode }: Penalty): Business {
    return businessOf(creditCode);
  }

  @FieldResolver(() => Grid, {
    nullable: true,
    description: "The grid the business lay in at the time; null when it lay in none (所在网格)",
  })
  grid(@Root() { gridCode }: Penalty): Grid | null {
    return gridCode ? gridOf(gridCode) : null;
  }

  @FieldResolver(() => Inspection, {
    nullable: true,
    description: "The inspection that led to it; null when none did, or you do not reach it (检查)",
  })
  inspection(
    @Root() { inspectionNumber }: Penalty,
    @Ctx() { load }: MarketSupervisionContext,
  ): Promise<Inspection | null> | null {
    return inspectionNumber ? load.inspection.load(inspectionNumber) : null;
  }
}
