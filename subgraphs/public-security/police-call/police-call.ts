import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../shared/connection.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { Granted, Key } from "../../shared/schema-directives.ts";

export enum PoliceCallKind {
  CRIME = "CRIME",
  PUBLIC_ORDER = "PUBLIC_ORDER",
  TRAFFIC = "TRAFFIC",
  FIRE = "FIRE",
  DISPUTE = "DISPUTE",
  HELP = "HELP",
  NOISE = "NOISE",
  OTHER = "OTHER",
}
registerEnumType(PoliceCallKind, {
  name: "PoliceCallKind",
  description: "What the police were called for (警情类别)",
  valuesConfig: {
    CRIME: { description: "A crime (刑事)" },
    PUBLIC_ORDER: { description: "A breach of public order (治安)" },
    TRAFFIC: { description: "Traffic (交通)" },
    FIRE: { description: "Fire (火灾)" },
    DISPUTE: { description: "A dispute (纠纷)" },
    HELP: { description: "Somebody needs help (求助)" },
    NOISE: { description: "Noise (噪声扰民)" },
    OTHER: { description: "Something else (其他)" },
  },
});

export enum PoliceCallOutcome {
  SETTLED_ON_SITE = "SETTLED_ON_SITE",
  MEDIATED = "MEDIATED",
  CASE_OPENED = "CASE_OPENED",
  HANDED_OVER = "HANDED_OVER",
  NOTHING_TO_DO = "NOTHING_TO_DO",
}
registerEnumType(PoliceCallOutcome, {
  name: "PoliceCallOutcome",
  description: "What came of a police call (处理结果)",
  valuesConfig: {
    SETTLED_ON_SITE: { description: "Settled on the spot (当场处置)" },
    MEDIATED: { description: "Mediated (调解)" },
    CASE_OPENED: { description: "A case was opened (受理立案)" },
    HANDED_OVER: { description: "Handed over to another department (移交)" },
    NOTHING_TO_DO: { description: "Nothing to do (无需处置)" },
  },
});

@ObjectType({
  description:
    "A call to the police and what came of it (警情). What was said word for word stays in the archive",
})
@Key("number")
@Granted()
export class PoliceCall {
  @Field(() => ID, { description: "The archive's own number (警情编号)" })
  number: string;

  @Field(() => Date, {
    nullable: true,
    description: "When it was taken; null when the archive's time cannot be read (报警时间)",
  })
  takenAt: Date | null;

  @Field(() => PoliceCallKind, {
    nullable: true,
    description: "What for; null when the archive does not say (警情类别)",
  })
  kind: PoliceCallKind | null;

  @Field(() => String, {
    nullable: true,
    description: "What happened, without personal data; null when not written yet (警情概要)",
  })
  summary: string | null;

  @Field(() => String, { nullable: true, description: "Who called; null when not said (报警人)" })
  @Personal(PersonalKind.NAME)
  callerName: string | null;

  @Field(() => String, { nullable: true, description: "The caller's telephone; null when hidden (报警电话)" })
  @Personal(PersonalKind.PHONE)
  callerPhone: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Where it happened; may be somebody's door; null when not said (发案地点)",
  })
  @Personal(PersonalKind.ADDRESS)
  place: string | null;

  @Field(() => PoliceCallOutcome, {
    nullable: true,
    description: "What came of it; null while it is being handled (处理结果)",
  })
  outcome: PoliceCallOutcome | null;

  @Field(() => Date, { nullable: true, description: "When it was closed; null until then (结案时间)" })
  closedAt: Date | null;

  /** The caller, by their token. */
  callerId: string | null;

  ticketNumber: string | null;

  creditCode: string | null;

  stationCode: string | null;

  gridCode: string | null;
}

export const PoliceCallConnection = connectionOf(PoliceCall);
