import { centreOf } from "../../../../subgraphs/city-management/axes.ts";
import {
  collect,
  dispatch,
  establish,
  evaluate,
  type Finding,
  feedBack,
  handle,
  type StepTaken,
  type StreetOrderMove,
  verify,
} from "../../../../subgraphs/city-management/street-order-case/street-order-case.lifecycle.ts";
import { StreetOrderCase } from "../../../../subgraphs/city-management/street-order-case/street-order-case.ts";
import type { StreetOrderStep } from "../../../../subgraphs/city-management/street-order-case/street-order-step.ts";
import { StreetOrderStepName } from "../../../../subgraphs/city-management/street-order-case/street-order-step.ts";
import type { StreetOrderStandard } from "../../../../subgraphs/city-management/street-order-standard/street-order-standard.ts";
import { coveredYears, type Day, endOfDay } from "../../../../subgraphs/shared/calendar.ts";
import { Post, type Principal } from "../../../../subgraphs/shared/principal.ts";
import { departmentCode } from "../departments.ts";
import type { EnterpriseRow } from "../enterprises.ts";
import type { Families } from "../families.ts";
import type { Frame } from "../frame.ts";
import type { Grid } from "../grids.ts";
import { personName } from "../names.ts";
import { DAY, dayNumberOf, dayText, HOUR, type Instant, MINUTE, midnight } from "../office-clock.ts";
import { type Officials, principalOf } from "../officials.ts";
import { workPhone } from "../phones.ts";
import type { Random, Weighted } from "../random.ts";
import { type LogRow, logRow, type TicketStory } from "../tickets/ticket-story.ts";
import type { ComponentRow } from "./components.ts";
import { streetOrderStandards } from "./standards.ts";
import { eventSubjects, type Subject, subjectOf } from "./subjects.ts";

/** A case with every step taken until the anchor day. */
export interface StreetOrderStory {
  readonly case: StreetOrderCase;
  readonly steps: readonly StreetOrderStep[];
  /** In the order of time. */
  readonly log: readonly LogRow[];
}

/** Where the running number of a district stands at the end of a day. */
export interface CaseNumberRow {
  readonly districtCode: string;
  readonly series: "STREET_ORDER_CASE";
  readonly day: Day;
  readonly last: number;
}

/** What cases are made from. */
export interface StreetOrderWorld {
  readonly frame: Frame;
  readonly officials: Officials;
  readonly families: Families;
  readonly componentsOf: (grid: Grid) => readonly ComponentRow[];
  readonly enterprisesOf: (grid: Grid) => readonly EnterpriseRow[];
  readonly tickets: () => Iterable<TicketStory>;
}

/** Something found: when, where, by whom. The key tells it from everything else that was. */
interface Found {
  readonly key: string;
  readonly at: Instant;
  readonly grid: Grid;
  readonly subject: Subject;
  readonly finding: Finding;
  readonly by: Principal;
}

/** Cases of a grid in the twelve months, fewest and most. */
const CASES_OF_GRID = { BASIC: [3, 8], EXCLUSIVE: [1, 4] } as const;

const RECENT = 0.12;
const RECENT_DAYS = 10;

const FOUND_BY: Weighted<"COLLECTOR" | "GRID_MEMBER" | "ENFORCEMENT" | "CAMERA"> = [
  ["COLLECTOR", 55],
  ["GRID_MEMBER", 15],
  ["ENFORCEMENT", 20],
  ["CAMERA", 10],
];

const byWeight = (subjects: readonly Subject[]): Weighted<Subject> =>
  subjects.map((subject) => [subject, subject.weight]);
const EVENTS = byWeight(eventSubjects);

/** Matters of tickets that are street order, by the last four digits of their code, and as what they are taken up. */
const TAKEN_UP: ReadonlyMap<string, string> = new Map([
  ["0201", "0501"],
  ["0202", "0101"],
  ["0203", "0504"],
  ["0204", "0202"],
  ["0205", "0201"],
  ["0206", "0101"],
]);

/** The cases of twelve months, district by district in the order of time, numbered as they came in. */
export class StreetOrderCases implements Iterable<StreetOrderStory> {
  readonly #world: StreetOrderWorld;
  readonly #last = new Map<string, number>();

  constructor(world: StreetOrderWorld) {
    this.#world = world;
  }

