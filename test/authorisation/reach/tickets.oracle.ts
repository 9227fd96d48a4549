import type { DataSource } from "typeorm";
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

/** Who acts for a unit that leads a mediation or is called to it, while the case goes on. */
function mediates(
  { post, unit }: Principal,
  { ticket, host_unit_code: host }: Row,
  called: unknown,
): boolean {
  const acts =
    [...responding, ...territorial, Post.CENTRE_DISPATCHER].includes(post) && post !== Post.GRID_MEMBER;
  const { state } = ticket as Row;
  const goesOn = !isOver(state) && !["REJECTED", "MERGED"].includes(text(state));
  return acts && goesOn && (host === unit || list(called).includes(unit));
}

const reachesMediation = (principal: Principal, row: Row): boolean =>
  reachesTicket(principal, row.ticket as Row) || mediates(principal, row, row.invited);

/** What was agreed: whoever may know who asked, the host, and those mediators who came. */
const knowsAgreement = (principal: Principal, row: Row): boolean =>
  principal.post === Post.RESIDENT
    ? list(row.own_askers).includes(principal.id)
    : knowsDemander(principal, row) || mediates(principal, row, row.arrived);

const reachesDemand = (principal: Principal, demand: Row): boolean =>
  reachesTicket(principal, demand.ticket as Row) &&
  (principal.post !== Post.RESIDENT || demand.person_id === principal.id);

/** What belongs to a ticket, with that and the one it goes on in, by `key`. */
async function withTickets(database: DataSource, sql: string): Promise<Map<string, Row>> {
  const tickets = await rowsByKey(database, ticketFacts);
  const rows = await rowsByKey(database, sql);
  return new Map(
    [...rows].map(([key, row]) => {
      const ticket = tickets.get(text(row.ticket_number));
      return [key, { ...row, ticket, going: tickets.get(text(ticket?.merged_into_number)) ?? ticket }];
    }),
  );
}

const ofMediation = `
  (SELECT array_agg(unit_code) FROM mediator
   WHERE (ticket_number, turn) = (mediation.ticket_number, mediation.turn)) AS invited,
  (SELECT array_agg(unit_code) FROM mediator
   WHERE (ticket_number, turn) = (mediation.ticket_number, mediation.turn) AND arrived_at IS NOT NULL) AS arrived`;

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
    rows: (database) =>
      withTickets(
        database,
        `SELECT demand.number AS key, demand.*, demander.person_id, demander.name AS demander_name,
                demander.phone AS demander_phone, demander.kind AS demander_kind
         FROM demand LEFT JOIN demander ON demander.id = demand.demander_id`,
      ),
    reaches: reachesDemand,
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
    type: "Media",
    selection: "id",
    keyOf: ({ id }) => text(id),
    rows: (database) =>
      withTickets(
        database,
        `SELECT media.id AS key, media.kind, '/media/' || media.id AS url, demand.ticket_number, demander.person_id
         FROM media JOIN demand ON demand.number = media.demand_number
         LEFT JOIN demander ON demander.id = demand.demander_id`,
      ),
    reaches: reachesDemand,
    exact: true,
    personal: {
      url: {
        kind: "CONFIDED",
        column: "url",
        clear: (principal, media) => media.kind === "PHOTO" || knowsDemander(principal, media),
      },
    },
  },
  {
    type: "DisputeMediation",
    selection: "ticketNumber turn",
    keyOf: ({ ticketNumber, turn }) => `${ticketNumber}#${turn}`,
    rows: (database) =>
      withTickets(
        database,
        `SELECT ticket_number || '#' || turn AS key, mediation.*, ${ofMediation} FROM dispute_mediation mediation`,
      ),
    reaches: reachesMediation,
    exact: false,
    personal: {},
  },
  {
    type: "MediationSitting",
    selection: "ticketNumber turn ordinal",
    keyOf: ({ ticketNumber, turn, ordinal }) => `${ticketNumber}#${turn}#${ordinal}`,
    rows: (database) =>
      withTickets(
        database,
        `SELECT sitting.ticket_number || '#' || sitting.turn || '#' || ordinal AS key, sitting.*,
                mediation.host_unit_code, ${ofMediation},
                (SELECT array_agg(demander.person_id) FROM demand
                   JOIN demander ON demander.id = demand.demander_id
                 WHERE demand.ticket_number = sitting.ticket_number) AS own_askers
         FROM mediation_sitting sitting
         JOIN dispute_mediation mediation USING (ticket_number, turn)`,
      ),
    reaches: reachesMediation,
    exact: false,
    personal: {
      parties: { kind: "CONFIDED", column: "parties", clear: knowsAgreement },
      agreement: { kind: "CONFIDED", column: "agreement", clear: knowsAgreement },
    },
  },
  {
    type: "DutyRuling",
    selection: "decidedAt unit { code }",
    keyOf: ({ decidedAt, unit }) => `${decidedAt}#${text((unit as Row).code)}`,
    rows: (database) =>
      rowsByKey(
        database,
        `SELECT to_char(decided_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '#' || unit_code AS key, *
         FROM duty_ruling`,
      ),
    reaches: ({ post, division }, row) =>
      ![Post.RESIDENT, Post.SERVICE].includes(post) && row.district_code === division.slice(0, 6),
    exact: false,
    personal: {},
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
    type: "HotClass",
    ...byNumber,
    async rows(database) {
      const tickets = await rowsByKey(database, ticketFacts);
      const hotClasses = await rowsByKey(
        database,
        `SELECT hot_class.number AS key, hot_class.*,
           (SELECT array_agg(ticket_number) FROM hot_class_ticket WHERE hot_class_number = hot_class.number) AS members
         FROM hot_class`,
      );
      return new Map(
        [...hotClasses].map(([key, hotClass]) => [
          key,
          { ...hotClass, behind: list(hotClass.members).map((number) => tickets.get(text(number))) },
        ]),
      );
    },
    reaches: (principal, { behind }) =>
      principal.post !== Post.RESIDENT &&
      list(behind).some((ticket) => reachesTicket(principal, ticket as unknown as Row)),
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
