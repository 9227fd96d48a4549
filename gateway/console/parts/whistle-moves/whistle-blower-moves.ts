import type { DisputeDecision } from "../../language/terms.ts";
import type { Move } from "../moves/move.ts";
import { isCentre, isOneOf } from "../moves/posts.ts";
import { contested, extensionToDecide, isIn, type Whistle, whistleMove } from "./whistle.ts";
import {
  CloseWhistleDocument,
  ConfirmWhistleDocument,
  DecideDisputeDocument,
  DecideWhistleExtensionDocument,
  ScreenWhistleDocument,
} from "./whistle-moves.graphql.ts";

const releases = ({ decision }: Readonly<Record<string, unknown>>): boolean => decision === "RELEASED";

/** What those do who called, screen or judge. */
export const callingMoves: readonly Move<Whistle>[] = [
  whistleMove({
    name: "screen",
    label: { en: "Screen", zh: "筛选" },
    about: {
      en: "Let through, it is blown at once and its clocks begin. Not let through, its blower reads the reason.",
      zh: "通过即吹哨并开始计时；不予通过的，理由告知吹哨人。",
    },
    fields: [
      { name: "passes", kind: "yes-no", label: { en: "Let it through?", zh: "是否通过" } },
      {
        name: "dismissedBecause",
        kind: "text",
        maximum: 4_000,
        when: ({ passes }) => passes === "no",
        label: { en: "Why not", zh: "不予通过的理由" },
      },
    ],
    may: (whistle, holder) => isIn(whistle, ["DRAFT"]) && isOneOf(whistle.kindRules.screenedBy, holder),
    document: ScreenWhistleDocument,
    input: ({ number }, form) => ({
      number,
      dismissedBecause: form.yes("passes") ? null : form.textIfAny("dismissedBecause"),
    }),
  }),
  whistleMove({
    name: "confirm",
    label: { en: "Confirm", zh: "确认" },
    about: {
      en: "Reported is not solved: what is not goes back to the lead. Confirmed, every called unit is to be graded.",
      zh: "未解决的退回牵头单位；确认解决后对各应哨单位进行评价。",
    },
    fields: [
      { name: "solved", kind: "yes-no", label: { en: "Is it solved?", zh: "是否解决" } },
      {
        name: "acceptedByDemander",
        kind: "yes-no",
        optional: true,
        label: { en: "Do the demanders accept it?", zh: "群众是否认可" },
        hint: { en: "Left empty: not asked", zh: "未征求意见可不选" },
      },
      { name: "note", kind: "text", maximum: 4_000, label: { en: "What was seen", zh: "确认意见" } },
    ],
    may: (whistle, holder) =>
      isIn(whistle, ["RESOLVED"]) &&
      (whistle.kindRules.confirmedBy === "CENTRE" ? isCentre(holder) : whistle.actsForBlower),
    document: ConfirmWhistleDocument,
    input: ({ number }, form) => ({
      input: {
        number,
        solved: form.yes("solved"),
        acceptedByDemander: form.yesIfAny("acceptedByDemander"),
        note: form.text("note"),
      },
    }),
  }),
  whistleMove({
    name: "decideExtension",
    label: { en: "Decide extension", zh: "延期审核" },
    about: {
      en: "Granted, the clock runs longer by what was asked for. Time that ran out meanwhile is not given back.",
      zh: "同意则该时限相应延长，已届满的时限不再恢复。",
    },
    fields: [
      { name: "granted", kind: "yes-no", label: { en: "Granted?", zh: "是否同意" } },
      { name: "grounds", kind: "text", maximum: 4_000, label: { en: "Grounds", zh: "审核意见" } },
    ],
    may: (whistle, holder) => extensionToDecide(whistle, holder) !== undefined,
    document: DecideWhistleExtensionDocument,
    input(whistle, form, holder) {
      const { step = "MEASURES", ordinal = 0 } = extensionToDecide(whistle, holder) ?? {};
      const { number } = whistle;
      return {
        input: { number, step, ordinal, granted: form.yes("granted"), grounds: form.text("grounds") },
      };
    },
  }),
  whistleMove({
    name: "decideDispute",
    label: { en: "Decide dispute", zh: "裁决争议" },
    about: {
      en: "Upheld, the unit answers. Released, it is let go and another may take its place, with time of its own.",
      zh: "维持则由该单位应哨；免除则可由其他单位接替，时限重新起算。",
    },
    fields: [
      {
        name: "decision",
        kind: "choice",
        of: () => [
          { value: "UPHELD", label: { en: "It is the unit's duty", zh: "维持：属该单位职责" } },
          { value: "RELEASED", label: { en: "It is not: let it go", zh: "免除：不属该单位职责" } },
        ],
        label: { en: "Decision", zh: "裁决" },
      },
      {
        name: "replacement",
        kind: "unit",
        within: ({ number }) => number.slice(0, 6),
        when: releases,
        optional: true,
        label: { en: "Who takes its place", zh: "替代单位" },
      },
      {
        name: "grounds",
        kind: "text",
        maximum: 4_000,
        label: { en: "Grounds", zh: "裁决理由" },
        hint: { en: "No personal data: it is kept as a precedent", zh: "请勿填写个人信息，将作为先例留存" },
      },
    ],
    may: (whistle, holder) =>
      isIn(whistle, ["DISPUTED"]) &&
      contested(whistle) !== undefined &&
      isOneOf(whistle.profile?.arbiters ?? [], holder),
    document: DecideDisputeDocument,
    input: (whistle, form) => ({
      input: {
        number: whistle.number,
        unit: contested(whistle)?.unit?.code ?? "",
        decision: form.chosen<keyof typeof DisputeDecision>("decision"),
        replacement: form.chosen("decision") === "RELEASED" ? form.chosenIfAny("replacement") : null,
        grounds: form.text("grounds"),
      },
    }),
  }),
  whistleMove({
    name: "close",
    label: { en: "Close", zh: "办结归档" },
    about: { en: "Every unit is graded; the whistle is finished.", zh: "各单位均已评价，办结归档。" },
    fields: [],
    may: (whistle, holder) => isIn(whistle, ["EVALUATED"]) && (isCentre(holder) || whistle.actsForBlower),
    document: CloseWhistleDocument,
    input: ({ number }) => ({ number }),
  }),
];
