import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { refuse } from "../../shared/errors.ts";
import { districtOf } from "../../shared/principal.ts";
import type { EvaluationContext } from "../evaluation.context.ts";
import { Division, Matter, Unit } from "../references.ts";
import { mayReadFigures } from "../visibility.ts";
import { PeriodInput, requirePeriod } from "./period.ts";
import type { Rated } from "./rate.store.ts";
import { ruleInForce } from "./rate-rule.ts";
import { ratesShown, ThreeRates } from "./rates.ts";

const description =
  "The three rates over a period, read from daily counts; null and WITHHELD when you may not see running figures (三率, ZY-20)";

const coordinates = { UNIT: "Unit.rates", DIVISION: "Division.rates", MATTER: "Matter.rates" } as const;

async function ratesOf(
  kind: Rated,
  code: string,
  input: PeriodInput,
  { principal, load }: EvaluationContext,
): Promise<ThreeRates> {
  if (!mayReadFigures(principal, code)) {
    throw refuse("WITHHELD", {
      coordinate: coordinates[kind],
      needed: "an official post in the district; the public reads published scores",
      neededZh: "本区的公务岗位（公众可查阅已公布的得分）",
    });
  }
  const period = requirePeriod(input);
  const [counts, rules] = await Promise.all([
    load.rateCounts[kind](code, { from: period.from, to: period.to }),
    load.rateRules.load(districtOf(code)),
  ]);
  const rule = ruleInForce(rules, districtOf(code), period.to);
  return Object.assign(new ThreeRates(), counts, ratesShown(counts, rule), { period, rule });
}

@Resolver(() => Unit)
export class UnitRatesResolver {
  @FieldResolver(() => ThreeRates, { nullable: true, description })
  rates(
    @Root() { code }: Unit,
    @Arg("period", () => PeriodInput, { description: "The days to count (考核周期)" }) period: PeriodInput,
    @Ctx() context: EvaluationContext,
  ): Promise<ThreeRates> {
    return ratesOf("UNIT", code, period, context);
  }
}

@Resolver(() => Division)
export class DivisionRatesResolver {
  @FieldResolver(() => ThreeRates, { nullable: true, description })
  rates(
    @Root() { code }: Division,
    @Arg("period", () => PeriodInput, { description: "The days to count (考核周期)" }) period: PeriodInput,
    @Ctx() context: EvaluationContext,
  ): Promise<ThreeRates> {
    return ratesOf("DIVISION", code, period, context);
  }
}

@Resolver(() => Matter)
export class MatterRatesResolver {
  @FieldResolver(() => ThreeRates, { nullable: true, description })
  rates(
    @Root() { code }: Matter,
    @Arg("period", () => PeriodInput, { description: "The days to count (考核周期)" }) period: PeriodInput,
    @Ctx() context: EvaluationContext,
  ): Promise<ThreeRates> {
    return ratesOf("MATTER", code, period, context);
  }
}
