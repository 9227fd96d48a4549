import type { DataSource } from "typeorm";
import { maximumPageSize, type Page, type PageArgs } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { containing, filteredFor, saying, soughtIn } from "../ticket/ticket.store.ts";
import { Ticket } from "../ticket/ticket.ts";
import { filedInSight, visibleTo } from "../ticket/ticket.visibility.ts";
import type { TicketFilter } from "../ticket/ticket-filter.ts";

/** The latest so many of those found are put in order by how well they fit: common words are found in a tenth of all tickets. */
export const rankedAtMost = 1_000;

/** Where a page ended, and as of when was searched: what came in since moves nothing. */
interface Cursor {
  readonly asOf: string;
  readonly rank: number;
  readonly receivedAt: string;
  readonly number: string;
}

interface Found {
  readonly number: string;
  readonly rank: number;
  readonly receivedAt: Date;
}

interface Asked {
  readonly words: string;
  readonly filter: TicketFilter | undefined;
  /** Not before; null: ever. */
  readonly since: Date | null;
  readonly asOf: Date;
  readonly at: Date;
}

const day = 24 * 3_600_000;

/** How far back is looked first: words that many say are found in the latest weeks as often as are ranked. */
const recent = 14 * day;

/** More than ten years are all there are. */
const longest = 3_650 * day;

/** How far back so many were found tells how far enough are. */
function further(span: number, found: number): number | null {
  const enough = 1.3 * span * (rankedAtMost / Math.max(found, 1));
  return enough > longest ? null : Math.max(enough, 2 * span);
}

/** The months that a span of time reaches into, as tickets are filed. */
function monthsIn(from: Date, to: Date): string[] {
  const months: string[] = [];
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth()));
  for (const month = first; month <= to; month.setUTCMonth(month.getUTCMonth() + 1)) {
    months.push(month.toISOString().slice(0, 7));
  }
  return months;
}

/** Searches the tickets a principal may see. */
export class TicketSearchStore {
  readonly #database: DataSource;
  readonly #principal: Principal | null;

  constructor(database: DataSource, principal: Principal | null) {
    this.#database = database;
    this.#principal = principal;
  }

  async search(
    words: string,
    filter: TicketFilter | undefined,
    { first, after }: PageArgs,
    at: Date,
  ): Promise<Page<Ticket>> {
    if (!Number.isInteger(first) || first < 1 || first > maximumPageSize) {
      throw refuse("PAGE_TOO_LARGE", { asked: first, maximum: maximumPageSize });
    }
    const cursor = after ? readCursor(after) : null;
    const asOf = cursor ? new Date(cursor.asOf) : at;
    if (asOf > at) throw refuse("BAD_CURSOR");
    const until = Math.min(asOf.getTime(), filter?.receivedBefore?.getTime() ?? Number.POSITIVE_INFINITY);
    let span = this.#principal?.post === Post.RESIDENT ? null : recent;
    let found: readonly Found[] = [];
    for (;;) {
      const since: Date | null = span === null ? null : new Date(until - span);
      const ranked = await this.#ranked({ words, filter, since, asOf, at }, first, cursor);
      found = ranked.page;
      const before = since === null || (filter?.receivedFrom && since <= filter.receivedFrom);
      if (span === null || before || ranked.total >= rankedAtMost) break;
      span = further(span, ranked.total);
    }
    const rows = await this.#rows(found.slice(0, first));
    const edges = rows.map(({ node, rank }) => ({
      cursor: cursorOf({
        asOf: asOf.toISOString(),
        rank,
        receivedAt: node.receivedAt.toISOString(),
        number: node.number,
      }),
      node,
    }));
    return {
      edges,
      pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    };
  }

