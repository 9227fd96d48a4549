import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { CivilAffairsContext } from "../civil-affairs.context.ts";
import { Resident } from "../references.ts";
import { Disability } from "./disability.ts";

@Resolver(() => Resident)
export class ResidentDisabilityResolver {
  @FieldResolver(() => Disability, {
    nullable: true,
    description:
      "The disability certified of this person; null when none is in force that you may see (残疾人登记)",
  })
  disability(@Root() { id }: Resident, @Ctx() { load }: CivilAffairsContext): Promise<Disability | null> {
    return load.disabilityOfResident.load(id);
  }
}
