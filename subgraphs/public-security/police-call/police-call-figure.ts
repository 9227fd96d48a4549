import { Field, Int, ObjectType } from "type-graphql";
import { Granted } from "../../shared/schema-directives.ts";
import { PoliceCallKind } from "./police-call.ts";

/** A smaller number than this might tell whose call it was: it is not given out, to the police either. */
export const smallestShown = 3;

@ObjectType({
  description: `Police calls of one kind in one month. Fewer than ${smallestShown} are told as such and no more (警情统计)`,
})
@Granted()
export class PoliceCallFigure {
  @Field(() => String, { description: "The month by Beijing time, yyyy-MM (月份)" })
  month: string;

  @Field(() => PoliceCallKind, {
    nullable: true,
    description: "What for; null: calls of which the archive does not say (警情类别)",
  })
  kind: PoliceCallKind | null;

  @Field(() => Int, {
    nullable: true,
    description: `How many; null: at least 1 and fewer than ${smallestShown}. What is not listed is 0 (件数)`,
  })
  calls: number | null;

  @Field(() => Boolean, {
    description: `Fewer than ${smallestShown}, and not told how many (是否不足 ${smallestShown} 件)`,
  })
  get fewerThan3(): boolean {
    return this.calls === null;
  }
}

/** A year of one grid: at most every kind and the unsaid in each of twelve months. */
export const mostFigures = 12 * (Object.keys(PoliceCallKind).length + 1);
