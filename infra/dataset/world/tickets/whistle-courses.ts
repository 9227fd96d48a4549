import type { WhistleKindRules } from "../../../../subgraphs/tickets/whistle/profile/whistle-profile.schema.ts";
import { WhistleRole } from "../../../../subgraphs/tickets/whistle/whistle-participant.ts";
import { type Instant, MINUTE, type OfficeClock } from "../office-clock.ts";
import type { Random } from "../random.ts";
import type { Called, KindCode } from "./whistle-calls.ts";

/** How a called unit goes about it, in instants; null: it never does. */
export interface Course {
  readonly unit: Called;
  readonly sign: Instant | null;
  readonly arrive: Instant | null;
  readonly measures: Instant | null;
  readonly resolve: Instant | null;
}

interface Pace {
  readonly sign: number;
  readonly arrive: number;
  readonly measures: number;
  readonly resolve: number;
}

const joint: Pace = { sign: 150, arrive: 500, measures: 900, resolve: 2_000 };
const local: Pace = { sign: 90, arrive: 200, measures: 480, resolve: 900 };

/** Minutes of office hours from one step to the next, half take longer; an emergency runs by the clock. */
const PACE: Readonly<Record<KindCode, Pace>> = {
  EMERGENCY: { sign: 5, arrive: 16, measures: 45, resolve: 200 },
  ROUTINE: { sign: 60, arrive: 160, measures: 480, resolve: 900 },
  TACKLING: { sign: 150, arrive: 420, measures: 800, resolve: 2_400 },
  RESIDENTS: local,
  VILLAGE: { sign: 120, arrive: 300, measures: 700, resolve: 1_200 },
  TOWNSHIP: joint,
  PEOPLE_TO_COMMUNITY: local,
  COMMUNITY_TO_STREET: { sign: 100, arrive: 240, measures: 500, resolve: 1_100 },
  STREET_TO_CITY: joint,
  HARD_MATTER: joint,
  JOINT_ENFORCEMENT: { sign: 40, arrive: 120, measures: 200, resolve: 500 },
  DISPUTE: { sign: 10, arrive: 50, measures: 60, resolve: 240 },
  CENTRE: { sign: 30, arrive: 110, measures: 700, resolve: 1_500 },
};

const ABSENT = 0.06;

/** How every called unit goes about it; the lead is the last to report. */
export function coursesOf(
  called: readonly Called[],
  { code }: WhistleKindRules,
  now: Instant,
  { clock, random }: { readonly clock: OfficeClock; readonly random: Random },
): Course[] {
  const pace = PACE[code as KindCode];
  const later = (at: Instant, minutes: number): Instant => {
    const taken = minutes * random.skewed(0.5);
    return code === "EMERGENCY" ? Math.round(at + (taken + 1) * MINUTE) : clock.after(at, taken + 1);
  };
  const courses = called.map((unit): Course => {
    const isLead = unit.unit.role === WhistleRole.LEAD;
    if (!isLead && random.chance(ABSENT)) {
      return { unit, sign: null, arrive: null, measures: null, resolve: null };
    }
    const sign = later(now, pace.sign);
    const arrive = later(sign, pace.arrive);
    const measures = later(arrive, pace.measures);
    return { unit, sign, arrive, measures, resolve: later(measures, pace.resolve) };
  });
  const last = Math.max(...courses.map(({ resolve }) => resolve ?? 0));
  return courses.map((course) =>
    course.unit.unit.role === WhistleRole.LEAD ? { ...course, resolve: last + MINUTE } : course,
  );
}
