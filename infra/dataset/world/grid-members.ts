import type { Day } from "../../../subgraphs/shared/calendar.ts";
import type { Sex } from "../../../subgraphs/shared/codes.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import type { Building } from "./buildings.ts";
import { districtByCode } from "./districts.ts";
import { type Frame, remembered } from "./frame.ts";
import type { Grid } from "./grids.ts";
import { personName } from "./names.ts";
import { dayNumber, dayText } from "./office-clock.ts";
import { namedIn, type Officials } from "./officials.ts";
import { branchSecretary } from "./party-branches.ts";
import { workPhone } from "./phones.ts";
import type { Community } from "./places.ts";
import type { Random } from "./random.ts";

export type GridMemberKind =
  /** 网格长 */
  | "GRID_HEAD"
  /** 专职网格员 */
  | "GRID_MEMBER"
  /** 联户党员: Zhaoyuan's grid member (ZY-7) */
  | "HOUSEHOLD_LINKED_PARTY_MEMBER"
  /** 联户助理 (ZY-7) */
  | "ASSISTANT"
  /** 楼栋长 */
  | "BUILDING_HEAD"
  /** 协管员 (KF-3, BJ-9) */
  | "COORDINATOR"
  /** 社区工作者 */
  | "COMMUNITY_STAFF"
  /** 巡防队员 */
  | "PATROL"
  /** 民情员 */
  | "OPINION_OFFICER"
  /** 网格党支部书记 */
  | "BRANCH_SECRETARY"
  /** 党员骨干 */
  | "PARTY_BACKBONE";

/** 行政力量 or 社会力量 (KF-3). */
export type Force = "ADMINISTRATIVE" | "SOCIAL";

/** Someone of a grid's team (网格员队伍); invented. Name, phone and services are public (三公开, ZY-10). */
export interface GridMemberRow {
  readonly id: string;
  /** The subject an identity provider's token carries, for those who log in. */
  readonly principalId: string | null;
  readonly name: string;
  readonly sex: Sex;
  readonly phone: string;
  readonly kind: GridMemberKind;
  readonly force: Force;
  readonly fullTime: boolean;
  /** Which kind of coordinator (协管员类别); null for all others. */
  readonly coordinatorKind: string | null;
  readonly services: readonly string[];
  readonly communityCode: string;
  readonly appointedOn: Day;
  /** The last day; null while serving. */
  readonly leftOn: Day | null;
}

/** Which grid a member looks after, and when. */
export interface GridAssignmentRow {
  readonly id: string;
  readonly memberId: string;
  readonly gridCode: string;
  /** For a building head. */
  readonly buildingId: string | null;
  readonly validFrom: Day;
  /** The last day; null while it lasts. */
  readonly validTo: Day | null;
}

export interface GridTeam {
  readonly members: readonly GridMemberRow[];
  readonly assignments: readonly GridAssignmentRow[];
}

const forceOf: Readonly<Record<GridMemberKind, Force>> = {
  GRID_HEAD: "ADMINISTRATIVE",
  GRID_MEMBER: "ADMINISTRATIVE",
  HOUSEHOLD_LINKED_PARTY_MEMBER: "ADMINISTRATIVE",
  ASSISTANT: "SOCIAL",
  BUILDING_HEAD: "SOCIAL",
  COORDINATOR: "ADMINISTRATIVE",
  COMMUNITY_STAFF: "ADMINISTRATIVE",
  PATROL: "ADMINISTRATIVE",
  OPINION_OFFICER: "ADMINISTRATIVE",
  BRANCH_SECRETARY: "SOCIAL",
  PARTY_BACKBONE: "SOCIAL",
};

const COORDINATOR_KINDS = ["城管协管员", "流动人口协管员", "社会保障协管员", "安全生产协管员", "交通协管员"];

/** The four classes of duty that ZY-5 names. */
const SERVICES = ["信息采集维护", "社区治安巡防", "安全隐患排查", "为民代办服务"];

/** A district's word for its full-time grid members. */
const GRID_MEMBERS: ReadonlySet<GridMemberKind> = new Set(["GRID_MEMBER", "HOUSEHOLD_LINKED_PARTY_MEMBER"]);

const FULL_TIME: ReadonlySet<GridMemberKind> = new Set([
  "GRID_MEMBER",
  "HOUSEHOLD_LINKED_PARTY_MEMBER",
  "COORDINATOR",
  "COMMUNITY_STAFF",
  "PATROL",
]);

