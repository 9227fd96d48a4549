import { Field, Int, ObjectType } from "type-graphql";

/** Below this many, a count tells of persons. */
export const smallestTold = 3;

@ObjectType({
  description:
    "How many people, told so that nobody is singled out: a count of one or two is only said to be fewer than three (人数，小于 3 时不显示具体数)",
})
export class CountOfPeople {
  @Field(() => Int, { nullable: true, description: "The count; null when it is one or two (人数)" })
  exact: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "3 when the count is one or two; null when it is told exactly (少于)",
  })
  fewerThan: number | null;
}

/** Nought is told: where there is nobody, nobody is singled out. */
export function countOfPeople(count: number): CountOfPeople {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} is no count of people`);
  const isSmall = count > 0 && count < smallestTold;
  return Object.assign(new CountOfPeople(), {
    exact: isSmall ? null : count,
    fewerThan: isSmall ? smallestTold : null,
  });
}
