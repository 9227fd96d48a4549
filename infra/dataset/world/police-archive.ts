import { type Building, placeAddress } from "./buildings.ts";
import type { EnterpriseRow } from "./enterprises.ts";
import { type Families, type Family, householdKey, type ResidentRow } from "./families.ts";
import type { Frame } from "./frame.ts";
import type { Grid } from "./grids.ts";
import { personName } from "./names.ts";
import {
  DAY,
  type DayNumber,
  dayNumber,
  dayNumberOf,
  dayText,
  HOUR,
  type Instant,
  MINUTE,
  midnight,
} from "./office-clock.ts";
import { workPhone } from "./phones.ts";
import type { Community } from "./places.ts";
import type { Random, Weighted } from "./random.ts";
import type { TicketStory } from "./tickets/ticket-story.ts";

/**
 * The rows of the police archive (警务档案库), in its own columns and codes; invented, as everybody in them is. What each
 * column holds is said in `infra/legacy/police-archive/schema.sql`.
 */
interface Placed {
  readonly sspcs: string;
  readonly sqdm: string;
  readonly wgbh: string;
}

/** 户籍人口. */
export interface RegistrationRow extends Placed {
  readonly rybh: string;
  readonly jmbh: string;
  readonly tysfbs: string | null;
  readonly zjhm: string;
  readonly xm: string;
  readonly hh: string;
  readonly hklb: string;
  readonly yhzgx: string;
  readonly hjdz: string;
  readonly lhrq: string;
  readonly hkzt: string;
}

/** 出租房屋. */
export interface RentedHouseRow extends Placed {
  readonly czwbh: string;
  readonly fwdz: string;
  readonly fwyt: string;
  readonly jzmj: string;
  readonly sfqz: string;
  readonly aqdj: string;
  readonly fdxm: string;
  readonly fddh: string;
  readonly fdtysfbs: null;
  readonly czrxm: string;
  readonly czrdh: string;
  readonly barq: string;
  readonly zxrq: string | null;
  readonly ldbm: string;
}

/** 流动人口. */
export interface FloatingPersonRow extends Placed {
  readonly ldrybh: string;
  readonly jmbh: string;
  readonly tysfbs: string | null;
  readonly zjhm: string;
  readonly xm: string;
  readonly lxdh: string | null;
  readonly hjdxzq: string;
  readonly xzdz: string;
  readonly zzsy: string;
  readonly lzrq: string;
  readonly zjlx: string;
  readonly yxqz: string | null;
  readonly sfzx: string;
  readonly czwbh: string;
}

/** 警情. */
export interface PoliceCallRow extends Placed {
  readonly jqbh: string;
  readonly bjsj: string;
  readonly jqlb: string;
  readonly jqgy: string;
  readonly jqxq: string;
  readonly bjrxm: string;
  readonly bjrdh: string;
  readonly bjrtysfbs: string | null;
  readonly fadd: string;
  readonly cjmj: string;
  readonly cljg: string | null;
  readonly jasj: string | null;
  readonly glgdh: string | null;
  readonly tyshxydm: string | null;
}

/** 重点单位. */
export interface KeyPlaceRow extends Placed {
  readonly zdbwbh: string;
  readonly dwmc: string;
  readonly dwlx: string;
  readonly dwdz: string;
  readonly tyshxydm: string | null;
  readonly fzrxm: string;
  readonly fzrdh: string;
  readonly zadj: string;
  readonly zhjcrq: string;
  readonly sfty: string;
  readonly ldbm: string | null;
}

/** Of so many households the archive knows one: enough to look at, and the first of each grid among them. */
const HOUSEHOLDS_FOR_ONE = 40;

const UNKNOWN_DAY = "00000000";
const dayOfArchive = (day: DayNumber): string => dayText(day).replaceAll("-", "");
/** By Beijing time, as the archive writes it. */
const timeOfArchive = (at: Instant): string => {
  const day = dayNumberOf(at);
  const clock = new Date(at - midnight(day)).toISOString().slice(11, 19);
  return dayOfArchive(day) + clock.replaceAll(":", "");
};

const stationOf = ({ street }: Community): string => `${street.code}000`;
const placed = (community: Community, wgbh: string): Placed => ({
  sspcs: stationOf(community),
  sqdm: community.code,
  wgbh,
});

interface KnownHousehold {
  readonly grid: Grid;
  readonly digits: string;
  readonly family: Family;
  readonly residents: readonly ResidentRow[];
  readonly dice: Random;
}

/** The households the archive knows, each with its people as the grid centre has them. */
function* knownHouseholds({ random }: Frame, families: Families): Iterable<KnownHousehold> {
  for (const { grid, index, family, residents } of families.withResidents()) {
    if (index % HOUSEHOLDS_FOR_ONE !== 0) continue;
    const digits = grid.code.slice(0, 6) + householdKey(grid, index).replaceAll("-", "");
    const dice = random.split(`police-archive/${family.household.id}`);
    yield { grid, digits, family, residents, dice };
  }
}

