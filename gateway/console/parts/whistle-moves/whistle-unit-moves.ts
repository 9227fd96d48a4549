import { WhistleClockStep } from "../../language/terms.ts";
import type { Option } from "../moves/field.ts";
import type { Move } from "../moves/move.ts";
import {
  answeredPart,
  answering,
  askedFor,
  atWork,
  type Clock,
  clockKey,
  isContested,
  isIn,
  isLead,
  namedClock,
  openCheckpoints,
  owed,
  type Whistle,
  whistleMove,
} from "./whistle.ts";
import {
  ArriveWhistleDocument,
  AskWhistleExtensionDocument,
  DisputeWhistleDocument,
  IssueMeasuresDocument,
  RecordCheckpointDocument,
  ResolveWhistleDocument,
  SignWhistleDocument,
} from "./whistle-moves.graphql.ts";

type Step = "signedAt" | "arrivedAt" | "measuresAt" | "resolvedAt";

/** Whether a step is the next of the holder's unit: each needs the one before and is done once. */
const isNext = (step: Step, before: Step | undefined) =>
  function may(whistle: Whistle, holder: Parameters<typeof answeredPart>[1]): boolean {
    const part = answeredPart(whistle, holder);
    if (!part || isContested(part) || !isIn(whistle, answering)) return false;
    return part[step] === null && (before === undefined || part[before] !== null);
  };

const nameOf = ({ step, ordinal }: Clock): Option["label"] => {
  const { en, zh } = WhistleClockStep[step];
  return ordinal > 0 ? { en: `${en} ${ordinal}`, zh: `${zh} ${ordinal}` } : { en, zh };
};

const asOption = (clock: Clock): Option => ({ value: clockKey(clock), label: nameOf(clock) });

