import { ask } from "../../shared/asking.ts";
import { emptyPage, type Page } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import type { GraphClient } from "../../shared/graph-client.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { personSubject } from "../../shared/subject.ts";
import type { AccessRecord } from "./access-record.ts";

/** What public security keeps from residents for now, lest it hinder a case (延迟告知). */
export interface DisclosureDelay {
  /** Whom it is kept from; null where it is one access on record. */
  readonly resident: string | null;
  /** The access on record, by its id; null where it is a resident. */
  readonly accessRecord: string | null;
  /** Of a resident: the case whose accesses are kept back; null: all in public security's own subgraph. */
  readonly caseNumber: string | null;
}

const question = `query DisclosureDelays($residents: [ID!]!, $accessRecords: [ID!]!) {
  disclosureDelays(residents: $residents, accessRecords: $accessRecords) { resident accessRecord caseNumber }
}`;

/** So many subjects are asked about at once. */
const most = 500;

/**
 * The delays in force. Where public security cannot be asked this rejects: what may have to be held back is not told on
 * the off chance.
 */
async function disclosureDelays(
  graph: GraphClient,
  variables: { readonly residents: readonly string[]; readonly accessRecords: readonly string[] },
): Promise<readonly DisclosureDelay[]> {
  const { disclosureDelays: delays } = await ask<{ disclosureDelays: readonly DisclosureDelay[] | null }>(
    graph,
    "public-security",
    question,
    variables,
  );
  if (!delays) throw refuse("SUBGRAPH_UNAVAILABLE", { subgraph: "public-security" });
  return delays;
}

type Pages = ReadonlyMap<string, Page<AccessRecord>>;

/**
 * What residents may be told by now. Single records public security names by their ids, so these are asked about as they
 * come up, and pages with any of them are read again without: a page that is short would tell that something is kept back.
 */
export async function tellable(
  graph: GraphClient,
  residents: readonly string[],
  read: (delays: readonly DisclosureDelay[]) => Promise<Pages>,
): Promise<Pages> {
  const delays = [...(await disclosureDelays(graph, { residents, accessRecords: [] }))];
  const asked = new Set<string>();
  for (;;) {
    const pages = await read(delays);
    const ids = [...pages.values()].flatMap(({ edges }) => edges.map(({ node }) => node.id));
    const unasked = [...new Set(ids)].filter((id) => !asked.has(id));
    const before = delays.length;
    for (let from = 0; from < unasked.length; from += most) {
      const accessRecords = unasked.slice(from, from + most);
      delays.push(...(await disclosureDelays(graph, { residents: [], accessRecords })));
    }
    if (delays.length === before) return pages;
    for (const id of unasked) asked.add(id);
  }
}

const residence = `query DistrictsOnRecord($person: ID!) { districtsOnRecord(person: $person) }`;

/**
 * The same of somebody outside the districts that have them on record: what is held back from a resident is told to
 * nobody who may be that resident. Where the grids subgraph cannot say where they are, this rejects.
 */
export async function tellableElsewhere(
  graph: GraphClient,
  principal: Principal | null,
  read: (districts: readonly string[], delays: readonly DisclosureDelay[]) => Promise<Page<AccessRecord>>,
): Promise<Page<AccessRecord>> {
  if (principal?.post !== Post.RESIDENT) return read([], []);
  const { districtsOnRecord } = await ask<{ districtsOnRecord: readonly string[] }>(
    graph,
    "grids",
    residence,
    { person: principal.id },
  );
  const own = personSubject(principal.id);
  const pages = await tellable(
    graph,
    [],
    async (delays) => new Map([[own, await read(districtsOnRecord, delays)]]),
  );
  return pages.get(own) ?? emptyPage();
}
