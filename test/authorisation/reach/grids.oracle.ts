import type { DataSource } from "typeorm";
import { PersonalKind } from "../../../subgraphs/shared/personal.ts";
import { Post, type Principal } from "../../../subgraphs/shared/principal.ts";
import {
  grouped,
  liesIn,
  list,
  type PersonalValue,
  type Row,
  type RowOracle,
  rowsByKey,
  text,
} from "./row-oracle.ts";

const byId = { selection: "id", keyOf: ({ id }: Row) => text(id) };
const today = "2026-06-30";
const community: readonly Post[] = [Post.COMMUNITY_STAFF, Post.COMMUNITY_SECRETARY];

const known = new WeakMap<DataSource, Promise<Map<string, Row>>>();

function households(database: DataSource): Promise<Map<string, Row>> {
  const found = known.get(database) ?? readHouseholds(database);
  known.set(database, found);
  return found;
}

/** Households with who lives in them and who serves them today. */
async function readHouseholds(database: DataSource): Promise<Map<string, Row>> {
  const [found, residents, serving] = await Promise.all([
    rowsByKey(database, "SELECT id AS key, * FROM household"),
    database.query("SELECT household_id, person_id FROM resident WHERE person_id IS NOT NULL") as Promise<
      Row[]
    >,
    database.query(
      `SELECT grid_member.person_id, grid_assignment.grid_code, grid_assignment.building_code
       FROM grid_assignment JOIN grid_member ON grid_member.id = grid_assignment.member_id
       WHERE grid_assignment.valid_from <= $1 AND coalesce(grid_assignment.valid_to > $1, true)`,
      [today],
    ) as Promise<Row[]>,
  ]);
  const membersOf = grouped(serving, "grid_code");
  const living = grouped(residents, "household_id");
  return new Map(
    [...found].map(([key, household]) => {
      const served = (membersOf.get(household.grid_code) ?? []).filter(
        ({ building_code: building }) => building === null || building === household.building_code,
      );
      const persons = (living.get(key) ?? []).map(({ person_id: person }) => person);
      return [key, { ...household, persons, members: served.map(({ person_id: person }) => person) }];
    }),
  );
}

/** Names stay in the community: its staff, the member of the grid, and whoever lives there. */
function reachesHousehold({ post, id, division }: Principal, household: Row): boolean {
  if (post === Post.RESIDENT) return list(household.persons).includes(id);
  if (post === Post.GRID_MEMBER) return list(household.members).includes(id);
  return community.includes(post) && division.length === 12 && household.community_code === division;
}

const toVisitors = ({ post }: Principal): boolean =>
  [Post.RESIDENT, Post.GRID_MEMBER, ...community].includes(post);
const personal = (
  kind: PersonalKind,
  column: string,
  clear: PersonalValue["clear"] = toVisitors,
): PersonalValue => ({ kind, column, clear });

/** Rows that hang on a household, with it. */
const withHousehold =
  (sql: string) =>
  async (database: DataSource): Promise<Map<string, Row>> => {
    const homes = await households(database);
    const rows = await rowsByKey(database, sql);
    return new Map(
      [...rows].map(([key, row]) => [key, { ...row, household: homes.get(text(row.household_id)) ?? {} }]),
    );
  };

export const gridOracles: readonly RowOracle[] = [
  {
    type: "Household",
    ...byId,
    rows: households,
    reaches: reachesHousehold,
    exact: true,
    personal: { door: personal(PersonalKind.ADDRESS, "door") },
  },
  {
    type: "Resident",
    ...byId,
    rows: withHousehold("SELECT id AS key, * FROM resident"),
    reaches: (principal, resident) =>
      principal.post === Post.RESIDENT
        ? resident.person_id === principal.id
        : reachesHousehold(principal, resident.household as Row),
    exact: true,
    personal: {
      name: personal(PersonalKind.NAME, "name"),
      phone: personal(PersonalKind.PHONE, "phone"),
      residentNumber: personal(
        PersonalKind.RESIDENT_NUMBER,
        "resident_number",
        ({ post }) => post === Post.RESIDENT || community.includes(post),
      ),
    },
  },
  {
    type: "Visit",
    ...byId,
    rows: withHousehold(
      `SELECT id AS key, *,
         EXISTS (SELECT FROM observation WHERE visit_id = visit.id AND expires_on >= '${today}') AS noted
       FROM visit`,
    ),
    leadsOn: ({ noted }) => noted === true,
    reaches: (principal, visit) =>
      principal.post === Post.SUBDISTRICT_LEADER
        ? liesIn(visit.grid_code, principal.division)
        : reachesHousehold(principal, visit.household as Row),
    exact: true,
    personal: {},
  },
  {
    type: "Observation",
    ...byId,
    rows: withHousehold(
      `SELECT observation.id AS key, observation.*, observation.expires_on::text AS expires, visit.household_id
       FROM observation JOIN visit ON visit.id = observation.visit_id`,
    ),
    reaches: (principal, observation) =>
      principal.post !== Post.RESIDENT &&
      text(observation.expires) >= today &&
      reachesHousehold(principal, observation.household as Row),
    exact: false,
    personal: {
      situation: { kind: "CONFIDED", column: "situation", clear: toVisitors },
      note: { kind: "CONFIDED", column: "note", clear: toVisitors },
    },
  },
];
