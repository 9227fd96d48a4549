import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

export enum PauseGround {
  DEMANDER = "DEMANDER",
  AUTHORITY = "AUTHORITY",
  CONDITIONS = "CONDITIONS",
}
registerEnumType(PauseGround, {
  name: "WhistlePauseGround",
  description: "What the units wait for, that is not theirs to bring about (暂停事由)",
  valuesConfig: {
    DEMANDER: { description: "The demander: material, consent or a time to call (等待诉求人)" },
    AUTHORITY: { description: "Another authority's decision (等待其他机关)" },
    CONDITIONS: { description: "Weather, safety or supply (等待施工或现场条件)" },
  },
});

/** While a whistle is paused its clocks stand still. */
@Entity()
@ObjectType({ description: "A time in which a whistle's clocks stand still (时限暂停)" })
export class WhistlePause {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  whistleNumber: string;

  @Field(() => Int, { description: "Which one of this whistle, from 1 (第几次暂停)" })
  @PrimaryColumn({ type: "int" })
  turn: number;

  @Field(() => PauseGround, { description: "What is waited for (暂停事由)" })
  @Column({ type: "text" })
  ground: PauseGround;

  @Field(() => String, { description: "Why (暂停理由)" })
  @Column({ type: "text" })
  reason: string;

  @Field(() => Date, { description: "Since when (暂停时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  pausedAt: Date;

  @Column({ type: "text" })
  pausedByUnitCode: string;

  @Column({ type: "text" })
  pausedById: string;

  @Field(() => Date, {
    nullable: true,
    description: "When the clocks ran on; null while they stand still (恢复时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  resumedAt: Date | null;

  @Column({ type: "text", nullable: true })
  resumedByUnitCode: string | null;

  @Column({ type: "text", nullable: true })
  resumedById: string | null;
}
