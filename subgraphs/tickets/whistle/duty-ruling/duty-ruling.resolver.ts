import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { emptyPage, type Page, PageArgs } from "../../../shared/connection.ts";
import { OfficialsOnly } from "../../officials-only.ts";
import { Division, Matter, Unit } from "../../references.ts";
import type { TicketsContext } from "../../tickets.context.ts";
import { Whistle } from "../whistle.ts";
import { WhistleState } from "../whistle-state.ts";
import { DutyRuling, DutyRulingConnection } from "./duty-ruling.ts";
import { DutyRulingListArgs } from "./duty-ruling-filter.ts";

@Resolver(() => DutyRuling)
export class DutyRulingResolver {
  @Query(() => DutyRulingConnection, {
    description:
      "Rulings on contested duties in your district, the latest first: by matter, unit, place and time (职责争议裁决先例, PG-4)",
  })
  dutyRulings(
    @Args(() => DutyRulingListArgs) args: DutyRulingListArgs,
    @Ctx() { dutyRulings }: TicketsContext,
  ): Promise<Page<DutyRuling>> {
    return dutyRulings.list(args);
  }

  @FieldResolver(() => Whistle, {
    nullable: true,
    description: "The whistle it was about; null if you may not see that (所涉之哨)",
  })
  whistle(
    @Root() { whistleNumber }: DutyRuling,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<Whistle | null> {
    return loadWhistle.whistle.load(whistleNumber);
  }

  @FieldResolver(() => Matter, {
    nullable: true,
    description: "The matter; null where the whistle had none (事项)",
  })
  matter(@Root() { matterCode }: DutyRuling): Matter | null {
    return matterCode ? Object.assign(new Matter(), { code: matterCode }) : null;
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Where it was; null only when it cannot be looked up (所在区划)",
  })
  division(@Root() { divisionCode }: DutyRuling): Division {
    return Object.assign(new Division(), { code: divisionCode });
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The unit that contested its duty; null only when it cannot be looked up (争议单位)",
  })
  unit(@Root() { unitCode }: DutyRuling): Unit {
    return Object.assign(new Unit(), { code: unitCode });
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description:
      "Whose duty it was found to be; null where the unit was let go and nobody took its place (责任单位)",
  })
  responsibleUnit(@Root() { responsibleUnitCode }: DutyRuling): Unit | null {
    return responsibleUnitCode ? Object.assign(new Unit(), { code: responsibleUnitCode }) : null;
  }

  @FieldResolver(() => Unit, {
    nullable: true,
    description: "The arbiter's unit; null only when it cannot be looked up (裁决单位)",
  })
  arbiter(@Root() { arbiterUnitCode }: DutyRuling): Unit {
    return Object.assign(new Unit(), { code: arbiterUnitCode });
  }
}

@Resolver(() => Whistle)
export class WhistlePrecedentsResolver {
  @FieldResolver(() => Matter, {
    nullable: true,
    description: "What it is about, by which the cited items were judged; null where it was not said (事项)",
  })
  @OfficialsOnly()
  matter(@Root() { matterCode }: Whistle): Matter | null {
    return matterCode ? Object.assign(new Matter(), { code: matterCode }) : null;
  }

  @FieldResolver(() => DutyRulingConnection, {
    nullable: true,
    description:
      "While a duty is contested: earlier rulings on the same matter, for the arbiter and the parties; empty otherwise (同类裁决先例, PG-4)",
  })
  @OfficialsOnly()
  precedents(
    @Root() { number, state }: Whistle,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<Page<DutyRuling>> | Page<DutyRuling> {
    return state === WhistleState.DISPUTED ? loadWhistle.precedents(number, args) : emptyPage<DutyRuling>();
  }
}
