import type { Issuer } from "./issuer/issuer.ts";
import { namedPosts } from "./issuer/named-posts.ts";

export interface Ready {
  readonly url: string;
  readonly issuer: Issuer | undefined;
  readonly now: Date;
  readonly seconds: number;
}

const sampleQuery = "{ tickets(first: 1) { edges { node { number state handlingUnit { name } } } } }";

/** The one line a newcomer waits for: where it is, and a command with a token and a query that answers. */
export async function readyLine({ url, issuer, now, seconds }: Ready): Promise<string> {
  const dispatcher = namedPosts.find(({ post }) => post === "CENTRE_DISPATCHER");
  const token = issuer && dispatcher ? await issuer.sign(dispatcher, { now }) : "$TOKEN";
  const query = JSON.stringify({ query: sampleQuery });
  const sample = `curl -s ${url}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${token}' -d '${query}'`;
  return `Whistlegraph is ready after ${seconds.toFixed(1)} s: open ${url}/explorer or run ${sample}\n`;
}
