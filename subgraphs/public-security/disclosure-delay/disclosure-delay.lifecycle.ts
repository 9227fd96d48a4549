import { type Day, dayOf, endOfDay } from "../../shared/calendar.ts";
import type { Actor, Move } from "../../shared/move.ts";
import { districtOf, Post, type Principal, servesIn } from "../../shared/principal.ts";
import { forbidden, unfit } from "../../shared/refusal.ts";
import { isOfSeries } from "../../shared/running-number.ts";
import { refuse } from "../public-security.errors.ts";
import { owner } from "../visibility.ts";
import { type DisclosureDelay, type DisclosureExtension, DisclosureSubject } from "./disclosure-delay.ts";
import type { DelayDisclosureInput } from "./disclosure-delay-input.ts";

/** Months for which telling may be delayed at a time. */
const mostMonths = 6;

/** Whether what an order kept back may be told at the instant (告知): before it began, and from its end on. */
export const isDisclosed = (
  { beganAt, until }: Pick<DisclosureDelay, "beganAt" | "until">,
  at: Date,
): boolean => at < beganAt || at >= until;

/** The principal officer of a district's bureau: not of a station, whose division is smaller. */
export const isChiefOfDistrict = (principal: Principal): boolean =>
  principal.post === Post.CHIEF_RESPONDER && servesIn(principal, owner) && principal.division.length === 6;

/** 延迟告知: ordered in writing, for six months at most, by the principal officer of the district's bureau. */
export function delayDisclosure(
  { subjectKind, subject, caseNumber = null, reason, until }: DelayDisclosureInput,
  actor: Actor,
): Omit<DisclosureDelay, "id"> {
  requireChief(actor);
  const { principal, at } = actor;
  const districtCode = principal.division;
  const ofDistrict = subjectKind !== DisclosureSubject.RESIDENT || districtOf(subject) === districtCode;
  if (!ofDistrict || !/^\S{1,100}$/.test(subject)) {
    throw refuse("DISCLOSURE_SUBJECT", { subject: subject.slice(0, 40), district: districtCode });
  }
  requireCase(caseNumber, subjectKind, districtCode);
  return {
    districtCode,
    subjectKind,
    subject,
    caseNumber,
    reason: inWriting(reason),
    orderedByUnit: principal.unit,
    beganAt: at,
    until: endOf(until, dayOf(at), at),
    endedEarlyAt: null,
    endReason: null,
    version: 1,
  };
}

/** 延期: only while the order is in force, beyond its present end, six months from today at most, with a reason anew. */
export function extendDelay(
  delay: DisclosureDelay,
  { until, reason }: { readonly until: Day; readonly reason: string },
  actor: Actor,
): Move<DisclosureDelay> & { readonly extension: Pick<DisclosureExtension, "reason" | "until"> } {
  requireChief(actor);
  requireInForce(delay, actor.at);
  // The present end is the midnight after the last day of silence: that midnight's day is the first to add.
  const end = endOf(until, dayOf(delay.until), actor.at);
  return {
    change: { until: end },
    kind: "DISCLOSURE_DELAY_EXTENDED",
    payload: { delay: delay.id, until: end },
    extension: { reason: inWriting(reason), until: end },
  };
}

/** 提前终止: as soon as the reason is gone, the person is told. */
export function endDelay(delay: DisclosureDelay, reason: string, actor: Actor): Move<DisclosureDelay> {
  requireChief(actor);
  requireInForce(delay, actor.at);
  return {
    change: { until: actor.at, endedEarlyAt: actor.at, endReason: inWriting(reason) },
    kind: "DISCLOSURE_DELAY_ENDED",
    payload: { delay: delay.id },
  };
}

function requireChief({ principal }: Actor): void {
  if (isChiefOfDistrict(principal)) return;
  const { post, unit } = principal;
  throw forbidden(
    "PIPL 18, 35",
    { post, unit },
    {
      en: "telling is delayed by the principal officer of the district's public security bureau",
      zh: "延迟告知由区县公安机关主要负责人决定",
      posts: [Post.CHIEF_RESPONDER],
    },
  );
}

/** A case is known by its ticket's number, of the same district; one access on record needs none. */
function requireCase(caseNumber: string | null, kind: DisclosureSubject, district: string): void {
  if (caseNumber === null) return;
  const ofDistrict = isOfSeries(caseNumber, "TICKET") && districtOf(caseNumber) === district;
  if (ofDistrict && kind === DisclosureSubject.RESIDENT) return;
  throw unfit("OWN-DISTRICT", "caseNumber", {
    en: `give a ticket's number of ${district}, and none with an access record`,
    zh: `须为 ${district} 的工单编号；对象为访问记录时不填`,
  });
}

function requireInForce({ id, beganAt, until }: DisclosureDelay, at: Date): void {
  if (isDisclosed({ beganAt, until }, at)) {
    throw refuse("DISCLOSURE_DELAY_OVER", { id, endedAt: until.toISOString() });
  }
}

/** The end of the last day of silence, where that lies between the earliest and six months from today. */
function endOf(last: Day, earliest: Day, at: Date): Date {
  const latest = monthsAfter(dayOf(at), mostMonths);
  if (last < earliest || last > latest) {
    throw refuse("DISCLOSURE_DELAY_UNTIL", { earliest, latest, given: last });
  }
  return endOfDay(last);
}

/** The day of the same number so many months later, or the month's last where it has no such day (民法典 202). */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const then = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)));
  return then.toISOString().slice(0, 10) as Day;
}

function inWriting(reason: string): string {
  const text = reason.trim();
  if (text.length >= 10 && text.length <= 2_000) return text;
  throw unfit("PIPL 18, 35", "reason", {
    en: "say why in 10 to 2000 characters",
    zh: "须以 10 至 2000 个字符书面说明理由",
    minimum: 10,
    maximum: 2_000,
  });
}
