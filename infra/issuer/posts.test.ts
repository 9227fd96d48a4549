import { describe, expect, it } from "vitest";
import { Post } from "../../subgraphs/shared/principal.ts";
import { personalPosts } from "./post-holder.ts";
import { type Scope, scopesOf } from "./posts.ts";

const holdersOf = (scope: Scope): Post[] => personalPosts.filter((post) => scopesOf(post).includes(scope));

describe("scopes of a post", () => {
  it.each<[Scope, Post[]]>([
    ["resident:read", [Post.GRID_MEMBER, Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY]],
    ["observation:read", [Post.GRID_MEMBER, Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY]],
    ["feed:read", []],
    ["plan:read", [Post.CENTRE_DISPATCHER, Post.DATA_STEWARD]],
  ])("%s is carried by exactly those whose work needs it", (scope, posts) => {
    expect(holdersOf(scope)).toEqual(posts);
  });
});