/** What a called unit does with a whistle, step by step. */
export const calledMoves: readonly Move<Whistle>[] = [
  whistleMove({
    name: "sign",
    label: { en: "Sign for", zh: "签收" },
    about: { en: "Your unit takes receipt of the whistle and comes.", zh: "签收后应及时到现场报到。" },
    fields: [],
    may: isNext("signedAt", undefined),
    document: SignWhistleDocument,
    input: ({ number }) => ({ number }),
  }),
  whistleMove({
    name: "arrive",
    label: { en: "Report on scene", zh: "报到" },
    about: { en: "Your unit is on the scene, from this moment on.", zh: "以此刻登记本单位到达现场。" },
    fields: [
      {
        name: "position",
        kind: "position",
        optional: ({ kindRules }) => !kindRules.requiresCheckIn,
        label: { en: "Position", zh: "报到位置" },
      },
      {
        name: "note",
        kind: "text",
        maximum: 4_000,
        optional: true,
        label: { en: "What was found on arrival", zh: "报到情况" },
      },
    ],
    may: isNext("arrivedAt", "signedAt"),
    document: ArriveWhistleDocument,
    input: ({ number }, form) => ({
      input: { number, note: form.textIfAny("note"), position: form.position("position") },
    }),
  }),
  whistleMove({
    name: "issueMeasures",
    label: { en: "Issue measures", zh: "提出措施" },
    about: {
      en: "The lead's measures are the joint ones and hold for all called units.",
      zh: "牵头单位提出的措施为各方共同措施。",
    },
    fields: [{ name: "measures", kind: "text", maximum: 4_000, label: { en: "Measures", zh: "解决措施" } }],
    may: isNext("measuresAt", "arrivedAt"),
    document: IssueMeasuresDocument,
    input: ({ number }, form) => ({ number, measures: form.text("measures") }),
  }),
  whistleMove({
    name: "resolve",
    label: { en: "Report resolved", zh: "办结" },
    about: {
      en: "The lead's report is that of the whole. Who called says afterwards whether it is solved.",
      zh: "牵头单位办结即整哨办结，是否解决由吹哨方确认。",
    },
    fields: [{ name: "result", kind: "text", maximum: 4_000, label: { en: "Result", zh: "办理结果" } }],
    may: isNext("resolvedAt", "measuresAt"),
    document: ResolveWhistleDocument,
    input: ({ number }, form) => ({ number, result: form.text("result") }),
  }),
  whistleMove({
    name: "recordCheckpoint",
    label: { en: "Record checkpoint", zh: "记录节点" },
    about: { en: "Where the work stands at a checkpoint.", zh: "登记一三五七节点的进展。" },
    fields: [
      {
        name: "clock",
        kind: "choice",
        of: (whistle) => openCheckpoints(whistle).map(asOption),
        label: { en: "Checkpoint", zh: "节点" },
      },
      { name: "note", kind: "text", maximum: 4_000, label: { en: "Where the work stands", zh: "进展" } },
    ],
    may: (whistle, holder) =>
      isIn(whistle, answering) &&
      openCheckpoints(whistle).length > 0 &&
      (isLead(whistle, holder) || whistle.actsForBlower),
    document: RecordCheckpointDocument,
    input: ({ number }, form) => ({
      number,
      ordinal: namedClock(form.chosen("clock")).ordinal,
      note: form.text("note"),
    }),
  }),
  whistleMove({
    name: "askExtension",
    aside: true,
    label: { en: "Ask for more time", zh: "申请延期" },
    about: {
      en: "Asked before the clock has run out, one question a clock at a time; who called decides.",
      zh: "须在时限届满前提出，每个环节一次一项，由确认方审核。",
    },
    fields: [
      {
        name: "clock",
        kind: "choice",
        of: (whistle, holder) => clocksToLengthen(whistle, holder).map(asOption),
        label: { en: "Which clock", zh: "环节" },
      },
      {
        name: "amount",
        kind: "number",
        minimum: 1,
        maximum: 365,
        label: { en: "How much more, in the clock's own unit", zh: "申请延长量（按该时限的单位）" },
      },
      { name: "reason", kind: "text", maximum: 4_000, label: { en: "Why it takes longer", zh: "延期理由" } },
    ],
    may: (whistle, holder) => isIn(whistle, atWork) && clocksToLengthen(whistle, holder).length > 0,
    document: AskWhistleExtensionDocument,
    input: ({ number }, form) => ({
      input: {
        number,
        ...namedClock(form.chosen("clock")),
        amount: form.number("amount"),
        reason: form.text("reason"),
      },
    }),
  }),
  whistleMove({
    name: "dispute",
    aside: true,
    label: { en: "Contest the duty", zh: "提出争议" },
    about: {
      en: "The arbiter decides whose duty it is. Meanwhile the clocks run on.",
      zh: "由仲裁方裁决职责归属，期间时限照常计算。",
    },
    fields: [
      {
        name: "reason",
        kind: "text",
        maximum: 4_000,
        label: { en: "Why it is not your duty", zh: "争议理由" },
        hint: { en: "No personal data: it is kept as a precedent", zh: "请勿填写个人信息，将作为先例留存" },
      },
    ],
    may(whistle, holder) {
      const part = answeredPart(whistle, holder);
      return (
        isIn(whistle, ["BLOWN", "SIGNED", "ARRIVED", "DISPUTED"]) &&
        part !== undefined &&
        part.measuresAt === null &&
        part.disputedAt === null
      );
    },
    document: DisputeWhistleDocument,
    input: ({ number }, form) => ({ number, reason: form.text("reason") }),
  }),
];

/** Clocks the holder's unit owes a step on and has not asked about yet. */
function clocksToLengthen(whistle: Whistle, holder: Parameters<typeof answeredPart>[1]): readonly Clock[] {
  const part = answeredPart(whistle, holder);
  if (!part || isContested(part)) return [];
  return owed(whistle, part).filter((clock) => !askedFor(whistle, clock));
}
