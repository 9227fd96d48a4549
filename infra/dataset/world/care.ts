import type { Aid } from "../../../subgraphs/civil-affairs/aid/aid.ts";
import type { Disability } from "../../../subgraphs/civil-affairs/disability/disability.ts";
import type { ElderlyLivingAlone } from "../../../subgraphs/civil-affairs/elderly-living-alone/elderly-living-alone.ts";
import { type KeptRecord, retainUntil } from "../../../subgraphs/civil-affairs/retention/record.retention.ts";
import { yearsAfter } from "../../../subgraphs/civil-affairs/years-after.ts";
import type { Day } from "../../../subgraphs/shared/calendar.ts";
import type { Families, ResidentRow } from "./families.ts";
import type { Frame } from "./frame.ts";
import type { Grid } from "./grids.ts";
import { personName } from "./names.ts";
import { type DayNumber, dayNumber, dayText, MINUTE, midnight } from "./office-clock.ts";
import { workPhone } from "./phones.ts";
import type { Random, Weighted } from "./random.ts";

/** As a row is written: enumerations by their words. */
type Written<Row> = {
  readonly [Column in keyof Row]: Row[Column] extends Date | null ? Row[Column] : Words<Row[Column]>;
};
type Words<Value> = Value extends string ? (Value extends Day ? Value : `${Value}`) : Value;

/** Old people who live alone (独居老人); invented. */
export type ElderlyLivingAloneRow = Written<ElderlyLivingAlone>;
/** Disabilities as certified (残疾人), with the numbers of nobody: their residents' are not issued. */
export type DisabilityRow = Written<Disability>;
/** Aid from application to stop (社会救助). */
export type AidRow = Written<Aid>;

/** What civil affairs keeps about one resident. */
export interface CareRecord {
  readonly elderly: ElderlyLivingAloneRow | null;
  readonly disability: DisabilityRow | null;
  readonly aids: readonly AidRow[];
}

type AidKind = AidRow["kind"];
type AidState = AidRow["state"];

/** Of those who live alone and are old enough, the share that somebody has put on record. */
const RECORDED_FROM_AGE = 70;
const RECORDED = 0.4;
const DISABLED = 0.008;

const SITUATIONS: Weighted<ElderlyLivingAloneRow["livingSituation"]> = [
  ["CHILDREN_NEARBY", 50],
  ["CHILDREN_ELSEWHERE", 38],
  ["NO_CHILDREN", 12],
];

const ELDERLY_SOURCES: Weighted<ElderlyLivingAloneRow["source"]> = [
  ["HOUSEHOLD_VISIT", 65],
  ["COMMUNITY_REPORT", 35],
];

const CATEGORIES: Weighted<DisabilityRow["category"]> = [
  ["VISUAL", 15],
  ["HEARING", 22],
  ["SPEECH", 2],
  ["PHYSICAL", 36],
  ["INTELLECTUAL", 8],
  ["MENTAL", 9],
  ["MULTIPLE", 8],
];

const GRADES: Weighted<DisabilityRow["grade"]> = [
  ["ONE", 16],
  ["TWO", 20],
  ["THREE", 28],
  ["FOUR", 36],
];

const STATES: Weighted<AidState> = [
  ["APPLIED", 3],
  ["REVIEWED", 3],
  ["APPROVED", 2],
  ["REFUSED", 3],
  ["IN_PAYMENT", 86],
  ["STOPPED", 3],
];

/** Fen a month, and why it is applied for. Amounts are round; real ones differ from district to district. */
const AIDS: Readonly<
  Record<AidKind, { readonly fen: readonly number[]; readonly reasons: readonly string[] }>
> = {
  MINIMUM_LIVING_ALLOWANCE: {
    fen: [52_000, 65_000, 71_000],
    reasons: ["主要劳动力患病，家庭收入中断", "家庭人均收入低于当地标准", "子女就学支出大，收入微薄"],
  },
  DESTITUTE_SUPPORT: { fen: [91_000, 98_000], reasons: ["无劳动能力、无生活来源、无法定赡养人"] },
  TEMPORARY_AID: {
    fen: [80_000, 150_000],
    reasons: ["突发重病，医疗支出大", "火灾后生活困难", "意外受伤，暂时无法工作"],
  },
  DISABILITY_LIVING_ALLOWANCE: { fen: [10_000], reasons: ["低收入家庭残疾人"] },
  DISABILITY_NURSING_ALLOWANCE: { fen: [10_000, 13_000], reasons: ["重度残疾，需长期照护"] },
  OLD_AGE_ALLOWANCE: { fen: [10_000, 20_000], reasons: ["达到高龄津贴年龄"] },
  ORPHAN_ALLOWANCE: { fen: [145_000], reasons: ["父母双亡"] },
};

