import { Post, type Principal } from "../../../../subgraphs/shared/principal.ts";
import type { CalledUnit } from "../../../../subgraphs/tickets/whistle/call.ts";
import type { WhistleKindRules } from "../../../../subgraphs/tickets/whistle/profile/whistle-profile.schema.ts";
import { WhistleRole } from "../../../../subgraphs/tickets/whistle/whistle-participant.ts";
import { type DepartmentName, departmentCode, departmentKind } from "../departments.ts";
import { departmentCompetence } from "../lists/sample-items.ts";
import { mattersIn } from "../matters/district-matters.ts";
import { type Official, principalOf } from "../officials.ts";
import type { Random } from "../random.ts";
import type { Desk } from "./desk.ts";
import type { Incident } from "./incident.ts";

/** The kinds of whistle that are told: of each district's profile those its incidents lead to. */
export type KindCode =
  | "ROUTINE"
  | "EMERGENCY"
  | "TACKLING"
  | "RESIDENTS"
  | "VILLAGE"
  | "TOWNSHIP"
  | "PEOPLE_TO_COMMUNITY"
  | "COMMUNITY_TO_STREET"
  | "STREET_TO_CITY"
  | "HARD_MATTER"
  | "JOINT_ENFORCEMENT"
  | "DISPUTE"
  | "CENTRE";

/** A unit that is called, and who answers for it. */
export interface Called {
  readonly unit: CalledUnit;
  readonly responder: Principal;
}

/** Who blows a kind of whistle about an incident: the first whom the profile names. */
export function blowerOf(
  { officials }: Desk,
  { grid, demander, districtCode }: Incident,
  { blowers: [first] }: WhistleKindRules,
): Principal {
  const { community } = grid;
  const [post] = first?.posts ?? [];
  switch (post) {
    case Post.COMMUNITY_STAFF:
      return principalOf(officials.communityStaff(community, 0));
    case Post.COMMUNITY_SECRETARY:
      return principalOf(officials.secretary(community));
    case Post.SUBDISTRICT_LEADER:
      return principalOf(officials.streetLeader(community.street));
    case Post.CENTRE_DISPATCHER:
      return principalOf(officials.dispatcher(districtCode, 0));
    case Post.RESIDENT:
      return {
        id: demander?.personId ?? `${Post.RESIDENT}@${community.code}`,
        name: demander?.name ?? "居民",
        post: Post.RESIDENT,
        unit: community.code,
        division: community.code,
        scopes: [],
      };
    default:
      throw new RangeError(`nobody of this world blows as ${post}`);
  }
}

/** Whom it calls, the lead first: of the kinds of unit the profile names, the first. */
export function calledBy(desk: Desk, incident: Incident, kind: WhistleKindRules, random: Random): Called[] {
  const { officials } = desk;
  const { community } = incident.grid;
  const { street } = community;
  const lead = (unit: string, unitKind: string, official: Official): Called => ({
    unit: { unit, role: WhistleRole.LEAD, kind: unitKind, chief: null, responder: null, verdict: null },
    responder: principalOf(official),
  });
  switch (kind.lead.kinds[0]) {
    case "SUBDISTRICT_OFFICE":
      return [lead(street.code, "SUBDISTRICT_OFFICE", officials.linkedLeader(community))];
    case "COMMUNITY_OFFICE": {
      const unitKind = community.urban ? "COMMUNITY_OFFICE" : "VILLAGE_COMMITTEE";
      return [lead(community.code, unitKind, officials.secretary(community))];
    }
    case "GOVERNANCE_CENTRE":
      return [
        lead(`${street.code}-GOVERNANCE-CENTRE`, "GOVERNANCE_CENTRE", officials.governanceCentre(street)),
        departmentCalled(desk, incident, "JUSTICE", WhistleRole.ASSISTING, true),
      ];
    default:
      return departmentsCalled(desk, incident, kind, random);
  }
}

/** Whom a tackling whistle calls when the matter names nobody who may be called. */
const ALWAYS: DepartmentName = "URBAN-MANAGEMENT";
const SECOND: DepartmentName = "MARKET-SUPERVISION";

/** The matter's own department leads, unless it is a company that may not: those mostly never lead a joint task. */
function departmentsCalled(
  desk: Desk,
  incident: Incident,
  { code, lead: leading, assisting }: WhistleKindRules,
  random: Random,
): Called[] {
  const { matter } = incident;
  const emergency = code === "EMERGENCY";
  const may = ({ kinds }: { readonly kinds: readonly string[] }, name: DepartmentName): boolean =>
    !departmentKind(name).company || kinds.includes("COMPANY");
  const known = [matter.department, ...matter.others];
  const lead = known.find((name) => may(leading, name)) ?? ALWAYS;
  const others = known.filter((name) => name !== lead && may(assisting, name));
  const fallback = lead === ALWAYS ? SECOND : ALWAYS;
  const helpers = others.length > 0 || emergency ? others : [fallback];
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
