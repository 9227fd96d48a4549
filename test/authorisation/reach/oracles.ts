import { PersonalKind } from "../../../subgraphs/shared/personal.ts";
import { type CaseScope, Post, type Principal } from "../../../subgraphs/shared/principal.ts";
import { gridOracles } from "./grids.oracle.ts";
import { policeOracles } from "./public-security.oracle.ts";
import {
  clearOnGrant,
  type GrantedRow,
  liesIn,
  personalOnGrant,
  type Row,
  type RowOracle,
  reachesGranted,
  rowsByKey,
  text,
} from "./row-oracle.ts";
import { ticketOracles } from "./tickets.oracle.ts";

const byNumber = { selection: "number", keyOf: ({ number }: Row) => text(number) };
const byResident = { selection: "residentId", keyOf: ({ residentId }: Row) => text(residentId) };
const codeOf = (object: unknown): string => text((object as Row | null)?.code);
const numberOf = (object: unknown): string => text((object as Row | null)?.number);

/** The parties to what one unit gives another: who receives, who gives, and who decides in the district. */
const betweenUnits = (type: string, table: string, giver: string): RowOracle => ({
  type,
  ...byNumber,
  rows: (database) => rowsByKey(database, `SELECT number AS key, * FROM ${table}`),
  reaches({ post, unit }, row) {
    if (post === Post.SUBDISTRICT_LEADER) return row.receiving_unit_code === unit;
    if (post === Post.CHIEF_RESPONDER) return row[giver] === unit;
    const decides = [Post.LIST_KEEPER, Post.DISTRICT_LEADER, Post.CENTRE_DISPATCHER].includes(post);
    return decides && row.district_code === unit.slice(0, 6);
  },
  exact: true,
  personal: {},
});

/** What evaluation keeps of units: those who keep the assessments see their area, places theirs, units what concerns them. */
const aboutUnits =
  (...columns: readonly string[]) =>
  ({ post, unit, division }: Principal, row: Row): boolean => {
    const concerned = division !== "" && columns.some((column) => row[column] === unit);
    const inPlace = liesIn(row.division_code, division);
    const inDistrict = division.length < 6 || row.district_code === division.slice(0, 6);
    switch (post) {
      case Post.PERFORMANCE_OFFICE:
      case Post.CENTRE_DISPATCHER:
      case Post.DISTRICT_LEADER:
        return inDistrict && inPlace;
      case Post.SUBDISTRICT_LEADER:
      case Post.COMMUNITY_STAFF:
      case Post.COMMUNITY_SECRETARY:
        return inDistrict && (inPlace || concerned);
      case Post.RESPONDER:
      case Post.CHIEF_RESPONDER:
        return concerned;
      default:
        return false;
    }
  };

const evaluationOracles: readonly RowOracle[] = [
  {
    type: "CallBack",
    selection: "ordinal ticket { number }",
    keyOf: ({ ordinal, ticket }) => `${numberOf(ticket)}#${ordinal}`,
    rows: (database) =>
      rowsByKey(database, "SELECT ticket_number || '#' || ordinal AS key, * FROM call_back"),
    reaches: aboutUnits("handling_unit_code"),
    exact: false,
    personal: {},
  },
  {
    type: "CallBackDue",
    selection: "ticket { number }",
    keyOf: ({ ticket }) => numberOf(ticket),
    rows: (database) => rowsByKey(database, "SELECT ticket_number AS key, * FROM call_back_due"),
    reaches: aboutUnits("handling_unit_code"),
    exact: false,
    personal: {},
  },
  {
    type: "WhistleEvaluation",
    selection: "whistle { number } evaluator { code } unit { code }",
    keyOf: ({ whistle, evaluator, unit }) => [numberOf(whistle), codeOf(evaluator), codeOf(unit)].join("#"),
    rows: (database) =>
      rowsByKey(
        database,
        `SELECT whistle_number || '#' || evaluator_unit_code || '#' || subject_unit_code AS key, *
         FROM whistle_evaluation`,
      ),
    reaches: aboutUnits("evaluator_unit_code", "subject_unit_code"),
    exact: false,
    personal: {},
  },
  {
    type: "NegativeListEntry",
    ...byNumber,
    rows: (database) => rowsByKey(database, "SELECT number AS key, * FROM negative_list_entry"),
    reaches: aboutUnits("respondent_unit_code", "proposer_unit_code"),
    exact: false,
    personal: {},
  },
];

/** Rows that are closed to other departments unless granted. */
const onGrant = (
  owner: string,
  type: string,
  {
    table,
    key = "number",
    facts,
    personal = {},
    exact = true,
  }: {
    readonly table: string;
    readonly key?: string;
    readonly facts: (row: Row) => GrantedRow;
    readonly personal?: Parameters<typeof personalOnGrant>[2];
    readonly exact?: boolean;
  },
): RowOracle => ({
  type,
  ...(key === "number" ? byNumber : byResident),
  rows: (database) => rowsByKey(database, `SELECT ${key} AS key, * FROM ${table}`),
  reaches: (principal, row) => reachesGranted(principal, owner, type, facts(row)),
  exact,
  personal: personalOnGrant(owner, type, personal),
});

