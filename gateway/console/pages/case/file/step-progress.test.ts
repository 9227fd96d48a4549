import { expect, it } from "vitest";
import { progressOf, type Step } from "./step-progress.ts";

const names = [
  "DISCOVERY",
  "COLLECTION",
  "MATCHING",
  "DISPATCH",
  "WHISTLE",
  "REPORT_FOR_DUTY",
  "FEEDBACK",
  "EVALUATION",
] as const;

/** One letter a step: entered, skipped, or not reached. */
const steps = (told: string): Step[] =>
  names.map((name, index) => ({
    name,
    enteredAt: told[index] === "e" ? "2026-06-01T09:00:00+08:00" : null,
    skipped: told[index] === "s",
  }));
const letters = { DONE: "d", NOW: "n", SKIPPED: "s", TO_COME: "-" } as const;

it.each([
  ["RECEIVED", "ee------", "dn------"],
  ["MATCHED", "eee-----", "ddn-----"],
  ["RETURNED", "eeee----", "ddnd----"],
  ["IN_PROGRESS", "eeee----", "dddn----"],
  ["WHISTLED", "eeeee---", "ddddn---"],
  ["WHISTLED", "eeeeee--", "dddddn--"],
  ["SUPERVISED", "eeeeee--", "dddndd--"],
  ["HANDLED", "eeeess--", "dddnss--"],
  ["FEEDBACK_GIVEN", "eeeesse-", "ddddssn-"],
  ["CALLED_BACK", "eeeessee", "ddddssdn"],
  ["STRUCK_OFF", "eeeessee", "ddddssdd"],
  ["REJECTED", "ee------", "dd------"],
  ["MERGED", "eee-----", "ddd-----"],
] as const)("%s with %s stands at %s", (state, told, progress) => {
  const shown = progressOf({ state, steps: steps(told) }).map((step) => letters[step.progress]);
  expect(shown.join("")).toBe(progress);
});