/** Who lives where, with everything that is told of them elsewhere in the world. */
interface Person {
  readonly resident: ResidentRow;
  readonly age: number;
  readonly alone: boolean;
  readonly address: string;
  readonly grid: Grid;
}

/** What civil affairs keeps, resident by resident; of most it keeps nothing. */
export function* careRecords(frame: Frame, families: Families): Iterable<CareRecord> {
  const numbers = new AidNumbers();
  for (const { grid, family, residents } of families.withResidents()) {
    const { address } = family;
    for (const resident of residents) {
      const age = Math.floor((frame.today - dayNumber(resident.birthDate)) / 365.2425);
      const record = recordOf(
        frame,
        { resident, age, alone: residents.length === 1, address, grid },
        numbers,
      );
      if (record.elderly || record.disability || record.aids.length > 0) yield record;
    }
  }
}

function recordOf(frame: Frame, person: Person, numbers: AidNumbers): CareRecord {
  const random = frame.random.split(`care/${person.resident.id}`);
  const { alone, age } = person;
  const onRecord = alone && age >= RECORDED_FROM_AGE && random.chance(RECORDED);
  const elderly = onRecord ? elderlyOf(frame, person, random.split("elderly")) : null;
  const disability = random.chance(DISABLED) ? disabilityOf(frame, person, random.split("disability")) : null;
  const kinds = aidKindsFor(person, elderly, disability, random.split("kinds"));
  return {
    elderly,
    disability,
    aids: kinds.map((kind) => aidOf(frame, person, kind, random.split(`aid/${kind}`), numbers)),
  };
}

const whoAndWhere = ({ resident, grid }: Person) => ({
  districtCode: resident.districtCode,
  residentId: resident.id,
  personId: resident.personId,
  placeCode: grid.code,
});

const keptUntil = (record: KeptRecord, day: DayNumber): Day => retainUntil(record, dayText(day));

function elderlyOf({ today }: Frame, person: Person, random: Random): ElderlyLivingAloneRow {
  const { resident, age, address } = person;
  const livingSituation = random.weighted(SITUATIONS);
  const relation =
    livingSituation === "NO_CHILDREN"
      ? random.pick(["RELATIVE", "NEIGHBOUR", "COMMUNITY_WORKER"] as const)
      : "CHILD";
  const hasContact = random.chance(0.93);
  // A record holds for a year; now and then nobody has come back in time.
  const recordedOn = today - (random.chance(0.04) ? random.between(367, 480) : random.between(5, 350));
  const validUntil = recordedOn + 365;
  return {
    ...whoAndWhere(person),
    name: resident.name,
    address,
    ageGroup: age >= 90 ? "AGED_90_AND_OVER" : age >= 80 ? "AGED_80_TO_89" : "AGED_70_TO_79",
    livingSituation,
    usesSmartphone: random.chance(age >= 80 ? 0.12 : 0.48),
    contactName: hasContact ? contactName(resident, relation, random) : null,
    contactPhone: hasContact ? workPhone(random) : null,
    contactRelation: hasContact ? relation : null,
    source: random.weighted(ELDERLY_SOURCES),
    recordedOn: dayText(recordedOn),
    validUntil: dayText(validUntil),
    retainUntil: keptUntil("ELDERLY_LIVING_ALONE", validUntil),
  };
}

/** Children mostly bear a man's surname. */
function contactName({ name, sex }: ResidentRow, relation: string, random: Random): string {
  const other = personName(random).name;
  return relation === "CHILD" && sex === "MALE" ? name.charAt(0) + other.slice(1) : other;
}

function disabilityOf({ today }: Frame, person: Person, random: Random): DisabilityRow {
  const category = random.weighted(CATEGORIES);
  const grade = random.weighted(GRADES);
  const born = dayNumber(person.resident.birthDate);
  const issuedOn = Math.max(born, today - random.between(30, 3_500));
  // 残疾人证 holds for ten years.
  const validUntil = dayNumber(yearsAfter(dayText(issuedOn), 10)) - 1;
  const digits = `${1 + CATEGORIES.findIndex(([each]) => each === category)}${1 + GRADES.findIndex(([each]) => each === grade)}`;
  return {
    ...whoAndWhere(person),
    category,
    grade,
    certificateNumber: person.resident.residentNumber + digits,
    source: "REGISTER_EXCHANGE",
    issuedOn: dayText(issuedOn),
    validUntil: dayText(validUntil),
    retainUntil: keptUntil("DISABILITY", validUntil),
  };
}

