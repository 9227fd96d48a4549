import { PersonalKind } from "../../../subgraphs/shared/personal.ts";
import { Post, type Principal } from "../../../subgraphs/shared/principal.ts";
import { liesIn, list, type PersonalValue, type Row, type RowOracle, rowsByKey, text } from "./row-oracle.ts";

interface Call {
  readonly unit: string;
  readonly company: boolean;
}

const byNumber = { selection: "number", keyOf: ({ number }: Row) => text(number) };
const communityPosts: readonly Post[] = [Post.GRID_MEMBER, Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY];
const territorial: readonly Post[] = [...communityPosts, Post.SUBDISTRICT_LEADER];
const responding: readonly Post[] = [Post.RESPONDER, Post.CHIEF_RESPONDER];

/** A community's people see their community and no more, a sub-district its sub-district. */
function lieInPlaceOf({ post, division }: Principal, code: unknown): boolean {
  if (communityPosts.includes(post)) return division.length >= 12 && liesIn(code, division.slice(0, 12));
  return post === Post.SUBDISTRICT_LEADER && division.length >= 6 && liesIn(code, division);
}

const callsOf = (row: Row): readonly Call[] => list(row.calls) as readonly Call[];
const isOver = (state: unknown): boolean => ["STRUCK_OFF", "ARCHIVED"].includes(text(state));

function reachesTicket(principal: Principal, ticket: Row): boolean {
  const { post, unit, division, id } = principal;
  const withUnit =
    ticket.handling_unit_code === unit ||
    (!isOver(ticket.state) &&
      unit.startsWith(text(ticket.district_code)) &&
      callsOf(ticket).some((call) => call.unit === unit));
  if (post === Post.RESIDENT) return list(ticket.askers).includes(id);
  if (post === Post.SERVICE) return ["tickets", "evaluation", "market-supervision"].includes(unit);
  if (post === Post.GRID_MEMBER) return lieInPlaceOf(principal, ticket.division_code);
  if (territorial.includes(post)) {
    const inOffice = !communityPosts.includes(post) || division.length >= 12;
    return inOffice && (lieInPlaceOf(principal, ticket.division_code) || withUnit);
  }
  if (responding.includes(post)) return withUnit;
  if (post === Post.LIST_KEEPER) return false;
  return ticket.district_code === division.slice(0, 6);
}

const ticketFacts = `
  SELECT ticket.number AS key, ticket.*,
    (SELECT array_agg(demander.person_id) FROM ticket own
       JOIN demand ON demand.ticket_number = own.number
       JOIN demander ON demander.id = demand.demander_id AND demander.person_id IS NOT NULL
     WHERE ticket.number IN (own.number, own.merged_into_number)) AS askers,
    (SELECT jsonb_agg(jsonb_build_object('unit', called.unit_code, 'company', called.unit_kind = 'COMPANY'))
     FROM whistle_ticket behind
       JOIN whistle ON whistle.number = behind.whistle_number
       JOIN whistle_participant called ON called.whistle_number = behind.whistle_number
     WHERE behind.ticket_number = ticket.number AND called.released_at IS NULL
       AND whistle.state NOT IN ('DRAFT', 'WITHDRAWN', 'RULED_MISUSE')) AS calls,
    (SELECT dispatch.by_contract FROM dispatch WHERE dispatch.ticket_number = ticket.number
       AND dispatch.unit_code = ticket.handling_unit_code ORDER BY dispatch.turn DESC LIMIT 1) AS with_company
  FROM ticket`;

/** 诉求人信息: the table of `mayReachDemander`, from the facts. */
function knowsDemander(principal: Principal, demand: Row): boolean {
  const { post, unit } = principal;
  if (post === Post.RESIDENT || post === Post.CENTRE_DISPATCHER) return true;
  const goesOn = demand.going as Row;
  if (isOver(goesOn.state) || goesOn.state === "REJECTED") return false;
  const calls = callsOf(goesOn).filter((call) => call.unit === unit);
  const handles = goesOn.handling_unit_code === unit && goesOn.with_company !== null;
  const byContract = calls.some(({ company }) => company) || (handles && goesOn.with_company === true);
  const works = !byContract && (calls.length > 0 || handles);
  if (responding.includes(post)) return works;
  if (post === Post.GRID_MEMBER) return false;
  return territorial.includes(post) && (works || lieInPlaceOf(principal, goesOn.division_code));
}

