import type { Actor } from "../../shared/move.ts";
import { coversDivision, Post } from "../../shared/principal.ts";
import type { Ticket } from "../ticket/ticket.ts";
import { written } from "../written.ts";
import { refuse } from "./class-problem.errors.ts";
import { type ClassProblem, ClassProblemState } from "./class-problem.ts";

const judging: readonly Post[] = [Post.SUBDISTRICT_LEADER, Post.CENTRE_DISPATCHER, Post.DISTRICT_LEADER];

export interface Opening {
  readonly title: string;
  readonly grounds: string;
  /** All around which it is to be solved: the ticket's division, or a wider one. */
  readonly division?: string | undefined;
}

/**
 * 研判: one demand tells somebody of a whole class of problem, before fifteen have asked (未诉先办, ZY-21). Who judges so
 * answers for the place, and says why.
 */
export function openClassProblem(
  ticket: Ticket,
  { title, grounds, division = ticket.divisionCode }: Opening,
  { principal, at }: Actor,
): Omit<ClassProblem, "number"> {
  const { number, districtCode, matterCode, state, classProblemNumber } = ticket;
  const { post, unit } = principal;
  const holds = ticket.divisionCode.startsWith(division) && division.length >= 6;
  if (!judging.includes(post) || !holds || !coversDivision(principal, division)) {
    throw refuse("CLASS_PROBLEM_ELSEWHERE", { post, unit, division, ticket: number, posts: judging });
  }
  if (classProblemNumber)
    throw refuse("CLASS_PROBLEM_OF_TICKET", { ticket: number, number: classProblemNumber });
  if (!matterCode) throw refuse("CLASS_PROBLEM_UNMATCHED", { ticket: number, state });
  return {
    districtCode,
    state: ClassProblemState.OPEN,
    matterCode,
    divisionCode: division,
    estateCode: null,
    gridCode: null,
    ruleVersion: null,
    title: written("title", title, 100),
    grounds: written("grounds", grounds, 2_000),
    cause: null,
    causeRecordedAt: null,
    planField: null,
    planText: null,
    quantityPlanned: null,
    quantityDone: null,
    quantityUnit: null,
    approvedByUnitCode: null,
    approvedAt: null,
    openedAt: at,
    closedAt: null,
    version: 1,
  };
}
