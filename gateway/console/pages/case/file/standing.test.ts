import { expect, it } from "vitest";
import { awaitsAnswer } from "../../../parts/awaits-answer.ts";
import { standingOf } from "./standing.ts";

const answered = "2026-06-03T09:00:00+08:00";

it.each([
  ["RECEIVED", null, "TO_SEND", true],
  ["RETURNED", null, "TO_SEND", true],
  ["REOPENED", null, "TO_SEND", true],
  ["DISPATCHED", null, "TO_SIGN", true],
  ["IN_PROGRESS", null, "WITH_UNIT", true],
  ["SUPERVISED", answered, "WITH_UNIT", false],
  ["WHISTLED", null, "WHISTLED", true],
  ["HANDLED", null, "TO_ANSWER", true],
  ["FEEDBACK_GIVEN", answered, "TO_CALL_BACK", false],
  ["CALLED_BACK", answered, "TO_STRIKE_OFF", false],
  ["LEDGERED", answered, "LEDGERED", false],
  ["STRUCK_OFF", answered, "OVER", false],
  ["REJECTED", null, "OVER", false],
  ["MERGED", null, "OVER", false],
] as const)("%s, answered %s, stands %s; its limit counts: %s", (state, feedbackAt, standing, counts) => {
  expect(standingOf({ state })).toBe(standing);
  expect(awaitsAnswer({ state, feedbackAt })).toBe(counts);
});
