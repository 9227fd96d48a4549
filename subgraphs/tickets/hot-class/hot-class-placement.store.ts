import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { EntityManager } from "typeorm";
import { districtOf } from "../../shared/principal.ts";
import { nextNumber } from "../../shared/running-number.ts";
import { countDemanders, type Voice } from "../class-problem/trend.ts";
import type { TrendRule } from "../class-problem/trend-rule.ts";
import { type Gist, gistOf } from "../text/gist.ts";
import type { KnownPlace } from "../text/place-names.ts";
import { placeTerm } from "../text/search-terms.ts";
import { rarityIn } from "../text/ticket-text.store.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { HotClass, HotClassState } from "./hot-class.ts";
import { type Heard, placementOf, sharePlace } from "./kinship.ts";
import { reasonsOf } from "./reasons.ts";

/** Tickets a newcomer is held against, from each of three sides: however many there are in all, judging one takes no longer. */
const heldAgainst = { around: 400, unlocated: 150, sameName: 150 } as const;

/** Of so many classes the latest members are heard, wherever they lie. */
const classesRead = 20;
const companionsRead = 20;

/** Members read to tell what a class has in common. */
const membersRead = 100;

type Placing = Pick<
  Ticket,
  "districtCode" | "number" | "receivedAt" | "matterCode" | "divisionCode" | "gridCode" | "estateCode"
>;

/** The hot class a ticket is in, and its members that count with the ticket for a class problem. */
export interface Placed {
  readonly hotClass: HotClass;
  readonly beside: readonly string[];
}

/**
 * Puts a ticket into the hot class of those like it, or makes one of it and them; null when it is like none. What a
 * person decided about the ticket stays. Runs under the lock of the trend, in the transaction that changed the ticket.
 */
export async function placeInHotClass(
  transaction: EntityManager,
  ticket: Placing,
  rule: TrendRule,
  at: Date,
): Promise<Placed | null> {
  const { districtCode, number } = ticket;
  const [placed]: { hotClass: string; placedBy: string }[] = await transaction.query(
    `SELECT hot_class_number AS "hotClass", placed_by AS "placedBy" FROM hot_class_ticket
     WHERE district_code = $1 AND ticket_number = $2`,
    [districtCode, number],
  );
  if (placed?.placedBy === "PERSON") {
    const hotClass = await refreshed(transaction, districtCode, placed.hotClass, rule);
    return { hotClass, beside: await membersOf(transaction, districtCode, placed.hotClass) };
  }

  const [heard] = await hear(transaction, districtCode, [number]);
  if (!heard) return null;
  const newcomer = { ...heard, ...placeOf(ticket) };
  const beside = await hear(transaction, districtCode, await numbersToHear(transaction, newcomer, rule));
  const others = [...beside, ...(await companionsOf(transaction, newcomer, beside, rule))];
  const rarity = await rarityIn(transaction, districtCode);
  const placement = placementOf(newcomer, others, rarity);
  const hotClass = placement && (placement.hotClass ?? (await openHotClass(transaction, ticket, rule, at)));
  if (placed && placed.hotClass !== hotClass) {
    await transaction.query("DELETE FROM hot_class_ticket WHERE district_code = $1 AND ticket_number = $2", [
      districtCode,
      number,
    ]);
    await refreshed(transaction, districtCode, placed.hotClass, rule);
  }
  if (!hotClass) return null;
  await put(
    transaction,
    { districtCode, number: hotClass },
    [number, ...placement.with.map((each) => each.ticket)],
    "DETECTION",
  );
  const members = [...others.filter((each) => each.hotClass === hotClass), ...placement.with];
  return {
    hotClass: await refreshed(transaction, districtCode, hotClass, rule),
    beside: members.filter((each) => sharePlace(newcomer, each)).map((each) => each.ticket),
  };
}

export async function membersOf(
  transaction: EntityManager,
  districtCode: string,
  hotClass: string,
): Promise<string[]> {
  const rows: { ticket: string }[] = await transaction.query(
    `SELECT ticket_number AS ticket FROM hot_class_ticket WHERE district_code = $1 AND hot_class_number = $2
     ORDER BY ticket_number DESC`,
    [districtCode, hotClass],
  );
  return rows.map(({ ticket }) => ticket);
}

const placeOf = ({ matterCode, divisionCode, gridCode, estateCode }: Placing) => ({
  matterCode,
  divisionCode,
  gridCode,
  estateCode,
});

