import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useQuery } from "urql";
import { mayComeBack, useComingBack } from "../graph/coming-back.ts";
import type { WorkCalendar } from "./due.ts";
import { dayAfter, dayOf } from "./time.ts";
import { WorkingDaysDocument } from "./work-calendar.graphql.ts";

interface Office {
  /** The present, anew each half minute: what is due and what is late is told by it. */
  readonly now: Date;
  /** Absent until it is there, and where the graph does not know the days: then dates are said as dates. */
  readonly calendar: WorkCalendar | undefined;
}

const OfficeContext = createContext<Office>({ now: new Date(), calendar: undefined });

/** How far back and ahead a limit is told in working days. */
const REACH = { back: 180, ahead: 120 } as const;

/** The office's clock and calendar, for everything below that says when something is due. */
export function WorkCalendarProvider({ children }: { children: ReactNode }) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(ticking);
  }, []);
  const today = dayOf(now);
  const [span, narrow] = useNarrowed(today);
  const [{ data, error }, ask] = useQuery({
    query: WorkingDaysDocument,
    variables: span,
    requestPolicy: "cache-first",
  });
  // A page is open for hours: the days it could not have at first it has later.
  useComingBack(error, () => ask({ requestPolicy: "network-only" }));
  const refused = error !== undefined && !mayComeBack(error);
  useEffect(() => {
    if (refused) narrow();
  }, [refused, narrow]);
  const calendar = useMemo(
    () => (data?.workingDays ? { ...span, days: data.workingDays.toSorted() } : undefined),
    [data, span],
  );
  const office = useMemo(() => ({ now, calendar }), [now, calendar]);
  return <OfficeContext.Provider value={office}>{children}</OfficeContext.Provider>;
}

/** Towards the end of a year the next one's days off may not be known yet: then what is known of this one must do. */
function useNarrowed(today: string): [span: { from: string; until: string }, narrow: () => void] {
  const [narrowed, setNarrowed] = useState(false);
  const span = useMemo(() => {
    const [from, until] = [dayAfter(today, -REACH.back), dayAfter(today, REACH.ahead)];
    const endOfYear = `${today.slice(0, 4)}-12-31`;
    return { from, until: narrowed && until > endOfYear ? endOfYear : until };
  }, [today, narrowed]);
  return [span, useMemo(() => () => setNarrowed(true), [])];
}

export const useOffice = (): Office => useContext(OfficeContext);
