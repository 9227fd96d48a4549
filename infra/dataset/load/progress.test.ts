import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { openProgress } from "./progress.ts";

/** A stream that keeps what was written, a terminal or not. */
function screen(isTTY: boolean) {
  const stream = Object.assign(new PassThrough(), {
    isTTY,
    columns: 80,
    cursorTo: () => true,
    clearLine: () => true,
  });
  return { stream: stream as never, shown: () => String(stream.read() ?? "") };
}

it("writes a line every three seconds where there is no terminal", () => {
  const { stream, shown } = screen(false);
  let now = 0;
  const progress = openProgress("demo", stream, () => now);
  for (const [at, share] of [
    [0, 0],
    [1_000, 0.2],
    [2_999, 0.399],
    [3_000, 0.401],
    [6_500, 1],
  ] as const) {
    now = at;
    progress.show("grids", share);
  }
  progress.end();
  expect(shown()).toBe("Dataset demo: grids 0 %\nDataset demo: grids 40 %\nDataset demo: grids 100 %\n");
});

it("tells of the subgraph furthest behind while several are loaded", () => {
  const { stream, shown } = screen(false);
  let now = 0;
  const progress = openProgress("demo", stream, () => now);
  for (const [subgraph, share] of [
    ["grids", 0.1],
    ["tickets", 0],
    ["tickets", 0.5],
    ["grids", 0.7],
  ] as const) {
    progress.show(subgraph, share);
    now += 3_000;
  }
  expect(shown()).toBe(
    "Dataset demo: grids 10 %\nDataset demo: tickets 0 %\nDataset demo: grids 10 %\nDataset demo: tickets 50 %\n",
  );
});

it("draws a bar on a terminal", () => {
  const { stream, shown } = screen(true);
  const progress = openProgress("demo", stream, () => 0);
  progress.show("grids", 0);
  progress.show("tickets", 0.5);
  progress.end();
  expect(shown()).toContain("Dataset demo");
});

it.each([true, false])("says nothing when there is nothing to load (terminal: %s)", (isTTY) => {
  const { stream, shown } = screen(isTTY);
  openProgress("demo", stream, () => 0).end();
  expect(shown()).toBe("");
});
