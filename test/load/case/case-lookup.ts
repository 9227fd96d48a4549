import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openIssuer } from "../../../infra/issuer/issuer.ts";
import { namedPost } from "../../../infra/issuer/named-posts.ts";

/** What a case worker sees of one ticket, from every department. */
export const caseLookup = readFileSync(join(import.meta.dirname, "case-lookup.graphql"), "utf8");

/** Whose tokens are taken, by the stack and by the handler alike. */
export const identity = { issuer: "https://issuer.bench", audience: "whistlegraph-bench" } as const;

/** The dispatcher of a district's command centre: looks up any case of the district. */
export async function callerToken(directory: string): Promise<string> {
  const issuer = await openIssuer({ directory, ...identity });
  const holder = namedPost("kaifu-dispatcher");
  if (!holder) throw new Error("the dispatcher is no named post any more");
  return issuer.sign(holder, { now: new Date() });
}

const listing = `query Listing($whistled: Boolean, $after: String) {
  tickets(first: 100, after: $after, filter: { whistled: $whistled, states: [ARCHIVED] }) {
    edges { node { number } }
    pageInfo { endCursor hasNextPage }
  }
}`;

/** So many that hardly two under way at once are the same: equal requests of one caller are carried out once. */
const maximumCases = 2_000;

/** Numbers of cases to look up: every one that was whistled, and as many others as there are or as are enough. */
export async function caseNumbers(url: string, token: string): Promise<readonly string[]> {
  const numbers = new Set<string>();
  for (const whistled of [true, false]) {
    for (let after: string | null = null; numbers.size < maximumCases; ) {
      const { tickets } = (await ask(url, token, listing, { whistled, after })).data as Listed;
      for (const { node } of tickets.edges) numbers.add(node.number);
      after = tickets.pageInfo.endCursor;
      if (!tickets.pageInfo.hasNextPage) break;
    }
  }
  return [...numbers].slice(0, maximumCases);
}

interface Listed {
  readonly tickets: {
    readonly edges: readonly { readonly node: { readonly number: string } }[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}

export async function ask(
  url: string,
  token: string,
  query: string,
  variables: Record<string, unknown>,
): Promise<{ data: unknown; errors?: unknown; text: string }> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { ...JSON.parse(text), text };
}
