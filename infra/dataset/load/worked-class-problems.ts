import type { EntityManager } from "typeorm";
import type { Actor, Move } from "../../../subgraphs/shared/move.ts";
import { nextNumber } from "../../../subgraphs/shared/running-number.ts";
import {
  approvePlan,
  closeClassProblem,
  dismissClassProblem,
  recordCause,
  recordProgress,
  setPlan,
} from "../../../subgraphs/tickets/class-problem/class-problem.lifecycle.ts";
import { ClassProblem } from "../../../subgraphs/tickets/class-problem/class-problem.ts";
import {
  assignGridTasks,
  reportGridTask,
} from "../../../subgraphs/tickets/class-problem/grid-task/grid-task.lifecycle.ts";
import type { GridTask } from "../../../subgraphs/tickets/class-problem/grid-task/grid-task.ts";
import { openClassProblem } from "../../../subgraphs/tickets/class-problem/opening.lifecycle.ts";
import { Ticket } from "../../../subgraphs/tickets/ticket/ticket.ts";
import { TicketState } from "../../../subgraphs/tickets/ticket/ticket-state.ts";
import { type Practice, practices } from "../world/class-problems/practices.ts";
import type { Frame } from "../world/frame.ts";
import { DAY, HOUR, type Instant } from "../world/office-clock.ts";
import { type Official, Officials, principalOf } from "../world/officials.ts";
import type { Community, Street } from "../world/places.ts";
import { type LogRow, logRow } from "../world/tickets/ticket-story.ts";
import type { InsertRows } from "./insert-rows.ts";

/** Office minutes from one step to the next. */
const A_DAY = 480;

const settled: readonly TicketState[] = [
  TicketState.FEEDBACK_GIVEN,
  TicketState.CALLED_BACK,
  TicketState.STRUCK_OFF,
  TicketState.ARCHIVED,
];

/** What has been told of a class problem: each move by its own lifecycle, as if the official had made it then. */
class ProblemTelling {
  readonly problem: ClassProblem;
  readonly log: LogRow[] = [];
  tasks: readonly GridTask[] = [];
  readonly #frame: Frame;
  now: Instant;

  constructor(problem: ClassProblem, frame: Frame) {
    this.problem = problem;
    this.#frame = frame;
    this.now = problem.openedAt.getTime();
  }

  /** Goes on by so many office minutes; false where that has not come yet. */
  after(minutes: number): boolean {
    this.now = this.#frame.clock.after(this.now, minutes);
    return this.now < this.#frame.now;
  }

  actor(official: Official): Actor {
    return { principal: principalOf(official), at: new Date(this.now) };
  }

  move(move: Move<ClassProblem>, official: Official): void {
    Object.assign(this.problem, move.change);
    this.problem.version++;
    this.log.push(logRow(this.problem.number, move, this.actor(official)));
  }
}

interface Officers {
  readonly leader: Official;
  readonly onSite: Official;
  readonly inGrid: (grid: string) => Official;
}

/** What people made of class problems: opened from one demand, planned, carried out grid by grid, closed or dismissed (ZY-21). */
export async function workOnClassProblems(
  transaction: EntityManager,
  insert: InsertRows,
  frame: Frame,
): Promise<LogRow[]> {
  const officials = new Officials(frame);
  const log: LogRow[] = [];
  for (const practice of practices) {
    const street = frame.scale.streets.find(({ code }) => practice.division.startsWith(code));
    if (!street) continue;
    const officers = officersOf(street, practice, officials);
    const known = practice.judged
      ? await openFromOne(transaction, practice, officers, frame)
      : await foundByTrend(transaction, practice);
    if (!known) continue;
    const telling = new ProblemTelling(known.problem, frame);
    const { number, districtCode } = known.problem;
    const own = await transaction.findBy(Ticket, { districtCode, classProblemNumber: number });
    tell(telling, practice, { officers, frame, tickets: own });
    await transaction.save(ClassProblem, telling.problem);
    await insert("grid_task", telling.tasks);
    log.push(...known.log, ...telling.log);
  }
  return log;
}

function officersOf(street: Street, { division }: Practice, officials: Officials): Officers {
  const within = ({ code }: Community) => code === division || division.length < 12;
  const community = street.communities.find(within);
  const leader = officials.streetLeader(street);
  const ofGrid = (grid: string) => street.communities.find(({ code }) => grid.startsWith(code));
  return {
    leader,
    onSite: community && division.length === 12 ? officials.communityStaff(community, 0) : leader,
    inGrid: (grid) => {
      const own = ofGrid(grid);
      return own ? officials.communityStaff(own, 0) : leader;
    },
  };
}

interface Known {
  readonly problem: ClassProblem;
  readonly log: readonly LogRow[];
}

