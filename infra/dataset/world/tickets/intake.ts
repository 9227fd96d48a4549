import { isWorkingDay } from "../../../../subgraphs/shared/calendar.ts";
import { apportion } from "../apportion.ts";
import type { ChannelCode, Hours } from "../demands/channels.ts";
import type { Frame } from "../frame.ts";
import type { Grid } from "../grids.ts";
import { mattersIn } from "../matters/district-matters.ts";
import type { Matter } from "../matters/matter.ts";
import { type DayNumber, dayText, MINUTE, monthOf, weekdayOf } from "../office-clock.ts";
import type { Random, Weighted } from "../random.ts";

/** Sunday first: Mondays bring what the weekend left. */
const WEEKDAYS = [0.78, 1.18, 1.08, 1.04, 1.02, 1, 0.84];
/** January first: heating and wages in winter, noise and floods in summer, quiet at the Spring Festival. */
const MONTHS = [1.05, 0.82, 1, 0.98, 1, 1.08, 1.16, 1.12, 0.98, 0.92, 1.04, 1.06];

/** One matter from one place on two days running (集中诉求): what a trend is found in. */
export interface Surge {
  readonly grid: Grid;
  readonly matter: Matter;
  readonly firstDay: DayNumber;
  /** Tickets on the first day and on the next. */
  readonly tickets: readonly [number, number];
  /** Each from another neighbour; otherwise some call twice. */
  readonly neighbours: boolean;
}

/** Townspeople call three times as often as villagers. */
export const callsOf = (urban: boolean): number => (urban ? 3 : 1);

/** By which channel a demand came in within the last day and night, by the hour: all of them in every district. */
export const latestChannel = (hour: number): ChannelCode =>
  IN_OFFICE_HOURS[hour - 9] ?? AT_ANY_HOUR[hour % AT_ANY_HOUR.length] ?? "HOTLINE_12345";

const AT_ANY_HOUR: readonly ChannelCode[] = [
  "HOTLINE_12345",
  "SNAP_AND_REPORT",
  "HOTLINE_12345",
  "BUILDING_CODE",
  "OPINION_LINE",
  "SENSOR",
  "VOICE_REPORT",
];
/** From nine o'clock on. */
const IN_OFFICE_HOURS: readonly ChannelCode[] = [
  "SERVICE_HALL",
  "PETITION_DAY",
  "ENTERPRISE_HOTLINE",
  "DIGITAL_CITY",
  "LETTERS_AND_VISITS",
  "HOUSEHOLD_VISIT",
  "DEPUTIES_STUDIO",
  "DELIBERATION",
  "MEDIA",
];

/** One an hour. */
const LATEST = 24;

/** How many tickets come in, day by day, and which of them surge. */
export interface Intake {
  ticketsOn(day: DayNumber, districtCode: string): number;
  surgeOn(day: DayNumber, districtCode: string): { readonly surge: Surge; readonly tickets: number } | null;
}

/** What people ask for just now in every district: chargers, and a plant that smells, on the days before the anchor day. */
const LATELY: readonly { readonly matter: string; readonly daysAgo: number }[] = [
  { matter: "0501", daysAgo: 3 },
  { matter: "0304", daysAgo: 6 },
];

/** What the practices tell of, in the places they tell of: more than fifteen ask for chargers within two days (PG-14). */
const OF_THE_PRACTICES: readonly {
  readonly community: string;
  readonly matter: string;
  readonly daysAgo: number;
  readonly tickets: readonly [number, number];
}[] = [
  { community: "110117005001", matter: "0501", daysAgo: 31, tickets: [13, 11] },
  { community: "370685003001", matter: "0807", daysAgo: 38, tickets: [2, 1] },
  { community: "620702001001", matter: "0501", daysAgo: 118, tickets: [3, 2] },
  { community: "430105010003", matter: "0304", daysAgo: 11, tickets: [3, 2] },
  { community: "430105001001", matter: "0401", daysAgo: 75, tickets: [3, 2] },
  // Neighbours who quarrelled yesterday are still being heard (GZ-15).
  { community: "620702001002", matter: "1202", daysAgo: 1, tickets: [4, 0] },
  { community: "430105010003", matter: "1202", daysAgo: 1, tickets: [3, 0] },
];

/** Tickets of a district to one surge, at most this many surges. */
const TICKETS_TO_A_SURGE = 250;
const MOST_SURGES = 24;
/** Matters that come from one estate all at once: no power, no heat, no chargers. */
const SURGING: ReadonlySet<string> = new Set([
  "0401",
  "0402",
  "0404",
  "0405",
  "0501",
  "0301",
  "0102",
  "1305",
]);

