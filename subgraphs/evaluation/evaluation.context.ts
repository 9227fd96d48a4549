import DataLoader from "dataloader";
import { emptyPage, type PageArgs } from "../shared/connection.ts";
import { loadByArguments, loadMany, loadOne } from "../shared/loader.ts";
import type { RequestScope } from "../shared/subgraph.ts";
import { AssessmentPlanStore } from "./assessment-plan/assessment-plan.store.ts";
import { CallBackStore } from "./call-back/call-back.store.ts";
import { CallBackDueStore } from "./call-back/call-back-due.store.ts";
import { MemberRatingStore } from "./member-rating/member-rating.store.ts";
import { MemberYear } from "./member-rating/member-year.ts";
import { NegativeListStore } from "./negative-list/negative-list.store.ts";
import type { NegativeListEntry } from "./negative-list/negative-list-entry.ts";
import type { PeriodInput } from "./rates/period.ts";
import { type Rated, RateStore } from "./rates/rate.store.ts";
import { everyDistrict, type RateRule } from "./rates/rate-rule.ts";
import { noCounts, type RateCounts } from "./rates/three-rates.ts";
import { ScoreStore } from "./score/score.store.ts";
import type { Score } from "./score/score.ts";
import { WhistleEvaluationStore } from "./whistle-evaluation/whistle-evaluation.store.ts";
import type { WhistleEvaluation } from "./whistle-evaluation/whistle-evaluation.ts";
import { YearScoreStore } from "./year-score/year-score.store.ts";
import { YearScore } from "./year-score/year-score.ts";

/** What one request to the evaluation subgraph works with: its stores, restricted to the principal, and their loaders. */
export function evaluationContext({ database, graph, principal, at, feed, columns }: RequestScope) {
  const rates = new RateStore(database);
  const callBacks = new CallBackStore(database, principal, rates, columns);
  const callBacksDue = new CallBackDueStore(database, principal);
  const scores = new ScoreStore(database, principal, rates);
  const whistleEvaluations = new WhistleEvaluationStore(database, principal, columns);
  const negativeList = new NegativeListStore(database, principal);

  const assessmentPlans = new AssessmentPlanStore(database, principal);
  const memberRatings = new MemberRatingStore(database);
  const yearScores = new YearScoreStore(database);

  const rateCounts = (kind: Rated) =>
    loadByArguments<PeriodInput, RateCounts>(
      (codes, period) => rates.countsOf(kind, codes, period),
      () => noCounts,
    );

  return {
    principal,
    at,
    graph,
    database,
    feed,
    rates,
    callBacks,
    callBacksDue,
    scores,
    whistleEvaluations,
    negativeList,
    assessmentPlans,
    memberRatings,
    load: {
      /** The default rule first, then the district's own. */
      rateRules: new DataLoader<string, RateRule[]>(async (districts) => {
        const rules = await rates.rulesOf(districts);
        return districts.map((district) =>
          rules.filter(({ districtCode }) => districtCode === everyDistrict || districtCode === district),
        );
      }),
      rateCounts: {
        UNIT: rateCounts("UNIT"),
        DIVISION: rateCounts("DIVISION"),
        MATTER: rateCounts("MATTER"),
      },
      callBacksOfTicket: loadMany(
        (numbers) => callBacks.ofSeenTickets(numbers),
        ({ ticketNumber }) => ticketNumber,
      ),
      scoreSheet: loadOne(
        (numbers) => scores.sheets(numbers),
        ({ number }) => number,
      ),
      scoresOfSheet: loadByArguments(
        (numbers, args: PageArgs) => scores.scoresOfSheets(numbers, args),
        () => emptyPage<Score>(),
      ),
      scoresOfUnit: loadByArguments(
        (units, args: PageArgs) => scores.scoresOfUnits(units, args),
        () => emptyPage<Score>(),
      ),
      evaluationsOfWhistle: loadMany(
        (numbers) => whistleEvaluations.ofWhistles(numbers),
        ({ whistleNumber }) => whistleNumber,
      ),
      evaluationsOfYear: loadByArguments(
        (units, args: PageArgs & { year: number }) => whistleEvaluations.countedFor(units, args),
        () => emptyPage<WhistleEvaluation>(),
      ),
      assessedUnderPlan: loadMany(
        (plans) => assessmentPlans.assessedUnder(plans),
        ({ planNumber }) => planNumber,
      ),
      memberYear: loadByArguments(
        (members, { year }: { year: number }) => memberRatings.yearsOf(members, year),
        () => new MemberYear(),
      ),
      yearScore: loadByArguments(
        (units, { year }: { year: number }) => yearScores.ofUnits(units, year),
        () => new YearScore(),
      ),
      negativeListEntry: loadOne(
        (numbers) => negativeList.byNumbers(numbers),
        ({ number }) => number,
      ),
      negativeListOfUnit: loadByArguments(
        (units, args: PageArgs) => negativeList.ofUnits(units, args),
        () => emptyPage<NegativeListEntry>(),
      ),
    },
  };
}

export type EvaluationContext = ReturnType<typeof evaluationContext>;
