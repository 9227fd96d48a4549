import { Client } from "pg";
import { type CaseScope, districtOf } from "../../../subgraphs/shared/principal.ts";
import type { Surroundings } from "./nothing-out-of-reach.ts";

const districts = ["430105", "110117"];
const inDistricts = (column: string): string => `left(${column}, 6) = ANY(ARRAY['${districts.join("','")}'])`;

/** Reads out of a dataset what principals and questions are made of, in two districts of it. */
export async function surroundingsOf(urls: Readonly<Record<string, string>>): Promise<Surroundings> {
  const column = (subgraph: string, sql: string) => read(urls[subgraph] ?? "", sql);
  const [
    communities,
    grids,
    members,
    living,
    asking,
    tickets,
    units,
    buildings,
    whistles,
    businesses,
    elderly,
  ] = await Promise.all([
    column("grids", `SELECT DISTINCT community_code AS value FROM grid WHERE ${inDistricts("code")}`),
    column("grids", `SELECT code AS value FROM grid WHERE ${inDistricts("code")}`),
    column("grids", "SELECT person_id AS value FROM grid_member WHERE person_id IS NOT NULL"),
    column("grids", "SELECT person_id AS value FROM resident WHERE person_id IS NOT NULL"),
    column("tickets", "SELECT DISTINCT person_id AS value FROM demander WHERE person_id IS NOT NULL"),
    column(
      "tickets",
      `SELECT ticket.number AS value FROM ticket LEFT JOIN whistle_ticket behind ON behind.ticket_number = ticket.number
         WHERE ${inDistricts("number")} ORDER BY behind.whistle_number, number LIMIT 300`,
    ),
    column(
      "tickets",
      `SELECT unit_code AS value FROM whistle_participant WHERE ${inDistricts("unit_code")} UNION
         SELECT handling_unit_code FROM ticket WHERE ${inDistricts("handling_unit_code")}`,
    ),
    column("grids", `SELECT code AS value FROM building WHERE ${inDistricts("community_code")} LIMIT 200`),
    column("tickets", `SELECT number AS value FROM whistle WHERE ${inDistricts("number")} LIMIT 200`),
    column("market-supervision", "SELECT DISTINCT credit_code AS value FROM inspection LIMIT 200"),
    column("civil-affairs", "SELECT resident_id AS value FROM elderly_living_alone LIMIT 200"),
  ]);
  const about = (items: readonly string[], ticket: string): string[] =>
    items.filter((item) => districtOf(item) === districtOf(ticket)).slice(0, 10);
  const cases = tickets.slice(0, 20).map(
    (number): CaseScope => ({
      number,
      tickets: about(tickets, number),
      whistles: about(whistles, number),
      residents: about(elderly, number),
      businesses: businesses.slice(0, 10),
      buildings: about(buildings, number),
      grids: about(grids, number),
    }),
  );
  return {
    communities,
    grids,
    members,
    units: units.filter((unit) => unit.includes("-")),
    residents: [...living, ...asking],
    cases,
    keys: new Map([
      ["Grid", grids],
      ["Division", communities.flatMap((code) => [code, code.slice(0, 9), code.slice(0, 6)])],
      ["Building", buildings],
      ["Ticket", tickets],
      ["Whistle", whistles],
      ["Business", businesses],
      ["Resident", elderly],
    ]),
  };
}

async function read(connectionString: string, sql: string): Promise<string[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ value: string }>(sql);
    return [...new Set(rows.map(({ value }) => value))];
  } finally {
    await client.end();
  }
}