/** GB/T 4761. */
const relationOf = ({ relation, sex }: ResidentRow): string => {
  switch (relation) {
    case "HEAD":
      return "02";
    case "SPOUSE":
      return sex === "MALE" ? "11" : "12";
    case "CHILD":
      return sex === "MALE" ? "20" : "30";
    case "GRANDCHILD":
      return sex === "MALE" ? "41" : "42";
    case "PARENT":
      return sex === "MALE" ? "51" : "52";
    case "CO_TENANT":
      return "97";
  }
};

function registrationsOf(
  { today }: Frame,
  { grid, digits, family, residents, dice }: KnownHousehold,
): RegistrationRow[] {
  return residents.flatMap((resident, index) => {
    if (resident.registration !== "LOCAL") return [];
    const own = dice.split(`registration/${index}`);
    const born = dayNumber(resident.birthDate);
    return [
      {
        rybh: `HJ${digits}${index + 1}`,
        jmbh: resident.id,
        tysfbs: resident.personId,
        zjhm: resident.residentNumber,
        xm: resident.name,
        hh: `HH${digits}`,
        hklb: own.chance(0.03) ? "2" : "1",
        yhzgx: relationOf(resident),
        hjdz: family.address,
        lhrq: own.chance(0.02) ? UNKNOWN_DAY : dayOfArchive(own.between(born, today - 1)),
        hkzt: own.chance(0.01) ? "2" : "1",
        ...placed(grid.community, grid.code),
      },
    ];
  });
}

/** Those of a household who came from elsewhere; with any of them the dwelling is let. */
const cameFromElsewhere = ({ residents }: KnownHousehold): readonly ResidentRow[] =>
  residents.filter(({ registration }) => registration === "ELSEWHERE");

const numberOfHouse = (digits: string): string => `CZ${digits}`;

const GROWN = 16;
const ageOf = ({ birthDate }: ResidentRow, { today }: Frame): number =>
  Math.floor((today - dayNumber(birthDate)) / 365.2425);

function rentedHouseOf(
  frame: Frame,
  { grid, digits, family, residents, dice }: KnownHousehold,
): RentedHouseRow {
  const own = dice.split("rented house");
  const tenants = residents.filter((resident) => ageOf(resident, frame) >= GROWN);
  const shared = residents.some(({ relation }) => relation === "CO_TENANT");
  const ended = own.chance(0.05);
  const recorded = own.between(frame.today - 3 * 365, frame.today - 30);
  return {
    czwbh: numberOfHouse(digits),
    fwdz: family.address,
    fwyt: own.weighted([
      ["1", 88],
      ["2", 8],
      ["3", 4],
    ]),
    jzmj: `${own.between(38, 138)}.${own.between(10, 99)}`,
    sfqz: shared ? "1" : "0",
    aqdj: own.weighted(shared ? SHARED_GRADES : GRADES),
    fdxm: personName(own).name,
    fddh: workPhone(own),
    fdtysfbs: null,
    czrxm: tenants.map(({ name }) => name).join(","),
    czrdh: tenants.map(({ phone }) => phone ?? "").join(","),
    barq: dayOfArchive(recorded),
    zxrq: ended ? dayOfArchive(own.between(recorded, frame.today - 1)) : null,
    ldbm: family.household.buildingCode,
    ...placed(grid.community, grid.code),
  };
}

const GRADES: Weighted<string> = [
  ["1", 80],
  ["2", 16],
  ["3", 4],
];
const SHARED_GRADES: Weighted<string> = [
  ["1", 30],
  ["2", 50],
  ["3", 20],
];
const REASONS: Weighted<string> = [
  ["01", 55],
  ["03", 16],
  ["04", 10],
  ["08", 3],
  ["09", 10],
  ["07", 2],
  ["99", 4],
];
const DOCUMENTS: Weighted<string> = [
  ["0", 15],
  ["1", 60],
  ["2", 25],
];

function floatingPeopleOf(frame: Frame, known: KnownHousehold): FloatingPersonRow[] {
  const { grid, digits, family, residents, dice } = known;
  return cameFromElsewhere(known).map((resident) => {
    const own = dice.split(`floating person/${resident.id}`);
    const born = dayNumber(resident.birthDate);
    const arrived = own.between(Math.max(born, frame.today - 4 * 365), frame.today - 1);
    const document = own.weighted(DOCUMENTS);
    return {
      ldrybh: `LD${digits}${residents.indexOf(resident) + 1}`,
      jmbh: resident.id,
      tysfbs: resident.personId,
      zjhm: resident.residentNumber,
      xm: resident.name,
      lxdh: resident.phone,
      hjdxzq: resident.residentNumber.slice(0, 6),
      xzdz: family.address,
      zzsy: ageOf(resident, frame) < GROWN ? "06" : own.weighted(REASONS),
      lzrq: dayOfArchive(arrived),
      zjlx: document,
      yxqz: document === "1" ? dayOfArchive(frame.today + own.between(1, 365)) : null,
      sfzx: own.chance(0.06) ? "1" : "0",
      czwbh: numberOfHouse(digits),
      ...placed(grid.community, grid.code),
    };
  });
}

