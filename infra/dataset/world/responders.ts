import type { Day } from "../../../subgraphs/shared/calendar.ts";
import { type DepartmentName, departmentCode, departmentsIn } from "./departments.ts";
import type { Frame } from "./frame.ts";
import { personName } from "./names.ts";
import { dayText } from "./office-clock.ts";
import type { Official, Officials } from "./officials.ts";
import { workPhone } from "./phones.ts";
import type { Community } from "./places.ts";
import type { Random } from "./random.ts";
import { stationedDepartments } from "./units.ts";

/** An appointment of a person; invented. */
interface Appointment {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  /** As on the public notice. */
  readonly post: string;
  readonly phone: string;
  readonly validFrom: Day;
  /** The first day no longer; null while it lasts. */
  readonly validUntil: Day | null;
}

/** 应哨人 (KF-11). Of a department and community exactly one is current. */
export interface ResponderRow extends Appointment {
  readonly unitCode: string;
  readonly communityCode: string;
}

/** 总应哨人 (KF-12). Of a department exactly one is current. */
export interface ChiefResponderRow extends Appointment {
  readonly unitCode: string;
}

/** Who of a unit is linked to which sub-district or community (分片联系, KF-13; 联点领导, KF-8). */
export interface LiaisonRow extends Appointment {
  readonly unitCode: string;
  readonly divisionCode: string;
}

/** Someone who serves in a sub-district's joint enforcement team and keeps the home department (KF-14). */
export interface TeamMemberRow extends Omit<Appointment, "phone"> {
  readonly teamCode: string;
  readonly homeUnitCode: string;
}

const appointed = (
  random: Random,
  { id: personId, name, title: post, phone }: Official,
  validFrom: Day,
  validUntil: Day | null,
): Appointment => ({
  id: random.split("appointment").uuid(),
  personId,
  name,
  post,
  phone,
  validFrom,
  validUntil,
});

/** The current holder and, now and then, who came before. */
function terms(
  { random, today }: Frame,
  key: string,
  current: Official,
  predecessors: number,
): Appointment[] {
  const dice = random.split(`term/${key}`);
  const since = today - dice.between(400, 1_300);
  const present = appointed(dice, current, dayText(since), null);
  if (!dice.chance(predecessors)) return [present];
  const earlier = dice.split("predecessor");
  const { name, sex } = personName(earlier);
  const predecessor: Official = {
    ...current,
    id: `${current.id}~${earlier.uuid().slice(0, 8)}`,
    name,
    sex,
    phone: workPhone(earlier),
  };
  return [
    appointed(earlier, predecessor, dayText(since - dice.between(300, 1_500)), dayText(since)),
    present,
  ];
}

export function* responders(frame: Frame, officials: Officials): Iterable<ResponderRow> {
  for (const community of frame.communities) {
    const { districtCode } = community.street;
    for (const department of departmentsIn(districtCode)) {
      const unitCode = departmentCode(districtCode, department);
      const key = `responder/${community.code}/${department}`;
      for (const term of terms(frame, key, officials.responder(department, community), 0.15)) {
        yield { unitCode, communityCode: community.code, ...term };
      }
    }
  }
}

export function* chiefResponders(frame: Frame, officials: Officials): Iterable<ChiefResponderRow> {
  for (const district of new Set(frame.scale.streets.map((street) => street.districtCode))) {
    for (const department of departmentsIn(district)) {
      const unitCode = departmentCode(district, department);
      for (const term of terms(frame, `chief/${unitCode}`, officials.chief(district, department), 0.3)) {
        yield { unitCode, ...term };
      }
    }
  }
}

/** 民政、人社、城管 and others are linked to whole sub-districts (KF-13). */
const linkedToStreets: readonly DepartmentName[] = [
  "CIVIL-AFFAIRS",
  "HUMAN-RESOURCES",
  "URBAN-MANAGEMENT",
  "HEALTH",
  "HOUSING",
];

export function* liaisons(frame: Frame, officials: Officials): Iterable<LiaisonRow> {
  const link = (unitCode: string, divisionCode: string, official: Official): LiaisonRow[] =>
    terms(frame, `liaison/${unitCode}/${divisionCode}`, official, 0.1).map((term) => ({
      unitCode,
      divisionCode,
      ...term,
    }));
  const linkCommunity = (community: Community): LiaisonRow[] => [
    ...link(community.street.code, community.code, officials.linkedLeader(community)),
    ...stationedDepartments.flatMap((department) =>
      link(
        `${community.street.code}-${department}`,
        community.code,
        officials.responder(department, community),
      ),
    ),
  ];
  for (const street of frame.scale.streets) {
    for (const department of linkedToStreets) {
      const official = officials.responderOf(department, street, 1);
      yield* link(departmentCode(street.districtCode, department), street.code, official);
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
    const teamCode = `${street.code}-ENFORCEMENT-TEAM`;
    for (const department of teamDepartments) {
      const official = officials.responderOf(department, street, 1);
      for (const { phone: _, ...term } of terms(frame, `team/${teamCode}/${department}`, official, 0.2)) {
        yield { teamCode, homeUnitCode: departmentCode(street.districtCode, department), ...term };
      }
    }
  }
}
