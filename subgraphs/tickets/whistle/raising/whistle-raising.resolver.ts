import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { TicketsContext } from "../../tickets.context.ts";
import { Whistle } from "../whistle.ts";
import { WhistleRaising } from "./whistle-raising.ts";

@Resolver(() => Whistle)
export class RaisedWhistleResolver {
  @FieldResolver(() => WhistleRaising, {
    nullable: true,
    description:
      "From which whistle of the level below it was raised, why, and what was tried there; null when it began here (升级自, PG-8, ZY-15)",
  })
  raisedFrom(@Root() whistle: Whistle): WhistleRaising | null {
    const { raisedFromNumber: fromNumber, raisingReason: reason, raisingTried: tried } = whistle;
    return fromNumber ? Object.assign(new WhistleRaising(), { fromNumber, reason, tried }) : null;
  }

  @FieldResolver(() => Whistle, {
    nullable: true,
    description:
      "The whistle of the level above it was raised to; null when it was not raised (升级为, PG-8)",
  })
  async raisedTo(
    @Root() { number }: Whistle,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<Whistle | null> {
    const [successor = null] = await loadWhistle.raisedFrom.load(number);
    return successor;
  }
}

@Resolver(() => WhistleRaising)
export class WhistleRaisingResolver {
  @FieldResolver(() => Whistle, {
    nullable: true,
    description: "The whistle below; null only if you may not see it (原哨)",
  })
  whistle(
    @Root() { fromNumber }: WhistleRaising,
    @Ctx() { loadWhistle }: TicketsContext,
  ): Promise<Whistle | null> {
    return loadWhistle.whistle.load(fromNumber);
  }
}
