import { Field, ObjectType } from "type-graphql";
import { coversDivision, districtOf, Post, type Principal } from "../../shared/principal.ts";
import { AidKind } from "../aid/aid-kind.ts";
import { CountOfPeople } from "./count-of-people.ts";

@ObjectType({ description: "How many people get aid of one kind (各类救助人数)" })
export class AidFigure {
  @Field(() => AidKind, { description: "Kind of aid (救助类别)" })
  kind: AidKind;

  @Field(() => CountOfPeople, { description: "Recipients in payment (在保人数)" })
  recipients: CountOfPeople;
}

@ObjectType({
  description:
    "How many people of a place need looking after: counts to the street, names only to the member of the grid (关爱服务人数, ZY-6, ZY-9)",
})
export class CareFigures {
  @Field(() => CountOfPeople, { description: "Old people who live alone (独居老人数)" })
  livingAlone: CountOfPeople;

  @Field(() => CountOfPeople, { description: "Of them, those of 80 years and over (其中80岁及以上)" })
  livingAloneAged80: CountOfPeople;

  @Field(() => CountOfPeople, {
    description: "Of them, those who do not use a smartphone (其中不使用智能手机)",
  })
  withoutSmartphone: CountOfPeople;

  @Field(() => [AidFigure], { description: "Recipients by kind of aid, every kind once (各类救助人数)" })
  aid: AidFigure[];
}

const territorial: readonly Post[] = [
  Post.COMMUNITY_STAFF,
  Post.COMMUNITY_SECRETARY,
  Post.SUBDISTRICT_LEADER,
];

const ofDepartments: readonly Post[] = [
  Post.RESPONDER,
  Post.CHIEF_RESPONDER,
  Post.CENTRE_DISPATCHER,
  Post.PERFORMANCE_OFFICE,
  Post.LIST_KEEPER,
  Post.DATA_STEWARD,
  Post.DISTRICT_LEADER,
];

/**
 * Who is told the figures of a place: communities and sub-districts those of their own land, departments those of their
 * district. A wider place than a district is nobody's here.
 */
export function mayReadCareFigures(principal: Principal | null, code: string): boolean {
  if (!principal || principal.division === "" || code.length < 6) return false;
  if (territorial.includes(principal.post)) return coversDivision(principal, code);
  return ofDepartments.includes(principal.post) && districtOf(code) === districtOf(principal.division);
}