/** How many of each kind a basic grid has. */
function strengthOf(grid: Grid, random: Random): [GridMemberKind, number][] {
  const linked = districtByCode(grid.community.street.districtCode).profile === "ZY";
  return [
    ["GRID_HEAD", 1],
    // 220 full-time members and 725 assistants to 177 grids (ZY-7).
    [linked ? "HOUSEHOLD_LINKED_PARTY_MEMBER" : "GRID_MEMBER", random.chance(0.24) ? 2 : 1],
    ["ASSISTANT", linked ? 4 : 1],
    ["PARTY_BACKBONE", 2],
    ["PATROL", grid.community.urban ? 1 : 0],
    ["OPINION_OFFICER", 1],
    ["COORDINATOR", random.between(1, 2)],
  ];
}

class TeamList {
  readonly members: GridMemberRow[] = [];
  readonly assignments: GridAssignmentRow[] = [];
  readonly #frame: Frame;
  readonly #community: Community;

  constructor(frame: Frame, community: Community) {
    this.#frame = frame;
    this.#community = community;
  }

  /** Adds a member; `known` is what is already known of the person. */
  join(
    dice: Random,
    kind: GridMemberKind,
    known: Partial<GridMemberRow> = {},
    appointedDaysAgo = dice.between(60, 1_800),
  ): GridMemberRow {
    const member: GridMemberRow = {
      id: dice.uuid(),
      principalId: null,
      ...personName(dice),
      phone: workPhone(dice),
      kind,
      force: forceOf[kind],
      fullTime: FULL_TIME.has(kind),
      coordinatorKind: kind === "COORDINATOR" ? dice.pick(COORDINATOR_KINDS) : null,
      services: FULL_TIME.has(kind) ? SERVICES : dice.sample(SERVICES, 2),
      communityCode: this.#community.code,
      appointedOn: dayText(this.#frame.today - appointedDaysAgo),
      leftOn: null,
      ...known,
    };
    this.members.push(member);
    return member;
  }

  assign(
    member: GridMemberRow,
    grid: Grid,
    building: Building | null = null,
    span: Partial<GridAssignmentRow> = {},
  ): void {
    const id = this.#frame.random.split(`assignment/${member.id}/${grid.code}/${span.validTo ?? ""}`).uuid();
    this.assignments.push({
      id,
      memberId: member.id,
      gridCode: grid.code,
      buildingId: building?.id ?? null,
      validFrom: member.appointedOn,
      validTo: member.leftOn,
      ...span,
    });
  }

  /** Someone who held the same place before and has left. */
  precede(successor: GridMemberRow, grid: Grid, dice: Random): void {
    const left = dayNumber(successor.appointedOn) - 1;
    const member = this.join(dice, successor.kind, {
      appointedOn: dayText(left - dice.between(200, 900)),
      leftOn: dayText(left),
    });
    this.assign(member, grid);
  }
}

/** The team of each community, from grid heads to building heads, with who left in the meantime. */
export const gridTeams = (
  frame: Frame,
  officials: Officials,
  buildingsOf: (grid: Grid) => readonly Building[],
) =>
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
          const isNamed = named && grid === basics[0] && place === 0 && GRID_MEMBERS.has(kind);
          const known = isNamed ? { principalId: named.id, name: named.name } : {};
          const member = team.join(dice, kind, known);
          team.assign(member, grid);
          if (dice.chance(0.1)) team.precede(member, grid, dice.split("predecessor"));
        }
      }
      for (const building of buildingsOf(grid)) {
        // A village has one head to several rows of houses.
        if (!community.urban && building.firstHousehold % 4 !== 0) continue;
        team.assign(team.join(own.split(`head/${building.id}`), "BUILDING_HEAD"), grid, building);
      }
    }

    const branches = new Map(grids.map((grid) => [grid.branchCode, grid]));
    for (const [branch, grid] of branches) {
      const dice = random.split(`secretary/${branch}`);
      const { name, sex } = branchSecretary(frame.random, branch);
      const member = team.join(dice, "BRANCH_SECRETARY", { name, sex });
      for (const served of grids) if (served.branchCode === grid.branchCode) team.assign(member, served);
    }
    for (let slot = 0; slot < 3; slot++) {
      const { id, name, sex, phone } = officials.communityStaff(community, slot);
      const member = team.join(random.split(`staff/${slot}`), "COMMUNITY_STAFF", {
        principalId: id,
        name,
        sex,
        phone,
      });
      basics.forEach((grid, index) => {
        if (index % 3 === slot || basics.length < 3) team.assign(member, grid);
      });
    }
    for (const exclusive of grids) {
      if (exclusive.kind !== "EXCLUSIVE") continue;
      team.assign(team.join(random.split(`head/${exclusive.code}`), "GRID_HEAD"), exclusive);
    }
    return team;
  });
