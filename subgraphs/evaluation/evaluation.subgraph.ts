import { feedResolver } from "../shared/feed-resolver.ts";
import type { SubgraphDefinition } from "../shared/subgraph.ts";
import { AssessedUnit } from "./assessment-plan/assessed-unit.ts";
import { AssessedUnitResolver, AssessmentPlanResolver } from "./assessment-plan/assessment-plan.resolver.ts";
import { AssessmentPlan } from "./assessment-plan/assessment-plan.ts";
import { CallBackResolver, TicketCallBacksResolver } from "./call-back/call-back.resolver.ts";
import { CallBack } from "./call-back/call-back.ts";
import { CallBackDueResolver } from "./call-back/call-back-due.resolver.ts";
import { CallBackDue } from "./call-back/call-back-due.ts";
import { type EvaluationContext, evaluationContext } from "./evaluation.context.ts";
import { evaluationErrors } from "./evaluation.errors.ts";
import { seedEvaluation } from "./evaluation.seed.ts";
import { MemberRatingResolver } from "./member-rating/member-rating.resolver.ts";
import { MemberRating } from "./member-rating/member-rating.ts";
import { MemberRatingRule } from "./member-rating/member-rating-rule.ts";
import { Rates1700000005000 } from "./migrations/1700000005000-rates.ts";
import { Scores1700000005100 } from "./migrations/1700000005100-scores.ts";
import { WhistleEvaluations1700000005200 } from "./migrations/1700000005200-whistle-evaluations.ts";
import { NegativeList1700000005300 } from "./migrations/1700000005300-negative-list.ts";
import { AssessmentPlans1700000005400 } from "./migrations/1700000005400-assessment-plans.ts";
import { MemberRatings1700000005500 } from "./migrations/1700000005500-member-ratings.ts";
import { CallBacksDue1700000005600 } from "./migrations/1700000005600-call-backs-due.ts";
import { NegativeListResolver, UnitNegativeListResolver } from "./negative-list/negative-list.resolver.ts";
import { NegativeListEntry } from "./negative-list/negative-list-entry.ts";
import { NegativeListRule } from "./negative-list/negative-list-rule.ts";
import { RateRuleResolver } from "./rates/rate-rule.resolver.ts";
import { RateRule } from "./rates/rate-rule.ts";
import { DivisionRatesResolver, MatterRatesResolver, UnitRatesResolver } from "./rates/rates.resolver.ts";
import { Division, GridMember, Matter, Ticket, Unit, Whistle } from "./references.ts";
import { ScoreResolver, ScoreSheetResolver, UnitScoresResolver } from "./score/score.resolver.ts";
import { Score } from "./score/score.ts";
import { ScoreSheet } from "./score/score-sheet.ts";
import { ticketFeed } from "./ticket-feed.consumer.ts";
import {
  WhistleEvaluationResolver,
  WhistleEvaluationsResolver,
} from "./whistle-evaluation/whistle-evaluation.resolver.ts";
import { WhistleEvaluation } from "./whistle-evaluation/whistle-evaluation.ts";
import { UnitYearScoreResolver, YearScoreResolver } from "./year-score/year-score.resolver.ts";

/** Call-backs, three rates, scores, whistle evaluations, the negative list. Owner: the performance office (绩效办). */
export const evaluation: SubgraphDefinition<EvaluationContext> = {
  name: "evaluation",
  owner: "PERFORMANCE-OFFICE",
  ownerZh: "绩效办",
  resolvers: [
    CallBackResolver,
    TicketCallBacksResolver,
    CallBackDueResolver,
    RateRuleResolver,
    UnitRatesResolver,
    DivisionRatesResolver,
    MatterRatesResolver,
    ScoreSheetResolver,
    ScoreResolver,
    UnitScoresResolver,
    WhistleEvaluationResolver,
    WhistleEvaluationsResolver,
    NegativeListResolver,
    UnitNegativeListResolver,
    MemberRatingResolver,
    AssessmentPlanResolver,
    AssessedUnitResolver,
    YearScoreResolver,
    UnitYearScoreResolver,
    feedResolver("evaluationFeed", {
      tells: "Every call-back, evaluation and move on the negative list",
      tellsZh: "考核",
    }),
  ],
  types: [Ticket, Whistle, Unit, Division, Matter, GridMember],
  references: {
    Ticket: (reference: Ticket) => Object.assign(new Ticket(), reference),
    Whistle: (reference: Whistle) => Object.assign(new Whistle(), reference),
    Unit: (reference: Unit) => Object.assign(new Unit(), reference),
    Division: (reference: Division) => Object.assign(new Division(), reference),
    Matter: (reference: Matter) => Object.assign(new Matter(), reference),
    GridMember: (reference: GridMember) => Object.assign(new GridMember(), reference),
  },
  entities: [
    CallBack,
    CallBackDue,
    RateRule,
    ScoreSheet,
    Score,
    WhistleEvaluation,
    NegativeListEntry,
    NegativeListRule,
    AssessmentPlan,
    AssessedUnit,
    MemberRating,
    MemberRatingRule,
  ],
  migrations: [
    Rates1700000005000,
    Scores1700000005100,
    WhistleEvaluations1700000005200,
    NegativeList1700000005300,
    AssessmentPlans1700000005400,
    MemberRatings1700000005500,
    CallBacksDue1700000005600,
  ],
  errors: evaluationErrors,
  context: evaluationContext,
  seed: seedEvaluation,
  consumers: () => [ticketFeed],
};
