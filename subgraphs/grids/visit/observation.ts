import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { Confided } from "../../shared/personal.ts";
import { RequiresScopes } from "../../shared/schema-directives.ts";

/** The four situations (四种情况, ZY-6). The list is closed on purpose: nothing else may be noted about people. */
export enum ObservedSituation {
  ILL_IN_BED = "ILL_IN_BED",
  SUDDEN_EVENT = "SUDDEN_EVENT",
  DISCONTENT = "DISCONTENT",
  DISPUTE = "DISPUTE",
}
registerEnumType(ObservedSituation, {
  name: "ObservedSituation",
  description: "The four situations to watch on visits (四种情况, ZY-6)",
  valuesConfig: {
    ILL_IN_BED: { description: "Someone is ill in bed (生病卧床)" },
    SUDDEN_EVENT: { description: "Something sudden happened (突发事件)" },
    DISCONTENT: { description: "Discontent to be heard (不满情绪)" },
    DISPUTE: { description: "A dispute to be mediated (矛盾纠纷)" },
  },
});

@Entity()
@ObjectType({
  description:
    "A situation noted on a visit so that help comes (走访情况, ZY-6). Never a score of a person; gone from every answer after its last day.",
})
@RequiresScopes(["observation:read"])
export class Observation {
  /** First column of every unique key, so that the table can be distributed by district. */
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => ID, { description: "Observation id (编号)" })
  @PrimaryColumn({ type: "text" })
  id: string;

  @Column({ type: "text" })
  visitId: string;

  @Field(() => ObservedSituation, { description: "Which of the four (情况)" })
  @Confided()
  @Column({ type: "text" })
  situation: ObservedSituation;

  @Field(() => String, { description: "What it may be used for (用途)" })
  @Column({ type: "text" })
  purpose: string;

  @Field(() => String, { nullable: true, description: "What was seen; null when nothing was added (说明)" })
  @Confided()
  @Column({ type: "text", nullable: true })
  note: string | null;

  @Field(() => GraphQLLocalDate, { description: "Last day on which it is shown to anybody (有效期至)" })
  @Column({ type: "date" })
  expiresOn: Day;
}
