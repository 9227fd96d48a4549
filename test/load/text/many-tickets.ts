import type { DataSource } from "typeorm";
import { personName } from "../../../infra/dataset/world/names.ts";
import { Random } from "../../../infra/dataset/world/random.ts";
import { searchTerms } from "../../../subgraphs/tickets/text/search-terms.ts";
import { countTerms } from "../../../subgraphs/tickets/text/ticket-text.store.ts";
import { sampleMessages } from "../../trends/sample-messages.ts";

/** Where all of them lie: one district takes what a whole city takes, which makes it harder. */
export const district = "110117";

/** The instant at which the last of them came in, and three years before it the first. */
export const now = new Date("2026-06-01T00:00:00Z");
const span = 3 * 365 * 24 * 3_600_000;

/** Tickets a statement: enough that round trips do not count. */
const batch = 2_000;

const sentences = [...new Set(sampleMessages().flatMap(({ text }) => text.split(/(?<=[。！？])/u)))];

/** As nine of ten letters begin that somebody typed on the telephone. */
const opening = "市民来电反映，";

/** A text of three to seven sentences that people wrote, put together anew, and now and then of a whole page. */
export function syntheticText(random: Random, page = random.chance(0.07)): string {
  let text = random.chance(0.9) ? opening : "";
  for (let count = page ? 100 : random.between(3, 7); count > 0 || text.length < 50; count -= 1) {
    text += random.pick(sentences);
    if (text.length >= 800) break;
  }
  return text.slice(0, 800);
}

/** Where more is asked for than anywhere else: a twenty-fifth of all tickets. */
export const crowded = `${district}001001`;
export const crowdedEstate = `${crowded}-E01`;

const communities = Array.from(
  { length: 300 },
  (_, n) =>
    `${district}${String(1 + (n % 18)).padStart(3, "0")}${String(1 + Math.floor(n / 18)).padStart(3, "0")}`,
);

/** Where a ticket lies, what it is about and who has it. */
export interface Filing {
  readonly division: string;
  readonly grid: string | null;
  readonly estate: string | null;
  readonly matter: string | null;
  readonly unit: string | null;
}

/** Codes made up for subgraphs that are not asked: no grid, estate or matter of these is kept anywhere. */
function filedAnywhere(random: Random): Filing {
  const crowd = random.chance(0.04);
  const community = crowd ? crowded : random.pick(communities);
  const lot = random.between(0, 99);
  const placed = crowd || lot >= 8;
  return {
    division: placed ? community : community.slice(0, 9),
    grid: placed ? `${community}00${crowd ? 1 : random.between(1, 9)}` : null,
    estate: crowd ? crowdedEstate : lot < 30 ? null : `${community}-E0${random.between(1, 6)}`,
    matter: lot % 5 === 0 ? null : `${district}-${random.between(10, 29)}0${random.between(1, 6)}`,
    unit: null,
  };
}

interface Caller {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
}

/** Every one of them asks five times in three years. */
function makeCallers(count: number): Caller[] {
  const random = Random.seeded("callers");
  return Array.from({ length: Math.ceil(count / 5) }, (_, n) => ({
    id: `00000000-0000-8000-8000-${String(n).padStart(12, "0")}`,
    name: personName(random).name,
    phone: `138${String(n).padStart(8, "0")}`,
  }));
}

/** One in so many has its terms counted: how rare a term is, is told by a share of all as well. */
const counted = 25;

function ticketAt(
  n: number,
  count: number,
  {
    callers,
    filed,
    random,
  }: { callers: readonly Caller[]; filed: (random: Random) => Filing; random: Random },
) {
  const running = String(n + 1).padStart(7, "0");
  const at = new Date(now.getTime() - span + Math.floor((span * (n + 1)) / count));
  const day = at.toISOString().slice(0, 10).replaceAll("-", "");
  const number = `${district}-${day}-${running}`;
  const demand = `${district}-D-${day}-${running}`;
  const text = syntheticText(random);
  const title = text.slice(0, 30);
  const { id: caller, name, phone } = random.pick(callers);
  return {
    number,
    demand,
    caller,
    at,
    text,
    title,
    ...filed(random),
    terms: searchTerms({
      title,
      texts: [text],
      codes: [number, demand],
      people: [name],
      numbers: [phone],
      places: [],
    }),
    counted: n % counted !== 0,
  };
}

