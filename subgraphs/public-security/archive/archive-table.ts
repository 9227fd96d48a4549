import { FloatingPerson, ResidenceDocument, ResidenceReason } from "../floating-person/floating-person.ts";
import {
  HouseholdKind,
  HouseholdRegistration,
  RegistrationState,
  RelationToHead,
} from "../household-registration/household-registration.ts";
import { KeyPlace, KeyPlaceKind, SecurityClass } from "../key-place/key-place.ts";
import { PoliceCall, PoliceCallKind, PoliceCallOutcome } from "../police-call/police-call.ts";
import { RentedHouse, RentedHouseUse, SafetyGrade } from "../rented-house/rented-house.ts";
import type { VisibilityColumns } from "../visibility.ts";
import {
  type Conversion,
  day,
  group,
  instant,
  list,
  listOf,
  number,
  oneOf,
  station,
  text,
} from "./archive-column.ts";

// The archive's codes and what they mean here. Null is what stands for nothing.
const householdKinds = { 1: HouseholdKind.FAMILY, 2: HouseholdKind.COLLECTIVE };
/** GB/T 4761: the first digit is the group, 0 the household's own. */
const relations = {
  "01": RelationToHead.HEAD,
  "02": RelationToHead.HEAD,
  ...group(1, RelationToHead.SPOUSE),
  ...group(2, RelationToHead.CHILD),
  ...group(3, RelationToHead.CHILD),
  ...group(4, RelationToHead.GRANDCHILD),
  ...group(5, RelationToHead.PARENT),
  ...group(6, RelationToHead.GRANDPARENT),
  ...group(7, RelationToHead.SIBLING),
  ...group(8, RelationToHead.OTHER),
  ...group(9, RelationToHead.OTHER),
};
const registrationStates = {
  1: RegistrationState.IN_FORCE,
  2: RegistrationState.MOVED_OUT,
  3: RegistrationState.CANCELLED,
};
const houseUses = {
  1: RentedHouseUse.DWELLING,
  2: RentedHouseUse.DWELLING_AND_TRADE,
  3: RentedHouseUse.DORMITORY,
};
const safetyGrades = { 1: SafetyGrade.TRUSTED, 2: SafetyGrade.WATCHED, 3: SafetyGrade.STRICT };
const reasons = {
  "01": ResidenceReason.WORK,
  "02": ResidenceReason.WORK,
  "03": ResidenceReason.TRADE,
  "04": ResidenceReason.WORK,
  "06": ResidenceReason.STUDY,
  "07": ResidenceReason.MEDICAL_CARE,
  "08": ResidenceReason.WORK,
  "09": ResidenceReason.FAMILY,
  "10": ResidenceReason.FAMILY,
  "99": ResidenceReason.OTHER,
};
const documents = {
  0: null,
  1: ResidenceDocument.RESIDENCE_PERMIT,
  2: ResidenceDocument.REGISTRATION_SLIP,
};
export const callKinds = {
  "01": PoliceCallKind.CRIME,
  "02": PoliceCallKind.PUBLIC_ORDER,
  "03": PoliceCallKind.TRAFFIC,
  "04": PoliceCallKind.FIRE,
  "05": PoliceCallKind.DISPUTE,
  "06": PoliceCallKind.HELP,
  "07": PoliceCallKind.NOISE,
  "99": PoliceCallKind.OTHER,
};
const outcomes = {
  1: PoliceCallOutcome.SETTLED_ON_SITE,
  2: PoliceCallOutcome.MEDIATED,
  3: PoliceCallOutcome.CASE_OPENED,
  4: PoliceCallOutcome.HANDED_OVER,
  5: PoliceCallOutcome.NOTHING_TO_DO,
};
const placeKinds = {
  "01": KeyPlaceKind.HOTEL,
  "02": KeyPlaceKind.INTERNET_CAFE,
  "03": KeyPlaceKind.ENTERTAINMENT_VENUE,
  "04": KeyPlaceKind.PAWNBROKER,
  "05": KeyPlaceKind.SEAL_ENGRAVER,
  "06": KeyPlaceKind.SCRAP_DEALER,
  "07": KeyPlaceKind.MOTOR_REPAIR,
  "08": KeyPlaceKind.SCHOOL,
  "09": KeyPlaceKind.MEDICAL_SITE,
  "10": KeyPlaceKind.MARKET,
  "11": KeyPlaceKind.DANGEROUS_CHEMICALS,
};
const securityClasses = { A: SecurityClass.A, B: SecurityClass.B, C: SecurityClass.C };
const flags = { 0: false, 1: true };

// Table ↔ type: each property, its column, and how the column is read.
const registrations = mapped(HouseholdRegistration, "T_HJ_RK", {
  columns: {
    number: ["RYBH", text],
    residentId: ["JMBH", text],
    name: ["XM", text],
    residentNumber: ["ZJHM", text],
    householdNumber: ["HH", text],
    kind: ["HKLB", oneOf(householdKinds)],
    relation: ["YHZGX", oneOf(relations)],
    address: ["HJDZ", text],
    registeredOn: ["LHRQ", day],
    state: ["HKZT", oneOf(registrationStates)],
    stationCode: ["SSPCS", station],
    gridCode: ["WGBH", text],
  },
  key: "RYBH",
  order: { columns: ["RYBH"], direction: "ASC" },
  // Of somebody who moved away and came back, the entry in force.
  preferred: "HKZT, LHRQ DESC",
  visibility: { division: "SQDM", grid: "WGBH", person: "TYSFBS", ofCase: { residents: "JMBH" } },
});

