import { Post, type Principal } from "../../../../subgraphs/shared/principal.ts";
import type { CalledUnit } from "../../../../subgraphs/tickets/whistle/call.ts";
import { WhistleRole } from "../../../../subgraphs/tickets/whistle/whistle-participant.ts";
import { type DepartmentName, departmentCode, departmentKind } from "../departments.ts";
import { departmentCompetence } from "../lists/sample-items.ts";
import { mattersIn } from "../matters/district-matters.ts";
import { type Official, principalOf } from "../officials.ts";
import type { Random } from "../random.ts";
import type { Desk } from "./desk.ts";
import type { Incident } from "./incident.ts";

/** The kinds of whistle that are told: those of Kaifu (KF-8 to KF-10) and the three levels of Pinggu (PG-8). */
export type KindCode = "ROUTINE" | "EMERGENCY" | "TACKLING" | "RESIDENTS" | "VILLAGE" | "TOWNSHIP";

/** A unit that is called, and who answers for it. */
export interface Called {
  readonly unit: CalledUnit;
  readonly responder: Principal;
}

/** Who blows a kind of whistle about an incident. */
export function blowerOf({ officials }: Desk, { grid, demander }: Incident, code: KindCode): Principal {
  const { community } = grid;
  switch (code) {
    case "ROUTINE":
      return principalOf(officials.communityStaff(community, 0));
    case "EMERGENCY":
    case "VILLAGE":
      return principalOf(officials.secretary(community));
    case "TACKLING":
    case "TOWNSHIP":
      return principalOf(officials.streetLeader(community.street));
    case "RESIDENTS":
      return {
        id: demander?.personId ?? `${Post.RESIDENT}@${community.code}`,
        name: demander?.name ?? "居民",
        post: Post.RESIDENT,
        unit: community.code,
        division: community.code,
        scopes: [],
      };
  }
}

/** Whom it calls, the lead first. */
export function calledBy(desk: Desk, incident: Incident, code: KindCode, random: Random): Called[] {
  const { officials } = desk;
  const { community } = incident.grid;
  const lead = (unit: string, kind: string, official: Official): Called[] => [
    {
      unit: { unit, role: WhistleRole.LEAD, kind, chief: null, responder: null, verdict: null },
      responder: principalOf(official),
    },
  ];
  switch (code) {
    case "ROUTINE":
    case "VILLAGE":
      return lead(community.street.code, "SUBDISTRICT_OFFICE", officials.linkedLeader(community));
    case "RESIDENTS": {
      const kind = community.urban ? "COMMUNITY_OFFICE" : "VILLAGE_COMMITTEE";
      return lead(community.code, kind, officials.secretary(community));
    }
    case "EMERGENCY":
    case "TACKLING":
    case "TOWNSHIP":
      return departmentsCalled(desk, incident, code, random);
  }
}

/** Whom a tackling whistle calls when the matter names nobody who may be called. */
const ALWAYS: DepartmentName = "URBAN-MANAGEMENT";

/** The matter's own department leads, unless it is a company: those come at once, but never lead a joint task. */
function departmentsCalled(desk: Desk, incident: Incident, code: KindCode, random: Random): Called[] {
  const { matter } = incident;
  const emergency = code === "EMERGENCY";
  const known = [matter.department, ...matter.others];
  const lead = known.find((name) => emergency || !departmentKind(name).company) ?? ALWAYS;
  const others = known.filter((name) => name !== lead);
  const helpers = others.length > 0 || emergency ? others : [ALWAYS];
  const count = emergency ? random.between(0, 1) : random.between(1, 3);
  const call = (name: DepartmentName, role: WhistleRole) =>
    departmentCalled(desk, incident, name, role, emergency || random.chance(0.5));
  return [
    call(lead, WhistleRole.LEAD),
    ...helpers.slice(0, count).map((name) => call(name, WhistleRole.ASSISTING)),
  ];
}

function departmentCalled(
  { officials, frame }: Desk,
  { grid, districtCode, matter, day }: Incident,
  name: DepartmentName,
  role: WhistleRole,
  byResponder: boolean,
): Called {
  const chief = officials.chief(districtCode, name);
  const responder = officials.responder(name, grid.community);
  const company = departmentKind(name).company === true;
  const own =
    matter.department === name
      ? matter
      : mattersIn(districtCode).find(({ department }) => department === name);
  const competence = company || !own ? null : departmentCompetence(frame, districtCode, own, day);
  const person = ({ id: personId, name: called }: Official) => ({ personId, name: called });
  return {
    unit: {
      unit: departmentCode(districtCode, name),
      role,
      ...(competence ? { item: competence.itemCode } : {}),
      kind: company ? "COMPANY" : "DEPARTMENT",
      chief: person(chief),
      responder: person(responder),
      verdict: competence && {
        allowed: true,
        code: null,
        reason: null,
        reasonZh: null,
        rule: null,
        listId: competence.listId,
        listVersion: competence.listVersion,
      },
    },
    responder: principalOf(byResponder ? responder : chief),
  };
}