  *[Symbol.iterator](): Iterator<StreetOrderStory> {
    this.#last.clear();
    const { frame, officials } = this.#world;
    const standards = new Map(
      [...streetOrderStandards(frame)].map((standard) => [
        `${standard.districtCode}/${standard.kind}/${standard.subclassCode}`,
        standard as StreetOrderStandard,
      ]),
    );
    const found = [...this.#found()].filter(({ at }) => at < frame.now);
    found.sort((one, other) => one.at - other.at || (one.key < other.key ? -1 : 1));
    for (const each of found) {
      const { districtCode } = each.grid.community.street;
      const standard = standards.get(`${districtCode}/${each.subject.kind}/${each.subject.code}`) ?? null;
      const life = new CaseLife(frame, officials, each, this.#number(districtCode, each.at));
      life.tell(standard);
      yield { case: life.case, steps: life.steps, log: life.log };
    }
  }

  /** Complete when the last story has been read. */
  *runningNumbers(): Iterable<CaseNumberRow> {
    for (const [key, last] of this.#last) {
      const [districtCode = "", day = ""] = key.split("/");
      yield { districtCode, series: "STREET_ORDER_CASE", day: day as Day, last };
    }
  }

  #number(districtCode: string, at: Instant): string {
    const day = dayText(dayNumberOf(at));
    const key = `${districtCode}/${day}`;
    const number = 1 + (this.#last.get(key) ?? 0);
    this.#last.set(key, number);
    return `${districtCode}-C-${day.replaceAll("-", "")}-${String(number).padStart(4, "0")}`;
  }

  *#found(): Iterable<Found> {
    for (const grid of this.#world.frame.grids) yield* this.#foundIn(grid);
    yield* this.#ledToByTickets();
  }

  *#foundIn(grid: Grid): Iterable<Found> {
    const { frame } = this.#world;
    const dice = frame.random.split(`street-order/${grid.code}`);
    const [fewest, most] = CASES_OF_GRID[grid.kind];
    const count = dice.between(fewest, most);
    for (let index = 0; index < count; index++) {
      const own = dice.split(`case/${index}`);
      // Some of the last days, so that there is work in hand on the anchor day.
      const since = own.chance(RECENT) ? frame.today - RECENT_DAYS : frame.since;
      const day = frame.clock.workedFrom(own.between(since, frame.today - 1));
      const at = midnight(day) + own.between(7 * 60, 20 * 60) * MINUTE;
      const component = own.chance(0.4) ? own.pick(this.#world.componentsOf(grid)) : null;
      const subject = component ? subjectOf("COMPONENT", component.code.slice(6, 10)) : own.weighted(EVENTS);
      const foundBy = own.weighted(FOUND_BY);
      yield {
        key: `${grid.code}/${index}`,
        at,
        grid,
        subject,
        finding: this.#finding(grid, subject, component, own, foundBy),
        by: this.#finder(foundBy, grid, own),
      };
    }
    const known = grid.kind === "BASIC" ? this.#world.families.at(grid, 0).people[0] : undefined;
    if (known?.personId) yield this.#aboutSomeoneWhoSignsIn(grid, known, dice.split("known"));
  }

  /** So that somebody who signs in finds a case about themselves. */
  #aboutSomeoneWhoSignsIn(
    grid: Grid,
    {
      name,
      phone,
      personId,
      id,
    }: { name: string; phone: string | null; personId: string | null; id: string },
    dice: Random,
  ): Found {
    const { frame } = this.#world;
    const subject = subjectOf("EVENT", "0504");
    const day = frame.clock.workedFrom(frame.today - dice.between(60, 200));
    return {
      key: `${grid.code}/known`,
      at: midnight(day) + 10 * HOUR,
      grid,
      subject,
      finding: {
        ...this.#finding(grid, subject, null, dice, "ENFORCEMENT"),
        partyName: name,
        partyPhone: phone,
        partyPersonId: personId,
        partyResidentId: id,
      },
      by: this.#finder("ENFORCEMENT", grid, dice),
    };
  }

  /** Tickets about street order that a department took on: the command centre has about half taken up as cases. */
  *#ledToByTickets(): Iterable<Found> {
    const { frame, officials, tickets } = this.#world;
    const grids = new Map(frame.grids.map((grid) => [grid.code, grid]));
    for (const { ticket } of tickets()) {
      const { number, districtCode, matterCode, gridCode, dispatchedAt, handlingUnitCode } = ticket;
      const code = TAKEN_UP.get(matterCode?.slice(-4) ?? "");
      const grid = grids.get(gridCode ?? "");
      if (!code || !grid || !dispatchedAt) continue;
      const subject = subjectOf("EVENT", code);
      if (handlingUnitCode !== departmentCode(districtCode, subject.department)) continue;
      const dice = frame.random.split(`street-order/ticket/${number}`);
      if (!dice.chance(0.5)) continue;
      yield {
        key: number,
        at: dispatchedAt.getTime() + dice.between(5, 40) * MINUTE,
        grid,
        subject,
        finding: { ...this.#finding(grid, subject, null, dice, "TICKET"), ticketNumber: number },
        by: principalOf(officials.dispatcher(districtCode, dice.between(0, 9))),
      };
    }
  }

  #finding(
    grid: Grid,
    { kind, code, found, party }: Subject,
    component: ComponentRow | null,
    dice: Random,
    foundBy: `${Finding["foundBy"]}`,
  ): Finding {
    const business = party === "BUSINESS" ? this.#businessIn(grid, dice) : undefined;
    return {
      kind: kind as Finding["kind"],
      subclassCode: code,
      componentCode: component?.code ?? null,
      gridCode: grid.code,
      place: component?.name ?? `${grid.placeName}${dice.pick(["南口", "北侧", "东门外", "临街", "路口"])}`,
      description: dice.pick(found),
      foundBy: foundBy as Finding["foundBy"],
      ticketNumber: null,
      creditCode: business?.creditCode ?? null,
      ...this.#partyTo(grid, party, business, dice),
    };
  }

