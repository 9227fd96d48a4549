import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Float, Int, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Public } from "../../../shared/schema-directives.ts";
import { TimeLimitUnit } from "../../../shared/time-limit-unit.ts";
import { Urgency } from "../../demand/urgency.ts";
import { ClockBearer, ClockStep } from "../whistle-clock.ts";
import type { WhistleRules } from "./whistle-profile.schema.ts";

@ObjectType({ description: "A term of a whistle profile: a theme, a source, a seat (吹哨规则用语)" })
@Public()
export class WhistleTerm {
  @Field(() => String, { description: "Code (代码)" })
  code: string;

  @Field(() => String, { description: "Name in English (英文名称)" })
  name: string;

  @Field(() => String, { description: "Name in Chinese (中文名称)" })
  nameZh: string;

  @Field(() => [String], { description: "Rules it comes from (规则出处)" })
  rules: string[];
}

@ObjectType({ description: "A rule a whistle profile cites, in its own words (规则原文)" })
@Public()
export class WhistleRuleText {
  @Field(() => String, { description: "The rule's id (规则编号)" })
  rule: string;

  @Field(() => String, { description: "What it says, in English (英文大意)" })
  text: string;

  @Field(() => String, { description: "What it says, in Chinese (中文原文)" })
  textZh: string;
}

@ObjectType({
  description:
    "A seat called along with the units: of the 1+4+N group, or a mediator's (集结成员, PG-16, GZ-15)",
})
@Public()
export class WhistleSeat extends WhistleTerm {
  @Field(() => String, {
    description: "ONE, FOUR or MANY: its place in 1+4+N; MEDIATORS: those who mediate (组别)",
  })
  group: string;

  @Field(() => Boolean, { description: "Always called (必到)" })
  required: boolean;
}

@ObjectType({ description: "Who may blow a kind of whistle (吹哨主体, PG-9)" })
@Public()
export class WhistleBlower {
  @Field(() => [String], { description: "Posts (岗位)" })
  posts: string[];

  @Field(() => String, {
    description:
      "COMMUNITY, SUBDISTRICT, DISTRICT, DEPARTMENT or CENTRE, the command centre: what they act for (所属主体)",
  })
  body: string;

  @Field(() => Boolean, { description: "The whistle waits to be screened first (须筛选, PG-9)" })
  screened: boolean;

  @Field(() => Boolean, { description: "Only while the unit handles the ticket (须为承办单位, PG-3)" })
  handlesTicket: boolean;
}

@ObjectType({ description: "Whom a kind of whistle calls in a role (应哨对象)" })
@Public()
export class WhistleTarget {
  @Field(() => [String], { description: "Kinds of unit (单位类型)" })
  kinds: string[];

  @Field(() => String, { description: "COMMUNITY, SUBDISTRICT or DISTRICT: how far it reaches (范围)" })
  reach: string;

  @Field(() => Int, { description: "Fewest (最少)" })
  min: number;

  @Field(() => Int, { description: "Most (最多)" })
  max: number;

  @Field(() => Boolean, {
    description: "Whoever blows it takes the role itself: no other may be named for it (是否由吹哨单位担任)",
  })
  isBlower: boolean;
}

@ObjectType({ description: "A clock a kind of whistle starts (时限规则)" })
@Public()
export class WhistleClockRule {
  @Field(() => ClockStep, { description: "What must be done (环节)" })
  step: ClockStep;

  @Field(() => ClockBearer, { description: "Who must do it (责任方)" })
  of: ClockBearer;

  @Field(() => Float, { description: "How many (数量)" })
  amount: number;

  @Field(() => TimeLimitUnit, { description: "Of what (单位)" })
  unit: TimeLimitUnit;

  @Field(() => String, {
    description:
      "Where it goes when it runs out: CHIEF_RESPONDER of the late units, or NEXT_LEVEL (升级去向)",
  })
  escalatesTo: string;

  @Field(() => String, {
    nullable: true,
    description: "The rule that states the number; null when the district chose it (规则出处)",
  })
  rule?: string;

  @Field(() => String, {
    nullable: true,
    description:
      "What was chosen, and why, in English: no text states it; null when the rule states all (设定说明，英文)",
  })
  configured?: string;

