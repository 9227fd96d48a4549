import type { Day } from "../../../subgraphs/shared/calendar.ts";
import { type DepartmentName, departmentCode, departmentKind, departmentsIn } from "./departments.ts";
import type { Frame } from "./frame.ts";
import { personName } from "./names.ts";
import { dayText } from "./office-clock.ts";
import type { OfficialRow, Officials } from "./officials.ts";
import { workPhone } from "./phones.ts";
import type { Community, Street } from "./places.ts";
import type { Random } from "./random.ts";
import { stationedDepartments } from "./units.ts";

/** A term of office: `validTo` is the last day, null while it lasts. */
export interface Term {
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

interface Appointed extends Term {
  readonly id: string;
  readonly officialId: string;
  readonly name: string;
  readonly phone: string;
  readonly title: string;
}

/** 应哨人 (KF-11). Of a department and community exactly one is current. */
export interface ResponderRow extends Appointed {
  readonly departmentCode: string;
  readonly communityCode: string;
  /** Null where the department has no station in the sub-district. */
  readonly stationCode: string | null;
}

/** 总应哨人 (KF-12). Of a department exactly one is current. */
export interface ChiefResponderRow extends Appointed {
  readonly departmentCode: string;
}

/** Who is linked to whom (分片联系, KF-13; 联点领导, KF-8). */
export type LiaisonKind = "DEPARTMENT_TO_SUBDISTRICT" | "STATION_TO_COMMUNITY" | "LEADER_TO_COMMUNITY";

export interface LiaisonRow extends Appointed {
  readonly kind: LiaisonKind;
  readonly unitCode: string;
  /** The sub-district or community it is linked to. */
  readonly divisionCode: string;
}

/** Someone of a department who serves in a sub-district's joint enforcement team and keeps the home department (KF-14). */
export interface TeamMemberRow extends Appointed {
  readonly teamCode: string;
  readonly homeDepartmentCode: string;
}

/** The current holder and, now and then, who came before. */
function terms(frame: Frame, key: string, current: OfficialRow, likelyPredecessor: number): Appointed[] {
  const dice = frame.random.split(`term/${key}`);
  const since = frame.today - dice.between(40, 1_300);
  const present = appointed(dice, current, dayText(since), null);
  if (!dice.chance(likelyPredecessor)) return [present];
  const earlier = dice.split("predecessor");
  const { name } = personName(earlier);
  const predecessor = {
    ...current,
    id: `${current.id}~${earlier.uuid().slice(0, 8)}`,
    name,
    phone: workPhone(earlier),
  };
  return [
    appointed(earlier, predecessor, dayText(since - dice.between(300, 1_500)), dayText(since - 1)),
    present,
  ];
}

const appointed = (dice: Random, official: OfficialRow, validFrom: Day, validTo: Day | null): Appointed => ({
  id: dice.split("appointment").uuid(),
  officialId: official.id,
  name: official.name,
  phone: official.phone,
  title: official.title,
  validFrom,
  validTo,
});

export function* responders(frame: Frame, officials: Officials): Iterable<ResponderRow> {
  for (const community of frame.communities) {
    const { street } = community;
    for (const department of departmentsIn(street.districtCode)) {
      const key = `responder/${community.code}/${department}`;
      for (const term of terms(frame, key, officials.responder(department, community), 0.15)) {
        yield {
          ...term,
          departmentCode: departmentCode(street.districtCode, department),
          communityCode: community.code,
          stationCode: stationCode(street, department),
        };
      }
    }
  }
}

export function* chiefResponders(frame: Frame, officials: Officials): Iterable<ChiefResponderRow> {
  for (const district of new Set(frame.scale.streets.map((street) => street.districtCode))) {
    for (const department of departmentsIn(district)) {
      const code = departmentCode(district, department);
      for (const term of terms(frame, `chief/${code}`, officials.chief(district, department), 0.3)) {
        yield { ...term, departmentCode: code };
      }
    }
  }
}

const stationCode = ({ code }: Street, department: DepartmentName): string | null =>
  departmentKind(department).station ? `${code}-${department}` : null;

/** 民政、人社、城管 and others are linked to whole sub-districts (KF-13). */
const linkedToStreets: readonly DepartmentName[] = [
  "CIVIL-AFFAIRS",
  "HUMAN-RESOURCES",
  "URBAN-MANAGEMENT",
  "HEALTH",
  "HOUSING",
];

export function* liaisons(frame: Frame, officials: Officials): Iterable<LiaisonRow> {
  const link = (
    kind: LiaisonKind,
    unitCode: string,
    divisionCode: string,
    official: OfficialRow,
  ): LiaisonRow[] =>
    terms(frame, `liaison/${kind}/${unitCode}/${divisionCode}`, official, 0.1).map((term) => ({
      ...term,
      kind,
      unitCode,
      divisionCode,
    }));
  const linkCommunity = (community: Community): LiaisonRow[] => [
    ...link("LEADER_TO_COMMUNITY", community.street.code, community.code, officials.linkedLeader(community)),
    ...stationedDepartments.flatMap((department) =>
      link(
        "STATION_TO_COMMUNITY",
        `${community.street.code}-${department}`,
        community.code,
        officials.responder(department, community),
      ),
    ),
  ];
  for (const street of frame.scale.streets) {
    for (const department of linkedToStreets) {
      const code = departmentCode(street.districtCode, department);
      const official = officials.responderOf(department, street, 1);
      yield* link("DEPARTMENT_TO_SUBDISTRICT", code, street.code, official);
    }
    for (const community of street.communities) yield* linkCommunity(community);
  }
}

/** The departments whose people make up a joint enforcement team (KF-14). */
const teamDepartments: readonly DepartmentName[] = [
  "URBAN-MANAGEMENT",
  "MARKET-SUPERVISION",
  "EMERGENCY-MANAGEMENT",
];

export function* teamMembers(frame: Frame, officials: Officials): Iterable<TeamMemberRow> {
  for (const street of frame.scale.streets) {
    for (const department of teamDepartments) {
      const teamCode = `${street.code}-ENFORCEMENT-TEAM`;
      const official = officials.responderOf(department, street, 1);
      for (const term of terms(frame, `team/${teamCode}/${department}`, official, 0.2)) {
        yield { ...term, teamCode, homeDepartmentCode: departmentCode(street.districtCode, department) };
      }
    }
  }
}
