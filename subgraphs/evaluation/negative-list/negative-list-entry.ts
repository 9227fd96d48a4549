import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";

/** The four offences of the negative list (KF-17). */
export enum Offence {
  FAILURE_TO_WHISTLE = "FAILURE_TO_WHISTLE",
  MISUSE = "MISUSE",
  FAILURE_TO_REPORT = "FAILURE_TO_REPORT",
  INACTION = "INACTION",
}
registerEnumType(Offence, {
  name: "Offence",
  description: "The offences of the negative list (负面清单情形, KF-17)",
  valuesConfig: {
    FAILURE_TO_WHISTLE: {
      description: "A sub-district or community did not whistle when it should have (有哨不吹)",
    },
    MISUSE: { description: "A whistle without cause (乱吹哨)" },
    FAILURE_TO_REPORT: { description: "A called unit did not report for duty (不报到)" },
    INACTION: {
      description: "A called unit reported but did nothing, or passed the buck (报到不作为、互相推诿)",
    },
  },
});

/** Where an entry stands; `negative-list.lifecycle.ts` says which move leads from which to which. */
export enum NegativeListState {
  PROPOSED = "PROPOSED",
  STATED = "STATED",
  UPHELD = "UPHELD",
  DISMISSED = "DISMISSED",
}
registerEnumType(NegativeListState, {
  name: "NegativeListState",
  description: "Where a negative-list entry stands (负面清单条目状态, KF-17)",
  valuesConfig: {
    PROPOSED: { description: "Proposed; the respondent may state its case (已提出)" },
    STATED: { description: "The respondent has stated its case (已陈述)" },
    UPHELD: { description: "A person decided that it stands (认定成立)" },
    DISMISSED: { description: "A person decided that it does not stand (不予认定)" },
  },
});

/** An offence on the negative list, from its proposal to a person's decision (负面清单). */
@Entity()
@ObjectType({
  description:
    "An offence on the negative list: proposed on evidence, answered by the respondent, decided by a person (负面清单条目, KF-17)",
})
export class NegativeListEntry {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, { description: "Entry number, e.g. 430105-N-20191010-0001 (条目编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Field(() => NegativeListState, { description: "Where it stands (状态)" })
  @Column({ type: "text" })
  state: NegativeListState;

  @Field(() => Offence, { description: "The offence (情形)" })
  @Column({ type: "text" })
  offence: Offence;

  @Column({ type: "text" })
  respondentUnitCode: string;

  @Column({ type: "text" })
  divisionCode: string;

  @Column({ type: "text", nullable: true })
  whistleNumber: string | null;

  @Column({ type: "text", nullable: true })
  ticketNumber: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The clock that ran out, e.g. MEASURES; null when none is the evidence (超时环节)",
  })
  @Column({ type: "text", nullable: true })
  clock: string | null;

  @Field(() => Date, {
    nullable: true,
    description: "When that clock ran out; null when none did (时限届满时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  dueAt: Date | null;

  @Field(() => String, { description: "What is held against the respondent (事由)" })
  @Column({ type: "text" })
  grounds: string;

  @Field(() => Date, { description: "When it was proposed (提出时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  proposedAt: Date;

  @Field(() => String, {
    description: "The post that proposed it; SERVICE: the system, from a clock or a ruling (提出岗位)",
  })
  @Column({ type: "text" })
  proposerPost: string;

  /** Null when the system proposed it: no unit accuses. */
  @Column({ type: "text", nullable: true })
  proposerUnitCode: string | null;

  @Field(() => Int, { description: "Working days the respondent has for its statement (陈述期限，工作日)" })
  @Column({ type: "int" })
  statementWorkingDays: number;

  @Field(() => String, { nullable: true, description: "The respondent's statement; null if none (陈述申辩)" })
  @Column({ type: "text", nullable: true })
  statement: string | null;

  @Field(() => Date, { nullable: true, description: "When it was stated; null if it was not (陈述时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  statedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it was decided so; null until decided (认定理由)",
  })
  @Column({ type: "text", nullable: true })
  decisionGrounds: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What follows for the respondent; null unless upheld (处理结果)",
  })
  @Column({ type: "text", nullable: true })
  consequence: string | null;

  @Field(() => Date, { nullable: true, description: "When it was decided; null until then (认定时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  decidedAt: Date | null;

  @Field(() => Int, { description: "The year for which it counts (考核年度)" })
  @Column({ type: "int" })
  year: number;

  @Column({ type: "int" })
  version: number;
}

export const NegativeListEntryConnection = connectionOf(NegativeListEntry, { counted: true });
