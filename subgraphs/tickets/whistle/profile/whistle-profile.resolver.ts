import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { type Day, dayOf } from "../../../shared/calendar.ts";
import { maximumPageSize } from "../../../shared/connection.ts";
import { idempotencyKeyDescription } from "../../../shared/idempotency.ts";
import { actorOf } from "../../../shared/move.ts";
import { DivisionCode } from "../../../shared/scalars.ts";
import { ListSize, Public } from "../../../shared/schema-directives.ts";
import { Urgency } from "../../demand/urgency.ts";
import { Division } from "../../references.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { clockRulesOf } from "./clock-rules.ts";
import { judgeProfile } from "./profile-loading.lifecycle.ts";
import type { WhistleKindRules } from "./whistle-profile.schema.ts";
import {
  WhistleBlower,
  WhistleClockRule,
  WhistleKind,
  WhistleProfile,
  WhistleRuleText,
  WhistleTarget,
  WhistleTerm,
} from "./whistle-profile.ts";

@Resolver(() => WhistleProfile)
export class WhistleProfileResolver {
  @Query(() => WhistleProfile, {
    nullable: true,
    description: "The profile in force in a district on a day; null when it has none (查吹哨规则)",
  })
  @Public()
  whistleProfile(
    @Arg("district", () => DivisionCode, { description: "District, 6 digits (区县)" }) district: string,
    @Arg("on", () => GraphQLLocalDate, { nullable: true, description: "Day; today when absent (日期)" })
    on: Day | undefined,
    @Ctx() { profiles, at }: TicketsContext,
  ): Promise<WhistleProfile | null> {
    return profiles.inForce(district, on ?? dayOf(at));
  }

  @Query(() => [WhistleProfile], {
    description: `Every version loaded for a district, the one that begins last first, at most ${maximumPageSize} (吹哨规则各版本)`,
  })
  @Public()
  @ListSize(5)
  whistleProfiles(
    @Arg("district", () => DivisionCode, { description: "District, 6 digits (区县)" }) district: string,
    @Ctx() { profiles }: TicketsContext,
  ): Promise<WhistleProfile[]> {
    return profiles.versionsOf(district);
  }

  @Mutation(() => WhistleProfile, {
    description:
      "The list keeper loads a version of the district's profile, in force from its first day, today at the earliest; whistles under way keep theirs. One with holes is refused, with line, column, code and path of each in `details.findings` (载入吹哨规则)",
  })
  async loadWhistleProfile(
    @Arg("text", () => String, { description: "The profile, as JSON (吹哨规则全文)" }) text: string,
    @Arg("idempotencyKey", () => String, { description: idempotencyKeyDescription }) idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<WhistleProfile> {
    const actor = actorOf(context);
    const loaded = await context.profiles.loadAsked(
      { text, idempotencyKey },
      judgeProfile(text, actor),
      actor,
    );
    context.reread();
    return loaded;
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "The district whose profile it is; null only when it cannot be looked up (区县)",
  })
  district(@Root() { districtCode }: WhistleProfile): Division {
    return Object.assign(new Division(), { code: districtCode });
  }

  @FieldResolver(() => String, { description: "Name in English (英文名称)" })
  name(@Root() { rules }: WhistleProfile): string {
    return rules.name;
  }

  @FieldResolver(() => String, { description: "Name in Chinese (中文名称)" })
  nameZh(@Root() { rules }: WhistleProfile): string {
    return rules.nameZh;
  }

  @FieldResolver(() => String, { description: "The text it comes from, and what was chosen besides (来源)" })
  source(@Root() { rules }: WhistleProfile): string {
    return rules.source;
  }

  @FieldResolver(() => [WhistleRuleText], {
    description:
      "The rules it cites, in their own words; empty where the profile does not tell them (规则原文)",
  })
  texts(@Root() { rules }: WhistleProfile): WhistleRuleText[] {
    return rules.texts ?? [];
  }

  @FieldResolver(() => Boolean, { description: "Whether the district has a command centre (有无指挥中心)" })
  commandCentre(@Root() { rules }: WhistleProfile): boolean {
    return rules.commandCentre ?? true;
  }

  @FieldResolver(() => [WhistleTerm], { description: "Themes (主题, PG-10)" })
  themes(@Root() { rules }: WhistleProfile): WhistleTerm[] {
    return rules.themes;
  }

  @FieldResolver(() => [WhistleTerm], { description: "Where a need may come from (哨源)" })
  sources(@Root() { rules }: WhistleProfile): WhistleTerm[] {
    return rules.sources;
  }

  @FieldResolver(() => [String], { description: "Posts that decide contested duties (争议裁决岗位, PG-4)" })
  arbiters(@Root() { rules }: WhistleProfile): string[] {
    return rules.arbiters;
  }

  @FieldResolver(() => [String], { description: "Posts that rule on misuse (乱吹哨认定岗位, KF-17)" })
  misuseRuledBy(@Root() { rules }: WhistleProfile): string[] {
    return rules.misuseRuledBy;
  }

  @FieldResolver(() => [WhistleKind], { description: "Kinds of whistle (哨种)" })
  kinds(@Root() { rules }: WhistleProfile): WhistleKindRules[] {
    return rules.kinds;
  }
}

/** From the document, which is written for the district, to the schema, which is written for whoever asks. */
@Resolver(() => WhistleKind)
export class WhistleKindResolver {
  @FieldResolver(() => [WhistleBlower])
  blowers(@Root() { blowers }: WhistleKindRules): WhistleBlower[] {
    return blowers;
  }

  @FieldResolver(() => WhistleTarget)
  lead(@Root() { lead }: WhistleKindRules): WhistleTarget {
    return { ...lead, min: 1, max: 1 };
  }

  @FieldResolver(() => WhistleTarget)
  assisting(@Root() { assisting }: WhistleKindRules): WhistleTarget {
    return { ...assisting, isBlower: false };
  }

  @FieldResolver(() => Boolean)
  requiresTicket(@Root() { requires }: WhistleKindRules): boolean {
    return requires.ticket;
  }

  @FieldResolver(() => Boolean)
  requiresVerification(@Root() { requires }: WhistleKindRules): boolean {
    return requires.verification;
  }

  @FieldResolver(() => Boolean)
  requiresCitation(@Root() { requires }: WhistleKindRules): boolean {
    return requires.citation;
  }

  @FieldResolver(() => Boolean)
  requiresCheckIn(@Root() { requires }: WhistleKindRules): boolean {
    return requires.checkIn ?? false;
  }

  @FieldResolver(() => Urgency, { nullable: true })
  requiresUrgency(@Root() { requires }: WhistleKindRules): Urgency | null {
    return requires.urgency ?? null;
  }

  @FieldResolver(() => [WhistleClockRule])
  clocks(@Root() kind: WhistleKindRules): WhistleClockRule[] {
    return clockRulesOf(kind);
  }
}
