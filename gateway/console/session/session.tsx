import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import type { SessionConfig } from "../../session/session-door.ts";
import type { Holder } from "./holder.ts";
import type { Session } from "./session-state.ts";

interface SessionAround {
  readonly session: Session;
  readonly config: SessionConfig | undefined;
}

const SessionContext = createContext<SessionAround | undefined>(undefined);

/** How often it is looked whether the token is about to end, in milliseconds. */
const WATCH = 10_000;

export function SessionProvider({ session, config, children }: SessionAround & { children: ReactNode }) {
  const around = useMemo(() => ({ session, config }), [session, config]);
  useEffect(() => {
    const renewing = setInterval(() => void (session.endsSoon() && session.renew()), WATCH);
    return () => clearInterval(renewing);
  }, [session]);
  return <SessionContext.Provider value={around}>{children}</SessionContext.Provider>;
}

export function useSession(): SessionAround {
  const around = useContext(SessionContext);
  if (!around) throw new Error("no session around");
  return around;
}

export const useHolder = (): Holder | undefined => {
  const { session } = useSession();
  return useSyncExternalStore(session.subscribe, session.holder);
};

export const useLapsed = (): boolean => {
  const { session } = useSession();
  return useSyncExternalStore(session.subscribe, session.lapsed);
};

/** Who signed in again, where that is not whose page this is. */
export const useOther = (): Holder | undefined => {
  const { session } = useSession();
  return useSyncExternalStore(session.subscribe, session.other);
};
