import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from "type-graphql";
import { sealed } from "../../shared/asking.ts";
import { refuse } from "../../shared/errors.ts";
import { idempotencyKeyDescription } from "../../shared/idempotency.ts";
import { actorOf } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import type { EvaluationContext } from "../evaluation.context.ts";
import { GridMember } from "../references.ts";
import { mayReadFigures } from "../visibility.ts";
import { rateMember, requireResident } from "./member-rating.lifecycle.ts";
import { MemberRating } from "./member-rating.ts";
import { serviceOf } from "./member-service.ts";
import { MemberYear } from "./member-year.ts";

@Resolver(() => GridMember)
export class MemberRatingResolver {
  @Mutation(() => MemberRating, {
    description:
      "A resident grades a grid member serving in the own community, once a month (居民评分, ZY-10). Refuses RATED_THIS_MONTH.",
  })
  async rateGridMember(
    @Arg("member", () => ID, { description: "Member id (网格员编号)" }) member: string,
    @Arg("score", () => Int, { description: "Grade, 0 to 100 (评分)" }) score: number,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: EvaluationContext,
  ): Promise<MemberRating> {
    const actor = actorOf(context);
    requireResident(member, actor);
    const service = await sealed(serviceOf(context.graph, member));
    return context.memberRatings.rate({ member, score, idempotencyKey }, actor, () =>
      rateMember(member, service(), score, actor),
    );
  }

  @FieldResolver(() => MemberYear, {
    nullable: true,
    description:
      "What residents gave in a year, by month and in total; null and WITHHELD for all but officials of the district (年度评分, ZY-10)",
  })
  ratedYear(
    @Root() { id }: GridMember,
    @Arg("year", () => Int, { description: "The calendar year (年度)" }) year: number,
    @Ctx() { principal, load }: EvaluationContext,
  ): Promise<MemberYear> {
    if (mayReadFigures(principal, districtOf(id))) return load.memberYear(id, { year });
    throw refuse("WITHHELD", {
      coordinate: "GridMember.ratedYear",
      needed: "an official post in the district",
      neededZh: "本区的公务岗位",
    });
  }
}
