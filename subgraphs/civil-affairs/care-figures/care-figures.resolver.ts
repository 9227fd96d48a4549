import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { refuse } from "../../shared/errors.ts";
import { Authenticated } from "../../shared/schema-directives.ts";
import { AidKind } from "../aid/aid-kind.ts";
import type { CivilAffairsContext } from "../civil-affairs.context.ts";
import { Division, Grid } from "../references.ts";
import { nobodyCounted } from "./care-figures.store.ts";
import { AidFigure, CareFigures, mayReadCareFigures } from "./care-figures.ts";
import { countOfPeople } from "./count-of-people.ts";

const description =
  "How many people here need looking after; null and WITHHELD unless it is your own land, or your department's district (关爱服务人数, ZY-6)";

async function figuresOf(
  coordinate: string,
  code: string,
  { principal, load }: CivilAffairsContext,
): Promise<CareFigures> {
  if (!mayReadCareFigures(principal, code)) {
    throw refuse("WITHHELD", {
      coordinate,
      needed: "a post in a community or sub-district it lies in, or in a department of its district",
      neededZh: "所在社区、街道或本区县部门的岗位",
    });
  }
  const { livingAlone, livingAloneAged80, withoutSmartphone, aid } =
    (await load.careCounts.load(code)) ?? nobodyCounted;
  return Object.assign(new CareFigures(), {
    livingAlone: countOfPeople(livingAlone),
    livingAloneAged80: countOfPeople(livingAloneAged80),
    withoutSmartphone: countOfPeople(withoutSmartphone),
    aid: Object.values(AidKind).map((kind) =>
      Object.assign(new AidFigure(), { kind, recipients: countOfPeople(aid[kind] ?? 0) }),
    ),
  });
}

@Resolver(() => Division)
export class DivisionCareFiguresResolver {
  @FieldResolver(() => CareFigures, { nullable: true, description })
  @Authenticated()
  careFigures(@Root() { code }: Division, @Ctx() context: CivilAffairsContext): Promise<CareFigures> {
    return figuresOf("Division.careFigures", code, context);
  }
}

@Resolver(() => Grid)
export class GridCareFiguresResolver {
  @FieldResolver(() => CareFigures, { nullable: true, description })
  @Authenticated()
  careFigures(@Root() { code }: Grid, @Ctx() context: CivilAffairsContext): Promise<CareFigures> {
    return figuresOf("Grid.careFigures", code, context);
  }
}
