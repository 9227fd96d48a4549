import { describe, expect, it } from "vitest";
import { Post } from "../../subgraphs/shared/principal.ts";
import { personalPosts } from "./post-holder.ts";
import { type Scope, scopesOf } from "./posts.ts";

const holdersOf = (scope: Scope, unit = "430105010003"): Post[] =>
  personalPosts.filter((post) => scopesOf(post, unit).includes(scope));

describe("scopes of a post", () => {
  it.each<[Scope, Post[]]>([
    [
      "demander:contact",
      [
        Post.COMMUNITY_STAFF,
        Post.COMMUNITY_SECRETARY,
        Post.SUBDISTRICT_LEADER,
        Post.CENTRE_DISPATCHER,
        Post.RESPONDER,
        Post.CHIEF_RESPONDER,
      ],
    ],
    ["resident:read", [Post.GRID_MEMBER, Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY]],
    ["resident:identity", [Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY]],
    ["observation:read", [Post.GRID_MEMBER, Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY]],
    ["feed:read", []],
    ["plan:read", [Post.CENTRE_DISPATCHER, Post.DATA_STEWARD]],
  ])("%s is carried by exactly those whose work needs it", (scope, posts) => {
    expect(holdersOf(scope)).toEqual(posts);
  });

  it.each(["430105-CITY-INVESTMENT", "110117-POWER-SUPPLY", "620702-HEATING"])(
    "%s, a company, learns nobody's telephone",
    (unit) => {
      expect(scopesOf(Post.RESPONDER, unit)).toEqual([]);
      expect(scopesOf(Post.CHIEF_RESPONDER, unit)).toEqual([]);
    },
  );
});