  #businessIn(grid: Grid, dice: Random): EnterpriseRow | undefined {
    const enterprises = this.#world.enterprisesOf(grid);
    return enterprises.length > 0 ? dice.pick(enterprises) : undefined;
  }

  #partyTo(
    grid: Grid,
    party: Subject["party"],
    business: EnterpriseRow | undefined,
    dice: Random,
  ): Pick<Finding, "partyName" | "partyPhone" | "partyPersonId" | "partyResidentId"> {
    const nobody = { partyName: null, partyPhone: null, partyPersonId: null, partyResidentId: null };
    if (business) return { ...nobody, partyName: business.legalRepresentative, partyPhone: business.phone };
    if (!party || dice.chance(0.4)) return nobody;
    if (grid.kind === "BASIC" && dice.chance(0.5)) {
      const family = this.#world.families.at(grid, dice.between(1, grid.households - 1));
      const [head] = family.people;
      if (head) return { ...nobody, partyName: head.name, partyPhone: head.phone, partyResidentId: head.id };
    }
    return { ...nobody, partyName: personName(dice).name, partyPhone: workPhone(dice) };
  }

  #finder(foundBy: string, { community }: Grid, dice: Random): Principal {
    const { officials } = this.#world;
    const { districtCode } = community.street;
    switch (foundBy) {
      case "GRID_MEMBER":
        return principalOf(officials.communityStaff(community, dice.between(0, 2)));
      case "ENFORCEMENT":
        return principalOf(officials.responder("URBAN-MANAGEMENT", community));
      default:
        return supervisor(districtCode);
    }
  }
}

/** Of the supervision centre's people none is known by name. */
function supervisor(districtCode: string): Principal {
  const unit = centreOf(districtCode, "SUPERVISION");
  return {
    id: `${Post.RESPONDER}@${unit}`,
    name: "",
    post: Post.RESPONDER,
    unit,
    division: districtCode,
    scopes: [],
  };
}

/** Up to when working days are known: what falls due later cannot be told. */
const KNOWN_UNTIL = endOfDay(`${coveredYears.at(-1) ?? 0}-12-31` as Day).getTime();

/** One case from the report to the anchor day, told by the very rules that it is handled by. */
class CaseLife {
  readonly #frame: Frame;
  readonly #officials: Officials;
  readonly #found: Found;
  readonly #dice: Random;
  readonly steps: StreetOrderStep[] = [];
  readonly log: LogRow[] = [];
  case: StreetOrderCase;
  #now: Instant;

