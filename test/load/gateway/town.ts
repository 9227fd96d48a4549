/**
 * An invented town: everything in it follows from an index, so that four subgraphs in one process, the reference
 * and every run tell the same story without a database.
 */
export interface Ticket {
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly priority: number;
  readonly households: number;
  readonly reportedOn: string;
  readonly place: string;
  readonly grid: { readonly code: string };
  readonly handlingUnit: { readonly code: string };
}

export interface Grid {
  readonly code: string;
  readonly name: string;
  readonly population: number;
  readonly members: readonly { readonly name: string; readonly post: string }[];
}

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly chief: string;
}

export interface Inspector {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly unit: { readonly code: string };
}

export interface CallBack {
  readonly id: string;
  readonly satisfaction: number;
  readonly solved: boolean;
  readonly comment: string;
  readonly inspector: { readonly id: string };
  readonly ticket: { readonly number: string };
}

/** Pages of the ticket list; a client asks for one of them. */
export const pageCount = 500;
const pageSize = 5;
const ticketCount = pageCount * pageSize;
const gridCount = 60;
const unitCount = 12;
const inspectorCount = 40;

const streets = ["桐荫里", "槐树巷", "北渡口", "石桥路", "灯市口", "望湖街", "砚台山", "新仓路"];
const matters = [
  "路灯连续三晚不亮",
  "雨后井盖被冲开",
  "早点铺油烟进了楼道",
  "单元门禁失灵",
  "树枝压在电线上",
  "停车位被长期占用",
  "垃圾三天没有清运",
  "供暖管道夜里有异响",
];
const unitNames = ["城管执法队", "市场监管所", "住建科", "水务站", "供电所", "园林队"];
const surnames = ["钟", "陆", "骆", "芮", "闵", "祁", "蓝", "尹"];
const givenNames = ["晓桐", "文博", "思远", "雨薇", "国栋", "佳音", "明澈", "海若"];
const comments = [
  "当天就有人来看，第二天修好了，很满意。",
  "来过两次才找到原因，最后解决了。",
  "电话回访时还没有完工，说下周再来。",
  "处理得很快，也解释清楚了。",
];
const states = ["RECEIVED", "DISPATCHED", "HANDLING", "ANSWERED", "ARCHIVED"];

/** One of the list, the same for the same numbers; `salt` keeps choices about one thing apart. */
function choose<Value>(list: readonly Value[], index: number, salt: number): Value {
  return list[mixed(index, salt) % list.length] as Value;
}

/** A whole number that looks random and is not. */
function mixed(index: number, salt: number): number {
  let bits = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return (bits ^ (bits >>> 15)) >>> 0;
}

const numbered = (prefix: string, index: number, digits: number): string =>
  `${prefix}${String(index).padStart(digits, "0")}`;
const indexOf = (code: string, prefix: string): number => Number(code.slice(prefix.length));

const personName = (index: number, salt: number): string =>
  `${choose(surnames, index, salt)}${choose(givenNames, index, salt + 1)}`;

export function ticketAt(index: number): Ticket {
  const street = choose(streets, index, 1);
  const door = 1 + (mixed(index, 2) % 300);
  return {
    number: numbered("HT-2026-", index, 8),
    title: `${street}${choose(matters, index, 3)}`,
    state: choose(states, index, 4),
    priority: 1 + (mixed(index, 5) % 4),
    households: 1 + (mixed(index, 6) % 180),
    reportedOn: `2026-${numbered("", 1 + (mixed(index, 7) % 12), 2)}-${numbered("", 1 + (mixed(index, 8) % 28), 2)}`,
    place: `${street}${door}号`,
    grid: { code: numbered("G", mixed(index, 9) % gridCount, 4) },
    handlingUnit: { code: numbered("U", mixed(index, 10) % unitCount, 3) },
  };
}

export const ticketOf = (number: string): Ticket => ticketAt(indexOf(number, "HT-2026-"));

export const ticketsOnPage = (page: number): Ticket[] =>
  Array.from({ length: pageSize }, (_, position) => ticketAt((page % pageCount) * pageSize + position));

/** Tickets of a grid or a unit, chosen by its code. */
export const ticketsOf = (code: string, first: number): Ticket[] =>
  Array.from({ length: first }, (_, position) => {
    const seed = Number(code.slice(1)) * 7 + position;
    return ticketAt(mixed(seed, code.charCodeAt(0)) % ticketCount);
  });

export function gridOf(code: string): Grid {
  const index = indexOf(code, "G");
  return {
    code,
    name: `${choose(streets, index, 20)}第${1 + (index % 9)}网格`,
    population: 400 + (mixed(index, 21) % 900),
    members: [0, 1].map((seat) => ({
      name: personName(index * 2 + seat, 22),
      post: seat === 0 ? "GRID_MEMBER" : "COMMUNITY_STAFF",
    })),
  };
}

export function unitOf(code: string): Unit {
  const index = indexOf(code, "U");
  return { code, name: choose(unitNames, index, 30), chief: personName(index, 31) };
}

export const unitsFrom = (first: number): Unit[] =>
  Array.from({ length: Math.min(first, unitCount) }, (_, index) => unitOf(numbered("U", index, 3)));

export const scoreOf = (code: string): number => 60 + (mixed(indexOf(code, "U"), 40) % 400) / 10;

export function inspectorOf(id: string): Inspector {
  const index = indexOf(id, "I");
  return {
    id,
    name: personName(index, 50),
    post: index % 3 === 0 ? "CHIEF_RESPONDER" : "RESPONDER",
    unit: { code: numbered("U", mixed(index, 51) % unitCount, 3) },
  };
}

function callBackAt(index: number, number: string): CallBack {
  return {
    id: numbered("CB", index, 7),
    satisfaction: 1 + (mixed(index, 60) % 5),
    solved: mixed(index, 61) % 4 !== 0,
    comment: choose(comments, index, 62),
    inspector: { id: numbered("I", mixed(index, 63) % inspectorCount, 3) },
    ticket: { number },
  };
}

export const callBacksOf = (number: string): CallBack[] => {
  const index = indexOf(number, "HT-2026-");
  return [0, 1].map((round) => callBackAt(index * 2 + round, number));
};

/** The latest call-backs an inspector answered for. */
export const callBacksBy = (id: string): CallBack[] =>
  [0, 1].map((round) => {
    const index = mixed(indexOf(id, "I") * 2 + round, 64) % ticketCount;
    return callBackAt(index * 2, ticketAt(index).number);
  });

/** Visits due at a place: the more urgent and the more households, the more. */
export const visitsDue = (priority: number, households: number): number =>
  Math.ceil(households / 50) * (5 - priority);
