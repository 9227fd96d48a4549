import { describe, expect, it } from "vitest";
import { wholeList } from "./whole-list.ts";

interface Page {
  readonly rows: readonly string[];
  readonly end: string | null;
}

const paged = {
  endOf: ({ end }: Page) => ({ hasNextPage: end !== null, endCursor: end }),
  joined: (before: Page, next: Page): Page => ({ rows: [...before.rows, ...next.rows], end: next.end }),
};
const pages: Readonly<Record<string, { data?: Page; error?: string }>> = {
  "": { data: { rows: ["a", "b"], end: "b" } },
  b: { data: { rows: ["c", "d"], end: "d" } },
  d: { data: { rows: ["e"], end: null } },
};
const asking = (answers: typeof pages) => {
  const asked: (string | null)[] = [];
  const ask = async (after: string | null) => {
    asked.push(after);
    return answers[after ?? ""] ?? { error: `no page after ${after}` };
  };
  return { asked, ask };
};

describe("a list that is shown whole", () => {
  it("is read to its end, each page after the last row of the one before", async () => {
    const { asked, ask } = asking(pages);
    const { data, error } = await wholeList(ask, paged);
    expect(data?.rows).toEqual(["a", "b", "c", "d", "e"]);
    expect(error).toBeUndefined();
    expect(asked).toEqual([null, "b", "d"]);
  });

  it("is not there in part: a page that fails is all that is answered", async () => {
    const { ask } = asking({ ...pages, d: { error: "down" } });
    expect(await wholeList(ask, paged)).toEqual({ error: "down" });
  });

  it("says what was missing within a page beside what was there", async () => {
    const { ask } = asking({ ...pages, b: { ...pages.b, error: "one withheld" } });
    const { data, error } = await wholeList(ask, paged);
    expect([data?.rows.length, error]).toEqual([5, "one withheld"]);
  });

  it.each([
    [{ error: "refused" }, { error: "refused" }],
    [{ data: { rows: [], end: null } }, { data: { rows: [], end: null } }],
  ])("may be one page, or none: %o", async (first, answer) => {
    expect(await wholeList(asking({ "": first }).ask, paged)).toEqual(answer);
  });
});
