import { Field, ObjectType } from "type-graphql";
import { OfficialsOnly } from "../../officials-only.ts";

/** From which whistle one is raised, why, and what was done about it there (ZY-15). */
export interface Raising {
  readonly number: string;
  readonly reason: string;
  readonly tried: string;
}

@ObjectType({
  description: "A whistle's coming up from the level below, with what was tried there (升级, ZY-15)",
})
export class WhistleRaising {
  fromNumber: string;

  @Field(() => String, {
    nullable: true,
    description:
      "Why the level below could not solve it; null only where it was not asked for then (升级理由)",
  })
  @OfficialsOnly()
  reason: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What was tried below; null only where it was not asked for then (本级已采取的措施)",
  })
  @OfficialsOnly()
  tried: string | null;
}