function surgesOf(frame: Frame, districtCode: string, tickets: number): Surge[] {
  const random = frame.random.split(`surges/${districtCode}`);
  const count = Math.min(Math.max(1, Math.round(tickets / TICKETS_TO_A_SURGE)), MOST_SURGES);
  const grids = frame.basicGrids.filter(({ community }) => community.street.districtCode === districtCode);
  // Up to a week before the anchor day, where those of lately are.
  const days = random.sample(
    Array.from({ length: 179 }, (_, index) => frame.since + index * 2),
    count,
  );
  const lately = LATELY.flatMap(({ matter: code, daysAgo }): Surge[] => {
    const matter = mattersIn(districtCode).find((each) => each.code === code);
    const urban = grids.filter(({ community }) => community.urban || matter?.where === "VILLAGE");
    if (!matter || urban.length === 0) return [];
    return [
      {
        grid: random.pick(urban),
        matter,
        firstDay: frame.today - daysAgo,
        tickets: [6, 4],
        neighbours: false,
      },
    ];
  });
  const earlier = days.flatMap((firstDay): Surge[] => {
    const grid = random.pick(grids);
    const month = monthOf(firstDay) - 1;
    const matters = mattersIn(districtCode).filter(
      ({ code, where, season }) =>
        SURGING.has(code) &&
        (season?.[month] ?? 1) > 0.5 &&
        (where !== "URBAN" || grid.community.urban) &&
        (where !== "VILLAGE" || !grid.community.urban),
    );
    if (matters.length === 0) return [];
    return [
      {
        grid,
        matter: random.pick(matters),
        firstDay,
        tickets: [random.between(6, 12), random.between(4, 9)],
        neighbours: false,
      },
    ];
  });
  const told = OF_THE_PRACTICES.flatMap(({ community, matter: code, daysAgo, tickets: counts }): Surge[] => {
    const grid = grids.find((each) => each.community.code === community);
    const matter = mattersIn(districtCode).find((each) => each.code === code);
    return grid && matter
      ? [{ grid, matter, firstDay: frame.today - daysAgo, tickets: counts, neighbours: true }]
      : [];
  });
  return [...earlier, ...lately, ...told];
}

export function planIntake(frame: Frame): Intake {
  const { scale, since, today, random } = frame;
  const calls = new Map<string, number>();
  for (const { community } of frame.basicGrids) {
    const { districtCode } = community.street;
    calls.set(districtCode, (calls.get(districtCode) ?? 0) + callsOf(community.urban));
  }
  const districtCodes = [...calls.keys()];
  const allCalls = [...calls.values()].reduce((sum, share) => sum + share, 0);
  const surges = new Map(
    districtCodes.map((code) => {
      const share = (scale.tickets * (calls.get(code) ?? 0)) / allCalls;
      const byDay = new Map<DayNumber, { surge: Surge; tickets: number }>();
      for (const surge of surgesOf(frame, code, share)) {
        byDay.set(surge.firstDay, { surge, tickets: surge.tickets[0] });
        byDay.set(surge.firstDay + 1, { surge, tickets: surge.tickets[1] });
      }
      return [code, byDay] as const;
    }),
  );
  const surgeOn = (day: DayNumber, code: string) => surges.get(code)?.get(day) ?? null;

  const cells: { key: string; usual: number; surging: number }[] = [];
  for (let day = since; day < today; day++) {
    const worked = isWorkingDay(dayText(day));
    const weekday = WEEKDAYS[worked ? Math.min(Math.max(weekdayOf(day), 1), 5) : 0] ?? 1;
    const month = MONTHS[monthOf(day) - 1] ?? 1;
    for (const code of districtCodes) {
      const key = `${code}/${day}`;
      const chance = 0.85 + 0.3 * random.split(`intake/${key}`).fraction();
      const usual = weekday * month * chance * (calls.get(code) ?? 0);
      cells.push({ key, usual, surging: surgeOn(day, code)?.tickets ?? 0 });
    }
  }
  const surging = cells.reduce((sum, cell) => sum + cell.surging, 0);
  const usual = apportion(
    scale.tickets - surging - LATEST * districtCodes.length,
    cells.map((cell) => cell.usual),
  );
  const tickets = new Map(cells.map(({ key, surging: extra }, index) => [key, (usual[index] ?? 0) + extra]));
  return { surgeOn, ticketsOn: (day, code) => tickets.get(`${code}/${day}`) ?? 0 };
}

const spread = (weights: readonly number[]): Weighted<number> =>
  weights.map((weight, hour) => [hour, weight] as const);

const HOURS: Readonly<Record<Hours, Weighted<number>>> = {
  ROUND: spread([6, 4, 3, 2, 2, 5, 14, 34, 66, 92, 96, 80, 48, 52, 78, 86, 80, 66, 56, 58, 60, 48, 30, 14]),
  DAY: spread([0, 0, 0, 0, 0, 0, 2, 14, 60, 90, 92, 70, 24, 30, 78, 88, 80, 54, 26, 18, 6, 0, 0, 0]),
  OFFICE: spread([0, 0, 0, 0, 0, 0, 0, 0, 30, 92, 96, 70, 4, 30, 88, 92, 80, 30, 0, 0, 0, 0, 0, 0]),
};

/** When in the day something comes in, in milliseconds from midnight. */
export const timeOfDay = (random: Random, hours: Hours): number =>
  random.weighted(HOURS[hours]) * 60 * MINUTE + random.between(0, 3_599) * 1_000;
