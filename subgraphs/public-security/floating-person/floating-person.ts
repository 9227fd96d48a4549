import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf } from "../../shared/connection.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Granted, Key } from "../../shared/schema-directives.ts";

export enum ResidenceReason {
  WORK = "WORK",
  TRADE = "TRADE",
  STUDY = "STUDY",
  MEDICAL_CARE = "MEDICAL_CARE",
  FAMILY = "FAMILY",
  OTHER = "OTHER",
}
registerEnumType(ResidenceReason, {
  name: "ResidenceReason",
  description: "Why somebody lives away from where they are registered (暂住事由)",
  valuesConfig: {
    WORK: { description: "Employed here, farm and household work included (务工、务农、服务、保姆)" },
    TRADE: { description: "In business (经商)" },
    STUDY: { description: "At school or in training (学习培训)" },
    MEDICAL_CARE: { description: "Being treated (治病疗养)" },
    FAMILY: { description: "With family or friends (投靠、探亲访友)" },
    OTHER: { description: "Another reason (其他)" },
  },
});

export enum ResidenceDocument {
  RESIDENCE_PERMIT = "RESIDENCE_PERMIT",
  REGISTRATION_SLIP = "REGISTRATION_SLIP",
}
registerEnumType(ResidenceDocument, {
  name: "ResidenceDocument",
  description:
    "What shows that somebody lives here (居住证件, Interim Regulations on Residence Permits 居住证暂行条例)",
  valuesConfig: {
    RESIDENCE_PERMIT: { description: "Residence permit (居住证)" },
    REGISTRATION_SLIP: { description: "Slip that residence was registered (居住登记凭证)" },
  },
});

@ObjectType({ description: "Somebody registered elsewhere who lives here (流动人口)" })
@Key("number")
@Granted()
export class FloatingPerson {
  @Field(() => ID, { description: "The archive's own number (流动人员编号)" })
  number: string;

  residentId: string | null;

  @Field(() => String, { nullable: true, description: "Name; null when the archive has none (姓名)" })
  @Personal(PersonalKind.NAME)
  name: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Resident number; null when the archive has none (公民身份号码, GB 11643)",
  })
  @Personal(PersonalKind.RESIDENT_NUMBER)
  residentNumber: string | null;

  @Field(() => String, { nullable: true, description: "Telephone; null when unknown (联系电话)" })
  @Personal(PersonalKind.PHONE)
  phone: string | null;

  @Field(() => DivisionCode, {
    nullable: true,
    description: "District of registration; null when unknown (户籍地区划, GB/T 2260)",
  })
  registeredIn: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Where they live, to the door; null when the archive has none (现住地址)",
  })
  @Personal(PersonalKind.ADDRESS)
  address: string | null;

  @Field(() => ResidenceReason, {
    nullable: true,
    description: "Why they live here; null when not said (暂住事由)",
  })
  reason: ResidenceReason | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Since when; null when nobody knows (来住日期)",
  })
  arrivedOn: Day | null;

  @Field(() => ResidenceDocument, {
    nullable: true,
    description: "What they hold; null when nothing (居住证件)",
  })
  document: ResidenceDocument | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Last day it is good for; null when they hold none, or it has no end (证件有效期至)",
  })
  documentValidUntil: Day | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether they have left or were taken off the record; null when the archive does not say (是否注销)",
  })
  left: boolean | null;

  rentedHouseNumber: string | null;

  stationCode: string | null;

  gridCode: string | null;
}

export const FloatingPersonConnection = connectionOf(FloatingPerson);
