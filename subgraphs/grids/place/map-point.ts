import { Field, Float, ObjectType } from "type-graphql";
import { Public } from "../../shared/schema-directives.ts";

@ObjectType({ description: "A point in degrees, WGS84 (坐标点)" })
@Public()
export class MapPoint {
  @Field(() => Float, { description: "Degrees east (经度)" })
  longitude: number;

  @Field(() => Float, { description: "Degrees north (纬度)" })
  latitude: number;
}
