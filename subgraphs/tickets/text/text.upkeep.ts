import type { RequestScope } from "../../shared/subgraph.ts";
import { countTerms, readTexts } from "./ticket-text.store.ts";

/** Batches in one go: what a district had before texts were kept, a million tickets, is read within the hour. */
const most = 10;

/** Every minute: texts that came in without being read are read, the latest first, and new terms are counted. */
export async function keepUpWithTexts({ database }: RequestScope): Promise<void> {
  for (let times = 0; times < most && (await readTexts(database)) > 0; times += 1);
  for (let times = 0; times < most && (await countTerms(database)) > 0; times += 1);
}
