import { useState } from "react";
import { type Said, useLanguage } from "../../../language/language.tsx";
import { dayOf } from "../../../language/time.ts";
import { useOffice } from "../../../language/work-calendar.tsx";
import type { BlowValues, Verdict } from "./blow-values.ts";
import type { TicketBehind } from "./ticket-behind.tsx";
import { useCompetent } from "./use-call-choices.ts";
import { useVerdicts } from "./use-verdicts.ts";

/** What a whistle being filled in is judged by: who is competent, what the lists say of those called, and what is missing. */
export function useFilling<Values extends BlowValues>(
  values: Values,
  {
    ticket,
    onChange,
    problemsOf,
  }: {
    ticket: TicketBehind;
    onChange: (values: Values) => void;
    problemsOf: (verdicts: ReadonlyMap<string, Verdict>) => Readonly<Partial<Record<string, Said<string>>>>;
  },
) {
  const { language } = useLanguage();
  const { now } = useOffice();
  const about = { matter: ticket.matter?.code, on: dayOf(now) };
  const competent = useCompetent({ division: ticket.division?.code, ...about });
  const calls = [values.lead, ...values.assisting].filter((call) => call !== null);
  const verdicts = useVerdicts(calls, about);
  const [tried, setTried] = useState(false);
  const problems = problemsOf(verdicts);
  return {
    competent,
    verdicts,
    say: (said: Partial<Values>) => onChange({ ...values, ...said }),
    /** Shown from the first try to send on. */
    problems: tried ? problems : undefined,
    wrong: (field: string) => (tried ? problems[field]?.[language] : undefined),
    /** A try to send: whether nothing is missing. */
    isComplete() {
      setTried(true);
      return Object.keys(problems).length === 0;
    },
  };
}
