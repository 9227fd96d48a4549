import type { TicketState } from "../language/terms.ts";

/** Nobody waits for an answer on these. */
const withoutAnswer: ReadonlySet<string> = new Set(["REJECTED", "MERGED"]);

/**
 * Whether a ticket's limit still counts, as the graph's `overdue` has it: until the demander is answered. After that when
 * it was due tells nobody anything.
 */
export const awaitsAnswer = ({
  state,
  feedbackAt,
}: {
  readonly state: keyof typeof TicketState;
  readonly feedbackAt: string | null;
}): boolean => feedbackAt === null && !withoutAnswer.has(state);
