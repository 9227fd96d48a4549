import { type Street, streets } from "./places.ts";

export const scaleNames = ["demo", "district", "city"] as const;
export type ScaleName = (typeof scaleNames)[number];

/** How much of the world is generated. */
export interface Scale {
  readonly name: ScaleName;
  /** Tickets in the twelve months before the anchor day, exactly. */
  readonly tickets: number;
  readonly streets: readonly Street[];
  /** Basic grids of an urban community, fewest and most; a village has one. */
  readonly urbanGrids: readonly [number, number];
  /** Exclusive grids of an urban community, fewest and most. */
  readonly urbanExclusives: readonly [number, number];
  /** Districts are generated whole, with the grids the source texts count (GZ-13, ZY-1, ZY-2). */
  readonly whole: boolean;
}

/** The places of the journeys, each with a neighbour or two. */
const DEMO_STREETS: ReadonlySet<string> = new Set([
  "430105010",
  "430105001",
  "110117005",
  "110117002",
  "370685002",
  "370685003",
  "620702001",
  "620702002",
  "620702003",
  "620702004",
  "620702005",
  "110101006",
]);

const inDemo = ({ code }: Street): boolean => DEMO_STREETS.has(code);

export const scales: Readonly<Record<ScaleName, Scale>> = {
  demo: {
    name: "demo",
    tickets: 3_000,
    streets: streets.filter(inDemo),
    urbanGrids: [1, 2],
    urbanExclusives: [1, 2],
    whole: false,
  },
  /** All of 开福区 at full density, the other districts as in the demo. */
  district: {
    name: "district",
    tickets: 100_000,
    streets: streets.filter((street) => street.districtCode === "430105" || inDemo(street)),
    urbanGrids: [3, 5],
    urbanExclusives: [2, 4],
    whole: false,
  },
  /** Every sub-district of the fixture. */
  city: {
    name: "city",
    tickets: 1_000_000,
    streets,
    urbanGrids: [3, 5],
    urbanExclusives: [2, 4],
    whole: true,
  },
};
