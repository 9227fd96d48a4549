import { GraphQLLocalDate } from "graphql-scalars";
import { Field, Float, Int, ObjectType, registerEnumType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/calendar.ts";
import { DivisionCode } from "../../shared/scalars.ts";
import { Public } from "../../shared/schema-directives.ts";

/** When the day of a call-back begins and ends. */
export enum DayBoundary {
  NOON = "NOON",
  MIDNIGHT = "MIDNIGHT",
}
registerEnumType(DayBoundary, {
  name: "DayBoundary",
  description: "When the day of a call-back begins and ends (统计日切点)",
  valuesConfig: {
    NOON: {
      description: "From noon to noon: the afternoon counts for the next day (当日 12 时至次日 12 时)",
    },
    MIDNIGHT: { description: "From midnight to midnight (自然日)" },
  },
});

/** How much a unit's satisfaction weighs in the assessment base (ZY-19). */
export enum BaseWeighting {
  RATED_TICKETS = "RATED_TICKETS",
  EQUAL = "EQUAL",
}
registerEnumType(BaseWeighting, {
  name: "BaseWeighting",
  description: "How much a unit weighs in the assessment base (考核基数权重, ZY-19)",
  valuesConfig: {
    RATED_TICKETS: { description: "As much as it has rated tickets (按评价件数)" },
    EQUAL: { description: "Every unit the same (各单位相同)" },
  },
});

/** How the distance below the base is counted (ZY-19). */
export enum DeductionCounting {
  WHOLE_POINTS = "WHOLE_POINTS",
  PRO_RATA = "PRO_RATA",
}
registerEnumType(DeductionCounting, {
  name: "DeductionCounting",
  description: "How percentage points below the base are counted (扣分计法, ZY-19)",
  valuesConfig: {
    WHOLE_POINTS: { description: "Only whole percentage points count (按整百分点)" },
    PRO_RATA: { description: "Parts of a percentage point count as parts (按比例)" },
  },
});

/** The district code under which the rule for every district without one of its own is kept. */
export const everyDistrict = "000000";

/**
 * By what a district scores its units (三率权重). Versions are only ever added, and a version holds until the next one
 * begins, so what a published score was judged by can always be read.
 */
@Entity()
@ObjectType({
  description:
    "By what a district scores its units: weights of the three rates and the assessment base, from a day on (考核规则)",
})
@Public()
export class RateRule {
  @Field(() => DivisionCode, {
    nullable: true,
    description:
      "The district that set it; null: the default for districts without a rule of their own (区县代码)",
    name: "district",
  })
  get district(): string | null {
    return this.districtCode === everyDistrict ? null : this.districtCode;
  }

  @PrimaryColumn({ type: "text" })
  districtCode: string;

  @Field(() => Int, { description: "Version within the district, from 1 (版本)" })
  @PrimaryColumn({ type: "int" })
  version: number;

  @Field(() => GraphQLLocalDate, {
    description: "First day it holds; it holds until the next version's first day (生效日期)",
  })
  @Column({ type: "date" })
  validFrom: Day;

  // Weights and factors are kept in thousandths: whole numbers add up exactly.
  @Column({ type: "int" })
  responseWeight: number;

  @Column({ type: "int" })
  solvedWeight: number;

  @Column({ type: "int" })
  satisfiedWeight: number;

  @Column({ type: "int" })
  basicallySatisfiedFactor: number;

  @Field(() => DayBoundary, { description: "When the day of a call-back begins and ends (统计日切点)" })
  @Column({ type: "text" })
  dayBoundary: DayBoundary;

  @Field(() => BaseWeighting, { description: "How much a unit weighs in the assessment base (基数权重)" })
  @Column({ type: "text" })
  baseWeighting: BaseWeighting;

  @Column({ type: "int" })
  pointsPerPercentagePoint: number;

  @Field(() => DeductionCounting, { description: "How points below the base are counted (扣分计法)" })
  @Column({ type: "text" })
  deductionCounting: DeductionCounting;

  @Field(() => Float, {
    name: "responseWeight",
    description: "Weight of the response rate, 0 to 1 (响应率权重)",
  })
  get responseShare(): number {
    return this.responseWeight / 1000;
  }

  @Field(() => Float, {
    name: "solvedWeight",
    description: "Weight of the resolution rate, 0 to 1 (解决率权重)",
  })
  get solvedShare(): number {
    return this.solvedWeight / 1000;
  }

  @Field(() => Float, {
    name: "satisfiedWeight",
    description: "Weight of the satisfaction rate, 0 to 1 (满意率权重)",
  })
  get satisfiedShare(): number {
    return this.satisfiedWeight / 1000;
  }

  @Field(() => Float, {
    name: "basicallySatisfiedFactor",
    description: "How much “basically satisfied” counts, 0 to 1 (基本满意折算系数)",
  })
  get basicallySatisfiedShare(): number {
    return this.basicallySatisfiedFactor / 1000;
  }

  @Field(() => Float, {
    name: "pointsPerPercentagePoint",
    description: "Points taken off for each percentage point below the base (每低一个百分点扣分, ZY-19)",
  })
  get pointsPerPercentagePointShown(): number {
    return this.pointsPerPercentagePoint / 1000;
  }
}

/** The rule that holds in a district on a day: its own latest one, else the default. The default is always there. */
export function ruleInForce(rules: readonly RateRule[], district: string, day: Day): RateRule {
  const latest = (of: string) =>
    rules
      .filter(({ districtCode, validFrom }) => districtCode === of && validFrom <= day)
      .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  const rule = latest(district) ?? latest(everyDistrict);
  if (!rule) throw new Error(`no rate rule holds in ${district} on ${day}`);
  return rule;
}
