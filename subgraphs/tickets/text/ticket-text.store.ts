import type { DataSource, EntityManager } from "typeorm";
import type { Rarity } from "./likeness.ts";
import type { KnownPlace } from "./place-names.ts";
import { searchTerms } from "./search-terms.ts";
import { TermCounts } from "./term-counts.ts";

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

/** A ticket's title, what its demands say, and who made one of them: columns, and what is joined to `ticket` for them. */
const whatIsRead = `ticket.district_code AS "districtCode", ticket.number, ticket.title, demands, demander`;
const whatWasSaid = `LATERAL (
       SELECT coalesce(jsonb_agg(jsonb_build_object(
                'number', demand.number, 'text', demand.text, 'place', demand.place_text, 'who', demand.who,
                'knownPlaces', demand.known_places)), '[]') AS demands,
              (jsonb_agg(jsonb_build_object('name', demander.name, 'phone', demander.phone))
                 FILTER (WHERE demander.id IS NOT NULL)) -> 0 AS demander
       FROM demand
       LEFT JOIN demander ON (demander.district_code, demander.id) = (demand.district_code, demand.demander_id)
       WHERE demand.district_code = ticket.district_code AND demand.ticket_number = ticket.number
     ) AS said`;

/** Reads so many of the latest tickets whose text is not kept yet; how many there were. */
export async function readTexts(database: DataSource | EntityManager, batch: number): Promise<number> {
  const unread: Read[] = await database.query(
    `SELECT ${whatIsRead}
     FROM (SELECT district_code, ticket_number FROM ticket_text WHERE terms IS NULL
           ORDER BY received_at DESC LIMIT $1 FOR UPDATE SKIP LOCKED) AS unread
     JOIN ticket ON (ticket.district_code, ticket.number) = (unread.district_code, unread.ticket_number)
     CROSS JOIN ${whatWasSaid}`,
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

/** A row of `ticket_text`, read and counted. */
interface KeptText {
  readonly districtCode: string;
  readonly ticketNumber: string;
  readonly receivedAt: Date;
  readonly filedUnder: readonly string[];
  readonly terms: string;
  readonly counted: true;
}

/**
 * Reads every ticket, so many at a time in the order of their numbers, for a database that is being filled and keeps no
 * text yet: rows to be put in as they are. Each that was read is added to the counts.
 */
export async function* textsToKeep(
  transaction: EntityManager,
  batch: number,
  counts: TermCounts,
): AsyncIterable<KeptText[]> {
  type Unkept = Read & Pick<KeptText, "receivedAt" | "filedUnder">;
  const after = (last?: Read): Promise<Unkept[]> =>
    transaction.query(
      `SELECT ${whatIsRead}, ticket.received_at AS "receivedAt", filed_under(ticket) AS "filedUnder"
       FROM (SELECT district_code, number FROM ticket WHERE (district_code, number) > ($1, $2)
             ORDER BY district_code, number LIMIT $3) AS next
       JOIN ticket ON (ticket.district_code, ticket.number) = (next.district_code, next.number)
       CROSS JOIN ${whatWasSaid}
       ORDER BY ticket.district_code, ticket.number`,
      [last?.districtCode ?? "", last?.number ?? "", batch],
    );
  for (let read = await after(); read.length > 0; read = await after(read.at(-1))) {
    for (const { districtCode, demands } of read) {
      for (const { text, knownPlaces } of demands) counts.add(districtCode, text, knownPlaces);
    }
    yield read.map((each) => ({
      districtCode: each.districtCode,
      ticketNumber: each.number,
      receivedAt: each.receivedAt,
      filedUnder: each.filedUnder,
      terms: termsOf(each),
      counted: true,
    }));
  }
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
    const counts = new TermCounts();
    for (const { districtCode, text, knownPlaces } of uncounted) counts.add(districtCode, text, knownPlaces);
    const rows = counts.rows();
    await transaction.query(
      `INSERT INTO term_frequency (district_code, term, demands)
       SELECT * FROM unnest($1::text[], $2::text[], $3::int[])
       ON CONFLICT (district_code, term) DO UPDATE SET demands = term_frequency.demands + excluded.demands`,
      [
        rows.map(({ districtCode }) => districtCode),
        rows.map(({ term }) => term),
        rows.map(({ demands }) => demands),
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
