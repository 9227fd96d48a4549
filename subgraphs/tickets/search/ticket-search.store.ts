import type { DataSource } from "typeorm";
import { maximumPageSize, type Page, type PageArgs } from "../../shared/connection.ts";
import { refuse } from "../../shared/errors.ts";
import { Post, type Principal } from "../../shared/principal.ts";
import { containing, filtered, queryOf } from "../ticket/ticket.store.ts";
import { Ticket } from "../ticket/ticket.ts";
import { visibleTo } from "../ticket/ticket.visibility.ts";
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

const recentDays = 60;

const daysBefore = (at: Date, days: number): Date => new Date(at.getTime() - days * 24 * 3_600_000);

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
    // Words that many say are found in the latest weeks as often as are ranked, and nothing before need be read.
    const lately = await this.#ranked(
      { words, filter, since: daysBefore(asOf, recentDays), asOf, at },
      first,
      cursor,
    );
    const found =
      lately.total >= rankedAtMost
        ? lately.page
        : (await this.#ranked({ words, filter, since: null, asOf, at }, first, cursor)).page;
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
    const page: (Found & { total: number })[] = await this.#database.query(
      `WITH ranked AS (${text})
       SELECT *, (SELECT count(*) FROM ranked)::int AS total FROM ranked ${past}
       ORDER BY rank DESC, "receivedAt" DESC, number DESC LIMIT ${first + 1}`,
      [...values, ...(cursor ? [cursor.rank, cursor.receivedAt, cursor.number] : [])],
    );
    return { page, total: page[0]?.total ?? 0 };
  }

  /** What is sent to the database for one search, so that its plan can be looked at. */
  statement({ words, filter, since, asOf, at }: Asked): readonly [text: string, values: unknown[]] {
    const query = visibleTo(
      this.#database.manager.createQueryBuilder(Ticket, "ticket"),
      this.#principal,
    ).andWhere("ticket.receivedAt <= :asOf", { asOf });
    if (filter?.text !== undefined) containing(query, filter.text, this.#principal);
    filtered(query, filter, at);
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
    const { receivedFrom, receivedBefore } = filter ?? {};
    if (since) query.andWhere("said.received_at >= :since", { since });
    const found = queryOf(words, this.#principal, "words");
    query
      .innerJoin(
        "ticket_text",
        "said",
        "said.district_code = ticket.districtCode AND said.ticket_number = ticket.number",
      )
      .andWhere("said.terms @@ :found::tsquery AND said.received_at <= :asOf", { found });
    // Said of the text too, so that words said by many are met from the latest backwards, and no further.
    if (receivedFrom) query.andWhere("said.received_at >= :receivedFrom");
    if (receivedBefore) query.andWhere("said.received_at < :receivedBefore");
    query
      .select("ticket.districtCode", "district_code")
      .addSelect("ticket.number", "number")
      .addSelect("ticket.receivedAt", "receivedAt")
      .orderBy("said.received_at", "DESC")
      .limit(rankedAtMost);
    const [text, values] = query.getQueryAndParameters() as [string, unknown[]];
    return [
      `SELECT number, "receivedAt",
              (1e6 * ts_rank('{0.1, 0.2, 0.4, 1}', said.terms, $${values.length + 1}::tsquery, 1))::int AS rank
       FROM (${text}) AS latest
       JOIN ticket_text said ON (said.district_code, said.ticket_number) = (latest.district_code, latest.number)`,
      [...values, found],
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
