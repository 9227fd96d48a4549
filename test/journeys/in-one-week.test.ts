import { afterAll, beforeAll, describe } from "vitest";
import { modes, startTestStack, type TestStack } from "../testkit/stack.ts";
import { followedCase } from "./followed-case/followed-case.journey.ts";
import { layGround } from "./ground.ts";
import { lawfulRead } from "./lawful-read/lawful-read.journey.ts";
import { snapAndReport } from "./snap-and-report/snap-and-report.journey.ts";

/** Journeys that share a stack, each on a later day than the one before: those first in order count from nothing. */
describe.each(modes)("in one week of June 2026, %s", (mode) => {
  let stack: TestStack;

  beforeAll(async () => {
    stack = await startTestStack(mode);
    await layGround(stack);
  });
  afterAll(() => stack?.stop());

  describe("a case followed as it happens", () => followedCase(() => stack));
  describe("a lawful read of another department's data", () => lawfulRead(() => stack, mode));
  describe("snap and report", () => snapAndReport(() => stack));
});
