import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Key } from "../../shared/schema-directives.ts";

/** What must be on record before a duty may be handed down, all three together (GZ-9). */
export enum HandDownFact {
  APPROVAL = "APPROVAL",
  FUNDS = "FUNDS",
  WORKING_CONDITIONS = "WORKING_CONDITIONS",
}
registerEnumType(HandDownFact, {
  name: "HandDownFact",
  description: "What must be on record before a duty is handed down (下沉要件, GZ-9)",
  valuesConfig: {
    APPROVAL: { description: "District committee and government approved it (区委区政府批准)" },
    FUNDS: { description: "The sub-district confirms that funds came with it (经费保障)" },
    WORKING_CONDITIONS: { description: "The sub-district confirms the working conditions (工作条件)" },
  },
});

@Entity()
@ObjectType({
  description:
    "The record of a duty handed down to a sub-district (下沉职责审核, GZ-9). Without approval, funds and working conditions together it binds nobody",
})
@Key("number")
export class HandDown {
  @Field(() => String, { description: "Number, e.g. 620702-H-20210110-0001 (下沉审核编号)" })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Column({ type: "text", insert: false, update: false })
  districtCode: string;

  @Column({ type: "text" })
  itemCode: string;

  @Column({ type: "text" })
  handingUnitCode: string;

  @Column({ type: "text" })
  receivingUnitCode: string;

  @Field(() => String, { description: "The department's reason; 属地管理 alone is none (下沉理由)" })
  @Column({ type: "text" })
  reason: string;

  @Field(() => Date, { description: "When the department proposed it (提出时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  proposedAt: Date;

  @Column({ type: "text", nullable: true })
  approval: string | null;

  @Column({ type: "text", nullable: true })
  approvedBy: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  approvedAt: Date | null;

  @Column({ type: "text", nullable: true })
  funds: string | null;

  @Column({ type: "text", nullable: true })
  fundsConfirmedBy: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  fundsConfirmedAt: Date | null;

  @Column({ type: "text", nullable: true })
  conditions: string | null;

  @Column({ type: "text", nullable: true })
  conditionsConfirmedBy: string | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  conditionsConfirmedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "The list it was entered in; null until then (清单标识, GZ-11)",
  })
  @Column({ type: "text", nullable: true })
  listId: string | null;

  @Field(() => Int, { nullable: true, description: "The batch it was entered in; null until then (批次号)" })
  @Column({ type: "int", nullable: true })
  batchNumber: number | null;

  @Column({ type: "int" })
  version: number;
}

@ObjectType({
  description: "One of the three facts of a hand-down, with who put it on record and when (下沉要件)",
})
export class RecordedFact {
  @Field(() => HandDownFact, { description: "Which fact (要件)" })
  fact: HandDownFact;

  @Field(() => String, { description: "Document, amount or means (依据、金额或条件)" })
  evidence: string;

  @Field(() => Date, { description: "When it was put on record (记录时间)" })
  at: Date;

  byUnitCode: string;
}

/** The facts on record, in the order of the rule. */
export function recordedFacts(handDown: HandDown): RecordedFact[] {
  const facts = [
    [HandDownFact.APPROVAL, handDown.approval, handDown.approvedBy, handDown.approvedAt],
    [HandDownFact.FUNDS, handDown.funds, handDown.fundsConfirmedBy, handDown.fundsConfirmedAt],
    [
      HandDownFact.WORKING_CONDITIONS,
      handDown.conditions,
      handDown.conditionsConfirmedBy,
      handDown.conditionsConfirmedAt,
    ],
  ] as const;
  return facts.flatMap(([fact, evidence, byUnitCode, at]) =>
    evidence && byUnitCode && at ? Object.assign(new RecordedFact(), { fact, evidence, byUnitCode, at }) : [],
  );
}
