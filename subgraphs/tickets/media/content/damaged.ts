import { refuse } from "../../../shared/errors.ts";

/** What begins as a photo or recording and does not go on as one. */
export const damaged = () => refuse("FILE_DAMAGED");
