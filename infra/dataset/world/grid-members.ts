import type { Day } from "../../../subgraphs/shared/calendar.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import type { Building } from "./buildings.ts";
import { districtByCode } from "./districts.ts";
import { type Frame, remembered } from "./frame.ts";
import type { Grid } from "./grids.ts";
import { personName } from "./names.ts";
import { type DayNumber, dayText } from "./office-clock.ts";
import { namedIn } from "./officials.ts";
import { branchSecretary } from "./party-branches.ts";
import { workPhone } from "./phones.ts";
import type { Community } from "./places.ts";
import type { Random } from "./random.ts";

/** Codes of the kinds of member (网格员类别); they are data, so a district may have more. */
export type GridMemberKind =
  /** 网格长 */
  | "GRID_HEAD"
  /** 专职网格员 */
  | "FULL_TIME"
  /** 联户党员, Zhaoyuan's full-time grid member (ZY-7) */
  | "HOUSEHOLD_LINKED"
  /** 联户助理 (ZY-7) */
  | "ASSISTANT"
  /** 楼栋长 */
  | "BUILDING_HEAD"
  /** 城管协管员 (KF-3) */
  | "URBAN_COORDINATOR"
  /** 流动人口协管员 (KF-3) */
  | "MIGRANT_COORDINATOR"
  /** 民情员 (KF-3) */
  | "SENTIMENT_COORDINATOR"
  /** 巡防队员 (KF-3) */
  | "PATROL"
  /** 党支部书记 (KF-3) */
  | "BRANCH_SECRETARY"
  /** 党员骨干 (KF-3) */
  | "PARTY_BACKBONE";

/** Someone of a grid's team (网格员队伍); invented. Name, phone and services are public (三公开, ZY-10). */
export interface GridMemberRow {
  readonly id: string;
  /** Who the member is when signed in (JWT `sub`); null for all but the few the local stack knows. */
  readonly personId: string | null;
  readonly divisionCode: string;
  readonly kindCode: GridMemberKind;
  readonly name: string;
  readonly phone: string;
  readonly services: string;
  /** Classes of duty (ZY-5), 01 to 09. */
  readonly dutyClasses: readonly string[];
}

/** Which grid a member looks after, and when. */
export interface GridAssignmentRow {
  readonly id: string;
  readonly memberId: string;
  readonly gridCode: string;
  /** For a building head. */
  readonly buildingCode: string | null;
  readonly validFrom: Day;
  /** The first day no longer; null while it lasts. */
  readonly validTo: Day | null;
}

export interface GridTeam {
  readonly members: readonly GridMemberRow[];
  readonly assignments: readonly GridAssignmentRow[];
}

/** The four classes of duty that ZY-5 names, with what a resident can ask for. */
const DUTY_CLASSES: readonly (readonly [code: string, services: string])[] = [
  ["01", "信息采集维护"],
  ["02", "社区治安巡防"],
  ["03", "安全隐患排查"],
  ["04", "为民代办服务"],
];

/** Kinds that do nothing else, and so do all of it. */
const FULL_TIME: ReadonlySet<GridMemberKind> = new Set(["FULL_TIME", "HOUSEHOLD_LINKED"]);

/** How many of each kind a basic grid has. */
function strengthOf(grid: Grid, random: Random): [GridMemberKind, number][] {
  const linked = districtByCode(grid.community.street.districtCode).profile === "ZY";
  return [
    ["GRID_HEAD", 1],
    // 220 full-time members and 725 assistants to 177 grids (ZY-7).
    [linked ? "HOUSEHOLD_LINKED" : "FULL_TIME", random.chance(0.24) ? 2 : 1],
    ["ASSISTANT", linked ? 4 : 1],
    ["PARTY_BACKBONE", 2],
    ["PATROL", grid.community.urban ? 1 : 0],
    ["SENTIMENT_COORDINATOR", 1],
    ["URBAN_COORDINATOR", 1],
    ["MIGRANT_COORDINATOR", random.chance(0.4) ? 1 : 0],
  ];
}