const words = (column: string): PersonalValue => ({ kind: PersonalKind.TEXT, column, clear: knowsDemander });

export const ticketOracles: readonly RowOracle[] = [
  {
    type: "Ticket",
    ...byNumber,
    rows: (database) => rowsByKey(database, ticketFacts),
    reaches: reachesTicket,
    exact: true,
    personal: {},
  },
  {
    type: "Demand",
    ...byNumber,
    async rows(database) {
      const tickets = await rowsByKey(database, ticketFacts);
      const demands = await rowsByKey(
        database,
        `SELECT demand.number AS key, demand.*, demander.person_id, demander.name AS demander_name,
                demander.phone AS demander_phone, demander.kind AS demander_kind
         FROM demand LEFT JOIN demander ON demander.id = demand.demander_id`,
      );
      return new Map(
        [...demands].map(([key, demand]) => {
          const ticket = tickets.get(text(demand.ticket_number));
          const going = tickets.get(text(ticket?.merged_into_number)) ?? ticket;
          return [key, { ...demand, ticket, going }];
        }),
      );
    },
    reaches: (principal, demand) =>
      reachesTicket(principal, demand.ticket as Row) &&
      (principal.post !== Post.RESIDENT || demand.person_id === principal.id),
    exact: true,
    personal: {
      text: words("text"),
      who: { kind: "CONFIDED", column: "who", clear: knowsDemander },
      placeText: words("place_text"),
      cause: words("cause"),
      course: words("course"),
      "demander.name": {
        kind: PersonalKind.NAME,
        column: "demander_name",
        clear: (principal, demand) => demand.demander_kind !== "PERSON" || knowsDemander(principal, demand),
      },
      "demander.phone": { kind: PersonalKind.PHONE, column: "demander_phone", clear: knowsDemander },
    },
  },
  {
    type: "ClassProblem",
    ...byNumber,
    async rows(database) {
      const tickets = [...(await rowsByKey(database, ticketFacts)).values()];
      const problems = await rowsByKey(database, "SELECT number AS key, * FROM class_problem");
      return new Map(
        [...problems].map(([key, problem]) => {
          const behind = tickets.filter(({ class_problem_number: number }) => number === key);
          return [key, { ...problem, behind }];
        }),
      );
    },
    reaches: (principal, { behind }) =>
      list(behind).some((ticket) => reachesTicket(principal, ticket as Row)),
    exact: true,
    personal: {},
  },
  {
    type: "Whistle",
    ...byNumber,
    rows: (database) =>
      rowsByKey(
        database,
        `SELECT whistle.number AS key, whistle.*,
           (SELECT array_agg(unit_code) FROM whistle_participant WHERE whistle_number = whistle.number) AS called,
           EXISTS (SELECT FROM whistle_participant
             WHERE whistle_number = whistle.number AND disputed_at IS NOT NULL) AS contested,
           (SELECT array_agg(demander.person_id) FROM whistle_ticket behind
              JOIN ticket own ON behind.ticket_number IN (own.number, own.merged_into_number)
              JOIN demand ON demand.ticket_number = own.number
              JOIN demander ON demander.id = demand.demander_id
            WHERE behind.whistle_number = whistle.number) AS askers
         FROM whistle`,
      ),
    reaches(principal, whistle) {
      const { post, unit, division, id } = principal;
      const ownDistrict = whistle.district_code === division.slice(0, 6);
      const callsUnit = whistle.state !== "DRAFT" && list(whistle.called).includes(unit);
      const withUnit = whistle.blower_unit_code === unit || callsUnit;
      if (post === Post.RESIDENT) return whistle.blower_id === id || list(whistle.askers).includes(id);
      if (post === Post.SERVICE) return ["tickets", "evaluation"].includes(unit);
      if (territorial.includes(post)) {
        const inOffice = !communityPosts.includes(post) || division.length >= 12;
        return inOffice && (withUnit || lieInPlaceOf(principal, whistle.division_code));
      }
      if (responding.includes(post)) return withUnit;
      if (post === Post.LIST_KEEPER) return ownDistrict && whistle.contested === true;
      return post !== Post.DATA_STEWARD && ownDistrict;
    },
    exact: true,
    personal: {},
  },
];
