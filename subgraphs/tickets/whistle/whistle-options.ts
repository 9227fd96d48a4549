import { coversDivision, districtOf, Post, type Principal } from "../../shared/principal.ts";
import { Urgency } from "../demand/urgency.ts";
import { legalFrom } from "../ticket/ticket.lifecycle.ts";
import type { Ticket } from "../ticket/ticket.ts";
import type { TicketState } from "../ticket/ticket-state.ts";
import type { Body, Reach } from "./profile/unit-kinds.ts";
import type { WhistleKindRules, WhistleRules } from "./profile/whistle-profile.schema.ts";
import type { Finding } from "./whistle.errors.ts";
import type { Whistle } from "./whistle.ts";

/** What is known when somebody reaches for the whistle. */
export interface Ground {
  readonly principal: Principal;
  readonly division: string;
  readonly tickets: readonly Ticket[];
  /** Whistles not yet ended behind those tickets, with the ticket each stands behind. */
  readonly openWhistles: readonly { readonly whistle: Whistle; readonly ticket: string }[];
}

/** What a unit is, by its code: a territorial body's is its division code, a department's has a name after the district. */
export function bodyOf(unit: string): Exclude<Body, "CENTRE"> {
  if (/^\d{12}$/.test(unit)) return "COMMUNITY";
  if (/^\d{9}$/.test(unit)) return "SUBDISTRICT";
  return /^\d{6}$/.test(unit) ? "DISTRICT" : "DEPARTMENT";
}

/** The unit that is a district's command centre (指挥中心). */
export const commandCentreOf = (district: string): string => `${district}-COMMAND-CENTRE`;

/** The command centre is a department of the district too. */
const isBody = (unit: string, body: Body): boolean =>
  body === "CENTRE" ? unit === commandCentreOf(districtOf(unit)) : body === bodyOf(unit);

const lengths = { COMMUNITY: 12, SUBDISTRICT: 9, DISTRICT: 6 } as const;

/** The part of a whistle's division that a reach covers: from 430105010003, `SUBDISTRICT` is 430105010. */
export const within = (division: string, reach: Reach): string => division.slice(0, lengths[reach]);

/** With whom a whistle of the kind is filed in the moment it is blown (KF-9). */
export const filedUnits = ({ filedWith }: WhistleKindRules, division: string): string[] =>
  filedWith.map((level) =>
    level === "CENTRE" ? commandCentreOf(districtOf(division)) : within(division, level),
  );

/** Names and rule every finding about a kind carries. */
export const kindDetails = (kind: WhistleKindRules) => ({ kind: kind.code, kindZh: kind.nameZh });

/** The entry under which somebody may blow a kind; none when they may not (KF-9: only the secretary, in person). */
export const blowerEntry = ({ blowers }: WhistleKindRules, { post, unit }: Principal) =>
  blowers.find(({ posts, body }) => posts.some((each) => each === post) && isBody(unit, body));

