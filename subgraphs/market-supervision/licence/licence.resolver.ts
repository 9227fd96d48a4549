import { GraphQLLocalDate } from "graphql-scalars";
import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Day } from "../../shared/calendar.ts";
import { ListSize } from "../../shared/schema-directives.ts";
import { Business } from "../business/business.ts";
import type { MarketSupervisionContext } from "../market-supervision.context.ts";
import { Licence } from "./licence.ts";
import { inForceOn } from "./licence.validity.ts";

@Resolver(() => Business)
export class BusinessLicencesResolver {
  @FieldResolver(() => [Licence], {
    nullable: true,
    description:
      "Its licences, latest first; null only when the register cannot be asked. An empty list means none (行政许可)",
  })
  @ListSize(3)
  async licences(
    @Root() { creditCode }: Business,
    @Arg("inForceOn", () => GraphQLLocalDate, {
      nullable: true,
      description: "Only those certain to be in force on this day; absent: all, past ones too (该日有效)",
    })
    day: Day | undefined,
    @Ctx() { register }: MarketSupervisionContext,
  ): Promise<Licence[]> {
    const licences = await register.licences.load(creditCode);
    const issued = ({ issuedOn, number }: Licence) => `${issuedOn ?? ""} ${number}`;
    return licences
      .map((licence) => Object.assign(new Licence(), licence))
      .filter((licence) => !day || inForceOn(licence, day) === true)
      .sort((one, other) => (issued(one) > issued(other) ? -1 : 1));
  }
}

@Resolver(() => Licence)
export class LicenceResolver {
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      "Whether it is in force on a day, as far as the register knows today; null when the register does not say enough to tell (是否有效)",
  })
  inForce(
    @Root() licence: Licence,
    @Arg("on", () => GraphQLLocalDate, { nullable: true, description: "The day; absent: today (日期)" })
    on: Day | undefined,
    @Ctx() { today }: MarketSupervisionContext,
  ): boolean | undefined {
    return inForceOn(licence, on ?? today);
  }
}
