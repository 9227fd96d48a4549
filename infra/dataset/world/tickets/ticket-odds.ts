import type { InvalidReason, Satisfaction } from "../../../../subgraphs/evaluation/call-back/call-back.ts";
import type { Weighted } from "../random.ts";

/** Shares of tickets that take another way, each of those it could happen to. */
export const ODDS = {
  located: 0.7,
  verified: 0.75,
  rejected: 0.025,
  mistaken: 0.055,
  returnedAfterSigning: 0.3,
  extensionAsked: 0.45,
  extensionGranted: 0.85,
  supervised: 0.6,
  caseLeader: 0.02,
  notContacted: 0.05,
  unsolved: 0.05,
  invalidCallBack: 0.11,
  reopened: 0.012,
};

export const SATISFACTION: Readonly<Record<"solved" | "unsolved", Weighted<`${Satisfaction}`>>> = {
  solved: [
    ["SATISFIED", 82],
    ["BASICALLY_SATISFIED", 13],
    ["DISSATISFIED", 2],
    ["NOT_RATED", 3],
  ],
  unsolved: [
    ["SATISFIED", 8],
    ["BASICALLY_SATISFIED", 22],
    ["DISSATISFIED", 64],
    ["NOT_RATED", 6],
  ],
};

export const INVALID: Weighted<`${InvalidReason}`> = [
  ["UNREACHABLE", 70],
  ["WRONG_NUMBER", 8],
  ["NOT_THE_DEMANDER", 12],
  ["REFUSED", 10],
];
