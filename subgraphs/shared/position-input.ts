import { Field, Float, InputType, registerEnumType } from "type-graphql";
import { refuse } from "./errors.ts";
import { checkPosition, Datum, type Position, toWgs84 } from "./position.ts";

registerEnumType(Datum, {
  name: "Datum",
  description: "What a longitude and latitude are measured against (坐标系)",
  valuesConfig: {
    WGS84: { description: "Satellite receivers; CGCS2000 (国家大地坐标系) is given as this" },
    GCJ02: { description: "Amap, Tencent and every published map of the mainland (火星坐标)" },
    BD09: { description: "Baidu's own (百度坐标)" },
  },
});

@InputType({ description: "A point on the ground, in degrees (位置)" })
export class PositionInput implements Position {
  @Field(() => Float, { description: "Degrees east, 73 to 136 (经度)" })
  longitude: number;

  @Field(() => Float, { description: "Degrees north, 3 to 54 (纬度)" })
  latitude: number;

  @Field(() => Datum, {
    defaultValue: Datum.WGS84,
    description: "What the point is measured against (坐标系)",
  })
  datum: Datum;
}

/** The point in WGS84, as everything is stored. Refuses a swapped pair and a point outside China. */
export function readPosition(given: Position): Position {
  const finding = checkPosition(given);
  if (!finding) return toWgs84(given);
  throw refuse("BAD_INPUT", {
    field: "position",
    problem: finding.en,
    problemZh: finding.zh,
    findingCode: finding.code,
  });
}
