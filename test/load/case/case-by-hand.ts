import { Pool, type QueryResultRow } from "pg";
import { dayOf } from "../../../subgraphs/shared/calendar.ts";
import { districtOf, Post, type Principal } from "../../../subgraphs/shared/principal.ts";

/**
 * The case look-up as somebody would write it who needs no other question ever answered: one statement for each thing
 * to know, joined where one database holds it, only the columns that are shown, prepared once. The databases remain
 * each department's own, and the rows a dispatcher may not see remain unseen.
 */
export class CaseByHand {
  readonly #tickets: Pool;
  readonly #grids: Pool;
  readonly #departments: Pool;
  readonly #evaluation: Pool;

  constructor(urls: ReadonlyMap<string, string>) {
    const pool = (name: string) => new Pool({ connectionString: urls.get(name), max: 10 });
    this.#tickets = pool("tickets");
    this.#grids = pool("grids");
    this.#departments = pool("departments");
    this.#evaluation = pool("evaluation");
  }

  async lookUp(number: string, principal: Principal, at: Date): Promise<object | null> {
    if (principal.post !== Post.CENTRE_DISPATCHER) throw new Error("written for dispatchers only");
    const { division } = principal;
    const district = districtOf(division);
    const key = [district, number];
    const [ticket] = await rows<TicketRow>(this.#tickets, "ticket", ticketSql, [
      district,
      districtOf(number),
      number,
    ]);
    if (!ticket) return null;

