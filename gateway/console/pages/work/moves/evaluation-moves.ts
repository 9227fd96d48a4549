import { CallBackChannel, InvalidCallBackReason, Satisfaction } from "../../../language/terms.ts";
import type { Field, Option, Values } from "../../../parts/moves/field.ts";
import { type Move, movesOf } from "../../../parts/moves/move.ts";
import { isCentre, isOneOf, speaksFor } from "../../../parts/moves/posts.ts";
import type { WorkCallBacksQuery } from "../lists/call-backs.graphql.ts";
import type { WorkEvaluationsQuery } from "../lists/evaluations.graphql.ts";
import type { WorkNegativeListQuery } from "../lists/negative-list.graphql.ts";
import {
  DecideNegativeListEntryDocument,
  EvaluateParticipantDocument,
  FileEvaluationDocument,
  RecordCallBackDocument,
  StateOnNegativeListEntryDocument,
} from "./evaluation-moves.graphql.ts";

export type CallBack = NonNullable<WorkCallBacksQuery["callBacksDue"]>["edges"][number]["node"];
export type Evaluation = NonNullable<WorkEvaluationsQuery["whistleEvaluations"]>["edges"][number]["node"];
export type Entry = NonNullable<WorkNegativeListQuery["negativeListEntries"]>["edges"][number]["node"];

const optionsOf = (terms: Readonly<Record<string, Option["label"]>>): readonly Option[] =>
  Object.entries(terms).map(([value, label]) => ({ value, label }));

const { SATISFIED, BASICALLY_SATISFIED, DISSATISFIED, NOT_RATED } = Satisfaction;
const bestFirst = { SATISFIED, BASICALLY_SATISFIED, DISSATISFIED, NOT_RATED };

const answered = ({ reached }: Values): boolean => reached === "yes";

const asksDemander: readonly Field<CallBack>[] = [
  {
    name: "channel",
    kind: "choice",
    of: () => optionsOf(CallBackChannel),
    label: { en: "How asked", zh: "回访方式" },
  },
  {
    name: "attempts",
    kind: "number",
    minimum: 1,
    maximum: 20,
    initial: () => 1,
    label: { en: "How often tried", zh: "尝试次数" },
  },
  { name: "reached", kind: "yes-no", label: { en: "Did the demander answer?", zh: "诉求人是否答复" } },
  {
    name: "invalidReason",
    kind: "choice",
    when: ({ reached }) => reached === "no",
    of: () => optionsOf(InvalidCallBackReason),
    label: { en: "Why it does not count", zh: "无效原因" },
  },
  {
    name: "contacted",
    kind: "yes-no",
    when: answered,
    label: { en: "Had the unit got in touch?", zh: "承办单位是否联系" },
  },
  { name: "solved", kind: "yes-no", when: answered, label: { en: "Is it solved?", zh: "是否解决" } },
  {
    name: "satisfaction",
    kind: "choice",
    when: answered,
    of: () => optionsOf(bestFirst),
    label: { en: "Satisfaction", zh: "满意度" },
  },
  {
    name: "opinion",
    kind: "text",
    maximum: 2_000,
    optional: true,
    label: { en: "What else the demander said", zh: "回访意见" },
  },
];

export const callBackMoves: readonly Move<CallBack>[] = [
  movesOf<CallBack>()({
    name: "callBack",
    label: { en: "Record call-back", zh: "登记回访" },
    about: {
      en: "By what the demander answers, the ticket is struck off or goes to the ledger.",
      zh: "诉求人确认解决的转入销号，未解决的挂账跟踪。",
    },
    fields: asksDemander,
    may: ({ ticket, handlingUnit }, holder) =>
      ticket != null && isCentre(holder) && handlingUnit?.code !== holder.unit,
    document: RecordCallBackDocument,
    input: ({ ticket }, form) => ({
      ticket: ticket?.number ?? "",
      channel: form.chosen("channel"),
      attempts: form.number("attempts"),
      opinion: form.textIfAny("opinion"),
      ...(form.yes("reached")
        ? {
            contacted: form.yes("contacted"),
            solved: form.yes("solved"),
            satisfaction: form.chosen<keyof typeof Satisfaction>("satisfaction"),
          }
        : { invalidReason: form.chosen<keyof typeof InvalidCallBackReason>("invalidReason") }),
    }),
  }),
];