function aidKindsFor(
  { resident, age }: Person,
  elderly: ElderlyLivingAloneRow | null,
  disability: DisabilityRow | null,
  random: Random,
): AidKind[] {
  const kinds: AidKind[] = [];
  // Whoever can sign in finds something of their own.
  if (resident.personId || random.chance(0.000_6)) kinds.push("TEMPORARY_AID");
  if (elderly?.livingSituation === "NO_CHILDREN" && random.chance(0.4)) kinds.push("DESTITUTE_SUPPORT");
  else if (resident.relation === "HEAD" && random.chance(0.008)) kinds.push("MINIMUM_LIVING_ALLOWANCE");
  if (age >= 80 && random.chance(0.1)) kinds.push("OLD_AGE_ALLOWANCE");
  if (disability && random.chance(0.25)) kinds.push("DISABILITY_LIVING_ALLOWANCE");
  if (disability && ["ONE", "TWO"].includes(disability.grade) && random.chance(0.6)) {
    kinds.push("DISABILITY_NURSING_ALLOWANCE");
  }
  if (age < 18 && random.chance(0.000_4)) kinds.push("ORPHAN_ALLOWANCE");
  return kinds;
}

const isDecided = (state: AidState): boolean => !["APPLIED", "REVIEWED"].includes(state);
const isApproved = (state: AidState): boolean => ["APPROVED", "IN_PAYMENT", "STOPPED"].includes(state);

function aidOf(frame: Frame, person: Person, kind: AidKind, random: Random, numbers: AidNumbers): AidRow {
  const { today } = frame;
  const { resident } = person;
  const temporary = kind === "TEMPORARY_AID";
  const state = temporary && resident.personId ? "IN_PAYMENT" : random.weighted(STATES);
  const settled = state === "IN_PAYMENT" || state === "STOPPED" || state === "REFUSED";
  const appliedOn = today - (settled ? random.between(60, temporary ? 90 : 720) : random.between(25, 40));
  const reviewedOn = appliedOn + random.between(3, 10);
  const decidedOn = reviewedOn + random.between(1, 8);
  const paidOn = decidedOn + random.between(1, 5);
  const stoppedOn = today - random.between(1, 30);
  const isStopped = state === "STOPPED";
  const isPaid = state === "IN_PAYMENT";
  const reviewDueOn = isPaid ? nextReview(paidOn, today, random.chance(0.05)) : null;
  const at = (day: DayNumber) => new Date(midnight(day) + random.between(9 * 60, 17 * 60) * MINUTE);
  const purposeEnds = isStopped ? stoppedOn : isDecided(state) ? decidedOn : appliedOn;
  return {
    ...whoAndWhere(person),
    number: numbers.next(resident.districtCode, dayText(appliedOn)),
    recipientName: resident.name,
    kind,
    state,
    source: random.chance(0.7) ? "APPLICATION" : "COMMUNITY_REPORT",
    appliedAt: at(appliedOn),
    applicationReason: random.pick(AIDS[kind].reasons),
    reviewedAt: state === "APPLIED" ? null : at(reviewedOn),
    reviewerId:
      state === "APPLIED"
        ? null
        : `RESPONDER@${resident.districtCode}-CIVIL-AFFAIRS/${person.grid.community.street.code}`,
    reviewOpinion:
      state === "APPLIED" ? null : state === "REFUSED" ? "经核查，不符合条件" : "入户核查，情况属实",
    decidedAt: isDecided(state) ? at(decidedOn) : null,
    refusalReason: state === "REFUSED" ? "经信息核对，不符合规定条件" : null,
    monthlyAmountFen: isApproved(state) ? random.pick(AIDS[kind].fen) : null,
    paidFrom: isPaid || isStopped ? dayText(paidOn) : null,
    paidUntil:
      temporary && isApproved(state)
        ? dayText(isStopped ? stoppedOn - 1 : today + random.between(20, 150))
        : null,
    reviewDueOn,
    stopReason: isStopped
      ? temporary
        ? "TERM_ENDED"
        : random.pick(["NO_LONGER_QUALIFIES", "MOVED_AWAY", "WITHDRAWN"] as const)
      : null,
    stoppedAt: isStopped ? at(stoppedOn) : null,
    retainUntil: reviewDueOn
      ? retainUntil("AID", reviewDueOn)
      : keptUntil(isApproved(state) ? "AID" : "AID_REFUSED", purposeEnds),
    version: 1,
  };
}

/** The yearly review that comes next; or the one before it, which was missed. */
function nextReview(paidOn: DayNumber, today: DayNumber, missed: boolean): Day {
  const paidFrom = dayText(paidOn);
  let years = 1;
  while (dayNumber(yearsAfter(paidFrom, years)) < today) years++;
  return yearsAfter(paidFrom, missed && years > 1 ? years - 1 : years);
}

/** Numbers of aid, running without gaps by district and day. */
class AidNumbers {
  readonly #last = new Map<string, number>();

  next(districtCode: string, day: Day): string {
    const series = `${districtCode}-AID-${day.replaceAll("-", "")}`;
    const last = (this.#last.get(series) ?? 0) + 1;
    this.#last.set(series, last);
    return `${series}-${String(last).padStart(4, "0")}`;
  }
}
