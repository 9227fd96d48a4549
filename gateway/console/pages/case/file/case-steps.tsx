import { texts, useText } from "../../../language/language.tsx";
import { useTerm } from "../../../language/term.ts";
import { TicketStepName } from "../../../language/terms.ts";
import { Moment } from "../../../parts/moment.tsx";
import classes from "./case-steps.module.css";
import { type Progress, progressOf } from "./step-progress.ts";

const said = texts<Readonly<Record<Progress | "label", string>>>(
  { label: "The eight steps", DONE: "done", NOW: "now", SKIPPED: "skipped", TO_COME: "to come" },
  { label: "八步闭环", DONE: "已过", NOW: "当前", SKIPPED: "跳过", TO_COME: "未到" },
);

const marks: Readonly<Record<Progress, string>> = { DONE: "✓", NOW: "▶", SKIPPED: "–", TO_COME: "○" };

/** The eight steps in a row, or on a phone one below the other. */
export function CaseSteps({ ticket }: { ticket: Parameters<typeof progressOf>[0] }) {
  const text = useText(said);
  const term = useTerm();
  return (
    <ol className={classes.steps} aria-label={text.label}>
      {progressOf(ticket).map(({ name, enteredAt, progress }) => (
        <li
          key={name}
          className={classes.step}
          data-progress={progress}
          aria-current={progress === "NOW" ? "step" : undefined}
        >
          <span className={classes.name}>
            <span aria-hidden="true">{marks[progress]}</span> {term(TicketStepName, name)}
          </span>
          <span className={classes.when}>
            {text[progress]}
            {enteredAt ? (
              <>
                {" "}
                <Moment at={enteredAt} />
              </>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
