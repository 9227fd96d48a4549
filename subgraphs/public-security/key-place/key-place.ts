import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf } from "../../shared/connection.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { Granted, Key } from "../../shared/schema-directives.ts";

export enum KeyPlaceKind {
  HOTEL = "HOTEL",
  INTERNET_CAFE = "INTERNET_CAFE",
  ENTERTAINMENT_VENUE = "ENTERTAINMENT_VENUE",
  PAWNBROKER = "PAWNBROKER",
  SEAL_ENGRAVER = "SEAL_ENGRAVER",
  SCRAP_DEALER = "SCRAP_DEALER",
  MOTOR_REPAIR = "MOTOR_REPAIR",
  SCHOOL = "SCHOOL",
  MEDICAL_SITE = "MEDICAL_SITE",
  MARKET = "MARKET",
  DANGEROUS_CHEMICALS = "DANGEROUS_CHEMICALS",
}
registerEnumType(KeyPlaceKind, {
  name: "KeyPlaceKind",
  description: "What makes a place one that the police look after (重点单位类型)",
  valuesConfig: {
    HOTEL: { description: "Hotel or guesthouse (旅馆)" },
    INTERNET_CAFE: { description: "Internet café (网吧)" },
    ENTERTAINMENT_VENUE: { description: "Entertainment venue, card rooms included (娱乐场所)" },
    PAWNBROKER: { description: "Pawnbroker (典当)" },
    SEAL_ENGRAVER: { description: "Engraver of official seals (公章刻制)" },
    SCRAP_DEALER: { description: "Dealer in scrap metal (废旧金属收购)" },
    MOTOR_REPAIR: { description: "Motor vehicle repair (机动车维修)" },
    SCHOOL: { description: "School or nursery (学校、幼托机构)" },
    MEDICAL_SITE: { description: "Clinic or pharmacy (医药机构)" },
    MARKET: { description: "Market (集贸市场)" },
    DANGEROUS_CHEMICALS: { description: "Handles dangerous chemicals (危险化学品单位)" },
  },
});

export enum SecurityClass {
  A = "A",
  B = "B",
  C = "C",
}
registerEnumType(SecurityClass, {
  name: "SecurityClass",
  description: "How well a key place keeps its own order (治安等级)",
  valuesConfig: {
    A: { description: "Well kept (A 级)" },
    B: { description: "Kept (B 级)" },
    C: { description: "To be put right (C 级)" },
  },
});

@ObjectType({
  description:
    "A place the police inspect by law for what is done there (重点单位), Regulations on Internal Security of Enterprises and Institutions (企业事业单位内部治安保卫条例)",
})
@Key("number")
@Granted()
export class KeyPlace {
  @Field(() => ID, { description: "The archive's own number (重点单位编号)" })
  number: string;

  @Field(() => String, { nullable: true, description: "Name; null when the archive has none (单位名称)" })
  name: string | null;

  @Field(() => [KeyPlaceKind], {
    description: "What makes it one; kinds the graph does not know are left out (单位类型)",
  })
  kinds: readonly KeyPlaceKind[];

  @Field(() => String, {
    nullable: true,
    description: "Address of the place of business; null when the archive has none (单位地址)",
  })
  address: string | null;

  creditCode: string | null;

  @Field(() => String, { nullable: true, description: "Who answers for it; null when not named (负责人)" })
  @Personal(PersonalKind.NAME)
  personInCharge: string | null;

  @Field(() => String, { nullable: true, description: "Their telephone; null when not given (负责人电话)" })
  @Personal(PersonalKind.PHONE)
  phone: string | null;

  @Field(() => SecurityClass, {
    nullable: true,
    description: "How well it keeps its own order; null when not classed (治安等级)",
  })
  securityClass: SecurityClass | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "When the police were last there; null when never, or not known (最后检查日期)",
  })
  inspectedOn: Day | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it has closed down; null when the archive does not say (是否停业)",
  })
  closed: boolean | null;

  stationCode: string | null;

  buildingCode: string | null;

  gridCode: string | null;
}

export const KeyPlaceConnection = connectionOf(KeyPlace);
