import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { Sex } from "../../shared/codes.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { Key, RequiresScopes } from "../../shared/schema-directives.ts";
import { Subject } from "../../shared/subject.ts";
import { householdScopes } from "../household/household.scopes.ts";
import { toVisitors, toWhoCertifies } from "../household/in-clear.ts";

registerEnumType(Sex, {
  name: "Sex",
  description: "Sex (性别)",
  valuesConfig: { MALE: { description: "Male (男)" }, FEMALE: { description: "Female (女)" } },
});

export enum HouseholdRelation {
  HEAD = "HEAD",
  SPOUSE = "SPOUSE",
  CHILD = "CHILD",
  PARENT = "PARENT",
  GRANDCHILD = "GRANDCHILD",
  CO_TENANT = "CO_TENANT",
  OTHER = "OTHER",
}
registerEnumType(HouseholdRelation, {
  name: "HouseholdRelation",
  description: "Relation to the head of the household (与户主关系)",
  valuesConfig: {
    HEAD: { description: "The head (户主)" },
    SPOUSE: { description: "Spouse (配偶)" },
    CHILD: { description: "Child (子女)" },
    PARENT: { description: "Parent (父母)" },
    GRANDCHILD: { description: "Grandchild (孙子女)" },
    CO_TENANT: { description: "Shares the dwelling (合租)" },
    OTHER: { description: "Other (其他)" },
  },
});

export enum RegistrationPlace {
  LOCAL = "LOCAL",
  ELSEWHERE = "ELSEWHERE",
}
registerEnumType(RegistrationPlace, {
  name: "RegistrationPlace",
  description: "Where the resident is registered (户籍)",
  valuesConfig: {
    LOCAL: { description: "Registered here (户籍人口)" },
    ELSEWHERE: { description: "Registered elsewhere (流动人口)" },
  },
});

@Entity()
@ObjectType({
  description:
    "A resident (居民). Personal data: seen by the resident, the members of the grid and the staff of the community.",
})
@Key("id")
@RequiresScopes(...householdScopes)
export class Resident {
  /** First column of every unique key, so that the table can be distributed by district. */
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => ID, {
    description: "Resident id: the district's six digits and a suffix of its own (居民编号)",
  })
  @Subject()
  @PrimaryColumn({ type: "text" })
  id: string;

  @Column({ type: "text" })
  householdId: string;

  /** Who the resident is when signed in. */
  @Column({ type: "text", nullable: true })
  personId: string | null;

  @Field(() => String, { description: "Name (姓名)" })
  @Personal(PersonalKind.NAME, toVisitors)
  @Column({ type: "text" })
  name: string;

  @Field(() => Sex, { description: "Sex (性别)" })
  @Column({ type: "text" })
  sex: Sex;

  @Field(() => GraphQLLocalDate, { description: "Birth date (出生日期)" })
  @Column({ type: "date" })
  birthDate: Day;

  @Field(() => String, {
    nullable: true,
    description:
      "Resident number; only the area is left of it for a grid member; null when the person has none, such as a newborn (公民身份号码, GB 11643)",
  })
  @Personal(PersonalKind.RESIDENT_NUMBER, toWhoCertifies)
  @Column({ type: "text", nullable: true })
  residentNumber: string | null;

  @Field(() => String, { nullable: true, description: "Mobile number; null when none is known (手机号码)" })
  @Personal(PersonalKind.PHONE, toVisitors)
  @Column({ type: "text", nullable: true })
  phone: string | null;

  @Field(() => HouseholdRelation, { description: "Relation to the head of the household (与户主关系)" })
  @Column({ type: "text" })
  relation: HouseholdRelation;

  @Field(() => RegistrationPlace, { description: "Where registered (户籍)" })
  @Column({ type: "text" })
  registration: RegistrationPlace;
}
