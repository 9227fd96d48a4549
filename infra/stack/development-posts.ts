import type { PostSource } from "../../gateway/session/session-door.ts";
import type { Issuer } from "../issuer/issuer.ts";
import { namedPost, namedPosts } from "../issuer/named-posts.ts";
import { scopesOf } from "../issuer/posts.ts";

/** The named posts of the local stack, with tokens of the development issuer. */
export const developmentPosts = (issuer: Issuer, clock: () => Date): PostSource => ({
  list: () => namedPosts.map((named) => ({ ...named, scopes: scopesOf(named.post) })),
  async token(id) {
    const post = namedPost(id);
    if (!post) throw new Error(`there is no named post ${id}`);
    return issuer.sign(post, { now: clock() });
  },
});
