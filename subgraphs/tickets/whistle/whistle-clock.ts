import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { WorkingHours } from "../../shared/calendar.ts";

/** The steps of a whistle that run against a clock. */
export enum ClockStep {
  SIGN = "SIGN",
  ARRIVE = "ARRIVE",
  MEASURES = "MEASURES",
  RESOLVE = "RESOLVE",
  CHECKPOINT = "CHECKPOINT",
}
registerEnumType(ClockStep, {
  name: "WhistleClockStep",
  description: "What must be done before the clock runs out (时限环节)",
  valuesConfig: {
    SIGN: { description: "Sign for the whistle (签收)" },
    ARRIVE: { description: "Report on the scene (报到)" },
    MEASURES: { description: "Issue measures (提出解决措施, KF-10)" },
    RESOLVE: { description: "Report it resolved (办结)" },
    CHECKPOINT: { description: "Record where the work stands, at 1-3-5-7 (一三五七节点, PG-12)" },
  },
});

/** Who has to do the step for the clock to stop. */
export enum ClockBearer {
  EACH = "EACH",
  LEAD = "LEAD",
}
registerEnumType(ClockBearer, {
  name: "WhistleClockBearer",
  description: "Who must do the step (责任方)",
  valuesConfig: {
    EACH: { description: "Every called unit (各应哨单位)" },
    LEAD: {
      description:
        "The lead, for all: measures are drawn up jointly (牵头单位会同各方). When it fails, every unit that did nothing is late",
    },
  },
});

/**
 * One clock of one whistle. When it ends was computed when it began, by the profile version the whistle was blown
 * under, and is kept: a later profile or calendar changes no running whistle; a pause and a granted extension do. Whether
 * it is overdue is computed.
 */
@Entity()
@ObjectType({ description: "A clock running on a whistle (时限)" })
export class WhistleClock {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @PrimaryColumn({ type: "text" })
  whistleNumber: string;

  @Field(() => ClockStep, { description: "What it measures (环节)" })
  @PrimaryColumn({ type: "text" })
  step: ClockStep;

  @Field(() => Int, { description: "Which checkpoint, from 1; 0 for every other step (节点序号)" })
  @PrimaryColumn({ type: "int" })
  ordinal: number;

  @Field(() => ClockBearer, { description: "Who must do the step (责任方)" })
  @Column({ type: "text" })
  bearer: ClockBearer;

  @Field(() => Date, { description: "From when it runs (起算时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  startedAt: Date;

  @Field(() => Date, {
    description:
      "When it has run out: overdue from this instant on. A limit in days ends at 24:00 of its last day, Asia/Shanghai (届满时间)",
  })
  @Column({ type: "timestamptz", precision: 3 })
  dueAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: "When the step was done; null while it is not (完成时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  metAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description:
      "When it was stopped without the step being done: withdrawn, ruled misuse or raised; null otherwise (中止时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  stoppedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "Since when it stands still; null while it runs (暂停时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  pausedAt: Date | null;

  /** The office hours it is counted by, where they are not the profile's. */
  @Column({ type: "jsonb", nullable: true })
  workingHours: WorkingHours | null;

  @Field(() => Date, {
    nullable: true,
    description: "When its running out was escalated, once and for all; null while it was not (升级时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  escalatedAt: Date | null;

  @Column({ type: "text", array: true })
  escalatedTo: string[];

  @Field(() => String, {
    nullable: true,
    description: "What the checkpoint found; null for other steps and until it is recorded (节点情况)",
  })
  @Column({ type: "text", nullable: true })
  note: string | null;
}