/** Everything that stands against blowing a whistle of this kind here and now, whomever it would call. */
export function blowFindings(kind: WhistleKindRules, ground: Ground): Finding[] {
  const { principal, tickets } = ground;
  const findings: Finding[] = [];
  const against = (code: Finding["code"], details: Finding["details"] = {}, rule?: string) =>
    findings.push({ code, details: { ...kindDetails(kind), ...details }, rule });

  const { post, unit } = principal;
  const entry = blowerEntry(kind, principal);
  if (!entry) {
    const blowers = kind.blowers.map(({ posts, body }) => `${posts.join("/")} (${body})`).join(", ");
    const posts = [...new Set(kind.blowers.flatMap((each) => each.posts))];
    against("WHISTLE_WRONG_BLOWER", { post, unit, blowers, posts }, kind.rules[0]);
  } else if (entry.handlesTicket) {
    for (const { number, handlingUnitCode } of tickets.filter(
      ({ handlingUnitCode }) => handlingUnitCode !== unit,
    )) {
      against("WHISTLE_NOT_THE_HANDLER", { ticket: number, handler: handlingUnitCode ?? "—" });
    }
  }
  // A department answers for its line in the whole district, not for a place in it.
  const own = bodyOf(unit) === "DEPARTMENT" ? districtOf(unit) : principal.division;
  if (!ground.division.startsWith(own)) {
    against("WHISTLE_ELSEWHERE", { division: ground.division, own, unit }, kind.rules[0]);
  }
  if (kind.requires.ticket && tickets.length === 0) against("WHISTLE_NEEDS_TICKET", {}, kind.rules[0]);
  for (const ticket of tickets) {
    if (!ticket.divisionCode.startsWith(ground.division)) {
      const { number, divisionCode: place } = ticket;
      const details = { ticket: number, place, division: ground.division };
      against("WHISTLE_TICKET_ELSEWHERE", details, kind.rules[0]);
    }
    if (!(legalFrom.whistle as readonly TicketState[]).includes(ticket.state)) {
      against("WHISTLE_TICKET_NOT_UNDERWAY", { ticket: ticket.number, state: ticket.state });
    }
    if (!kind.requires.verification) continue;
    if (ticket.verifiedAt === null) against("WHISTLE_UNVERIFIED", { ticket: ticket.number });
    else if (ticket.communityCanSolve) against("WHISTLE_COMMUNITY_CAN_SOLVE", { ticket: ticket.number });
  }
  const { urgency } = kind.requires;
  if (urgency && tickets.length > 0 && !tickets.some((ticket) => isAsUrgent(ticket, urgency))) {
    const given = tickets.map(({ number }) => number).join(", ");
    against("WHISTLE_NOT_URGENT", { tickets: given, urgency }, kind.rules[0]);
  }
  for (const { whistle, ticket } of ground.openWhistles) {
    if (whistle.level !== kind.level) continue;
    against("WHISTLE_SAME_LEVEL", { ticket, whistle: whistle.number, level: kind.level });
  }
  return findings;
}

const urgencies: readonly string[] = [Urgency.ORDINARY, Urgency.URGENT, Urgency.CRITICAL];

const isAsUrgent = ({ urgency }: Ticket, least: Urgency): boolean =>
  urgencies.indexOf(urgency) >= urgencies.indexOf(least);

/** Whether somebody's whistle of this kind waits in the pool to be screened first (PG-9). */
export const isScreened = (kind: WhistleKindRules, principal: Principal): boolean =>
  blowerEntry(kind, principal)?.screened === true;

/** Where a whistle is: where all its tickets are, or where its blower answers for (a resident: lives). */
export function divisionOf(tickets: readonly Ticket[], principal: Principal): string {
  const [first, ...others] = tickets.map(({ divisionCode }) => divisionCode);
  if (first === undefined) return principal.division;
  const lengthsDown = [12, 9, 6].filter((length) => length <= first.length);
  const common = lengthsDown.find((length) =>
    others.every((code) => code.startsWith(first.slice(0, length))),
  );
  return first.slice(0, common ?? 6);
}

/** What one may blow from a ticket, and why not the rest: asked before the whistle, by the rules that judge it. */
export interface Option {
  readonly kind: WhistleKindRules;
  readonly findings: readonly Finding[];
}

export const whistleOptions = ({ kinds }: WhistleRules, ground: Ground): Option[] =>
  kinds.map((kind) => ({ kind, findings: blowFindings(kind, ground) }));

/**
 * Who may confirm and act for the blower: those who might have blown it there. For a resident's own the community, which
 * answers it, may not (PG-11, 真): that resident acts, or the centre for them.
 */
export function isBlower(whistle: Whistle, kind: WhistleKindRules, principal: Principal): boolean {
  if (whistle.blowerPost === Post.RESIDENT) {
    if (principal.post === Post.RESIDENT) return principal.id === whistle.blowerId;
    return principal.post === Post.CENTRE_DISPATCHER && coversDivision(principal, whistle.divisionCode);
  }
  if (principal.unit !== whistle.blowerUnitCode || principal.post === Post.RESIDENT) return false;
  return (
    blowerEntry(kind, principal) !== undefined || kind.screenedBy.some((post) => post === principal.post)
  );
}
