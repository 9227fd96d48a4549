import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { sealed } from "../../shared/asking.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import { actorOf } from "../../shared/move.ts";
import { Confided } from "../../shared/personal.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import { Subject, Subjects, subjectsOf } from "../../shared/subject.ts";
import { maximumFiles } from "../../shared/uploads.ts";
import { Channel } from "../channel/channel.ts";
import { Media } from "../media/media.ts";
import { Building, Division, Estate, Grid } from "../references.ts";
import { Ticket } from "../ticket/ticket.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { refuse } from "../tickets.errors.ts";
import { receiveDemand } from "./demand.lifecycle.ts";
import { Demand } from "./demand.ts";
import { Demander } from "./demander.ts";
import { findPlace } from "./place.ts";
import { ReportDemandInput } from "./report-demand.input.ts";

@Resolver(() => Demand)
export class DemandResolver {
  @Query(() => Demand, {
    nullable: true,
    description: "One demand by its number; null when there is none you may see (按编号查诉求)",
  })
  demand(
    @Arg("number", () => String, { description: "Demand number (诉求编号)" }) number: string,
    @Ctx() { load }: TicketsContext,
  ): Promise<Demand | null> {
    return load.demand.load(number);
  }

  @Mutation(() => Demand, {
    description:
      "Takes a demand in and opens its ticket, in one call from open to upload (诉求登记、随手拍, ZY-9). A place without a known grid is taken in all the same.",
  })
  async reportDemand(
    @Arg("input", () => ReportDemandInput, { description: "What is asked, where and by whom (诉求)" })
    input: ReportDemandInput,
    @Arg("idempotencyKey", () => String, {
      description: "New for every intended demand; the same key has one effect (幂等键)",
    })
    idempotencyKey: string,
    @Ctx() context: TicketsContext,
  ): Promise<Demand> {
    const actor = actorOf(context);
    const place = await sealed(findPlace(context.graph, input, actor.principal));
    const channel = await context.load.channel.load(input.channel);
    const petitionDay = input.petition ? await context.load.petitionDay.load(input.petition.day) : null;
    // Sent again, the same photo comes under another id: what it holds says that it is the same.
    const asked = { ...input, media: await context.media.digests(input.media, actor) };
    const request = { idempotencyKey, input: asked, media: input.media };
    const received = await context.demands.receive(request, actor, () => {
      if (!channel) throw refuse("UNKNOWN_CHANNEL", { channel: input.channel });
      return receiveDemand(input, { place: place(), channel, petitionDay }, actor);
    });
    context.reread();
    return received;
  }

  @FieldResolver(() => Ticket, {
    nullable: true,
    description: "Its ticket, before any merging; null only if it may no longer be seen (工单)",
  })
  ticket(@Root() { ticketNumber }: Demand, @Ctx() { load }: TicketsContext): Promise<Ticket | null> {
    return load.ticket.load(ticketNumber);
  }

  @FieldResolver(() => Demander, {
    nullable: true,
    description: "Who made it; null when they did not want to be named (诉求人)",
  })
  @Subject()
  async demander(
    @Root() { demanderId, ticketNumber }: Demand,
    @Ctx() { load }: TicketsContext,
  ): Promise<Demander | null> {
    const demander = demanderId ? await load.demander.load(demanderId) : null;
    return demander && Object.assign(new Demander(), demander, { ticketNumber });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Whom it concerns, first of five elements; null when not said, withheld from whom the demander is masked for: it may name people (何人)",
  })
  @Confided()
  async who(
    @Root() { who, ticketNumber }: Demand,
    @Ctx() { reachesDemander }: TicketsContext,
  ): Promise<string | null> {
    if (await reachesDemander(ticketNumber)) return who;
    throw refuseShared("WITHHELD", {
      coordinate: "Demand.who",
      needed: "a part in the open case, as a body of government",
      neededZh: "在办案件中的承办、协办或属地职责",
    });
  }

  @FieldResolver(() => [Media], {
    description: "Photos and recordings that came with it, in their order (照片、语音, ZY-9)",
  })
  @ListSize(maximumFiles)
  media(@Root() { number }: Demand, @Ctx() { load }: TicketsContext): Promise<Media[]> {
    return load.mediaOfDemand.load(number);
  }

  @FieldResolver(() => Channel, { nullable: true, description: "By which channel it came (渠道, KF-5)" })
  channel(@Root() { channelCode }: Demand, @Ctx() { load }: TicketsContext): Promise<Channel | null> {
    return load.channel.load(channelCode);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description: "Smallest division known to hold it; null only when it cannot be looked up (所在区划)",
  })
  division(@Root() { divisionCode }: Demand): Division {
    return { code: divisionCode };
  }

  @FieldResolver(() => Grid, { nullable: true, description: "Its grid; null: no grid yet (所在网格, BJ-12)" })
  grid(@Root() { gridCode }: Demand): Grid | null {
    return gridCode ? { code: gridCode } : null;
  }

  @FieldResolver(() => Estate, { nullable: true, description: "Its estate; null outside one (所在小区)" })
  estate(@Root() { estateCode }: Demand): Estate | null {
    return estateCode ? { code: estateCode } : null;
  }

  @FieldResolver(() => Building, {
    nullable: true,
    description: "The building whose code was scanned; null when none was (楼栋, ZY-14)",
  })
  building(@Root() { buildingCode }: Demand): Building | null {
    return buildingCode ? { code: buildingCode } : null;
  }
}

@Resolver(() => Demander)
export class DemanderResolver {
  @Subjects()
  subjects(@Root() { residentId, personId }: Demander): string[] {
    return subjectsOf({ resident: residentId, person: personId });
  }
}