const rentedHouses = mapped(RentedHouse, "T_CZW", {
  columns: {
    number: ["CZWBH", text],
    address: ["FWDZ", text],
    use: ["FWYT", oneOf(houseUses)],
    area: ["JZMJ", number],
    shared: ["SFQZ", oneOf(flags)],
    safety: ["AQDJ", oneOf(safetyGrades)],
    landlordName: ["FDXM", text],
    landlordPhone: ["FDDH", text],
    landlordId: ["FDTYSFBS", text],
    tenantNames: ["CZRXM", list],
    tenantPhones: ["CZRDH", list],
    recordedOn: ["BARQ", day],
    endedOn: ["ZXRQ", day],
    stationCode: ["SSPCS", station],
    buildingCode: ["LDBM", text],
    gridCode: ["WGBH", text],
  },
  key: "CZWBH",
  order: { columns: ["CZWBH"], direction: "ASC" },
  preferred: "CZWBH",
  // The landlord reported the tenants and knows them; a tenant would be told the telephones of all others.
  visibility: { division: "SQDM", grid: "WGBH", person: "FDTYSFBS", ofCase: { buildings: "LDBM" } },
});

const floatingPeople = mapped(FloatingPerson, "T_LDRK", {
  columns: {
    number: ["LDRYBH", text],
    residentId: ["JMBH", text],
    name: ["XM", text],
    residentNumber: ["ZJHM", text],
    phone: ["LXDH", text],
    registeredIn: ["HJDXZQ", text],
    address: ["XZDZ", text],
    reason: ["ZZSY", oneOf(reasons)],
    arrivedOn: ["LZRQ", day],
    document: ["ZJLX", oneOf(documents)],
    documentValidUntil: ["YXQZ", day],
    left: ["SFZX", oneOf(flags)],
    rentedHouseNumber: ["CZWBH", text],
    stationCode: ["SSPCS", station],
    gridCode: ["WGBH", text],
  },
  key: "LDRYBH",
  order: { columns: ["LDRYBH"], direction: "ASC" },
  preferred: "SFZX, LZRQ DESC",
  visibility: { division: "SQDM", grid: "WGBH", person: "TYSFBS", ofCase: { residents: "JMBH" } },
});

const policeCalls = mapped(PoliceCall, "T_JQ", {
  columns: {
    number: ["JQBH", text],
    takenAt: ["BJSJ", instant],
    kind: ["JQLB", oneOf(callKinds)],
    summary: ["JQGY", text],
    callerName: ["BJRXM", text],
    callerPhone: ["BJRDH", text],
    callerId: ["BJRTYSFBS", text],
    place: ["FADD", text],
    outcome: ["CLJG", oneOf(outcomes)],
    closedAt: ["JASJ", instant],
    ticketNumber: ["GLGDH", text],
    creditCode: ["TYSHXYDM", text],
    stationCode: ["SSPCS", station],
    gridCode: ["WGBH", text],
  },
  key: "JQBH",
  order: { columns: ["BJSJ", "JQBH"], direction: "DESC" },
  preferred: "BJSJ DESC",
  visibility: {
    division: "SQDM",
    grid: "WGBH",
    person: "BJRTYSFBS",
    ofCase: { tickets: "GLGDH", businesses: "TYSHXYDM" },
  },
});

const keyPlaces = mapped(KeyPlace, "T_ZDBW", {
  columns: {
    number: ["ZDBWBH", text],
    name: ["DWMC", text],
    kinds: ["DWLX", listOf(placeKinds)],
    address: ["DWDZ", text],
    creditCode: ["TYSHXYDM", text],
    personInCharge: ["FZRXM", text],
    phone: ["FZRDH", text],
    securityClass: ["ZADJ", oneOf(securityClasses)],
    inspectedOn: ["ZHJCRQ", day],
    closed: ["SFTY", oneOf(flags)],
    stationCode: ["SSPCS", station],
    buildingCode: ["LDBM", text],
    gridCode: ["WGBH", text],
  },
  key: "ZDBWBH",
  order: { columns: ["ZDBWBH"], direction: "ASC" },
  preferred: "SFTY, ZDBWBH",
  visibility: { division: "SQDM", grid: "WGBH", ofCase: { buildings: "LDBM" } },
});

export const archived = { registrations, rentedHouses, floatingPeople, policeCalls, keyPlaces };

interface MappingSettings<Row> {
  readonly columns: { readonly [Property in keyof Row]: readonly [column: string, conversion: Conversion] };
  /** The archive's own number of a row. */
  readonly key: string;
  /** How lists run; the last column must be unique. */
  readonly order: { readonly columns: readonly string[]; readonly direction: "ASC" | "DESC" };
  /** Which row comes first where one is asked for and there are several. */
  readonly preferred: string;
  readonly visibility: VisibilityColumns;
}

/** What a table of the archive is here: a type, and how each of its columns is read. */
export interface Mapping<Row> extends Omit<MappingSettings<Row>, "columns"> {
  readonly type: new () => Row;
  readonly table: string;
  readonly columns: readonly (readonly [property: string, column: string, conversion: Conversion])[];
  /** What is read of the table: each column under the property's name. */
  readonly selected: string;
  columnOf(property: keyof Row & string): string;
}

function mapped<Row>(type: new () => Row, table: string, settings: MappingSettings<Row>): Mapping<Row> {
  const columns = Object.entries<readonly [string, Conversion]>(settings.columns).map(
    ([property, [column, conversion]]) => [property, column, conversion] as const,
  );
  return {
    ...settings,
    type,
    table,
    columns,
    selected: columns.map(([property, column]) => `${column} AS "${property}"`).join(", "),
    columnOf: (property) => settings.columns[property][0],
  };
}
