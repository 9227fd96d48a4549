import { Field, ObjectType } from "type-graphql";
import { Public } from "../../shared/schema-directives.ts";
import { MapPoint } from "../place/map-point.ts";

@ObjectType({ description: "A closed line of an outline: a part of the land, or a hole in one (轮廓环)" })
@Public()
export class OutlineRing {
  @Field(() => [MapPoint], {
    description:
      "Its corners in order, WGS84, the first not repeated: counter-clockwise around a part, clockwise around a hole (角点)",
  })
  corners: readonly MapPoint[];

  @Field(() => Boolean, { description: "What it encloses is not part of the land (是否为内洞)" })
  hole: boolean;
}

@ObjectType({
  description:
    "The outline of a division: of all grids below it that are in force today, with the borders between them gone; communities whose grids are not drawn yet count with the land they were given. Corners on straight lines are left out (区划轮廓)",
})
@Public()
export class Outline {
  divisionCode: string;

  @Field(() => [OutlineRing], { description: "One for each part and each hole, the largest first (轮廓环)" })
  rings: readonly OutlineRing[];

  @Field(() => Boolean, {
    description:
      "True: at least a part of what it is made of is made up, not surveyed. No real grid boundaries are published (合成边界)",
  })
  synthetic: boolean;
}