  @Field(() => String, {
    nullable: true,
    description: "The same in Chinese; null also where the profile says it in English alone (设定说明，中文)",
  })
  configuredZh?: string;
}

@ObjectType({ description: "A kind of whistle, as a district has it (哨种)" })
@Public()
export class WhistleKind extends WhistleTerm {
  @Field(() => Int, { description: "Level; raising goes to a higher one (级别, PG-8)" })
  level: number;

  @Field(() => String, { nullable: true, description: "Kind it is raised to; null at the top (升级为)" })
  raisesTo: string | null;

  @Field(() => [WhistleBlower], { description: "Who may blow it (可吹哨者)" })
  blowers: WhistleBlower[];

  @Field(() => [String], {
    description: "Posts that screen residents' whistles; empty when none are screened (筛选岗位)",
  })
  screenedBy: string[];

  @Field(() => WhistleTarget, { description: "Whom it calls to lead: exactly one (牵头对象)" })
  lead: WhistleTarget;

  @Field(() => WhistleTarget, { description: "Whom it calls to assist (协办对象)" })
  assisting: WhistleTarget;

  @Field(() => [String], { description: "Posts that answer for a called unit (应哨岗位)" })
  answeredBy: string[];

  @Field(() => String, {
    description:
      "RESPONDER: the place's designated responder is called by name; CHIEF_RESPONDER: the principal officer (呼叫对象)",
  })
  calls: string;

  @Field(() => [String], {
    description: "Who must be told in the same moment: SUBDISTRICT, DISTRICT or CENTRE (同时报备, KF-9)",
  })
  filedWith: string[];

  @Field(() => Boolean, { description: "Blown from a ticket only (须由工单发起)" })
  requiresTicket: boolean;

  @Field(() => Boolean, { description: "The community must have verified the ticket (须先核实, KF-7)" })
  requiresVerification: boolean;

  @Field(() => Boolean, {
    description: "Called units cite an item or act by contract (须引用职权事项, PG-5)",
  })
  requiresCitation: boolean;

  @Field(() => Boolean, { description: "Whoever arrives says where they are (须现场签到, GZ-16)" })
  requiresCheckIn: boolean;

  @Field(() => Urgency, {
    nullable: true,
    description: "Least urgency of a ticket behind it; null where any will do (最低紧急程度, ZY-15)",
  })
  requiresUrgency: Urgency | null;

  @Field(() => [String], { description: "Themes to choose from; empty when it has none (主题, PG-10)" })
  themes: string[];

  @Field(() => [String], { description: "Themes that need a task force (须成立专班的主题, PG-11)" })
  taskForceFor: string[];

  @Field(() => [WhistleClockRule], { description: "Clocks it starts, checkpoints among them (时限)" })
  clocks: WhistleClockRule[];

  @Field(() => [WhistleSeat], {
    description: "Seats called along with the units; empty for most kinds (集结成员)",
  })
  assembly: WhistleSeat[];

  @Field(() => String, { description: "BLOWER or CENTRE confirms that it is solved (确认方)" })
  confirmedBy: string;

  @Field(() => String, { description: "BLOWER or CENTRE grades the called units (评价方, KF-15)" })
  evaluatedBy: string;

  @Field(() => String, {
    nullable: true,
    description:
      "What of it no text states, and why it is so, in English; null when the rules state all (设定说明，英文)",
  })
  configured?: string;

  @Field(() => String, {
    nullable: true,
    description: "The same in Chinese; null also where the profile says it in English alone (设定说明，中文)",
  })
  configuredZh?: string;
}

/**
 * A district's rules for whistles, as data. A version never changes once loaded: whistles keep the one they were blown
 * under. Everything but the keys lives in `rules`, which was judged before it came in.
 */
@Entity()
@ObjectType({
  description: "How whistles are blown, answered and judged in a district, by version (吹哨规则)",
})
@Public()
export class WhistleProfile {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => Int, { description: "Version; never altered (版本)" })
  @PrimaryColumn({ type: "int" })
  version: number;

  @Field(() => GraphQLLocalDate, { description: "First day in force (生效日期)" })
  @Column({ type: "date" })
  validFrom: string;

  @Column({ type: "jsonb" })
  rules: WhistleRules;
}
