import { Post, type Principal } from "../shared/principal.ts";

/** Residents see their own household, grid members the grids they serve themselves; others see by post, unit and place. */
export const sightOf = (principal: Principal): Principal =>
  principal.post === Post.RESIDENT || principal.post === Post.GRID_MEMBER
    ? principal
    : { ...principal, id: "", name: "" };