    const on = dayOf(at);
    const { grid_code: grid, matter_code: matter, item_code: item, handling_unit_code: handling } = ticket;
    const [whistles, participants, clocks, callBacks, path, responders, matters, items] = await Promise.all([
      rows<WhistleRow>(this.#tickets, "whistles", whistlesSql, key),
      rows<ParticipantRow>(this.#tickets, "participants", participantsSql, key),
      rows<ClockRow>(this.#tickets, "clocks", clocksSql, key),
      rows<CallBackRow>(this.#evaluation, "call-backs", callBacksSql, [
        district,
        division,
        `${division}:`,
        districtOf(number),
        number,
      ]),
      grid ? rows<GridRow>(this.#grids, "grid", gridSql, [grid]) : [],
      grid ? rows<ResponderRow>(this.#departments, "responders", respondersSql, [on, grid.slice(0, 12)]) : [],
      matter ? rows<{ name: string }>(this.#departments, "matter", matterSql, [matter]) : [],
      item ? rows<ItemRow>(this.#departments, "item", itemSql, [item, on]) : [],
    ]);
    const codes = new Set(participants.map(({ unit_code }) => unit_code));
    if (handling) codes.add(handling);
    const units = new Map(
      (codes.size > 0
        ? await rows<{ code: string; name: string }>(this.#departments, "units", unitsSql, [[...codes]])
        : []
      ).map(({ code, name }) => [code, { name }]),
    );
    return {
      number: ticket.number,
      title: ticket.title,
      state: ticket.state,
      dueAt: ticket.due_at,
      overdue:
        ticket.feedback_at === null &&
        ticket.state !== "REJECTED" &&
        ticket.state !== "MERGED" &&
        at >= ticket.due_at,
      grid: gridOf(path, responders),
      matter: matters[0] ? { name: matters[0].name } : null,
      item: itemOf(items[0]),
      handlingUnit: (handling && units.get(handling)) ?? null,
      steps: stepsOf(ticket),
      whistles: whistles.map((whistle) => ({
        number: whistle.number,
        kind: whistle.kind,
        state: whistle.state,
        participants: participants
          .filter(({ whistle_number }) => whistle_number === whistle.number)
          .map(({ role, unit_code, signed_at, arrived_at }) => ({
            role,
            unit: units.get(unit_code) ?? null,
            signedAt: signed_at,
            arrivedAt: arrived_at,
          })),
        clocks: clocks
          .filter(({ whistle_number }) => whistle_number === whistle.number)
          .map(({ step, due_at, met_at, stopped_at }) => ({
            step,
            dueAt: due_at,
            overdue: met_at === null && stopped_at === null && due_at <= at,
          })),
      })),
      callBacks: callBacks.map(({ contacted, solved, satisfaction, recorded_at }) => ({
        contacted,
        solved,
        satisfaction,
        recordedAt: recorded_at,
      })),
    };
  }

  async close(): Promise<void> {
    for (const pool of [this.#tickets, this.#grids, this.#departments, this.#evaluation]) await pool.end();
  }
}

async function rows<Row extends QueryResultRow>(
  pool: Pool,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  return (await pool.query<Row>({ name, text, values: [...values] })).rows;
}

function gridOf(path: readonly GridRow[], responders: readonly ResponderRow[]): object | null {
  const [grid] = path;
  if (!grid) return null;
  return {
    code: grid.code,
    name: grid.name,
    division: { path: path.map(({ division_name }) => ({ name: division_name })) },
    responders: responders.map(({ name, post, unit_name }) => ({ name, post, unit: { name: unit_name } })),
  };
}

function itemOf(item: ItemRow | undefined): object | null {
  if (!item) return null;
  return {
    code: item.code,
    name: item.name,
    legalBasis: item.legal_basis,
    body: {
      name: item.body_name,
      chiefResponder: item.chief_name === null ? null : { name: item.chief_name },
    },
  };
}

function stepsOf(ticket: TicketRow): object[] {
  const step = (name: string, enteredAt: Date | null, optional = false): object => ({
    name,
    enteredAt,
    skipped: optional && ticket.handled_at !== null && enteredAt === null,
  });
  return [
    step("DISCOVERY", ticket.discovered_at),
    step("COLLECTION", ticket.received_at),
    step("MATCHING", ticket.matched_at),
    step("DISPATCH", ticket.dispatched_at),
    step("WHISTLE", ticket.whistled_at, true),
    step("REPORT_FOR_DUTY", ticket.arrived_at, true),
    step("FEEDBACK", ticket.feedback_at),
    step("EVALUATION", ticket.called_back_at),
  ];
}

interface TicketRow {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly due_at: Date;
  readonly grid_code: string | null;
  readonly matter_code: string | null;
  readonly item_code: string | null;
  readonly handling_unit_code: string | null;
  readonly discovered_at: Date | null;
  readonly received_at: Date | null;
  readonly matched_at: Date | null;
  readonly dispatched_at: Date | null;
  readonly whistled_at: Date | null;
  readonly arrived_at: Date | null;
  readonly handled_at: Date | null;
  readonly feedback_at: Date | null;
  readonly called_back_at: Date | null;
}
const ticketSql = `
  SELECT number, title, state, due_at, grid_code, matter_code, item_code, handling_unit_code, discovered_at,
    received_at, matched_at, dispatched_at, whistled_at, arrived_at, handled_at, feedback_at, called_back_at
  FROM ticket WHERE district_code = $1 AND district_code = $2 AND number = $3`;

interface WhistleRow {
  readonly number: string;
  readonly kind: string;
  readonly state: string;
}
const whistlesSql = `
  SELECT whistle.number, whistle.kind, whistle.state
  FROM whistle_ticket behind
  JOIN whistle ON (whistle.district_code, whistle.number) = (behind.district_code, behind.whistle_number)
  WHERE whistle.district_code = $1 AND behind.district_code = $1 AND behind.ticket_number = $2
  ORDER BY whistle.created_at`;

interface ParticipantRow {
  readonly whistle_number: string;
  readonly role: string;
  readonly unit_code: string;
  readonly signed_at: Date | null;
  readonly arrived_at: Date | null;
}
const participantsSql = `
  SELECT part.whistle_number, part.role, part.unit_code, part.signed_at, part.arrived_at
  FROM whistle_ticket behind
  JOIN whistle_participant part
    ON (part.district_code, part.whistle_number) = (behind.district_code, behind.whistle_number)
  WHERE behind.district_code = $1 AND behind.ticket_number = $2
  ORDER BY part.role DESC, part.unit_code`;

interface ClockRow {
  readonly whistle_number: string;
  readonly step: string;
  readonly due_at: Date;
  readonly met_at: Date | null;
  readonly stopped_at: Date | null;
}
const clocksSql = `
  SELECT part.whistle_number, part.step, part.due_at, part.met_at, part.stopped_at
  FROM whistle_ticket behind
  JOIN whistle_clock part
    ON (part.district_code, part.whistle_number) = (behind.district_code, behind.whistle_number)
  WHERE behind.district_code = $1 AND behind.ticket_number = $2
  ORDER BY part.due_at, part.step`;

interface CallBackRow {
  readonly contacted: boolean | null;
  readonly solved: boolean | null;
  readonly satisfaction: string | null;
  readonly recorded_at: Date;
}
const callBacksSql = `
  SELECT contacted, solved, satisfaction, recorded_at FROM call_back
  WHERE district_code = $1 AND division_code >= $2 AND division_code < $3
    AND district_code = $4 AND ticket_number = $5
  ORDER BY ordinal`;

interface GridRow {
  readonly code: string;
  readonly name: string;
  readonly division_name: string;
}
const gridSql = `
  SELECT grid.code, grid.name, division.name AS division_name
  FROM grid
  JOIN division ON division.code IN (left(grid.community_code, 2), left(grid.community_code, 4),
    left(grid.community_code, 6), left(grid.community_code, 9), grid.community_code)
  WHERE grid.code = $1
  ORDER BY length(division.code)`;

interface ResponderRow {
  readonly name: string;
  readonly post: string;
  readonly unit_name: string;
}
const respondersSql = `
  SELECT responder.name, responder.post, unit.name AS unit_name
  FROM responder JOIN unit ON unit.code = responder.unit_code
  WHERE responder.valid_from <= $1 AND (responder.valid_until IS NULL OR responder.valid_until > $1)
    AND responder.community_code = $2
  ORDER BY responder.unit_code`;

const matterSql = "SELECT name FROM matter WHERE code = $1";

interface ItemRow {
  readonly code: string;
  readonly name: string;
  readonly legal_basis: string;
  readonly body_name: string;
  readonly chief_name: string | null;
}
const itemSql = `
  SELECT item.code, item.name, item.legal_basis, unit.name AS body_name, chief.name AS chief_name
  FROM power_item item
  JOIN unit ON unit.code = item.body_unit_code
  LEFT JOIN chief_responder chief ON chief.unit_code = unit.code
    AND chief.valid_from <= $2 AND (chief.valid_until IS NULL OR chief.valid_until > $2)
  WHERE item.code = $1`;

const unitsSql = "SELECT code, name FROM unit WHERE code = ANY($1)";