/** Puts tickets into a class; those that are in another go over. */
export const put = (
  transaction: EntityManager,
  { districtCode, number }: Pick<HotClass, "districtCode" | "number">,
  tickets: readonly string[],
  by: "DETECTION" | "PERSON",
): Promise<unknown> =>
  transaction.query(
    `INSERT INTO hot_class_ticket (district_code, ticket_number, hot_class_number, placed_by)
     SELECT $1, unnest($3::text[]), $2, $4
     ON CONFLICT (district_code, ticket_number)
       DO UPDATE SET hot_class_number = excluded.hot_class_number, placed_by = excluded.placed_by`,
    [districtCode, number, tickets, by],
  );

/** Others of the classes that some of those heard are in, wherever they lie: by one member nobody knows where most of a class is. */
async function companionsOf(
  transaction: EntityManager,
  { at }: Heard,
  beside: readonly Heard[],
  { hotWithinHours }: TrendRule,
): Promise<Heard[]> {
  const [first] = beside;
  const classes = [...new Set(beside.flatMap(({ hotClass }) => hotClass ?? []))].slice(0, classesRead);
  if (!first || classes.length === 0) return [];
  const districtCode = districtOf(first.ticket);
  const rows: { number: string }[] = await transaction.query(
    `SELECT companion.number FROM unnest($2::text[]) AS class(number)
     CROSS JOIN LATERAL (
       SELECT ticket_number AS number FROM hot_class_ticket
       WHERE district_code = $1 AND hot_class_number = class.number
       ORDER BY ticket_number DESC LIMIT ${companionsRead}
     ) AS companion
     WHERE companion.number <> ALL($3)`,
    [districtCode, classes, beside.map(({ ticket }) => ticket)],
  );
  const span = hotWithinHours * 3_600_000;
  const heard = await hear(
    transaction,
    districtCode,
    rows.map(({ number }) => number),
  );
  return heard.filter((each) => Math.abs(each.at.getTime() - at.getTime()) <= span);
}

/** Which tickets might be like it: those around it, those nobody could place, and those that name a place it names. */
async function numbersToHear(
  transaction: EntityManager,
  { ticket, at, divisionCode, gist, estateCode, gridCode }: Heard,
  { hotWithinHours }: TrendRule,
): Promise<string[]> {
  const span = hotWithinHours * 3_600_000;
  const within = [new Date(at.getTime() - span), new Date(at.getTime() + span)];
  const heads = gist.places.slice(0, 5).map(({ head }) => `'${head.slice(0, 2)}'`);
  const places = [...gist.known, ...[estateCode ?? gridCode].filter((code) => code !== null)];
  const names = [...heads, ...places.map(placeTerm)];
  const rows: { number: string }[] = await transaction.query(
    `(SELECT number FROM ticket
      WHERE division_code >= $2 AND division_code < $2 || ':' AND received_at BETWEEN $3 AND $4
      ORDER BY received_at DESC LIMIT ${heldAgainst.around})
     UNION
     (SELECT number FROM ticket
      WHERE (estate_code = ANY($6) OR grid_code = ANY($6)) AND received_at BETWEEN $3 AND $4
      ORDER BY received_at DESC LIMIT ${heldAgainst.around})
     UNION
     (SELECT number FROM ticket
      WHERE district_code = $1 AND grid_code IS NULL AND estate_code IS NULL AND received_at BETWEEN $3 AND $4
      ORDER BY received_at DESC LIMIT ${heldAgainst.unlocated})
     UNION
     (SELECT ticket_number FROM ticket_text
      WHERE district_code = $1 AND terms @@ $5::tsquery AND received_at BETWEEN $3 AND $4
      ORDER BY received_at DESC LIMIT ${heldAgainst.sameName})`,
    [districtOf(ticket), divisionCode, ...within, names.join(" | "), places],
  );
  return rows.map(({ number }) => number).filter((number) => number !== ticket);
}

/** By a digest of the text, which itself is not held: the same few hundred demands are heard with every newcomer. */
const gists = new LRUCache<string, Gist>({ max: 5_000 });

function gistOnce(text: string, places: readonly KnownPlace[]): Gist {
  const key = createHash("sha1").update(text).update(JSON.stringify(places)).digest("base64");
  const known = gists.get(key) ?? gistOf(text, places);
  gists.set(key, known);
  return known;
}