/** 样本: invented tickets with one demand each, filed as `filed` says, else some of them not to be placed. */
export async function fillWithTickets(
  database: DataSource,
  count: number,
  {
    told = () => undefined,
    filed = filedAnywhere,
  }: { told?: (done: number) => void; filed?: (random: Random) => Filing } = {},
): Promise<void> {
  const random = Random.seeded("many tickets");
  const callers = makeCallers(count);
  await database.query(
    `INSERT INTO demander (district_code, id, kind, identity, name, phone)
     SELECT '${district}', id::uuid, 'PERSON', 'phone:' || phone, name, phone
     FROM unnest($1::text[], $2::text[], $3::text[]) AS given(id, name, phone)`,
    [callers.map(({ id }) => id), callers.map(({ name }) => name), callers.map(({ phone }) => phone)],
  );
  // Built when all are there: a row at a time it would take twice as long.
  const runner = database.createQueryRunner();
  await runner.query("SET statement_timeout = 0; SET maintenance_work_mem = '1GB'"); // the role's own are for requests
  const [{ index }] = await runner.query("SELECT pg_get_indexdef('ticket_text_terms'::regclass) AS index");
  await runner.query("DROP INDEX ticket_text_terms");
  for (let from = 0; from < count; from += batch) {
    const rows = Array.from({ length: Math.min(batch, count - from) }, (_, index) =>
      ticketAt(from + index, count, { callers, filed, random }),
    );
    await insertTickets(database, rows);
    told(Math.min(count, from + batch));
  }
  await runner.query(index);
  while ((await countTerms(database, batch)) > 0);
  await runner.query("VACUUM (ANALYZE) ticket, demand, demander, ticket_text, term_frequency");
  await runner.query("RESET ALL");
  await runner.release();
}

async function insertTickets(
  database: DataSource,
  rows: readonly ReturnType<typeof ticketAt>[],
): Promise<void> {
  const column = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((row) => row[key]);
  await database.transaction(async (transaction) => {
    await transaction.query(
      `INSERT INTO ticket (district_code, number, state, function, origin, title, kind, urgency, channel_code,
         division_code, grid_code, estate_code, matter_code, handling_unit_code, dispatched_at,
         limit_name, limit_version, due_at, discovered_at, received_at)
       SELECT '${district}', number, CASE WHEN unit IS NULL THEN 'RECEIVED' ELSE 'DISPATCHED' END, 'ON_COMPLAINT', 'ON_COMPLAINT', title, 'COMPLAINT', 'ORDINARY',
         'HOTLINE_12345', division, grid, estate, matter, unit, CASE WHEN unit IS NOT NULL THEN at END,
         'ORDINARY', 1, at + interval '7 days', at, at
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::timestamptz[])
         AS given(number, title, division, grid, estate, matter, unit, at)`,
      [
        column("number"),
        column("title"),
        column("division"),
        column("grid"),
        column("estate"),
        column("matter"),
        column("unit"),
        column("at"),
      ],
    );
    await transaction.query(
      `INSERT INTO demand (district_code, number, ticket_number, demander_id, kind, channel_code, urgency, text,
         division_code, grid_code, estate_code, received_at)
       SELECT '${district}', demand, ticket.number, caller::uuid, ticket.kind, channel_code, urgency, said,
         division_code, grid_code, estate_code, received_at
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS given(demand, number, caller, said)
       JOIN ticket ON ticket.district_code = '${district}' AND ticket.number = given.number`,
      [column("demand"), column("number"), column("caller"), column("text")],
    );
    await transaction.query(
      `INSERT INTO ticket_text (district_code, ticket_number, received_at, filed_under, terms, counted)
       SELECT district_code, ticket.number, received_at, filed_under(ticket), terms::tsvector, counted
       FROM unnest($1::text[], $2::text[], $3::boolean[]) AS given(number, terms, counted)
       JOIN ticket ON ticket.district_code = '${district}' AND ticket.number = given.number`,
      [column("number"), column("terms"), column("counted")],
    );
  });
}