/** What the archive knows of one household. */
export interface PoliceHousehold {
  readonly registrations: readonly RegistrationRow[];
  /** Null where nobody who lives there came from elsewhere. */
  readonly rentedHouse: RentedHouseRow | null;
  readonly floatingPeople: readonly FloatingPersonRow[];
}

export function* policeHouseholds(frame: Frame, families: Families): Iterable<PoliceHousehold> {
  for (const known of knownHouseholds(frame, families)) {
    const floatingPeople = floatingPeopleOf(frame, known);
    yield {
      registrations: registrationsOf(frame, known),
      rentedHouse: floatingPeople.length > 0 ? rentedHouseOf(frame, known) : null,
      floatingPeople,
    };
  }
}

/** What happened, in the police's short words; nobody is named. */
const HAPPENINGS: readonly (readonly [kind: string, weight: number, summaries: readonly string[]])[] = [
  ["01", 3, ["楼道内电动车电池被盗，已勘查现场。", "商铺夜间被撬，少量现金丢失。"]],
  ["02", 12, ["有人酒后滋事，民警到场制止。", "棋牌室内多人争执，已劝散。"]],
  ["03", 16, ["小区门口车辆剐蹭，无人受伤。", "消防通道被车辆堵占，已通知车主挪车。"]],
  ["04", 3, ["厨房油锅起火，消防到场扑灭。", "楼道堆物冒烟，已处置。"]],
  ["05", 26, ["邻里因漏水发生口角，现场调解。", "消费者与商家就退款发生纠纷。", "租客与房东因押金争执。"]],
  ["06", 22, ["老人迷路，已联系家属接回。", "住户钥匙反锁屋内，协助联系开锁。"]],
  ["07", 15, ["深夜音响扰民，民警到场劝离。", "工地夜间施工噪声扰民，移交城管。"]],
  ["99", 3, ["咨询办证事项，已告知窗口。"]],
];
const KINDS: Weighted<(typeof HAPPENINGS)[number]> = HAPPENINGS.map((each) => [each, each[1]]);

const OUTCOMES: Weighted<string> = [
  ["1", 45],
  ["2", 28],
  ["3", 7],
  ["4", 12],
  ["5", 8],
];

/** Still being handled when it was taken less than so long ago. */
const HANDLED_WITHIN = 2 * DAY;
/** Of the tickets, those to which a call led. */
const CALLED_BEFORE = 0.1;
const ABOUT_A_BUSINESS = 0.25;

interface Caller {
  readonly bjrxm: string;
  readonly bjrdh: string;
  readonly bjrtysfbs: string | null;
}

const anybody = (random: Random): Caller => ({
  bjrxm: personName(random).name,
  bjrdh: workPhone(random),
  bjrtysfbs: null,
});

