import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Float, ID, ObjectType, registerEnumType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf } from "../../shared/connection.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { Granted, Key } from "../../shared/schema-directives.ts";

export enum RentedHouseUse {
  DWELLING = "DWELLING",
  DWELLING_AND_TRADE = "DWELLING_AND_TRADE",
  DORMITORY = "DORMITORY",
}
registerEnumType(RentedHouseUse, {
  name: "RentedHouseUse",
  description: "What a rented house is used for (房屋用途)",
  valuesConfig: {
    DWELLING: { description: "To live in (居住)" },
    DWELLING_AND_TRADE: { description: "To live and trade in (居住兼经营)" },
    DORMITORY: { description: "A dormitory of an employer (集体宿舍)" },
  },
});

export enum SafetyGrade {
  TRUSTED = "TRUSTED",
  WATCHED = "WATCHED",
  STRICT = "STRICT",
}
registerEnumType(SafetyGrade, {
  name: "SafetyGrade",
  description: "How closely a rented house is looked after (出租房屋安全等级)",
  valuesConfig: {
    TRUSTED: { description: "In order (放心)" },
    WATCHED: { description: "Looked at more often (关注)" },
    STRICT: { description: "Hazards to be cleared (严管)" },
  },
});

@ObjectType({ description: "One who rents a house, as its landlord reported (承租人)" })
@Granted()
export class RentedHouseTenant {
  @Field(() => String, { description: "Name (姓名)" })
  @Personal(PersonalKind.NAME)
  name: string;

  @Field(() => String, { nullable: true, description: "Telephone; null when none was reported (联系电话)" })
  @Personal(PersonalKind.PHONE)
  phone: string | null;
}

@ObjectType({ description: "A house or flat let to others, as registered with the police (出租房屋)" })
@Key("number")
@Granted()
export class RentedHouse {
  @Field(() => ID, { description: "The archive's own number (出租屋编号)" })
  number: string;

  @Field(() => String, {
    nullable: true,
    description: "Where it is, to the door; null when the archive has none (房屋地址)",
  })
  @Personal(PersonalKind.ADDRESS)
  address: string | null;

  @Field(() => RentedHouseUse, {
    nullable: true,
    description: "What it is used for; null when the archive does not say (房屋用途)",
  })
  use: RentedHouseUse | null;

  @Field(() => Float, {
    nullable: true,
    description: "Floor area in square metres; null when not measured (建筑面积, 平方米)",
  })
  area: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether its rooms are let to people apart from each other; null when not inspected (是否群租)",
  })
  shared: boolean | null;

  @Field(() => SafetyGrade, {
    nullable: true,
    description: "How closely it is looked after; null when not graded (安全等级)",
  })
  safety: SafetyGrade | null;

  @Field(() => String, { nullable: true, description: "The landlord; null when unknown (房东姓名)" })
  @Personal(PersonalKind.NAME)
  landlordName: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The landlord's telephone; null when unknown (房东电话)",
  })
  @Personal(PersonalKind.PHONE)
  landlordPhone: string | null;

  /** The landlord, by their token. */
  landlordId: string | null;

  tenantNames: readonly string[];

  tenantPhones: readonly string[];

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Since when on record; null when nobody knows (备案日期)",
  })
  recordedOn: Day | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "When taken off the record; null while it is let (注销日期)",
  })
  endedOn: Day | null;

  stationCode: string | null;

  buildingCode: string | null;

  gridCode: string | null;
}

export const RentedHouseConnection = connectionOf(RentedHouse);
