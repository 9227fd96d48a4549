export { ask, sealed } from "../shared/asking.ts";
