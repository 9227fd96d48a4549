import { GraphQLLocalDate } from "graphql-scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { Personal, PersonalKind } from "../../shared/personal.ts";
import { Granted, Key } from "../../shared/schema-directives.ts";

export enum HouseholdKind {
  FAMILY = "FAMILY",
  COLLECTIVE = "COLLECTIVE",
}
registerEnumType(HouseholdKind, {
  name: "HouseholdKind",
  description: "Kind of a registered household (户口类别)",
  valuesConfig: {
    FAMILY: { description: "A family's (家庭户)" },
    COLLECTIVE: { description: "Of a school, works or other body (集体户)" },
  },
});

export enum RelationToHead {
  HEAD = "HEAD",
  SPOUSE = "SPOUSE",
  CHILD = "CHILD",
  GRANDCHILD = "GRANDCHILD",
  PARENT = "PARENT",
  GRANDPARENT = "GRANDPARENT",
  SIBLING = "SIBLING",
  OTHER = "OTHER",
}
registerEnumType(RelationToHead, {
  name: "RelationToHead",
  description: "Relation to the head of the registered household (与户主关系, GB/T 4761)",
  valuesConfig: {
    HEAD: { description: "The head (户主)" },
    SPOUSE: { description: "Spouse (配偶)" },
    CHILD: { description: "Son or daughter (子女)" },
    GRANDCHILD: { description: "Grandchild (孙子女)" },
    PARENT: { description: "Parent (父母)" },
    GRANDPARENT: { description: "Grandparent (祖父母)" },
    SIBLING: { description: "Brother or sister (兄弟姐妹)" },
    OTHER: { description: "Another relation, or none (其他)" },
  },
});

export enum RegistrationState {
  IN_FORCE = "IN_FORCE",
  MOVED_OUT = "MOVED_OUT",
  CANCELLED = "CANCELLED",
}
registerEnumType(RegistrationState, {
  name: "RegistrationState",
  description: "What became of a household registration (户口状态)",
  valuesConfig: {
    IN_FORCE: { description: "Registered here (正常)" },
    MOVED_OUT: { description: "Moved to another place (迁出)" },
    CANCELLED: { description: "Cancelled, such as after death (注销)" },
  },
});

@ObjectType({
  description:
    "A person's entry in the household register (户籍登记). Kept by the police alone; others read it on a grant",
})
@Key("number")
@Granted()
export class HouseholdRegistration {
  @Field(() => ID, {
    description: "The archive's own number of the person, never the resident number (人员编号)",
  })
  number: string;

  residentId: string | null;

  @Field(() => String, { nullable: true, description: "Name; null when the archive has none (姓名)" })
  @Personal(PersonalKind.NAME)
  name: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Resident number; null when none was issued yet (公民身份号码, GB 11643)",
  })
  @Personal(PersonalKind.RESIDENT_NUMBER)
  residentNumber: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Number of the household booklet; null when the archive has none (户号)",
  })
  @Personal(PersonalKind.RESIDENT_NUMBER)
  householdNumber: string | null;

  @Field(() => HouseholdKind, {
    nullable: true,
    description: "Kind of household; null when the archive does not say (户口类别)",
  })
  kind: HouseholdKind | null;

  @Field(() => RelationToHead, {
    nullable: true,
    description: "Relation to the head; null when the archive does not say (与户主关系, GB/T 4761)",
  })
  relation: RelationToHead | null;

  @Field(() => String, {
    nullable: true,
    description: "Where registered, to the door; null when the archive has none (户籍地址)",
  })
  @Personal(PersonalKind.ADDRESS)
  address: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: "Since when registered there; null when nobody knows (落户日期)",
  })
  registeredOn: Day | null;

  @Field(() => RegistrationState, {
    nullable: true,
    description: "What became of it; null when the archive does not say (户口状态)",
  })
  state: RegistrationState | null;

  stationCode: string | null;

  gridCode: string | null;
}
