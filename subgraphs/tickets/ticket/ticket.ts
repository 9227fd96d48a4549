import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { connectionOf } from "../../shared/connection.ts";
import { Key } from "../../shared/schema-directives.ts";
import { DemandKind } from "../demand/demand-kind.ts";
import { Urgency } from "../demand/urgency.ts";
import { LimitName } from "../limit/limit-name.ts";
import { OfficialsOnly } from "../officials-only.ts";
import { TicketFunction } from "./ticket-function.ts";
import { TicketState } from "./ticket-state.ts";

@Entity()
@ObjectType({ description: "The work record of a demand, from intake to archive (工单)" })
@Key("number")
export class Ticket {
  /** First column of every unique key, so that the table can be distributed by district. */
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, {
    description:
      "Ticket number: district, day of intake, running number, e.g. 110117-20210928-000015 (工单编号)",
  })
  @PrimaryColumn({ type: "text" })
  number: string;

  @Field(() => TicketState, { description: "Where it stands (状态)" })
  @Column({ type: "text" })
  state: TicketState;

  @Field(() => TicketFunction, { description: "Function it is worked under now (所属功能, PG-1)" })
  @Column({ type: "text" })
  function: TicketFunction;

  @Field(() => TicketFunction, { description: "Function it came in under; never changes (来源功能, PG-1)" })
  @Column({ type: "text" })
  origin: TicketFunction;

  /** The opener's words, unless somebody wrote a better line. */
  @Column({ type: "text" })
  title: string;

  @Field(() => DemandKind, { description: "Kind of the demand that opened it (诉求类型)" })
  @Column({ type: "text" })
  kind: DemandKind;

  @Field(() => Urgency, { description: "Urgency (紧急程度)" })
  @Column({ type: "text" })
  urgency: Urgency;

  /** The channel that opened it; merged tickets may have come by others. */
  @Column({ type: "text" })
  channelCode: string;

  @Column({ type: "text" })
  divisionCode: string;

  @Column({ type: "text", nullable: true })
  gridCode: string | null;

  @Column({ type: "text", nullable: true })
  estateCode: string | null;

  @Column({ type: "text", nullable: true })
  matterCode: string | null;

  @Column({ type: "text", nullable: true })
  itemCode: string | null;

  @Field(() => String, {
    nullable: true,
    description: "List the matched item was read from; null while no item is matched (清单, GZ-11)",
  })
  @Column({ type: "text", nullable: true })
  listId: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Version of that list on the day of matching; kept when the list changes (清单版本, GZ-11)",
  })
  @Column({ type: "int", nullable: true })
  listVersion: number | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Day the lists were asked for; null until matched (匹配日期)",
  })
  @Column({ type: "date", nullable: true })
  matchedOn: string | null;

  /** The body the lists name for it: who it would be dispatched to. */
  @Column({ type: "text", nullable: true })
  matchedUnitCode: string | null;

  @Column({ type: "text", nullable: true })
  handlingUnitCode: string | null;

  @Column({ type: "text", nullable: true })
  firstReceiverCode: string | null;

  @Field(() => LimitName, { description: "Class of its time limit (时限类别)" })
  @Column({ type: "text" })
  limitName: LimitName;

  @Field(() => Int, { description: "Version of the limit it was judged by (时限规则版本)" })
  @Column({ type: "int" })
  limitVersion: number;

  @Field(() => Date, {
    description: "When the demander must have been answered, extensions included (办理期限)",
  })
  @Column({ type: "timestamptz", precision: 3 })
  dueAt: Date;

  @Field(() => Date, { description: "When the problem was found or happened (发现时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  discoveredAt: Date;

  @Field(() => Date, { description: "When the demand was taken in (受理时间)" })
  @Column({ type: "timestamptz", precision: 3 })
  receivedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: "When the community checked it on site; null if it did not (核实时间, KF-7)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  verifiedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "What the community found on site; null until verified, withheld from residents (核实情况)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  findings: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the community can solve it by itself; null until verified (社区能否自行解决, KF-7)",
  })
  @Column({ type: "boolean", nullable: true })
  communityCanSolve: boolean | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  matchedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "When it was first sent to a unit; null until then (派单时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  dispatchedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "When the unit signed for it; null until then (签收时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  signedAt: Date | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  startedAt: Date | null;

  @Column({ type: "timestamptz", precision: 3, nullable: true })
  whistledAt: Date | null;

  /** First arrival of a called unit. */
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  arrivedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "When the unit declared it done; null until then (办结时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  handledAt: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the unit spoke to the demander; null until handled (是否联系诉求人)",
  })
  @Column({ type: "boolean", nullable: true })
  contacted: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the unit says it is solved; the demander is asked apart (是否解决)",
  })
  @Column({ type: "boolean", nullable: true })
  solved: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it is not solved; null when it is, withheld from residents (未解决原因)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  reasonUnsolved: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "What was done, for the file; null until handled, withheld from residents, who read the public reply (办理情况)",
  })
  @OfficialsOnly()
  @Column({ type: "text", nullable: true })
  handlingAccount: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Answer to the demander, fit to be published; null until there is one (公开答复内容)",
  })
  @Column({ type: "text", nullable: true })
  publicReply: string | null;

  @Field(() => Date, {
    nullable: true,
    description: "When the demanders were answered; null until then (反馈时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  feedbackAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: "When the demander was last asked by call-back; null until then (回访时间)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  calledBackAt: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the demander says it is solved; null until called back (回访是否解决)",
  })
  @Column({ type: "boolean", nullable: true })
  confirmedSolved: boolean | null;

  /** The demander's word on the handling, as the evaluation told it: counted in reports, shown with the call-back there. */
  @Column({ type: "text", nullable: true })
  satisfaction: string | null;

  @Field(() => Date, {
    nullable: true,
    description: "Since when it is followed up as unsolved; null if it never was (挂账时间, ZY-18)",
  })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  ledgeredAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Number under which it was struck off; null while open (销号编号, ZY-18)",
  })
  @Column({ type: "text", nullable: true })
  strikeOffNumber: string | null;

  @Field(() => Date, { nullable: true, description: "When it was struck off (销号时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  struckOffAt: Date | null;

  @Field(() => Date, { nullable: true, description: "When it was archived; null until then (归档时间)" })
  @Column({ type: "timestamptz", precision: 3, nullable: true })
  archivedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Why it was not taken on; null unless rejected (不予受理理由)",
  })
  @Column({ type: "text", nullable: true })
  rejectionGrounds: string | null;

  @Column({ type: "text", nullable: true })
  caseLeaderId: string | null;

  @Column({ type: "text", nullable: true })
  caseLeaderName: string | null;

  @Column({ type: "text", nullable: true })
  caseLeaderUnitCode: string | null;

  /** Always the ticket that goes on: a ticket merged twice points past the one between. */
  @Column({ type: "text", nullable: true })
  mergedIntoNumber: string | null;

  @Column({ type: "text", nullable: true })
  classProblemNumber: string | null;

  @Column({ type: "int" })
  version: number;
}

export const TicketConnection = connectionOf(Ticket, { counted: true });
