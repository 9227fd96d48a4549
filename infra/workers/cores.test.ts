import { writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../../test/testkit/temporary-directory.ts";
import { cores } from "./cores.ts";

it.each([
  { limit: "100000 100000\n", expected: 1, what: "a core of its own" },
  { limit: "50000 100000\n", expected: 1, what: "half a core" },
  { limit: "190000 100000\n", expected: 1, what: "almost two cores" },
  { limit: "max 100000\n", expected: availableParallelism(), what: "no limit" },
  { limit: "99900000 100000\n", expected: availableParallelism(), what: "more than the machine has" },
])("a container with $what counts $expected", async ({ limit, expected }) => {
  const file = join(await temporaryDirectory(), "cpu.max");
  await writeFile(file, limit);
  expect(cores(file)).toBe(expected);
});

it("without control groups the machine's count", () => {
  expect(cores("/nowhere/cpu.max")).toBe(availableParallelism());
});
