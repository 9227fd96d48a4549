import { person } from "../../test/testkit/people.ts";
import type { TestSubgraph } from "../../test/testkit/subgraph.ts";
import type { GraphClient } from "../shared/graph-client.ts";
import { Post, type Principal } from "../shared/principal.ts";

/** The people of Kaifu, around the market on 西长街 (scenario KF-9 to KF-18). Invented. */
export const kaifu = {
  dispatcher: person(Post.CENTRE_DISPATCHER, { unit: "430105-COMMAND-CENTRE", division: "430105" }),
  performanceOffice: person(Post.PERFORMANCE_OFFICE, {
    unit: "430105-PERFORMANCE-OFFICE",
    division: "430105",
  }),
  districtLeader: person(Post.DISTRICT_LEADER, { unit: "430105" }),
  streetLeader: person(Post.SUBDISTRICT_LEADER, { unit: "430105010" }),
  otherStreetLeader: person(Post.SUBDISTRICT_LEADER, { unit: "430105001" }),
  communitySecretary: person(Post.COMMUNITY_SECRETARY, { unit: "430105010003" }),
  market: person(Post.CHIEF_RESPONDER, { unit: "430105-MARKET-SUPERVISION", division: "430105" }),
  commerce: person(Post.CHIEF_RESPONDER, { unit: "430105-COMMERCE", division: "430105" }),
  resident: person(Post.RESIDENT, { unit: "430105010003" }),
} as const satisfies Record<string, Principal>;

export const pingguDispatcher = person(Post.CENTRE_DISPATCHER, {
  unit: "110117-COMMAND-CENTRE",
  division: "110117",
});

/** What the tickets subgraph would say of one ticket. */
export interface TicketInTheGraph {
  readonly number: string;
  readonly state: string;
  readonly feedbackAt: string | null;
  readonly division: { readonly code: string };
  readonly handlingUnit: { readonly code: string } | null;
  readonly matter: { readonly code: string } | null;
}

export const answeredTicket = (
  number: string,
  {
    unit = "430105-MARKET-SUPERVISION",
    division = "430105010003",
    ...rest
  }: {
    unit?: string;
    division?: string;
    state?: string;
    feedbackAt?: string | null;
  } = {},
): TicketInTheGraph => ({
  number,
  state: "FEEDBACK_GIVEN",
  feedbackAt: "2026-06-01T08:00:00.000Z",
  division: { code: division },
  handlingUnit: { code: unit },
  matter: { code: "430105-0301" },
  ...rest,
});

/** The other subgraphs, answering from tables: tickets by number, units and whistles that exist, and a feed. */
export class GraphOfOthers {
  readonly tickets = new Map<string, TicketInTheGraph>();
  readonly units = new Set<string>();
  /** Whistles by number, with the division they belong to. */
  readonly whistles = new Map<string, string>();
  readonly feed: { subject: string; kind: string; at: string; payload: Record<string, unknown> }[] = [];

  readonly ask: GraphClient = async <Data>(operation: string, variables: Record<string, unknown> = {}) =>
    this.#answer(operation, variables) as Data;

  has(ticket: TicketInTheGraph): string {
    this.tickets.set(ticket.number, ticket);
    return ticket.number;
  }

  #answer(operation: string, variables: Record<string, unknown>): unknown {
    if (operation.includes("ticketFeed")) {
      const after = Number(variables.after);
      const entries = this.feed.slice(after, after + 100).map((entry, index) => ({
        ...entry,
        position: after + index + 1,
        actorPost: Post.SUBDISTRICT_LEADER,
        actorUnit: "430105010",
      }));
      return { ticketFeed: entries };
    }
    const whistle = this.whistles.get(String(variables.whistle));
    return {
      ticket: this.tickets.get(String(variables.number ?? variables.ticket)) ?? null,
      unit: this.units.has(String(variables.unit)) ? { code: variables.unit } : null,
      units: [variables.codes].flat().flatMap((code) => (this.units.has(String(code)) ? [{ code }] : [])),
      whistle: whistle ? { division: { code: whistle } } : null,
    };
  }
}

let keys = 0;
/** A key no other request has used. */
export const newKey = (): string => `key-of-test-${++keys}`;

/** What has been told to the followers of evaluation so far, oldest first. */
export async function told(
  subgraph: TestSubgraph,
): Promise<{ subject: string; kind: string; payload: unknown }[]> {
  return subgraph.database.query("SELECT subject, kind, payload FROM log_entry ORDER BY sequence");
}

interface ReadPage<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** All nodes of a list, read page by page to its end. */
export async function readToEnd<Node>(
  next: (after: string | null) => Promise<ReadPage<Node> | undefined>,
): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const page: ReadPage<Node> | undefined = await next(after);
    nodes.push(...(page?.edges.map(({ node }) => node) ?? []));
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return nodes;
}
