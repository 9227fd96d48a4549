import type { Issuer } from "./issuer/issuer.ts";
import { namedPost } from "./issuer/named-posts.ts";

export interface Ready {
  readonly url: string;
  /** The development issuer; absent where tokens come from elsewhere. */
  readonly issuer: Issuer | undefined;
  readonly now: Date;
  readonly seconds: number;
}

/** One ticket as four departments know it: the command centre, the grid and establishment offices, the assessors. */
const sampleQuery =
  "{ tickets(first: 1, filter: { states: [ARCHIVED] }) { edges { node { number title grid { name } handlingUnit { name } callBacks { satisfaction } } } } }";

/** The one line a newcomer waits for: where it is, and a command with a token and a query that answers. */
export async function readyLine({ url, issuer, now, seconds }: Ready): Promise<string> {
  const dispatcher = namedPost("kaifu-dispatcher");
  const token = issuer && dispatcher ? await issuer.sign(dispatcher, { now }) : "$TOKEN";
  const query = JSON.stringify({ query: sampleQuery });
  const sample = `curl -s ${url}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${token}' -d '${query}'`;
  return `Whistlegraph is ready after ${seconds.toFixed(1)} s: open ${url} or run ${sample}\n`;
}
