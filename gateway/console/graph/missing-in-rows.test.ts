import { CombinedError } from "@urql/core";
import { describe, expect, it } from "vitest";
import { MissingInRows } from "./missing-in-rows.ts";
import { refusalsOf } from "./refusal.ts";

const saidAt = (...paths: (string | number)[][]) =>
  refusalsOf(
    new CombinedError({
      graphQLErrors: paths.map((path) => ({ message: "withheld", path, extensions: { code: "WITHHELD" } })),
    }),
  );
const rowsOf = (...numbers: string[]) => numbers.map((number) => ({ number }));

describe("what is missing in rows", () => {
  it("is told of the row it is missing in, from the row on, whichever page that came with", () => {
    const missing = new MissingInRows();
    const [first, second] = [rowsOf("1", "2", "3"), rowsOf("4", "5", "6")];
    missing.note(saidAt(["case", "tickets", "edges", 2, "node", "demander", 0]), first);
    missing.note(saidAt(["tickets", "edges", 0, "node", "grid"], ["tickets", "edges", 0, "node"]), second);
    const paths = [...first, ...second].map((row) => missing.in(row).map(({ path }) => path));
    expect(paths).toEqual([[], [], [["demander", 0]], [["grid"], []], [], []]);
  });

  it("is not what is missing besides the rows", () => {
    const missing = new MissingInRows();
    const rows = rowsOf("1", "2");
    missing.note(saidAt([], ["tickets", "totalCount"], ["tickets", "edges"], ["units", 1]), rows);
    expect(rows.flatMap((row) => missing.in(row))).toEqual([]);
  });
});
