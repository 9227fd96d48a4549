import type { DataSource } from "typeorm";
import { type Order, type Page, type PageArgs, pageOfSorted } from "../../shared/connection.ts";
import { districtOf } from "../../shared/principal.ts";
import { run } from "../../shared/rows.ts";
import { membersOf, type Rising } from "./asked-in.store.ts";
import { hoursOf, Rise, RiseSpan, spansAt } from "./rise.ts";

/** 近期与此前, of one hot class or class problem. */
export type Rises = Readonly<Record<RiseSpan, Rise>>;

/** As `countDemanders` counts the voices of a trend: the smaller of the two is certain, the unnamed count once. */
const demanders = (from: number, until: number): string => {
  const asked = `received_at > $3::timestamptz - interval '${from} hours'
    AND received_at <= $3::timestamptz - interval '${until} hours'`;
  return `least(
    count(DISTINCT coalesce(identity, '')) FILTER (WHERE ${asked}),
    count(DISTINCT coalesce(phone, identity, '')) FILTER (WHERE ${asked}))::int`;
};

const spans = Object.values(RiseSpan);
const counted = spans.flatMap((span) => [
  `${demanders(hoursOf[span], 0)} AS "${span}Lately"`,
  `${demanders(2 * hoursOf[span], hoursOf[span])} AS "${span}Before"`,
]);
const reach = 2 * Math.max(...spans.map((span) => hoursOf[span]));

/** Only for hot classes and class problems that were read through their stores. */
export class RiseStore {
  readonly #database: DataSource;
  readonly #at: Date;

  constructor(database: DataSource, at: Date) {
    this.#database = database;
    this.#at = at;
  }

  /** By number: who asked in each of them, also in tickets merged into its own. */
  async of(rising: Rising, numbers: readonly string[]): Promise<Map<string, Rises>> {
    if (numbers.length === 0) return new Map();
    const rows = await run<{ key: string; [count: string]: unknown }>(this.#database.manager, {
      text: `SELECT parent.key, ${counted.join(", ")}
        FROM unnest($1::text[], $2::text[]) AS parent(key, district)
        LEFT JOIN LATERAL (
          SELECT demand.received_at, demander.identity, demander.phone
          FROM (
            WITH own(number) AS (${membersOf(rising, "parent.key")})
            SELECT number FROM own
            UNION
            SELECT merged.number FROM own
            JOIN ticket merged
              ON merged.district_code = parent.district AND merged.merged_into_number = own.number
          ) AS counted
          JOIN demand ON demand.district_code = parent.district AND demand.ticket_number = counted.number
            AND demand.received_at > $3::timestamptz - interval '${reach} hours'
          LEFT JOIN demander
            ON (demander.district_code, demander.id) = (demand.district_code, demand.demander_id)
        ) AS voice ON true
        GROUP BY parent.key`,
      values: [[...numbers], numbers.map(districtOf), this.#at],
    });
    return new Map(rows.map((row) => [row.key, risesOf(rising, row, this.#at)]));
  }

  /** A page of those with these numbers, by how much more ask than before; `read` brings the rows of the page alone. */
  async page<Row extends { readonly number: string }>(
    rising: Rising,
    numbers: readonly string[],
    args: PageArgs,
    read: (numbers: readonly string[]) => Promise<readonly Row[]>,
  ): Promise<Page<Row>> {
    const rises = await this.of(rising, numbers);
    const ranked = [...rises].map(([number, { DAY, WEEK }]) => ({
      lastDay: DAY.lately - DAY.before,
      lastWeek: WEEK.lately - WEEK.before,
      number,
    }));
    const { edges, pageInfo } = pageOfSorted(ranked.sort(steepestFirst), steepest, args);
    const rows = new Map((await read(edges.map(({ node }) => node.number))).map((row) => [row.number, row]));
    return {
      edges: edges.flatMap(({ cursor, node }) => {
        const row = rows.get(node.number);
        return row ? [{ cursor, node: row }] : [];
      }),
      pageInfo,
    };
  }
}

/** Shown by `rise`: what was asked lately less what was asked before. */
interface Steepness {
  readonly lastDay: number;
  readonly lastWeek: number;
  readonly number: string;
}

const steepest: Order<Steepness> = {
  name: "rise:steepest",
  direction: "DESC",
  columns: ["lastDay", "lastWeek", "number"],
};

const steepestFirst = (one: Steepness, other: Steepness): number =>
  other.lastDay - one.lastDay || other.lastWeek - one.lastWeek || (one.number < other.number ? 1 : -1);

function risesOf(
  rising: Rising,
  { key: number, ...row }: { readonly key: string; readonly [count: string]: unknown },
  at: Date,
): Rises {
  const rise = (span: RiseSpan) =>
    Object.assign(new Rise(), {
      ...{ rising, number, span, lately: row[`${span}Lately`], before: row[`${span}Before`] },
      ...spansAt(span, at),
    });
  return { DAY: rise(RiseSpan.DAY), WEEK: rise(RiseSpan.WEEK) };
}