async function foundByTrend(
  transaction: EntityManager,
  { districtCode, division, matter }: Practice,
): Promise<Known | null> {
  const matterCode = `${districtCode}-${matter}`;
  const problem = await transaction.findOne(ClassProblem, {
    where: { districtCode, matterCode, divisionCode: division },
    order: { openedAt: "DESC" },
  });
  return problem && { problem, log: [] };
}

/** Somebody who answers for the place judges so a few hours after the ticket was matched. */
async function openFromOne(
  transaction: EntityManager,
  { districtCode, division, matter, judged, withinDays, outcome }: Practice,
  { leader }: Officers,
  frame: Frame,
): Promise<Known | null> {
  const query = transaction
    .createQueryBuilder(Ticket, "ticket")
    .where({ districtCode, matterCode: `${districtCode}-${matter}` })
    .andWhere("ticket.divisionCode LIKE :within AND ticket.matchedAt IS NOT NULL", { within: `${division}%` })
    .andWhere("ticket.classProblemNumber IS NULL AND ticket.state NOT IN (:...out)", {
      out: [TicketState.MERGED, TicketState.REJECTED],
    })
    .andWhere("ticket.receivedAt >= :since", { since: new Date(frame.now - withinDays * DAY) });
  if (outcome === "CLOSED") query.andWhere("ticket.state IN (:...settled)", { settled });
  const ticket = await query.orderBy("ticket.receivedAt").getOne();
  if (!ticket?.matchedAt || !judged) return null;
  const at = frame.clock.after(ticket.matchedAt.getTime() + HOUR, 60);
  if (at >= frame.now) return null;
  const actor = { principal: principalOf(leader), at: new Date(at) };
  const opened = openClassProblem(ticket, { ...judged, division }, actor);
  const number = await nextNumber(transaction, districtCode, "CLASS_PROBLEM", actor.at);
  const problem = Object.assign(new ClassProblem(), opened, { number });
  await transaction.insert(ClassProblem, problem);
  await transaction.update(Ticket, { districtCode, number: ticket.number }, { classProblemNumber: number });
  const payload = { matter: problem.matterCode, estate: null, grid: null, tickets: [ticket.number] };
  return { problem, log: [logRow(number, { kind: "CLASS_PROBLEM_OPENED", payload }, actor)] };
}

interface Circumstances {
  readonly officers: Officers;
  readonly frame: Frame;
  readonly tickets: readonly Ticket[];
}

/** Step by step, as far as time has come. */
function tell(
  telling: ProblemTelling,
  { plan, cause, progress, task, outcome, division }: Practice,
  { officers: { leader, onSite, inGrid }, frame, tickets }: Circumstances,
): void {
  const { problem } = telling;
  const by = (official: Official, decide: (actor: Actor) => Move<ClassProblem>) =>
    telling.move(decide(telling.actor(official)), official);

  if (!telling.after(A_DAY / 2)) return;
  by(onSite, (actor) => recordCause(problem, { cause }, actor));
  if (outcome === "DISMISSED") {
    if (telling.after(60)) by(leader, (actor) => dismissClassProblem(problem, actor));
    return;
  }
  if (!plan || !telling.after(2 * A_DAY)) return;
  by(onSite, (actor) => setPlan(problem, plan, actor));
  if (!telling.after(A_DAY)) return;
  by(leader, (actor) => approvePlan(problem, actor));
  if (task && telling.after(A_DAY)) {
    const grids = frame.grids.filter(({ code }) => code.startsWith(division));
    const dice = frame.random.split(`grid-tasks/${problem.number}`);
    const targets = grids.map(({ code, kind }) => ({
      grid: code,
      targets: kind === "BASIC" ? dice.between(2, 7) : 0,
    }));
    const codes = grids.map(({ code }) => code);
    const given = assignGridTasks(problem, [], { task, targets, grids: codes }, telling.actor(leader));
    telling.tasks = given.tasks;
    telling.move(given.move, leader);
    for (const [index, each] of given.tasks.entries()) {
      // Some are done, some are half-way, of some nothing is heard yet.
      if (index % 4 === 3 || !telling.after(50)) continue;
      const reached = index % 4 === 2 ? Math.floor(each.targets / 2) : each.targets;
      const member = inGrid(each.gridCode);
      const report = { grid: each.gridCode, reached };
      const reported = reportGridTask(problem, each, report, telling.actor(member));
      telling.tasks = telling.tasks.map((known) => (known === each ? (reported.tasks[0] ?? known) : known));
      telling.move(reported.move, member);
    }
  }
  for (const quantityDone of progress) {
    if (!telling.after(3 * A_DAY)) return;
    by(onSite, (actor) => recordProgress(problem, { quantityDone }, actor));
  }
  if (outcome !== "CLOSED" || !telling.after(2 * A_DAY)) return;
  const unanswered = tickets.filter(({ state }) => !settled.includes(state)).map(({ number }) => number);
  if (unanswered.length > 0) return;
  by(leader, (actor) => closeClassProblem(problem, { unanswered: [], openTasks: [] }, actor));
}
