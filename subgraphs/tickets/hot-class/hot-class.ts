import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import { Key } from "../../shared/schema-directives.ts";

export enum HotClassState {
  OPEN = "OPEN",
  DISMISSED = "DISMISSED",
  MERGED = "MERGED",
}
registerEnumType(HotClassState, {
  name: "HotClassState",
  description: "State of a hot class (热点状态)",
  valuesConfig: {
    OPEN: { description: "Demands like it are put into it (关注中)" },
    DISMISSED: {
      description: "Somebody found that it is none; demands like it go into it unseen (已排除)",
    },
    MERGED: { description: "It went on in another (已合并)" },
  },
});

@Entity()
@ObjectType({
  description:
    "Demands that are alike in matter, words and place within a window (诉求热点): what a class problem may come of (ZY-21)",
})
@Key("number")
export class HotClass {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Number, e.g. 110117-T-20210928-0001 (编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Field(() => HotClassState, { description: "Whether it is watched (状态)" })
  @Column({ type: "text" })
  state: HotClassState;

  @Column({ type: "text", nullable: true })
  matterCode: string | null;

  @Column({ type: "text" })
  divisionCode: string;

  @Column({ type: "text", nullable: true })
  estateCode: string | null;

  @Column({ type: "text", nullable: true })
  gridCode: string | null;

  @Field(() => Int, {
    description:
      "Its strength: how many different demanders at least asked in its last window; one person's repeats count once (诉求人数)",
  })
  @Column({ type: "int" })
  demanders: number;

  @Field(() => Int, { description: "How many tickets it is made of (工单数)" })
  @Column({ type: "int" })
  ticketCount: number;

  @Field(() => Date, { description: "When the first of its demands was taken in (最早受理)" })
  @Column({ type: "timestamptz", precision: 3 })
  firstAt: Date;

  @Field(() => Date, { description: "When the last of its demands was taken in (最近受理)" })
  @Column({ type: "timestamptz", precision: 3 })
  lastAt: Date;

  @Field(() => [String], {
    description:
      "Why they belong together: what at least half of them speak of, in our vocabulary's words (共同用语)",
  })
  @Column({ type: "text", array: true })
  words: string[];

  @Field(() => [String], { description: "Places that several of them name, as they name them (提及地点)" })
  @Column({ type: "text", array: true })
  placeNames: string[];

  @Field(() => Int, { description: "The window by the district's rule, in hours (时间窗)" })
  @Column({ type: "int" })
  withinHours: number;

  @Column({ type: "text", nullable: true })
  classProblemNumber: string | null;

  @Column({ type: "text", nullable: true })
  mergedIntoNumber: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it was last merged, split or dismissed; null where nobody decided on it (处置理由)",
  })
  @Column({ type: "text", nullable: true })
  decisionReason: string | null;

  @Column({ type: "text", nullable: true })
  decidedByUnitCode: string | null;

  @Field(() => Date, { nullable: true, description: "When that was; null likewise (处置时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  decidedAt: Date | null;

  @Column({ type: "int" })
  version: number;
}

export const HotClassConnection = connectionOf(HotClass);
