import { CombinedError } from "@urql/core";
import { expect, it } from "vitest";
import { refusalsOf } from "./refusal.ts";
import { refusalsFurtherDown } from "./refusals-of-pages.ts";

const pathsAfter = (rowsBefore: number, ...paths: (string | number)[][]): unknown => {
  const graphQLErrors = paths.map((path) => ({
    message: "withheld",
    path,
    extensions: { code: "WITHHELD" },
  }));
  return refusalsFurtherDown(refusalsOf(new CombinedError({ graphQLErrors })), rowsBefore).map(
    ({ path }) => path,
  );
};

it("counts the rows of a page from the first of the list", () => {
  expect(pathsAfter(50, ["case", "tickets", "edges", 2, "node", "demander", 0])).toEqual([
    ["case", "tickets", "edges", 52, "node", "demander", 0],
  ]);
});

it("leaves alone what is missing besides the rows, and the rows of the first page", () => {
  expect(pathsAfter(50, [], ["tickets", "totalCount"], ["tickets", "edges"], ["units", 3])).toEqual([
    [],
    ["tickets", "totalCount"],
    ["tickets", "edges"],
    ["units", 3],
  ]);
  expect(pathsAfter(0, ["tickets", "edges", 2])).toEqual([["tickets", "edges", 2]]);
});