/** Tickets as the trend hears them, by their first demand. */
async function hear(
  transaction: EntityManager,
  districtCode: string,
  numbers: readonly string[],
): Promise<Heard[]> {
  const rows: (Omit<Heard, "gist"> & { text: string; knownPlaces: readonly KnownPlace[] })[] =
    await transaction.query(
      `SELECT ticket.number AS ticket, said.received_at AS at, said.text, said.known_places AS "knownPlaces", said.identity, said.phone,
            ticket.matter_code AS "matterCode", ticket.division_code AS "divisionCode",
            ticket.grid_code AS "gridCode", ticket.estate_code AS "estateCode",
            placed.hot_class_number AS "hotClass"
     FROM ticket
     CROSS JOIN LATERAL (
       SELECT demand.received_at, demand.text, demand.known_places, demander.identity, demander.phone
       FROM demand
       LEFT JOIN demander ON (demander.district_code, demander.id) = (demand.district_code, demand.demander_id)
       WHERE demand.district_code = ticket.district_code AND demand.ticket_number = ticket.number
       ORDER BY demand.received_at, demand.number LIMIT 1
     ) AS said
     LEFT JOIN hot_class_ticket placed
       ON (placed.district_code, placed.ticket_number) = (ticket.district_code, ticket.number)
     WHERE ticket.district_code = $1 AND ticket.number = ANY($2) AND ticket.state NOT IN ('REJECTED', 'MERGED')`,
      [districtCode, numbers],
    );
  return rows.map(({ text, knownPlaces, ...heard }) => ({ ...heard, gist: gistOnce(text, knownPlaces) }));
}

async function openHotClass(
  transaction: EntityManager,
  { districtCode, receivedAt, ...place }: Placing,
  { hotWithinHours }: TrendRule,
  at: Date,
): Promise<string> {
  const number = await nextNumber(transaction, districtCode, "HOT_CLASS", at);
  const { matterCode, divisionCode, estateCode, gridCode } = place;
  await transaction.insert(HotClass, {
    districtCode,
    number,
    state: HotClassState.OPEN,
    matterCode,
    divisionCode,
    estateCode,
    gridCode,
    demanders: 0,
    ticketCount: 0,
    firstAt: receivedAt,
    lastAt: receivedAt,
    words: [],
    placeNames: [],
    withinHours: hotWithinHours,
    version: 1,
  });
  return number;
}

/** Every demand behind the tickets of a class, those of tickets merged into them included. */
export const voicesOfHotClass = (
  transaction: EntityManager,
  districtCode: string,
  hotClass: string,
): Promise<Voice[]> =>
  transaction.query(
    `WITH placed AS MATERIALIZED (
       SELECT ticket_number FROM hot_class_ticket
       WHERE district_code = $1 AND hot_class_number = $2 ORDER BY ticket_number DESC LIMIT 1000
     ), counted AS (
       SELECT ticket_number AS ticket, ticket_number AS number FROM placed
       UNION ALL
       SELECT placed.ticket_number, merged.number FROM placed
       JOIN ticket merged ON merged.district_code = $1 AND merged.merged_into_number = placed.ticket_number
     )
     SELECT counted.ticket, demand.received_at AS at, demander.identity, demander.phone
     FROM counted
     JOIN demand ON demand.district_code = $1 AND demand.ticket_number = counted.number
     LEFT JOIN demander ON demander.district_code = $1 AND demander.id = demand.demander_id`,
    [districtCode, hotClass],
  );

/** Works out anew how strong a class is and what its tickets have in common. */
export async function refreshed(
  transaction: EntityManager,
  districtCode: string,
  number: string,
  { hotWithinHours }: Pick<TrendRule, "hotWithinHours">,
): Promise<HotClass> {
  const members = await membersOf(transaction, districtCode, number);
  const heard = await hear(transaction, districtCode, members.slice(0, membersRead));
  const voices = await voicesOfHotClass(transaction, districtCode, number);
  const times = voices.map(({ at }) => at.getTime());
  const last = Math.max(...times);
  const lately = voices.filter(({ at }) => at.getTime() >= last - hotWithinHours * 3_600_000);
  await transaction.update(
    HotClass,
    { districtCode, number },
    {
      ticketCount: members.length,
      demanders: voices.length === 0 ? 0 : countDemanders(lately),
      ...(voices.length > 0 && { firstAt: new Date(Math.min(...times)), lastAt: new Date(last) }),
      ...(heard.length > 0 && reasonsOf(heard)),
    },
  );
  return transaction.findOneByOrFail(HotClass, { districtCode, number });
}
