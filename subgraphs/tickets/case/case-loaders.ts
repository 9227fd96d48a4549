import DataLoader from "dataloader";
import { maximumPageSize, type Page, type PageArgs } from "../../shared/connection.ts";
import { loadMany } from "../../shared/loader.ts";
import type { Ticket } from "../ticket/ticket.ts";
import type { Asked, CaseStore } from "./case.store.ts";
import { rows } from "./case.ts";
import type { CaseKey } from "./case-args.ts";

/** The cases' part of a request to the tickets subgraph. */
export function caseLoaders(cases: CaseStore, reachesDemander: (ticket: string) => Promise<boolean>) {
  const askedOfTicket = loadMany(
    (numbers) => cases.asked(numbers),
    ({ ticketNumber }) => ticketNumber,
  );
  const latest = onceForEach(async (key): Promise<Page<Ticket>> => {
    const found = await cases.tickets(key, { first: maximumPageSize });
    if (key.by !== "resident") return found;
    // Where it is masked who asked, it is not found out by asking for somebody either.
    const known = await Promise.all(found.edges.map(({ node }) => reachesDemander(node.number)));
    return pageOf(found.edges.filter((_, index) => known[index]));
  });
  const tickets = async (key: CaseKey) => (await latest.load(key)).edges.map(({ node }) => node);
  return {
    caseParts: {
      /** The latest tickets, from which is read what the case is about. */
      latest: tickets,
      /** What was asked in them. */
      asked: onceForEach(async (key): Promise<Asked[]> => {
        const numbers = (await tickets(key)).map(({ number }) => number);
        return (await Promise.all(numbers.map((number) => askedOfTicket.load(number)))).flat();
      }),
      async tickets(key: CaseKey, args: PageArgs): Promise<Page<Ticket>> {
        if (args.after === undefined) return beginningOf(await latest.load(key), rows(args.first));
        if (key.by !== "resident") return cases.tickets(key, args);
        return cases.tickets(
          key,
          args,
          (await tickets(key)).map(({ number }) => number),
        );
      },
    },
  };
}

const pageOf = (edges: Page<Ticket>["edges"], hasNextPage = false): Page<Ticket> => ({
  edges,
  pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
});

/** The first rows of a longer page: what the case is about is read from that one anyhow. */
const beginningOf = ({ edges, pageInfo }: Page<Ticket>, first: number): Page<Ticket> =>
  pageOf(edges.slice(0, first), pageInfo.hasNextPage || edges.length > first);

/** Once for a case, however many of its fields are asked for; two cases have no statement in common. */
const onceForEach = <Found>(fetch: (key: CaseKey) => Promise<Found>): DataLoader<CaseKey, Found, string> =>
  new DataLoader((keys) => Promise.all(keys.map(fetch)), { cacheKeyFn: ({ by, code }) => `${by} ${code}` });
