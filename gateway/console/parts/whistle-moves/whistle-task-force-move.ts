import type { Option } from "../moves/field.ts";
import { atWork, isIn, isLead, lacksTaskForce, type Whistle, whistleMove } from "./whistle.ts";
import { FormTaskForceDocument } from "./whistle-moves.graphql.ts";

/** Whoever has a duty in the task force: the units called, and the one that called them where it wants one. */
const parties = ({ participants, blower, blowerNamed }: Whistle): readonly Option[] => {
  const called = participants.filter(({ releasedAt }) => !releasedAt);
  const others = called.some(({ unit }) => unit?.code === blower?.code)
    ? []
    : [{ unit: blower, unitNamed: blowerNamed }];
  return [...called, ...others].flatMap(({ unit, unitNamed }) =>
    unit ? { value: unit.code, label: unitNamed?.name ?? unit.code } : [],
  );
};

/** The six-character method (专快细深实真): who does what, why it came about, how it is solved, under whose eyes (PG-11). */
export const formingTaskForce = whistleMove({
  name: "formTaskForce",
  label: { en: "Form task force", zh: "成立专班" },
  about: {
    en: "This theme needs a task force before it can be reported resolved: each party's duty, cause and plan, and two supervisors (PG-11).",
    zh: "该主题须先成立专班方可办结：明确各方职责、成因与方案，党委、政府各一名督办人（PG-11）。",
  },
  fields: [
    {
      name: "duties",
      kind: "text-each",
      maximum: 4_000,
      of: parties,
      label: { en: "Each party's duty", zh: "职责分工" },
    },
    { name: "cause", kind: "text", maximum: 4_000, label: { en: "What causes it", zh: "成因" } },
    { name: "plan", kind: "text", maximum: 4_000, label: { en: "How it is to be solved", zh: "处置方案" } },
    {
      name: "partySupervisor",
      kind: "text",
      maximum: 100,
      lines: 1,
      label: { en: "Supervisor for the party committee, name and post", zh: "党委督办人（姓名、职务）" },
    },
    {
      name: "governmentSupervisor",
      kind: "text",
      maximum: 100,
      lines: 1,
      label: { en: "Supervisor for the government, name and post", zh: "政府督办人（姓名、职务）" },
      hint: { en: "Somebody else than the party's", zh: "不得与党委督办人为同一人" },
    },
  ],
  may: (whistle, holder) =>
    isIn(whistle, atWork) && lacksTaskForce(whistle) && (whistle.actsForBlower || isLead(whistle, holder)),
  document: FormTaskForceDocument,
  input: ({ number }, form) => ({
    input: {
      number,
      duties: form.textOfEach("duties").map(([unit, duty]) => ({ unit, duty })),
      cause: form.text("cause"),
      plan: form.text("plan"),
      partySupervisor: form.text("partySupervisor"),
      governmentSupervisor: form.text("governmentSupervisor"),
    },
  }),
});