  constructor(frame: Frame, officials: Officials, found: Found, number: string) {
    this.#frame = frame;
    this.#officials = officials;
    this.#found = found;
    this.#dice = frame.random.split(`street-order/life/${found.key}`);
    this.#now = found.at;
    const actor = { principal: found.by, at: new Date(found.at) };
    this.case = Object.assign(new StreetOrderCase(), collect(found.finding, actor), { number });
    this.#keep({ step: StreetOrderStepName.COLLECTION, passed: null, note: null }, found.by);
    const { kind, subclassCode: subclass, gridCode: grid, ticketNumber: ticket } = found.finding;
    const collected = {
      kind: "STREET_ORDER_COLLECTED",
      payload: { case: number, kind, subclass, grid, ticket },
    };
    this.log.push(logRow(number, collected, actor));
  }

  tell(standard: StreetOrderStandard | null): void {
    const dice = this.#dice;
    const { subject, grid } = this.#found;
    const { street } = grid.community;
    const judge = supervisor(street.districtCode);
    const centre = principalOf(this.#officials.dispatcher(street.districtCode, dice.between(0, 9)));
    const handler = principalOf(this.#officials.responderOf(subject.department, street, 1));

    const passed = !dice.chance(0.04);
    const note = passed ? undefined : dice.pick(["重复上报，已有同一案件", "现场核实未发现问题"]);
    if (!this.#step(5, 60, judge, (at) => establish(this.case, { passed, note }, standard, at)) || !passed)
      return;

    if (!standard || !this.#dueIsKnown(standard)) return;
    const handlingUnit = departmentCode(street.districtCode, subject.department);
    if (!this.#step(10, 90, centre, (at) => dispatch(this.case, { handlingUnit }, standard, at))) return;

    const limit = standard.limitAmount * (standard.limitUnit === "WORKING_HOURS" ? 60 : 8 * 60);
    const pace = dice.chance(0.86) ? 0.25 + 0.65 * dice.fraction() : 1.1 + 0.9 * dice.fraction();
    const office = Math.round(limit * pace);
    if (!this.#answered(office, office, handler, centre)) return;
    if (dice.chance(0.07)) {
      const again = { passed: false, finding: dice.pick(["整改不到位", "现场已反弹", "仍有残留"]) };
      if (!this.#step(30, 240, judge, (at) => verify(this.case, again, at))) return;
      if (!this.#answered(60, 300, handler, centre)) return;
    }
    const closing = { passed: true, finding: standard.closingCondition };
    if (!this.#step(30, 240, judge, (at) => verify(this.case, closing, at))) return;
    this.#step(60, 960, judge, (at) =>
      evaluate(this.case, dice.pick(["处置及时，群众认可", "按标准办结", "办结，后续加强巡查"]), at),
    );
  }

  /** The handling unit says it is done, and the command centre passes that on. */
  #answered(fewest: number, most: number, handler: Principal, centre: Principal): boolean {
    const done = this.#dice.pick(this.#found.subject.done);
    return (
      this.#step(fewest, most, handler, (at) => handle(this.case, done, at)) &&
      this.#step(10, 90, centre, (at) => feedBack(this.case, undefined, at))
    );
  }

  #dueIsKnown({ limitAmount, limitUnit }: StreetOrderStandard): boolean {
    const days = limitUnit === "WORKING_DAYS" ? 2 * limitAmount + 12 : 15;
    return this.#now + days * DAY < KNOWN_UNTIL;
  }

  /** Some office minutes later; false when that is after the anchor day's midnight. */
  #step(
    fewest: number,
    most: number,
    principal: Principal,
    decide: (actor: { principal: Principal; at: Date }) => StreetOrderMove,
  ): boolean {
    const at = this.#frame.clock.after(this.#now, this.#dice.between(fewest, most));
    if (at >= this.#frame.now) return false;
    this.#now = at;
    const actor = { principal, at: new Date(at) };
    const { change, taken, ...entry } = decide(actor);
    this.case = Object.assign(new StreetOrderCase(), this.case, change, { version: this.case.version + 1 });
    this.#keep(taken, principal);
    this.log.push(logRow(this.case.number, entry, actor));
    return true;
  }

  #keep({ step, passed, note }: StepTaken, { unit, post, id }: Principal): void {
    this.steps.push({
      districtCode: this.case.districtCode,
      caseNumber: this.case.number,
      ordinal: this.steps.length + 1,
      step,
      at: new Date(this.#now),
      unitCode: unit,
      post,
      personId: id,
      passed,
      note,
    });
  }
}