/** Calls of the twelve months: everyday ones of each grid, those that led to tickets, and one of each known resident. */
export function* policeCalls(
  frame: Frame,
  families: Families,
  stories: Iterable<TicketStory>,
  buildingsOf: (grid: Grid) => readonly Building[],
  enterprisesOf: (grid: Grid) => readonly EnterpriseRow[],
): Iterable<PoliceCallRow> {
  const { random, grids, basicGrids, since, today, now } = frame;
  const serial = new Map<string, number>();
  const gridByCode = new Map(grids.map((grid) => [grid.code, grid]));

  const call = (dice: Random, grid: Grid, at: Instant, caller: Caller): PoliceCallRow => {
    const [kind, , summaries] = dice.weighted(KINDS);
    const { districtCode } = grid.community.street;
    const day = dayOfArchive(dayNumberOf(at));
    const turn = (serial.get(districtCode + day) ?? 0) + 1;
    serial.set(districtCode + day, turn);
    const building = dice.pick(buildingsOf(grid));
    const business = dice.chance(ABOUT_A_BUSINESS) ? enterprisesOf(grid).at(0) : undefined;
    const summary = dice.pick(summaries);
    const closed = at + dice.between(20, 600) * MINUTE;
    const isClosed = at < now - HANDLED_WITHIN;
    return {
      jqbh: `JQ${districtCode}${day}${String(turn).padStart(4, "0")}`,
      bjsj: timeOfArchive(at),
      jqlb: kind,
      jqgy: summary,
      jqxq: `${caller.bjrxm}报称：${summary}`,
      ...caller,
      fadd: business?.address ?? building.address,
      cjmj: `警号${String(dice.between(0, 999_999)).padStart(6, "0")}`,
      cljg: isClosed ? dice.weighted(OUTCOMES) : null,
      jasj: isClosed ? timeOfArchive(closed) : null,
      glgdh: null,
      tyshxydm: business?.creditCode ?? null,
      ...placed(grid.community, grid.code),
    };
  };

  for (const grid of grids) {
    const dice = random.split(`police-archive/calls/${grid.code}`);
    const calls = dice.between(4, 14);
    for (let index = 0; index < calls; index++) {
      const at = midnight(dice.between(since, today - 1)) + dice.between(0, 24 * 3_600 - 1) * 1_000;
      yield call(dice.split(String(index)), grid, at, anybody(dice));
    }
  }
  for (const grid of basicGrids) {
    const [head] = families.at(grid, 0).people;
    if (!head?.personId) continue;
    const dice = random.split(`police-archive/call of/${head.personId}`);
    const at = midnight(dice.between(since, today - 7)) + 20 * HOUR;
    yield call(dice, grid, at, {
      bjrxm: head.name,
      bjrdh: head.phone ?? workPhone(dice),
      bjrtysfbs: head.personId,
    });
  }
  for (const { ticket } of stories) {
    const grid = gridByCode.get(ticket.gridCode ?? "");
    const dice = random.split(`police-archive/call before/${ticket.number}`);
    if (!grid || !dice.chance(CALLED_BEFORE)) continue;
    const at = Math.max(ticket.receivedAt.getTime() - dice.between(1, 180) * MINUTE, midnight(since));
    yield { ...call(dice, grid, at, anybody(dice)), glgdh: ticket.number };
  }
}

/** What in a registered name makes a place one that the police look after, by the archive's codes. */
const KINDS_BY_NAME: readonly (readonly [part: string, kinds: string])[] = [
  ["棋牌室", "03"],
  ["汽车维修", "07"],
  ["培训", "08"],
  ["托育", "08"],
  ["诊所", "09"],
  ["大药房", "09"],
  ["经营部", "10"],
  ["化工", "11"],
];

/** Places that nobody else has in a register yet. */
const UNREGISTERED: readonly (readonly [name: string, kinds: string, share: number])[] = [
  ["宾馆", "01", 0.22],
  ["网吧", "02", 0.1],
  ["棋牌旅社", "01,03", 0.04],
  ["废品收购站", "06", 0.1],
];

const CLASSES: Weighted<string> = [
  ["A", 45],
  ["B", 45],
  ["C", 10],
];

export function* policeKeyPlaces(
  { random, grids, since, today }: Frame,
  buildingsOf: (grid: Grid) => readonly Building[],
  enterprisesOf: (grid: Grid) => readonly EnterpriseRow[],
): Iterable<KeyPlaceRow> {
  for (const grid of grids) {
    const dice = random.split(`police-archive/key places/${grid.code}`);
    const buildings = buildingsOf(grid);
    let turn = 0;
    const place = (own: Random, what: Pick<KeyPlaceRow, "dwmc" | "dwlx" | "dwdz" | "tyshxydm" | "ldbm">) => {
      turn += 1;
      return {
        zdbwbh: `ZD${grid.code}${String(turn).padStart(3, "0")}`,
        ...what,
        zadj: own.weighted(CLASSES),
        zhjcrq: own.chance(0.04) ? UNKNOWN_DAY : dayOfArchive(own.between(since, today - 1)),
        sfty: own.chance(0.03) ? "1" : "0",
        ...placed(grid.community, grid.code),
      };
    };
    for (const { creditCode, name, address, legalRepresentative, phone } of enterprisesOf(grid)) {
      const [, dwlx] = KINDS_BY_NAME.find(([part]) => name.includes(part)) ?? [];
      if (!dwlx) continue;
      const building = buildings.find((each) => address.startsWith(each.address));
      const what = { dwmc: name, dwlx, dwdz: address, tyshxydm: creditCode, ldbm: building?.code ?? null };
      const own = dice.split(creditCode);
      yield { ...place(own, what), fzrxm: legalRepresentative, fzrdh: phone };
    }
    for (const [title, dwlx, share] of UNREGISTERED) {
      const own = dice.split(title);
      if (grid.kind !== "BASIC" || !own.chance(share)) continue;
      const building = own.pick(buildings);
      const what = {
        dwmc: `${grid.community.shortName}${title}`,
        dwlx,
        dwdz: `${placeAddress(grid)}${building.name}`,
        tyshxydm: null,
        ldbm: building.code,
      };
      yield { ...place(own, what), fzrxm: personName(own).name, fzrdh: workPhone(own) };
    }
  }
}
