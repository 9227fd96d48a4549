import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { timeByOwner } from "./cpu-profile.ts";

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "whistlegraph-profile-"));
});
afterAll(() => rm(directory, { recursive: true }));

it("counts time to whose code it was, and Node's own to whoever called it", async () => {
  const frame = (id: number, functionName: string, url: string, children: number[] = []) => ({
    id,
    callFrame: { functionName, url },
    children,
  });
  const file = join(directory, "a.cpuprofile");
  const profile = {
    nodes: [
      frame(1, "(root)", "", [2, 6, 7, 8]),
      frame(2, "answer", "file:///w/gateway/execution/execution.ts", [3, 4]),
      frame(3, "query", "file:///w/node_modules/pg/lib/client.js", [5]),
      frame(4, "parse", ""),
      frame(5, "writeUtf8String", "node:net"),
      frame(6, "onread", "node:internal/stream_base_commons"),
      frame(7, "(idle)", ""),
      frame(8, "(garbage collector)", ""),
    ],
    samples: [2, 3, 5, 4, 6, 7, 8],
    timeDeltas: [10, 20, 20, 10, 20, 1000, 20],
  };
  await writeFile(file, JSON.stringify(profile));
  expect(timeByOwner(file)).toEqual([
    { owner: "pg", share: 0.4, mostIn: ["query", "writeUtf8String"] },
    { owner: "gateway/execution", share: 0.2, mostIn: ["answer", "parse"] },
    { owner: "node:", share: 0.2, mostIn: ["onread"] },
    { owner: "(garbage collector)", share: 0.2, mostIn: ["(garbage collector)"] },
  ]);
});
