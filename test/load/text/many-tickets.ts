import type { DataSource } from "typeorm";
import { Random } from "../../../infra/dataset/world/random.ts";
import { searchTerms } from "../../../subgraphs/tickets/text/search-terms.ts";
import { sampleMessages } from "../../trends/sample-messages.ts";

/** Where all of them lie: one district takes what a whole city takes, which makes it harder. */
export const district = "110117";

/** The instant at which the last of them came in, and three years before it the first. */
export const now = new Date("2026-06-01T00:00:00Z");
const span = 3 * 365 * 24 * 3_600_000;

/** Tickets a statement: enough that round trips do not count. */
const batch = 2_000;

const sentences = [...new Set(sampleMessages().flatMap(({ text }) => text.split(/(?<=[。！？])/u)))];

/** A text of three to seven sentences that people wrote, put together anew: 50 characters and more. */
export function syntheticText(random: Random): string {
  let text = "";
  for (let count = random.between(3, 7); count > 0 || text.length < 50; count -= 1) {
    text += random.pick(sentences);
  }
  return text;
}

/** 样本: invented tickets with one demand each, some of them not to be placed. */
export async function fillWithTickets(
  database: DataSource,
  count: number,
  told: (done: number) => void,
): Promise<void> {
  const random = Random.seeded("many tickets");
  const communities = Array.from(
    { length: 300 },
    (_, n) =>
      `${district}${String(1 + (n % 18)).padStart(3, "0")}${String(1 + Math.floor(n / 18)).padStart(3, "0")}`,
  );
  for (let from = 0; from < count; from += batch) {
    const rows = Array.from({ length: Math.min(batch, count - from) }, (_, index) => {
      const n = from + index;
      const running = String(n + 1).padStart(7, "0");
      const at = new Date(now.getTime() - span + Math.floor((span * (n + 1)) / count));
      const community = random.pick(communities);
      const lot = random.between(0, 99);
      const number = `${district}-20230601-${running}`;
      const demand = `${district}-D-20230601-${running}`;
      const text = syntheticText(random);
      return {
        number,
        demand,
        at,
        text,
        title: text.slice(0, 30),
        division: lot < 8 ? community.slice(0, 9) : community,
        grid: lot < 8 ? null : `${community}00${random.between(1, 9)}`,
        estate: lot < 30 ? null : `${community}-E0${random.between(1, 6)}`,
        matter: lot % 5 === 0 ? null : `${district}-${random.between(10, 29)}0${random.between(1, 6)}`,
        terms: searchTerms({
          title: text.slice(0, 30),
          texts: [text],
          codes: [number, demand],
          people: [],
          numbers: [],
        }),
      };
    });
    const column = <Key extends keyof (typeof rows)[number]>(key: Key) => rows.map((row) => row[key]);
    const values = [
      column("number"),
      column("title"),
      column("division"),
      column("grid"),
      column("estate"),
      column("matter"),
      column("at"),
    ];
    await database.transaction(async (transaction) => {
      await transaction.query(
        `INSERT INTO ticket (district_code, number, state, function, origin, title, kind, urgency, channel_code,
           division_code, grid_code, estate_code, matter_code, limit_name, limit_version, due_at, discovered_at, received_at)
         SELECT '${district}', number, 'RECEIVED', 'ON_COMPLAINT', 'ON_COMPLAINT', title, 'COMPLAINT', 'ORDINARY',
           'HOTLINE_12345', division, grid, estate, matter, 'ORDINARY', 1, at + interval '7 days', at, at
         FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
           AS given(number, title, division, grid, estate, matter, at)`,
        values,
      );
      await transaction.query(
        `INSERT INTO demand (district_code, number, ticket_number, kind, channel_code, urgency, text, division_code,
           grid_code, estate_code, received_at)
         SELECT '${district}', demand, number, 'COMPLAINT', 'HOTLINE_12345', 'ORDINARY', said, division, grid, estate, at
         FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[])
           AS given(demand, number, said, division, grid, estate, at)`,
        [
          column("demand"),
          column("number"),
          column("text"),
          column("division"),
          column("grid"),
          column("estate"),
          column("at"),
        ],
      );
      await transaction.query(
        `INSERT INTO ticket_text (district_code, ticket_number, received_at, terms, counted)
         SELECT '${district}', number, at, terms::tsvector, true
         FROM unnest($1::text[], $2::timestamptz[], $3::text[]) AS given(number, at, terms)`,
        [column("number"), column("at"), column("terms")],
      );
    });
    told(Math.min(count, from + batch));
  }
  await database.query("VACUUM (ANALYZE) ticket, demand, ticket_text");
}
