import { Post, type Principal } from "../shared/principal.ts";

/** Residents see what is about themselves; everybody else sees by post, unit, place and grant, whoever holds the post. */
export const sightOf = (principal: Principal): Principal =>
  principal.post === Post.RESIDENT ? principal : { ...principal, id: "", name: "" };
