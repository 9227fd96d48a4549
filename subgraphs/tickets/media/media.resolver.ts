import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { refuse } from "../../shared/errors.ts";
import { Confided } from "../../shared/personal.ts";
import { Subjects, subjectsOf } from "../../shared/subject.ts";
import { Demand } from "../demand/demand.ts";
import type { TicketsContext } from "../tickets.context.ts";
import { Media } from "./media.ts";

@Resolver(() => Media)
export class MediaResolver {
  @Query(() => Media, {
    nullable: true,
    description:
      "A photo or recording by its id; null when there is none with a demand you may see (按编号查照片、语音)",
  })
  media(
    @Arg("id", () => ID, { description: "Its id (编号)" }) id: string,
    @Ctx() { mediaInSight }: TicketsContext,
  ): Promise<Media | null> {
    return mediaInSight(id);
  }

  @FieldResolver(() => Demand, {
    nullable: true,
    description: "The demand it came with; null only if it may no longer be seen (所属诉求)",
  })
  demand(@Root() { demandNumber }: Media, @Ctx() { load }: TicketsContext): Promise<Demand | null> {
    return load.demand.load(demandNumber);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Where it is fetched from the gateway, with the same token, basis and case; null when withheld: a voice tells who speaks, so what has sound is for those who may know the demander (下载地址)",
  })
  @Confided()
  async url(@Root() media: Media, @Ctx() { mayOpen }: TicketsContext): Promise<string | null> {
    if (await mayOpen(media)) return `/media/${media.id}`;
    throw refuse("WITHHELD", {
      coordinate: "Media.url",
      needed: "a part in the open case, as a body of government",
      neededZh: "在办案件中的承办、协办或属地职责",
    });
  }

  @Subjects()
  async subjects(@Root() { demandNumber }: Media, @Ctx() { load }: TicketsContext): Promise<string[]> {
    const demand = await load.demand.load(demandNumber);
    const demander = demand?.demanderId ? await load.demander.load(demand.demanderId) : null;
    return demander ? subjectsOf({ resident: demander.residentId, person: demander.personId }) : [];
  }
}
