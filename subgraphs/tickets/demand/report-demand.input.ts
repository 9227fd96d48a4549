import { Field, InputType } from "type-graphql";
import { PositionInput } from "../../shared/position-input.ts";
import { CreditCode, DivisionCode, GridCode } from "../../shared/scalars.ts";
import { Upload } from "../media/upload.ts";
import { PetitionInput } from "../petition-day/petition-day-input.ts";
import { TicketFunction } from "../ticket/ticket-function.ts";
import { DemandKind } from "./demand-kind.ts";
import { DemanderKind } from "./demander-kind.ts";
import { Urgency } from "./urgency.ts";

@InputType({
  description:
    "Where it is, as well as the reporter can say (地点). The most exact of what is given counts: building, grid, position, estate, text.",
})
export class PlaceInput {
  @Field(() => String, {
    nullable: true,
    description: "Code scanned from the building's plate (楼栋码, ZY-14)",
  })
  buildingCode?: string;

  @Field(() => GridCode, { nullable: true, description: "Grid code (网格代码)" })
  gridCode?: string;

  @Field(() => PositionInput, { nullable: true, description: "Position of the device (定位)" })
  position?: PositionInput;

  @Field(() => String, { nullable: true, description: "Estate code (小区编码)" })
  estateCode?: string;

  @Field(() => String, {
    nullable: true,
    description:
      "In words; names and former names are looked up within the division; at most 500 characters (地址描述)",
  })
  text?: string;

  @Field(() => DivisionCode, {
    nullable: true,
    description: "Division it lies in; absent: the reporter's own (所属区划)",
  })
  division?: string;
}

@InputType({
  description: "Who asks (诉求人). Personal data: shown again only to those the case is with.",
})
export class DemanderInput {
  @Field(() => DemanderKind, {
    defaultValue: DemanderKind.PERSON,
    description: "Person, firm or body (类型)",
  })
  kind: DemanderKind;

  @Field(() => String, { description: "Name (姓名或名称)" })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: "Mobile, or fixed line with its area code (联系电话)",
  })
  phone?: string;

  @Field(() => CreditCode, {
    nullable: true,
    description: "Credit code; a firm must give it (统一社会信用代码)",
  })
  creditCode?: string;
}

@InputType({ description: "A demand as it comes in (诉求登记)" })
export class ReportDemandInput {
  @Field(() => DemandKind, { description: "Kind (诉求类型)" })
  kind: DemandKind;

  @Field(() => String, { description: "Channel code, see `channels` (渠道代码, KF-5)" })
  channel: string;

  @Field(() => String, { description: "What was said or written, at most 4000 characters (诉求内容)" })
  text: string;

  @Field(() => String, {
    nullable: true,
    description: "In a line, without names of people; absent: the beginning of the text (标题)",
  })
  title?: string;

  @Field(() => Urgency, { defaultValue: Urgency.ORDINARY, description: "Urgency (紧急程度)" })
  urgency: Urgency;

  @Field(() => TicketFunction, {
    nullable: true,
    description:
      "Function to work it under; absent, and always for a resident: the channel's (所属功能, PG-1)",
  })
  function?: TicketFunction;

  @Field(() => String, { nullable: true, description: "Whom it concerns, at most 500 characters (何人)" })
  who?: string;

  @Field(() => Date, { nullable: true, description: "When it happened; not in the future (何时)" })
  happenedAt?: Date;

  @Field(() => String, { nullable: true, description: "Why, at most 2000 characters (何因)" })
  cause?: string;

  @Field(() => String, { nullable: true, description: "How it went, at most 2000 characters (经过)" })
  course?: string;

  @Field(() => PlaceInput, { description: "Where (何地)" })
  place: PlaceInput;

  @Field(() => [Upload], {
    defaultValue: [],
    description: "Photos and recordings, sent with the operation; at most 9 (照片、语音, ZY-9)",
  })
  media: string[];

  @Field(() => PetitionInput, {
    nullable: true,
    description: "Heard on a petition day: with channel PETITION_DAY, and with no other (信访接待, GZ-17)",
  })
  petition?: PetitionInput;

  @Field(() => DemanderInput, {
    nullable: true,
    description: "Who asks; absent: the resident who reports, or nobody who wants to be named (诉求人)",
  })
  demander?: DemanderInput;
}
