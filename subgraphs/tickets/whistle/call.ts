import type { Day } from "../../shared/calendar.ts";
import type { WhistleKindRules } from "./profile/whistle-profile.schema.ts";
import type { Finding } from "./whistle.errors.ts";
import type { Whistle } from "./whistle.ts";
import { kindDetails, within } from "./whistle-options.ts";
import { WhistleParticipant, WhistleRole } from "./whistle-participant.ts";

/** A unit somebody wants to call. */
export interface Call {
  readonly unit: string;
  readonly role: WhistleRole;
  /** The power or duty item by which it is competent (PG-5). */
  readonly item?: string | undefined;
}

/** What the departments say about a unit somebody wants to call. */
export interface CalledUnit extends Call {
  /** Null: there is no such unit. */
  readonly kind: string | null;
  readonly chief: Person | null;
  /** The designated responder of the place (KF-11); null when the place is no community or has none. */
  readonly responder: Person | null;
  /** Null when no item is cited. */
  readonly verdict: Verdict | null;
}

export interface Person {
  readonly personId: string;
  readonly name: string;
}

export interface Verdict {
  readonly allowed: boolean;
  readonly code: string | null;
  readonly reason: string | null;
  readonly reasonZh: string | null;
  readonly rule: string | null;
  readonly listId: string | null;
  readonly listVersion: number | null;
}

/** A company has no powers: it answers by contract (6.1 of the chargers at 马坊). */
export const actsByContract = ({ kind, item }: CalledUnit): boolean => kind === "COMPANY" && !item;

/** A unit as it is called, with who answers for it on that day and by what it is competent. */
export const participantOf = (
  { districtCode, number }: Pick<Whistle, "districtCode" | "number">,
  unit: CalledUnit,
  kind: WhistleKindRules,
  at: Date,
): WhistleParticipant =>
  Object.assign(new WhistleParticipant(), {
    districtCode,
    whistleNumber: number,
    unitCode: unit.unit,
    unitKind: unit.kind,
    role: unit.role,
    responderId: kind.calls === "RESPONDER" ? (unit.responder?.personId ?? null) : null,
    responderName: kind.calls === "RESPONDER" ? (unit.responder?.name ?? null) : null,
    chiefResponderId: unit.chief?.personId ?? null,
    chiefResponderName: unit.chief?.name ?? null,
    itemCode: unit.item ?? null,
    listId: unit.verdict?.listId ?? null,
    listVersion: unit.verdict?.listVersion ?? null,
    byContract: actsByContract(unit),
    calledAt: at,
    signedAt: null,
    signedBy: null,
    arrivedAt: null,
    arrivalNote: null,
    arrivalLongitude: null,
    arrivalLatitude: null,
    measuresAt: null,
    measures: null,
    resolvedAt: null,
    result: null,
    disputedAt: null,
    disputeReason: null,
    disputeDecision: null,
    disputeGrounds: null,
    releasedAt: null,
  });

/** Everything that stands against calling just these units by a whistle of this kind. */
export function callFindings(
  kind: WhistleKindRules,
  {
    called,
    division,
    blowerUnit,
    on,
  }: { called: readonly CalledUnit[]; division: string; blowerUnit: string; on: Day },
): Finding[] {
  const findings: Finding[] = [];
  const against = (code: Finding["code"], details: Finding["details"], rule?: string | null) =>
    findings.push({ code, details: { ...kindDetails(kind), ...details }, rule: rule ?? undefined });

  const leads = called.filter(({ role }) => role === WhistleRole.LEAD);
  if (leads.length !== 1) against("WHISTLE_ONE_LEAD", { leads: leads.length });
  else if (kind.lead.isBlower && leads[0]?.unit !== blowerUnit)
    against("WHISTLE_LEAD_IS_BLOWER", { unit: blowerUnit });
  const assisting = called.length - leads.length;
  const { min, max } = kind.assisting;
  if (assisting < min || assisting > max) {
    against("WHISTLE_ASSISTING_COUNT", { assisting, minimum: min, maximum: max });
  }
  called.forEach(({ unit }, index) => {
    if (called.findIndex((other) => other.unit === unit) < index) against("WHISTLE_UNIT_TWICE", { unit });
  });
  for (const each of called) {
    const [finding] = unitFindings(kind, each, { division, on });
    if (finding) findings.push(finding);
  }
  return findings;
}

/** What stands against calling one unit in one role. */
export function unitFindings(
  kind: WhistleKindRules,
  unit: CalledUnit,
  { division, on }: { division: string; on: Day },
): Finding[] {
  const { role, verdict, item } = unit;
  const target = role === WhistleRole.LEAD ? kind.lead : kind.assisting;
  const details = { ...kindDetails(kind), unit: unit.unit };
  if (unit.kind === null) return [{ code: "WHISTLE_UNKNOWN_UNIT", details }];
  const findings: Finding[] = [];
  if (!target.kinds.some((each) => each === unit.kind)) {
    const more = { unitKind: unit.kind, role, kinds: target.kinds };
    findings.push({ code: "WHISTLE_WRONG_TARGET", details: { ...details, ...more }, rule: kind.rules[0] });
  }
  const reach = within(division, target.reach);
  if (!unit.unit.startsWith(reach)) {
    findings.push({
      code: "WHISTLE_OUT_OF_REACH",
      details: { ...details, within: reach },
      rule: kind.rules[0],
    });
  }
  if (!item) {
    if (kind.requires.citation && !actsByContract(unit)) findings.push({ code: "WHISTLE_UNCITED", details });
    return findings;
  }
  if (!verdict) return [...findings, { code: "WHISTLE_NO_MATTER", details }];
  if (verdict.allowed) return findings;
  const reasons = {
    item,
    day: on,
    verdict: verdict.code ?? "",
    reason: verdict.reason ?? "",
    reasonZh: verdict.reasonZh ?? "",
  };
  return [
    ...findings,
    { code: "WHISTLE_OFF_LIST", details: { ...details, ...reasons }, rule: verdict.rule ?? undefined },
  ];
}
