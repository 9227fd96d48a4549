import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useQuery } from "urql";
import { useComingBack } from "../graph/coming-back.ts";
import { refusalsOf } from "../graph/refusal.ts";
import type { WorkCalendar } from "./due.ts";
import { daysToAsk, keepKnownDays, keptKnownDays, lastKnownDay } from "./known-days.ts";
import { dayOf } from "./time.ts";
import { WorkingDaysDocument } from "./work-calendar.graphql.ts";

interface Office {
  /** The present, anew each half minute: what is due and what is late is told by it. */
  readonly now: Date;
  /** Absent until it is there, and where the graph does not know the days: then dates are said as dates. */
  readonly calendar: WorkCalendar | undefined;
}

const OfficeContext = createContext<Office>({ now: new Date(), calendar: undefined });

/** The office's clock and calendar, for everything below that says when something is due. */
export function WorkCalendarProvider({ children }: { children: ReactNode }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(ticking);
  }, []);
  const today = dayOf(now);
  const [known, setKnown] = useState(keptKnownDays);
  const span = useMemo(() => daysToAsk(today, known), [today, known]);
  const [{ data, error, operation }, ask] = useQuery({
    query: WorkingDaysDocument,
    variables: span,
    requestPolicy: "cache-first",
    pause: span.until < span.from,
  });
  // A page is open for hours: the days it could not have at first it has later.
  useComingBack(error, () => ask({ requestPolicy: "network-only" }));
  const last = lastKnownDay(refusalsOf(error));
  useEffect(() => {
    if (last === undefined) return;
    keepKnownDays({ on: today, last });
    setKnown({ on: today, last });
  }, [last, today]);
  // While other days are asked for, those of the span asked for before are still there.
  const calendar = useMemo(
    () =>
      data?.workingDays && operation
        ? { ...operation.variables, days: data.workingDays.toSorted() }
        : undefined,
    [data, operation],
  );
  const office = useMemo(() => ({ now, calendar }), [now, calendar]);
  return <OfficeContext.Provider value={office}>{children}</OfficeContext.Provider>;
}

export const useOffice = (): Office => useContext(OfficeContext);
