import type { DataSource, EntityManager } from "typeorm";
import { gistOf } from "./gist.ts";
import type { Rarity } from "./likeness.ts";
import type { KnownPlace } from "./place-names.ts";
import { searchTerms } from "./search-terms.ts";

/** Of the terms met most often these are known by their frequency; all others are rare. */
const frequentTerms = 3_000;

interface Read {
  readonly districtCode: string;
  readonly number: string;
  readonly title: string;
  readonly demands: readonly {
    readonly number: string;
    readonly text: string;
    readonly place: string | null;
    readonly who: string | null;
    readonly knownPlaces: readonly KnownPlace[];
  }[];
  readonly demander: { name: string; phone: string | null } | null;
}

const termsOf = ({ number, title, demands, demander }: Read): string =>
  searchTerms({
    title,
    texts: demands.flatMap(({ text, place }) => (place ? [text, place] : [text])),
    codes: [number, ...demands.map((demand) => demand.number)],
    people: [...demands.flatMap(({ who }) => who ?? []), ...(demander ? [demander.name] : [])],
    numbers: demander?.phone ? [demander.phone] : [],
    places: demands.flatMap(({ knownPlaces }) => knownPlaces.map(({ code }) => code)),
  });

/** What a ticket is searched by, in the transaction that took its demand in. */
export async function keepText(transaction: EntityManager, read: Read): Promise<void> {
  const { districtCode, number } = read;
  await transaction.query(
    `INSERT INTO ticket_text (district_code, ticket_number, received_at, filed_under, terms)
     SELECT district_code, number, received_at, filed_under(ticket), $3::tsvector FROM ticket
     WHERE district_code = $1 AND number = $2`,
    [districtCode, number, termsOf(read)],
  );
}

/** Tickets that came in otherwise than by intake, such as a dataset, or before texts were kept: to be read by `readTexts`. */
export const noteUnread = (transaction: EntityManager): Promise<unknown> =>
  transaction.query(
    `INSERT INTO ticket_text (district_code, ticket_number, received_at, filed_under)
     SELECT district_code, number, received_at, filed_under(ticket) FROM ticket ON CONFLICT DO NOTHING`,
  );

/** Reads so many of the latest tickets whose text is not kept yet; how many there were. */
export async function readTexts(database: DataSource | EntityManager, batch: number): Promise<number> {
  const unread: Read[] = await database.query(
    `SELECT ticket.district_code AS "districtCode", ticket.number, ticket.title,
            demands, demander
     FROM (SELECT district_code, ticket_number FROM ticket_text WHERE terms IS NULL
           ORDER BY received_at DESC LIMIT $1 FOR UPDATE SKIP LOCKED) AS unread
     JOIN ticket ON (ticket.district_code, ticket.number) = (unread.district_code, unread.ticket_number)
     CROSS JOIN LATERAL (
       SELECT coalesce(jsonb_agg(jsonb_build_object(
                'number', demand.number, 'text', demand.text, 'place', demand.place_text, 'who', demand.who,
                'knownPlaces', demand.known_places)), '[]') AS demands,
              (jsonb_agg(jsonb_build_object('name', demander.name, 'phone', demander.phone))
                 FILTER (WHERE demander.id IS NOT NULL)) -> 0 AS demander
       FROM demand
       LEFT JOIN demander ON (demander.district_code, demander.id) = (demand.district_code, demand.demander_id)
       WHERE demand.district_code = unread.district_code AND demand.ticket_number = unread.ticket_number
     ) AS said`,
    [batch],
  );
  await database.query(
    `UPDATE ticket_text SET terms = read.terms::tsvector
     FROM unnest($1::text[], $2::text[], $3::text[]) AS read(district_code, number, terms)
     WHERE ticket_text.district_code = read.district_code AND ticket_text.ticket_number = read.number`,
    [unread.map((read) => read.districtCode), unread.map(({ number }) => number), unread.map(termsOf)],
  );
  return unread.length;
}

/**
 * Counts the terms of so many tickets not counted yet; how many there were. Apart from intake, where everybody would wait for
 * everybody who says 物业.
 */
export const countTerms = (database: DataSource | EntityManager, batch: number): Promise<number> =>
  database.transaction(async (transaction) => {
    const uncounted: {
      districtCode: string;
      number: string;
      text: string;
      knownPlaces: readonly KnownPlace[];
    }[] = await transaction.query(
      `WITH next AS (
         SELECT district_code, ticket_number FROM ticket_text WHERE NOT counted
         ORDER BY received_at LIMIT $1 FOR UPDATE SKIP LOCKED
       ), counted AS (
         UPDATE ticket_text SET counted = true FROM next
         WHERE (ticket_text.district_code, ticket_text.ticket_number) = (next.district_code, next.ticket_number)
       )
       SELECT next.district_code AS "districtCode", next.ticket_number AS number, demand.text,
              demand.known_places AS "knownPlaces"
       FROM next JOIN demand
         ON (demand.district_code, demand.ticket_number) = (next.district_code, next.ticket_number)`,
      [batch],
    );
    const met = new Map<string, number>();
    const count = (district: string, term: string): void => {
      met.set(`${district} ${term}`, (met.get(`${district} ${term}`) ?? 0) + 1);
    };
    for (const { districtCode, text, knownPlaces } of uncounted) {
      count(districtCode, "");
      for (const term of new Set(gistOf(text, knownPlaces).passages.flatMap((passage) => [...passage]))) {
        count(districtCode, term);
      }
    }
    // In one order, so that two that count at once wait for each other instead of for ever.
    const rows = [...met].sort(([one], [other]) => (one < other ? -1 : 1));
    await transaction.query(
      `INSERT INTO term_frequency (district_code, term, demands)
       SELECT * FROM unnest($1::text[], $2::text[], $3::int[])
       ON CONFLICT (district_code, term) DO UPDATE SET demands = term_frequency.demands + excluded.demands`,
      [
        rows.map(([key]) => key.slice(0, 6)),
        rows.map(([key]) => key.slice(7)),
        rows.map(([, times]) => times),
      ],
    );
    return uncounted.length;
  });

/** How often terms are met in a district (词频), as far as they were counted. */
export async function rarityIn(transaction: EntityManager, districtCode: string): Promise<Rarity> {
  const rows: { term: string; demands: number }[] = await transaction.query(
    `SELECT term, demands FROM term_frequency WHERE district_code = $1 ORDER BY demands DESC LIMIT $2`,
    [districtCode, frequentTerms],
  );
  const of = new Map(rows.map(({ term, demands }) => [term, demands]));
  return { demands: of.get("") ?? 0, of };
}
