import { Field, Float, ObjectType } from "type-graphql";
import { Public } from "../../shared/schema-directives.ts";
import type { PlaceMatch } from "./place.matching.ts";

@ObjectType({ description: "A place a text may mean (候选地点)" })
@Public()
export class PlaceCandidate implements Omit<PlaceMatch, "name"> {
  divisionCode: string;
  estateCode: string | null;
  gridCode: string | null;
  buildingCode: string | null;
  standing: PlaceMatch["standing"];

  @Field(() => String, {
    description: "The name the text was matched by: the place's own, another, or a former one (匹配名称)",
  })
  matchedName: string;

  @Field(() => Float, {
    description: "0 to 1, how likely the place is meant; to be compared within one answer only (置信度)",
  })
  confidence: number;
}
