import { writeFileSync } from "node:fs";
import { it } from "vitest";
import { startTestStack } from "../../../../test/testkit/stack.ts";

it("keeps", async () => {
  const stack = await startTestStack("in one process", { demoDay: "2026-06-10" as never });
  stack.setClock("2026-06-10T10:30:00+08:00");
  await stack.settle();
  writeFileSync("/tmp/overview/stack.url", stack.url);
  await new Promise((r) => setTimeout(r, 1_700_000));
}, 2_000_000);
