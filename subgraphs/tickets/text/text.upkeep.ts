import type { RequestScope } from "../../shared/subgraph.ts";
import { countTerms, readTexts } from "./ticket-text.store.ts";

/** Tickets in one go: some hundredths of a second. What a district had before texts were kept, a million tickets, is read within hours. */
const part = 50;

/** Texts that came in without being read are read, the latest first, and new terms are counted. */
export const workOffTexts = async ({ database }: RequestScope): Promise<boolean> =>
  (await readTexts(database, part)) > 0 || (await countTerms(database, part)) > 0;
