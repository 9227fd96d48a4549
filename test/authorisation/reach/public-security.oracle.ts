import type { DataSource } from "typeorm";
import { PersonalKind } from "../../../subgraphs/shared/personal.ts";
import { type CaseScope, Post } from "../../../subgraphs/shared/principal.ts";
import {
  isOwnersStaff,
  personalOnGrant,
  type Row,
  type RowOracle,
  reachesGranted,
  rowsByKey,
  text,
} from "./row-oracle.ts";

const police = "PUBLIC-SECURITY";

/** As the archive has it, without the blanks that fill its columns; nothing is what it has nothing in. */
const trimmed = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === "string" ? value.trim() || null : value,
    ]),
  );

/** A table of the police archive: which column numbers its rows, whom one is about, and by what it belongs to a case. */
const archived = (
  type: string,
  table: string,
  {
    key,
    person,
    ofCase,
    personal,
  }: {
    readonly key: string;
    readonly person?: string;
    readonly ofCase: Partial<Record<keyof CaseScope, string>>;
    readonly personal: Parameters<typeof personalOnGrant>[2];
  },
): RowOracle => ({
  type,
  selection: "number",
  keyOf: ({ number }) => text(number),
  async rows(_, archive?: DataSource) {
    if (!archive) throw new Error("the police archive was not given to be judged by");
    const rows = await rowsByKey(archive, `SELECT ${key} AS key, * FROM ${table}`);
    return new Map([...rows].map(([number, row]) => [number, trimmed(row)]));
  },
  reaches: (principal, row) =>
    reachesGranted(principal, police, type, {
      place: row.sqdm,
      grid: row.wgbh,
      person: person === undefined ? null : row[person],
      isOfCase: (scope) =>
        Object.entries(ofCase).some(([part, column]) =>
          (scope[part as keyof CaseScope] as readonly string[]).includes(text(row[column])),
        ),
    }),
  exact: true,
  personal: personalOnGrant(police, type, personal),
});

export const policeOracles: readonly RowOracle[] = [
  archived("HouseholdRegistration", "t_hj_rk", {
    key: "rybh",
    person: "tysfbs",
    ofCase: { residents: "jmbh" },
    personal: {
      name: [PersonalKind.NAME, "xm"],
      residentNumber: [PersonalKind.RESIDENT_NUMBER, "zjhm"],
      householdNumber: [PersonalKind.RESIDENT_NUMBER, "hh"],
      address: [PersonalKind.ADDRESS, "hjdz"],
    },
  }),
  archived("RentedHouse", "t_czw", {
    key: "czwbh",
    person: "fdtysfbs",
    ofCase: { buildings: "ldbm" },
    personal: {
      address: [PersonalKind.ADDRESS, "fwdz"],
      landlordName: [PersonalKind.NAME, "fdxm"],
      landlordPhone: [PersonalKind.PHONE, "fddh"],
    },
  }),
  archived("FloatingPerson", "t_ldrk", {
    key: "ldrybh",
    person: "tysfbs",
    ofCase: { residents: "jmbh" },
    personal: {
      name: [PersonalKind.NAME, "xm"],
      residentNumber: [PersonalKind.RESIDENT_NUMBER, "zjhm"],
      phone: [PersonalKind.PHONE, "lxdh"],
      address: [PersonalKind.ADDRESS, "xzdz"],
    },
  }),
  archived("PoliceCall", "t_jq", {
    key: "jqbh",
    person: "bjrtysfbs",
    ofCase: { tickets: "glgdh", businesses: "tyshxydm" },
    personal: {
      callerName: [PersonalKind.NAME, "bjrxm"],
      callerPhone: [PersonalKind.PHONE, "bjrdh"],
      place: [PersonalKind.ADDRESS, "fadd"],
    },
  }),
  archived("KeyPlace", "t_zdbw", {
    key: "zdbwbh",
    ofCase: { buildings: "ldbm" },
    personal: {
      personInCharge: [PersonalKind.NAME, "fzrxm"],
      phone: [PersonalKind.PHONE, "fzrdh"],
    },
  }),
  {
    type: "DisclosureDelay",
    selection: "id",
    keyOf: ({ id }) => text(id),
    rows: (database) => rowsByKey(database, "SELECT id AS key, * FROM disclosure_delay"),
    // That there is one is itself what must not be told: to the bureau's principal officer alone, whatever was granted.
    reaches: (principal, delay) =>
      principal.post === Post.CHIEF_RESPONDER &&
      isOwnersStaff(principal, police) &&
      delay.district_code === principal.division,
    exact: true,
    rare: true,
    personal: {},
  },
];