/** Who takes part in a case of the street's order by its seven steps: the centres, its place, and whom it was sent to. */
function takesPart({ post, unit, division }: Principal, row: Row): boolean {
  const [place = "", ...name] = unit.split("-");
  if ([Post.RESIDENT, Post.SERVICE].includes(post) || division === "") return false;
  const district = place.slice(0, 6);
  if ([`${district}-SUPERVISION-CENTRE`, `${district}-COMMAND-CENTRE`].includes(unit)) {
    return liesIn(row.grid_code, district);
  }
  if (name.length === 0) return liesIn(row.grid_code, division);
  if (name.join("-") === "URBAN-MANAGEMENT") return false;
  return row.handling_unit_code === unit && liesIn(row.grid_code, division);
}

function streetOrderCases(): RowOracle {
  const onGrants = onGrant("URBAN-MANAGEMENT", "StreetOrderCase", {
    table: "street_order_case",
    facts: (row) => ({
      place: row.grid_code,
      grid: row.grid_code,
      person: row.party_person_id,
      isOfCase: ({ tickets, residents, businesses }) =>
        tickets.includes(text(row.ticket_number)) ||
        residents.includes(text(row.party_resident_id)) ||
        businesses.includes(text(row.credit_code)),
    }),
    personal: {
      partyName: [PersonalKind.NAME, "party_name"],
      partyPhone: [PersonalKind.PHONE, "party_phone"],
    },
  });
  return {
    ...onGrants,
    reaches: (principal, row) => takesPart(principal, row) || onGrants.reaches(principal, row),
  };
}

const atBusiness = (row: Row, person: unknown = null): GrantedRow => ({
  place: row.division_code,
  grid: row.grid_code,
  person,
  isOfCase: ({ businesses, tickets }: CaseScope) =>
    businesses.includes(text(row.credit_code)) || tickets.includes(text(row.ticket_number)),
});

/** What is published of a penalty is for everybody; who prepared it is not published. */
function penalties(): RowOracle {
  const reaches = (principal: Principal, row: Row) =>
    reachesGranted(principal, "MARKET-SUPERVISION", "Penalty", atBusiness(row));
  return {
    type: "Penalty",
    ...byNumber,
    rows: (database) =>
      rowsByKey(
        database,
        `SELECT number AS key, *, NULL AS ticket_number,
                coalesce(published_from <= '2026-06-30' AND published_until > '2026-06-30', false) AS published
         FROM penalty`,
      ),
    reaches: (principal, row) => row.published === true || reaches(principal, row),
    exact: true,
    personal: {
      caseOfficerName: {
        kind: PersonalKind.NAME,
        column: "case_officer_name",
        clear: clearOnGrant("MARKET-SUPERVISION", "Penalty.caseOfficerName"),
        beyond: (principal, row) => !reaches(principal, row),
      },
    },
  };
}

const market: readonly RowOracle[] = [
  onGrant("MARKET-SUPERVISION", "Inspection", {
    table: "inspection",
    facts: (row) => atBusiness(row),
    personal: { inspectorName: [PersonalKind.NAME, "inspector_name"] },
  }),
  onGrant("MARKET-SUPERVISION", "ConsumerComplaint", {
    table: "consumer_complaint",
    facts: (row) => atBusiness(row, row.person_id),
    personal: {
      consumerName: [PersonalKind.NAME, "consumer_name"],
      consumerPhone: [PersonalKind.PHONE, "consumer_phone"],
    },
  }),
  penalties(),
];

const aboutPerson = (row: Row): GrantedRow => ({
  place: row.place_code,
  grid: row.place_code,
  person: row.person_id,
  isOfCase: ({ number, residents }) =>
    residents.includes(text(row.resident_id)) && row.district_code === number.slice(0, 6),
});

const care: readonly RowOracle[] = [
  onGrant("CIVIL-AFFAIRS", "Aid", {
    table: "aid",
    facts: aboutPerson,
    exact: false,
    personal: {
      recipientName: [PersonalKind.NAME, "recipient_name"],
      applicationReason: ["CONFIDED", "application_reason"],
      reviewOpinion: ["CONFIDED", "review_opinion"],
      refusalReason: ["CONFIDED", "refusal_reason"],
    },
  }),
  onGrant("CIVIL-AFFAIRS", "ElderlyLivingAlone", {
    table: "elderly_living_alone",
    key: "resident_id",
    facts: aboutPerson,
    exact: false,
    personal: {
      name: [PersonalKind.NAME, "name"],
      address: [PersonalKind.ADDRESS, "address"],
      contactName: [PersonalKind.NAME, "contact_name"],
      contactPhone: [PersonalKind.PHONE, "contact_phone"],
    },
  }),
  onGrant("CIVIL-AFFAIRS", "Disability", {
    table: "disability",
    key: "resident_id",
    facts: aboutPerson,
    exact: false,
    personal: { certificateNumber: [PersonalKind.RESIDENT_NUMBER, "certificate_number"] },
  }),
];

