import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Float, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { connectionOf } from "../../shared/connection.ts";
import { Key, Public } from "../../shared/schema-directives.ts";

/** In what state the last survey found a component. */
export enum ComponentState {
  SOUND = "SOUND",
  DAMAGED = "DAMAGED",
  MISSING = "MISSING",
  ABANDONED = "ABANDONED",
  REMOVED = "REMOVED",
}
registerEnumType(ComponentState, {
  name: "ComponentState",
  description: "In what state a component was found (部件状态, CJ/T 214)",
  valuesConfig: {
    SOUND: { description: "As it should be (完好)" },
    DAMAGED: { description: "Broken, worn or not working (破损)" },
    MISSING: { description: "Gone, though it should be there (丢失)" },
    ABANDONED: { description: "There, but nobody's any more (废弃)" },
    REMOVED: { description: "Taken away for good; its code is not given again (移除)" },
  },
});

@Entity()
@ObjectType({
  description:
    "A facility in the street that has a code of its own: a manhole cover, a street lamp, a bench (部件, CJ/T 214)",
})
@Key("code")
@Public()
export class Component {
  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => String, {
    description: "16 digits: district 6, class 2, sub-class 2, sequence 6 (部件代码, CJ/T 214)",
  })
  @PrimaryColumn({ type: "text" })
  code: string;

  /** In the code, and as a column of its own to be found by. */
  @Column({ type: "text", insert: false, update: false })
  subclassCode: string;

  @Field(() => String, { description: "As the crews call it, e.g. 连升街3号路灯 (名称)" })
  @Column({ type: "text" })
  name: string;

  @Column({ type: "text" })
  gridCode: string;

  @Column({ type: "text" })
  responsibleUnitCode: string;

  @Field(() => ComponentState, { description: "As the last survey found it (状态)" })
  @Column({ type: "text" })
  state: ComponentState;

  @Field(() => GraphQLLocalDate, { description: "Day of the last survey (普查日期)" })
  @Column({ type: "date" })
  surveyedOn: Day;

  @Field(() => Float, { description: "Degrees east, WGS84 (经度)" })
  @Column({ type: "double precision" })
  longitude: number;

  @Field(() => Float, { description: "Degrees north, WGS84 (纬度)" })
  @Column({ type: "double precision" })
  latitude: number;

  @Field(() => Boolean, { description: "True: made up for the sample data (合成数据)" })
  @Column({ type: "boolean" })
  synthetic: boolean;
}

export const ComponentConnection = connectionOf(Component, { public: true });
