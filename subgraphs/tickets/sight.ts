import { Post, type Principal } from "../shared/principal.ts";

/** Officials see by post, unit and place, whoever they are; residents see what is theirs as persons. */
export const sightOf = (principal: Principal): Principal =>
  principal.post === Post.RESIDENT ? principal : { ...principal, id: "", name: "" };
