import { describe, expect, it } from "vitest";
import type { GraphClient } from "../../subgraphs/shared/graph-client.ts";
import { type DataGrant, GrantBook } from "./grant-book.ts";

/** Stewardship, which answers when the test lets it, with what holds when it was asked. */
function stewardship() {
  const book = {
    version: 1,
    grants: [{ number: "430105-G-0001" } as DataGrant],
    caseAccessRules: [],
    caseExclusions: [],
  };
  const asked: { after: unknown; answer: () => void }[] = [];
  const ask = ((_: string, { after }: { after: number | null }) => {
    const grantBook = after === book.version ? { version: book.version } : { ...book };
    return new Promise((resolve) => asked.push({ after, answer: () => resolve({ grantBook }) }));
  }) as unknown as GraphClient;
  const revoke = () => Object.assign(book, { version: book.version + 1, grants: [] });
  return { ask, asked, revoke };
}

describe("the book of grants", () => {
  it("is asked once for all who want it, and again after a quarter of a second", async () => {
    const { ask, asked, revoke } = stewardship();
    let now = 0;
    const book = new GrantBook(ask, () => now);
    const both = Promise.all([book.edition(), book.edition()]);
    asked[0]?.answer();
    expect((await both).map(({ grants }) => grants.length)).toEqual([1, 1]);
    revoke();
    now = 249;
    expect((await book.edition()).grants).toHaveLength(1);
    now = 250;
    const later = book.edition();
    asked[1]?.answer();
    expect((await later).grants).toEqual([]);
    expect(asked.map(({ after }) => after)).toEqual([null, 1]);
  });

  it("told to forget while it is being read, does not keep what it then reads", async () => {
    const { ask, asked, revoke } = stewardship();
    const book = new GrantBook(ask, () => 0);
    const before = book.edition();
    revoke();
    book.forget();
    const after = book.edition();
    asked[1]?.answer();
    expect((await after).grants).toEqual([]);
    asked[0]?.answer();
    expect((await before).grants).toHaveLength(1);
    expect((await book.edition()).grants).toEqual([]);
  });
});
