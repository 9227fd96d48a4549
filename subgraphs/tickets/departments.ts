import { ask } from "../shared/asking.ts";
import type { GraphClient } from "../shared/graph-client.ts";
import { type Allowed, refusal } from "../shared/refusal.ts";

/** What the lists say about a matter in a place on a day (权责匹配, PG-4, PG-5); null when they say nothing. */
export interface Match {
  readonly item: { readonly code: string } | null;
  readonly listId: string | null;
  readonly listVersion: number | null;
  readonly unit: { readonly code: string } | null;
}

export const askMatch = (
  graph: GraphClient,
  question: { matter: string; division: string; on: string },
): Promise<Match | null> =>
  ask<{ match: Match | null }>(
    graph,
    "departments",
    `query MatchForTicket($matter: String!, $division: DivisionCode!, $on: LocalDate!) {
      match(matter: $matter, division: $division, on: $on) { item { code } listId listVersion unit { code } }
    }`,
    question,
  ).then(({ match }) => match);

/** Whether the lists in force on a day allow a dispatch (GZ-7, GZ-8, GZ-9, GZ-11). */
export interface DispatchVerdict {
  readonly allowed: boolean;
  readonly code: string | null;
  readonly reason: string | null;
  readonly reasonZh: string | null;
  readonly rule: string | null;
  readonly listId: string | null;
  readonly listVersion: number | null;
  readonly byContract: boolean;
  readonly responsibleUnit: { readonly code: string } | null;
}

export const askDispatchVerdict = (
  graph: GraphClient,
  question: { unit: string; item: string | null; matter: string; on: string },
): Promise<DispatchVerdict> =>
  ask<{ dispatchVerdict: DispatchVerdict }>(
    graph,
    "departments",
    `query VerdictForTicket($unit: String!, $item: PowerItemCode, $matter: String!, $on: LocalDate!) {
      dispatchVerdict(unit: $unit, item: $item, matter: $matter, on: $on) {
        allowed code reason reasonZh rule listId listVersion byContract responsibleUnit { code }
      }
    }`,
    question,
  ).then(({ dispatchVerdict }) => dispatchVerdict);

/** What would be allowed where the lists do not allow a dispatch, by the verdict's code. */
const openings: Readonly<Record<string, Allowed>> = {
  OFF_LIST: {
    en: "It stays with {responsibleUnit}, until the power is granted or the duty handed down and published.",
    zh: "由 {responsibleUnit} 办理；赋权或下沉并公布后方可派往该单位。",
    units: "{responsibleUnit}",
  },
  NOT_ACCESS_ITEM: {
    en: "It stays with {responsibleUnit}: only access items may be placed on communities.",
    zh: "由 {responsibleUnit} 办理，社区只承接准入事项。",
    units: "{responsibleUnit}",
  },
  HAND_DOWN_INCOMPLETE: {
    en: "It stays with {responsibleUnit}, until approval, funds and working conditions are all there and published.",
    zh: "由 {responsibleUnit} 办理；批准、经费、工作条件齐备并公布后方可派往该单位。",
    units: "{responsibleUnit}",
  },
  NOT_IN_FORCE: {
    en: "It goes to {responsibleUnit} on that day, or by an item that is in force.",
    zh: "当日由 {responsibleUnit} 办理，或引用当日有效的事项。",
    units: "{responsibleUnit}",
  },
};

/** The unit or the item is not one the lists know. */
const unknown: Allowed = {
  en: "Match the ticket anew, and name a unit and an item that exist that day.",
  zh: "请重新匹配，并填写当日存在的单位和事项。",
  moves: ["match"],
};

/** Refuses what the lists do not allow, under the verdict's own code; responsibility stays where it was. */
export function requireAllowed(
  verdict: DispatchVerdict,
  { number, unit }: { number: string; unit: string },
): void {
  if (verdict.allowed) return;
  const { code, reason, reasonZh, rule, listId, listVersion, responsibleUnit } = verdict;
  throw refusal(
    code ?? "OFF_LIST",
    {
      fault: "CALLER",
      en: `${reason ?? ""}.`,
      zh: `${reasonZh ?? ""}。`,
      rule: rule ?? "GZ-8",
      allowed: (responsibleUnit && openings[code ?? "OFF_LIST"]) || unknown,
    },
    { ticket: number, unit, listId, listVersion, responsibleUnit: responsibleUnit?.code ?? null },
  );
}
