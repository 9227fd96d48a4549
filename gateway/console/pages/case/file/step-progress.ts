import type { CaseFileQuery } from "./case-file.graphql.ts";

type Ticket = NonNullable<CaseFileQuery["ticket"]>;
export type Step = Ticket["steps"][number];

/** How it stands with one of the eight steps. */
export type Progress = "DONE" | "NOW" | "SKIPPED" | "TO_COME";

/** In which step a ticket stands by its state, as the contract's filter `step` takes it; rejected and merged in none. */
const standsIn: Readonly<Record<Ticket["state"], Step["name"] | undefined>> = {
  RECEIVED: "COLLECTION",
  VERIFIED: "COLLECTION",
  MATCHED: "MATCHING",
  RETURNED: "MATCHING",
  REOPENED: "MATCHING",
  DISPATCHED: "DISPATCH",
  SIGNED: "DISPATCH",
  IN_PROGRESS: "DISPATCH",
  EXTENDED: "DISPATCH",
  SUPERVISED: "DISPATCH",
  HANDLED: "DISPATCH",
  LEDGERED: "DISPATCH",
  WHISTLED: "WHISTLE",
  FEEDBACK_GIVEN: "FEEDBACK",
  CALLED_BACK: "EVALUATION",
  STRUCK_OFF: undefined,
  ARCHIVED: undefined,
  REJECTED: undefined,
  MERGED: undefined,
};

/** The eight steps, each with how it stands; a step once entered may be the one under way again. */
export function progressOf({
  state,
  steps,
}: Pick<Ticket, "state" | "steps">): readonly (Step & { readonly progress: Progress })[] {
  const arrived = steps.some(({ name, enteredAt }) => name === "REPORT_FOR_DUTY" && enteredAt !== null);
  const now = state === "WHISTLED" && arrived ? "REPORT_FOR_DUTY" : standsIn[state];
  return steps.map((step) => ({
    ...step,
    progress:
      step.name === now ? "NOW" : step.skipped ? "SKIPPED" : step.enteredAt === null ? "TO_COME" : "DONE",
  }));
}