export const evaluationMoves: readonly Move<Evaluation>[] = [
  movesOf<Evaluation>()({
    name: "give",
    label: { en: "Evaluate", zh: "评价" },
    about: {
      en: "One grade with an opinion, given once; it goes on record with the performance office.",
      zh: "评价一次有效，须写明意见，报绩效办备案。",
    },
    fields: [
      {
        name: "score",
        kind: "number",
        minimum: 0,
        maximum: 100,
        label: { en: "Grade, 0 to 100", zh: "得分（0 至 100）" },
      },
      {
        name: "opinion",
        kind: "text",
        maximum: 2_000,
        label: { en: "What the grade is based on", zh: "评价意见" },
      },
    ],
    may: ({ state, evaluator }, holder) => state === "DUE" && speaksFor(evaluator, holder),
    document: EvaluateParticipantDocument,
    input: ({ whistle, unit }, form) => ({
      whistle: whistle?.number ?? "",
      unit: unit?.code ?? "",
      score: form.number("score"),
      opinion: form.text("opinion"),
    }),
  }),
  movesOf<Evaluation>()({
    name: "file",
    label: { en: "Put on record", zh: "备案" },
    about: { en: "It counts for the year from now on.", zh: "备案后计入年度考核。" },
    fields: [],
    may: ({ state }, holder) => state === "GIVEN" && isOneOf(["PERFORMANCE_OFFICE"], holder),
    document: FileEvaluationDocument,
    input: ({ whistle, unit, evaluator }) => ({
      whistle: whistle?.number ?? "",
      unit: unit?.code ?? "",
      evaluator: evaluator?.code ?? "",
    }),
  }),
];

export const entryMoves: readonly Move<Entry>[] = [
  movesOf<Entry>()({
    name: "decide",
    label: { en: "Decide", zh: "认定" },
    about: {
      en: "After the respondent's statement, or the time for it.",
      zh: "须在被列单位陈述之后，或陈述期限届满之后认定。",
    },
    fields: [
      { name: "upheld", kind: "yes-no", label: { en: "Does it stand?", zh: "是否成立" } },
      { name: "grounds", kind: "text", maximum: 2_000, label: { en: "Grounds", zh: "认定理由" } },
      {
        name: "consequence",
        kind: "text",
        maximum: 2_000,
        when: ({ upheld }) => upheld === "yes",
        label: { en: "What follows for the unit", zh: "处理结果" },
      },
    ],
    may: ({ state }, holder) =>
      (state === "PROPOSED" || state === "STATED") && isOneOf(["PERFORMANCE_OFFICE"], holder),
    document: DecideNegativeListEntryDocument,
    input: ({ number }, form) => ({
      number,
      upheld: form.yes("upheld"),
      grounds: form.text("grounds"),
      consequence: form.yes("upheld") ? form.textIfAny("consequence") : null,
    }),
  }),
  movesOf<Entry>()({
    name: "state",
    label: { en: "State your case", zh: "陈述申辩" },
    about: { en: "Heard as long as nothing is decided.", zh: "认定之前可以陈述申辩。" },
    fields: [{ name: "statement", kind: "text", maximum: 2_000, label: { en: "Statement", zh: "陈述" } }],
    may: ({ state, respondent }, holder) => state === "PROPOSED" && speaksFor(respondent, holder),
    document: StateOnNegativeListEntryDocument,
    input: ({ number }, form) => ({ number, statement: form.text("statement") }),
  }),
];
