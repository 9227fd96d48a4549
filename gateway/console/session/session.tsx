import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import type { SessionConfig } from "../../session/session-door.ts";
import { type Holder, holderOf } from "./holder.ts";

export type { SessionConfig };

/** Where tokens come from for who has signed in: asked again whenever one is about to end. */
export type TokenSource = () => Promise<string>;

interface Signed {
  readonly token: string;
  readonly holder: Holder;
}

/** A token that ends within this is renewed before it is used, in milliseconds. */
const MARGIN = 30_000;

/**
 * Who has signed in at this page. The token is held in memory alone; what brings a new one is kept by the way people
 * sign in. A token that cannot be renewed does not end the session: `lapsed` asks the person to sign in again, in place.
 */
export class Session {
  #signed: Signed | undefined;
  #source: TokenSource | undefined;
  #lapsed = false;
  #renewal: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly holder = (): Holder | undefined => this.#signed?.holder;
  /** Whether the token ended and the person must sign in again before anything is sent. */
  readonly lapsed = (): boolean => this.#lapsed;

  /** Signs in with the tokens of a source; refused when its first token is none. */
  async begin(source: TokenSource): Promise<void> {
    const signed = await signedBy(source);
    this.#source = source;
    this.#signed = signed;
    this.#lapsed = false;
    this.#tell();
  }

  end(): void {
    this.#signed = undefined;
    this.#source = undefined;
    this.#lapsed = false;
    this.#tell();
  }

  /** The token to send now, or undefined for nobody. */
  readonly token = (): string | undefined => this.#signed?.token;

  endsSoon(): boolean {
    return this.#signed !== undefined && this.#signed.holder.endsAt - MARGIN < Date.now();
  }

  /** A new token; where there is none to be had, the session lapses. Those who ask at the same time wait together. */
  renew(): Promise<void> {
    this.#renewal ??= this.#renewOnce().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #renewOnce(): Promise<void> {
    if (!this.#source) return;
    try {
      this.#signed = await signedBy(this.#source);
      this.#lapsed = false;
    } catch {
      this.#lapsed = true;
    }
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

async function signedBy(source: TokenSource): Promise<Signed> {
  const token = await source();
  const holder = holderOf(token);
  if (!holder) throw new Error("not a JWT");
  return { token, holder };
}

interface SessionAround {
  readonly session: Session;
  readonly config: SessionConfig;
}

const SessionContext = createContext<SessionAround | undefined>(undefined);

export function SessionProvider({ session, config, children }: SessionAround & { children: ReactNode }) {
  const around = useMemo(() => ({ session, config }), [session, config]);
  useEffect(() => {
    const renewing = setInterval(() => void (session.endsSoon() && session.renew()), 15_000);
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
