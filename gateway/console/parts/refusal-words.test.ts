import { expect, it } from "vitest";
import type { Refusal } from "../graph/refusal.ts";
import { codesIn, inWords } from "./refusal-words.ts";

const refusal: Refusal = {
  code: "NOT_THE_HANDLING_UNIT",
  message: { en: "", zh: "" },
  fault: "CALLER",
  rule: "PG-3",
  allowed: undefined,
  moves: ["return"],
  lastChange: { kind: "TICKET_SIGNED", post: "RESPONDER", unit: "430105-COMMERCE", at: "" },
  details: {
    number: "430105-20260610-000001",
    handlingUnit: "430105-MARKET",
    unit: "430105",
    leaders: ["RESPONDER", "GRID_MEMBER"],
    grounds: "not a code",
    count: 3,
  },
  path: [],
};

const words: Readonly<Record<string, string>> = {
  "430105": "开福区",
  "430105-MARKET": "市场监管局",
  "430105-MARKET-SUPERVISION": "市场监督管理局",
  RESPONDER: "应哨人",
  return: "退单",
};
const wordFor = (code: string): string | undefined => words[code];

it("knows what a refusal speaks of by its details, its openings and who was first", () => {
  expect(codesIn(refusal)).toEqual([
    "430105-20260610-000001",
    "430105-MARKET",
    "430105",
    "RESPONDER",
    "GRID_MEMBER",
    "return",
    "430105-COMMERCE",
  ]);
});

it.each<[string, string, string]>([
  [
    "names and words, without the spaces that set codes apart",
    "工单 430105-20260610-000001 由 430105-MARKET 承办，430105 的 RESPONDER 无权代为办理。",
    "工单 430105-20260610-000001 由市场监管局承办，开福区的应哨人无权代为办理。",
  ],
  ["whole codes alone", "由 430105-MARKET-SUPERVISION 办理", "由 430105-MARKET-SUPERVISION 办理"],
  ["and what it has no word for as it is", "GRID_MEMBER、RESPONDER 可退单", "GRID_MEMBER、应哨人可退单"],
])("says %s", (_, sentence, told) => {
  expect(inWords(sentence, codesIn(refusal), wordFor, "zh")).toBe(told);
});

it("keeps the spaces of an English sentence", () => {
  expect(inWords("It is with 430105-MARKET; RESPONDER may.", codesIn(refusal), wordFor, "en")).toBe(
    "It is with 市场监管局; 应哨人 may.",
  );
});