  /** One page beyond the cursor, with one more, and how many were ranked altogether. */
  async #ranked(
    asked: Asked,
    first: number,
    cursor: Cursor | null,
  ): Promise<{ readonly page: readonly Found[]; readonly total: number }> {
    const [text, values] = this.statement(asked);
    const past = cursor
      ? `WHERE (rank, "receivedAt", number) < ($${values.length + 1}, $${values.length + 2}, $${values.length + 3})`
      : "";
    const rows: (Found & { total: number })[] = await this.#database.query(
      `WITH ranked AS (${text}), page AS (
         SELECT * FROM ranked ${past} ORDER BY rank DESC, "receivedAt" DESC, number DESC LIMIT ${first + 1}
       )
       SELECT page.*, total FROM (SELECT count(*)::int AS total FROM ranked) AS counted LEFT JOIN page ON true
       ORDER BY rank DESC, "receivedAt" DESC, number DESC`,
      [...values, ...(cursor ? [cursor.rank, cursor.receivedAt, cursor.number] : [])],
    );
    return { page: rows.filter(({ number }) => number !== null), total: rows[0]?.total ?? 0 };
  }

  /** What is sent to the database for one search, so that its plan can be looked at. */
  statement({ words, filter, since, asOf, at }: Asked): readonly [text: string, values: unknown[]] {
    const query = visibleTo(
      this.#database.manager.createQueryBuilder(Ticket, "ticket"),
      this.#principal,
    ).andWhere("ticket.receivedAt <= :asOf", { asOf });
    filteredFor(this.#principal, query, filter, at);
    // A resident's own words are few; a look at what others said in the same ticket would tell of them.
    if (this.#principal?.post === Post.RESIDENT) {
      containing(query, words, this.#principal);
      query
        .select("ticket.number", "number")
        .addSelect("ticket.receivedAt", "receivedAt")
        .addSelect("0", "rank");
      return query.orderBy("ticket.receivedAt", "DESC").limit(rankedAtMost).getQueryAndParameters() as [
        string,
        unknown[],
      ];
    }
    const sought = soughtIn(words, this.#principal, "words");
    const [said, terms] = saying(sought, "words");
    const sight = filedInSight(this.#principal);
    const filed = filedAs({ since, asOf, ...filter });
    // Found by the index alone and put in order first; then, from the latest on, what holds of the ticket itself.
    query
      .innerJoin(
        `(SELECT said.district_code, said.ticket_number, said.received_at FROM ticket_text said
          WHERE ${[said, "said.received_at <= :asOf", sight.condition, ...filed.conditions].join(" AND ")}
          ORDER BY said.received_at DESC, said.ticket_number DESC OFFSET 0)`,
        "said",
        "said.district_code = ticket.districtCode AND said.ticket_number = ticket.number",
      )
      .setParameters({ ...terms, ...sight.values, ...filed.values })
      .select("ticket.districtCode", "district_code")
      .addSelect("ticket.number", "number")
      .addSelect("ticket.receivedAt", "receivedAt")
      .orderBy("said.received_at", "DESC")
      .addOrderBy("said.ticket_number", "DESC")
      .limit(rankedAtMost);
    const [text, values] = query.getQueryAndParameters() as [string, unknown[]];
    return [
      `SELECT number, "receivedAt",
              (1e6 * ts_rank('{0.1, 0.2, 0.4, 1}', said.terms, $${values.length + 1}::tsquery, 1))::int AS rank
       FROM (${text}) AS latest
       JOIN ticket_text said ON (said.district_code, said.ticket_number) = (latest.district_code, latest.number)`,
      [...values, sought.whole],
    ];
  }

  async #rows(found: readonly Found[]): Promise<{ node: Ticket; rank: number }[]> {
    const numbers = found.map(({ number }) => number);
    const tickets = await visibleTo(
      this.#database.manager.createQueryBuilder(Ticket, "ticket"),
      this.#principal,
    )
      .andWhere("ticket.districtCode = ANY(:districts) AND ticket.number = ANY(:numbers)", {
        districts: [...new Set(numbers.map((number) => number.slice(0, 6)))],
        numbers,
      })
      .getMany();
    const known = new Map(tickets.map((ticket) => [ticket.number, ticket]));
    return found.flatMap(({ number, rank }) => {
      const node = known.get(number);
      return node ? [{ node, rank }] : [];
    });
  }
}

/** How tickets of a filter are filed, beside what was said of them. */
function filedAs({
  division = "",
  grid,
  estate,
  matter,
  handlingUnit,
  receivedFrom,
  receivedBefore,
  since,
  asOf,
}: TicketFilter & Pick<Asked, "since" | "asOf">) {
  const place = [6, 9, 12].includes(division.length) ? division : undefined;
  const under = [place, grid, estate, matter, handlingUnit].filter((entry) => entry !== undefined);
  const from = since && receivedFrom && receivedFrom > since ? receivedFrom : (since ?? receivedFrom);
  const to = receivedBefore && receivedBefore < asOf ? receivedBefore : asOf;
  const months = from && to.getTime() - from.getTime() <= longest ? monthsIn(from, to) : undefined;
  return {
    conditions: [
      ...(under.length > 0 ? ["said.filed_under @> :under"] : []),
      ...(months ? ["said.filed_under && :months"] : []),
      ...(from ? ["said.received_at >= :from"] : []),
      ...(receivedBefore ? ["said.received_at < :receivedBefore"] : []),
    ],
    values: { under, from, months },
  };
}

const cursorName = "ticket:search";

const cursorOf = ({ asOf, rank, receivedAt, number }: Cursor): string =>
  Buffer.from(JSON.stringify([cursorName, asOf, rank, receivedAt, number])).toString("base64url");

function readCursor(cursor: string): Cursor {
  try {
    const [name, asOf, rank, receivedAt, number] = JSON.parse(
      Buffer.from(cursor, "base64url").toString("utf8"),
    );
    const isInstant = (text: unknown): boolean => typeof text === "string" && !Number.isNaN(Date.parse(text));
    if (name === cursorName && isInstant(asOf) && Number.isInteger(rank) && isInstant(receivedAt)) {
      if (typeof number === "string") return { asOf, rank, receivedAt, number };
    }
  } catch {
    // Falls through: whatever is wrong with it, it is not a cursor of ours.
  }
  throw refuse("BAD_CURSOR");
}