class TeamList {
  readonly members: GridMemberRow[] = [];
  readonly assignments: GridAssignmentRow[] = [];
  readonly #today: DayNumber;
  readonly #community: Community;

  constructor({ today }: Frame, community: Community) {
    this.#today = today;
    this.#community = community;
  }

  join(dice: Random, kindCode: GridMemberKind, known: Partial<GridMemberRow> = {}): GridMemberRow {
    const duties = FULL_TIME.has(kindCode) ? DUTY_CLASSES : dice.sample(DUTY_CLASSES, 2);
    const member: GridMemberRow = {
      id: `${this.#community.street.districtCode}-M-${this.#community.code.slice(6)}-${this.#next(this.members)}`,
      personId: null,
      divisionCode: this.#community.code,
      kindCode,
      name: personName(dice).name,
      phone: workPhone(dice),
      services: duties.map(([, services]) => services).join("、"),
      dutyClasses: duties.map(([code]) => code),
      ...known,
    };
    this.members.push(member);
    return member;
  }

  /** Puts a member in charge of a grid, and now and then somebody before them who has left. */
  assign(dice: Random, member: GridMemberRow, grid: Grid, building: Building | null = null): void {
    const since = this.#today - dice.between(60, 1_800);
    this.#assign(member, grid, building, since, null);
    if (building || !dice.chance(0.1)) return;
    const earlier = dice.split("predecessor");
    const predecessor = this.join(earlier, member.kindCode);
    this.#assign(predecessor, grid, null, since - earlier.between(200, 900), since);
  }

  #assign(
    member: GridMemberRow,
    grid: Grid,
    building: Building | null,
    validFrom: DayNumber,
    validTo: DayNumber | null,
  ): void {
    this.assignments.push({
      id: `${this.#community.street.districtCode}-A-${this.#community.code.slice(6)}-${this.#next(this.assignments)}`,
      memberId: member.id,
      gridCode: grid.code,
      buildingCode: building?.code ?? null,
      validFrom: dayText(validFrom),
      validTo: validTo === null ? null : dayText(validTo),
    });
  }

  #next(rows: readonly unknown[]): string {
    return String(rows.length + 1).padStart(3, "0");
  }
}

/** The team of each community, from grid heads to building heads, with who left in the meantime. */
export const gridTeams = (frame: Frame, buildingsOf: (grid: Grid) => readonly Building[]) =>
  remembered((community: Community): GridTeam => {
    const team = new TeamList(frame, community);
    const random = frame.random.split(`team/${community.code}`);
    const grids = frame.gridsIn.get(community) ?? [];
    const basics = grids.filter((grid) => grid.kind === "BASIC");
    const named = namedIn(Post.GRID_MEMBER, community.code);

    for (const grid of basics) {
      const own = random.split(grid.code);
      for (const [kind, count] of strengthOf(grid, own)) {
        for (let place = 0; place < count; place++) {
          const dice = own.split(`${kind}/${place}`);
          const isNamed = named && grid === basics[0] && place === 0 && FULL_TIME.has(kind);
          const known = isNamed ? { personId: named.id, name: named.name } : {};
          team.assign(dice, team.join(dice, kind, known), grid);
        }
      }
      buildingsOf(grid).forEach((building, index) => {
        // In a village one head looks after four rows of houses.
        if (!community.urban && index % 4 !== 0) return;
        const dice = own.split(`head/${index}`);
        team.assign(dice, team.join(dice, "BUILDING_HEAD"), grid, building);
      });
    }
    for (const branchCode of new Set(grids.map((grid) => grid.branchCode))) {
      const dice = random.split(`secretary/${branchCode}`);
      const { name } = branchSecretary(frame.random, branchCode);
      const member = team.join(dice, "BRANCH_SECRETARY", { name });
      for (const grid of basics) {
        if (grid.branchCode === branchCode) team.assign(dice.split(grid.code), member, grid);
      }
    }
    for (const exclusive of grids) {
      if (exclusive.kind !== "EXCLUSIVE") continue;
      const dice = random.split(`head/${exclusive.code}`);
      team.assign(dice, team.join(dice, "GRID_HEAD"), exclusive);
    }
    return team;
  });