const isGateway = ({ post, unit }: Principal): boolean => post === Post.SERVICE && unit === "gateway";

/** Grants and exclusions are seen by the units they are between, the offices above them, and the data bureau. */
function isBetween({ post, unit }: Principal, row: Row, parties: readonly unknown[]): boolean {
  if ([Post.RESIDENT, Post.SERVICE].includes(post)) return false;
  if (row.district_code !== unit.slice(0, 6)) return false;
  const [place = "", ...name] = unit.split("-");
  if (name.join("-") === "DATA-BUREAU") return true;
  if (name.length === 0) return parties.some((party) => liesIn(party, place));
  return parties.some((party) => party === unit || party === [place.slice(0, 6), ...name].join("-"));
}

const stewardship: readonly RowOracle[] = [
  {
    type: "DataGrant",
    ...byNumber,
    rows: (database) => rowsByKey(database, "SELECT number AS key, * FROM data_grant"),
    // The book of grants is the gateway's to decide by.
    reaches: (principal, grant) =>
      isGateway(principal) || isBetween(principal, grant, [grant.consumer, grant.owner_unit]),
    exact: false,
    personal: {},
  },
  {
    type: "Agreement",
    ...byNumber,
    rows: (database) => rowsByKey(database, "SELECT number AS key, * FROM agreement"),
    reaches: (principal, agreement) => isBetween(principal, agreement, agreement.parties as string[]),
    exact: false,
    personal: {},
  },
  {
    type: "CaseAccessRule",
    ...byNumber,
    rows: (database) => rowsByKey(database, "SELECT number AS key, * FROM case_access_rule"),
    reaches: (principal, rule) =>
      isGateway(principal) ||
      (![Post.RESIDENT, Post.SERVICE].includes(principal.post) &&
        rule.district_code === principal.unit.slice(0, 6)),
    exact: false,
    personal: {},
  },
  {
    type: "CaseExclusion",
    ...byNumber,
    rows: (database) => rowsByKey(database, "SELECT number AS key, * FROM case_exclusion"),
    reaches: (principal, exclusion) =>
      isGateway(principal) || isBetween(principal, exclusion, [exclusion.unit, exclusion.owner_unit]),
    exact: false,
    personal: {},
  },
];

/** 双报到 tells of party membership: to the unit, the place and the district's offices, to these last masked. */
const doubleReportings: RowOracle = {
  type: "DoubleReporting",
  selection: "id",
  keyOf: ({ id }) => text(id),
  rows: (database) => rowsByKey(database, "SELECT id AS key, * FROM double_reporting"),
  reaches({ post, unit, division }, row) {
    if ([Post.RESIDENT, Post.SERVICE].includes(post)) return false;
    if ([Post.LIST_KEEPER, Post.DISTRICT_LEADER, Post.PERFORMANCE_OFFICE].includes(post))
      return row.district_code === division.slice(0, 6);
    const ofPlace = [Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY, Post.SUBDISTRICT_LEADER].includes(post);
    return (
      row.unit_code === unit || (ofPlace && division.length >= 9 && liesIn(row.community_code, division))
    );
  },
  exact: false,
  personal: {
    name: {
      kind: PersonalKind.NAME,
      column: "name",
      clear: ({ unit, division }, row) =>
        row.unit_code === unit || (/^\d{9,12}$/.test(unit) && liesIn(row.community_code, division)),
    },
  },
};

/** By subgraph, every type whose rows are not for everybody. */
export const oracles: Readonly<Record<string, readonly RowOracle[]>> = {
  grids: gridOracles,
  departments: [
    betweenUnits("PowerGrant", "power_grant", "granting_unit_code"),
    betweenUnits("HandDown", "hand_down", "handing_unit_code"),
    doubleReportings,
    {
      type: "DutyShift",
      selection: "id",
      keyOf: ({ id }) => text(id),
      rows: (database) => rowsByKey(database, "SELECT id AS key, * FROM duty_shift"),
      reaches: ({ post, division }, row) =>
        ![Post.RESIDENT, Post.SERVICE].includes(post) && row.district_code === division.slice(0, 6),
      exact: false,
      rare: true,
      personal: { phone: { kind: PersonalKind.PHONE, column: "phone", clear: () => true } },
    },
  ],
  tickets: ticketOracles,
  evaluation: evaluationOracles,
  "city-management": [streetOrderCases()],
  "market-supervision": market,
  "civil-affairs": care,
  "public-security": policeOracles,
  stewardship,
};

export const coordinatesOf = (all: readonly RowOracle[]): string[] =>
  all.flatMap(({ type, personal }) => Object.keys(personal).map((field) => `${type}.${field}`));
