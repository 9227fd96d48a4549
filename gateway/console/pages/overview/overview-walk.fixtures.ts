import type { Locator, Page } from "playwright-core";
import { type Building, NOW } from "../../../../test/console/visitor.ts";

export const dispatcher = "kaifu-dispatcher";
export const DISTRICT = "430105";
export const STREET = "430105010";
export const COMMUNITY = "430105010003";
/** The thirty days that the overview shows unless others are named. */
export const period = { from: "2026-05-12", until: NOW.slice(0, 10) };

interface Counted {
  readonly ticketCounts: Readonly<
    Record<"received" | "open" | "overdue" | "struckOff" | "rejected" | "merged", number>
  >;
  readonly whistleCounts: Readonly<Record<"blown" | "open" | "misuse" | "solved", number>>;
  readonly division: {
    readonly rates: Readonly<Record<"recorded" | "valid" | "contacted" | "solved", number>>;
  };
}

/** What the graph counts of a place. */
export async function countedIn(
  building: Building,
  division: string,
  { from, until } = period,
): Promise<Counted> {
  const { data } = await building.stack.ask<Counted>(counted, { division, from, until }, dispatcher);
  return data;
}

const counted = `query ($division: DivisionCode!, $from: LocalDate!, $until: LocalDate!) {
  ticketCounts(division: $division, from: $from, until: $until) { received open overdue struckOff rejected merged }
  whistleCounts(division: $division, from: $from, until: $until) { blown open misuse solved }
  division(code: $division) { rates(period: { from: $from, to: $until }) { recorded valid contacted solved } }
}`;

/** The figure of all that was taken in, of that many where it is said: once it is there, those beside it are. */
export const shown = (page: Page, count?: number): Locator =>
  page.getByRole("link", { name: new RegExp(`^受理 ?${count ?? "\\d+"}$`) });

/** What happens in the place, told as it happens. */
export const live = (page: Page): Locator => page.getByRole("region", { name: "实时动态" });
