import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { type AroundNavHandler, Router, useLocation, useSearch } from "wouter";
import { useHolder } from "../session/session.tsx";
import { holdsResidentNumber } from "./resident-number.ts";
import { behindSign, signFor } from "./unwritten.ts";

/** Which of the things an address says may name somebody, and so may not be written. */
export type MayName = (said: URLSearchParams) => readonly string[];

/** Stands in an address for everything that is not written there. */
const SIGN = "look";

interface Nameless {
  /** What the address says, with what is not written in it. */
  readonly search: string;
  /** Something was said here before the page was loaded anew. */
  readonly gone: boolean;
  /** A citizen's identity number was to be said, which is taken out and sent nowhere. */
  readonly identity: boolean;
}

const NamelessContext = createContext<Nameless>({ search: "", gone: false, identity: false });

const useMeant = (): string => useContext(NamelessContext).search;

export const useNameless = (): Omit<Nameless, "search"> => useContext(NamelessContext);

/**
 * Around pages that are asked for what may name somebody. They read and write their address as if all of it stood there;
 * for what may name somebody a sign does, which this page alone understands.
 */
export function NamelessAddress({ mayName, children }: { mayName: MayName; children: ReactNode }) {
  const holder = useHolder()?.id ?? "";
  const [path, goTo] = useLocation();
  const search = useSearch();
  const [takenOutAt, setTakenOutAt] = useState<string>();
  const { said, gone, stray } = useMemo(() => saidIn(search, holder, mayName), [search, holder, mayName]);
  const written = useCallback((address: string) => writtenAs(address, holder, mayName), [holder, mayName]);

  // What somebody wrote into the address goes from there before anything else is done about it.
  useEffect(() => {
    if (!stray) return;
    const { address, identity } = written(`${path}?${said}`);
    if (identity) setTakenOutAt(comparable(address));
    // The list that is shown keeps its place in this entry of the history.
    goTo(address, { replace: true, state: history.state });
  }, [stray, written, goTo, path, said]);
  const writing = useCallback<AroundNavHandler>(
    (navigate, to, how) => {
      const { address, identity } = written(to);
      setTakenOutAt(identity ? comparable(address) : undefined);
      navigate(address, how);
    },
    [written],
  );

  const identity = takenOutAt === comparable(`${path}?${search}`);
  const nameless = useMemo(
    () => ({ search: withoutIdentities(said).search, gone, identity }),
    [said, gone, identity],
  );
  const hrefs = useCallback((href: string) => written(href).address, [written]);
  return (
    <NamelessContext.Provider value={nameless}>
      <Router searchHook={useMeant} aroundNav={writing} hrefs={hrefs}>
        {children}
      </Router>
    </NamelessContext.Provider>
  );
}

/** What an address says, with what its sign stands for. It is stray where something is written that may not be. */
function saidIn(search: string, holder: string, mayName: MayName) {
  const said = new URLSearchParams(search);
  const sign = said.get(SIGN);
  said.delete(SIGN);
  const stray = mayName(said).length > 0 || withoutIdentities(said.toString()).identity;
  const behind = sign === null ? undefined : behindSign(holder, sign);
  for (const [name, value] of new URLSearchParams(behind)) said.set(name, value);
  return { said: said.toString(), gone: sign !== null && behind === undefined, stray };
}

/** An address as it is written. One that says nothing of anybody is left as it is. */
function writtenAs(to: string, holder: string, mayName: MayName) {
  const [path = "", search = ""] = to.split("?");
  const { search: rest, identity } = withoutIdentities(search);
  const said = new URLSearchParams(rest);
  const unwritten = new URLSearchParams();
  for (const name of mayName(said)) {
    unwritten.set(name, said.get(name) ?? "");
    said.delete(name);
  }
  const isWritten = unwritten.size === 0;
  if (isWritten && !identity) return { address: to, identity };
  if (!isWritten) said.set(SIGN, signFor(holder, unwritten.toString()));
  return { address: said.size > 0 ? `${path}?${said}` : path, identity };
}

function withoutIdentities(search: string): { search: string; identity: boolean } {
  const said = new URLSearchParams(search);
  const holding = [...said].filter(([, value]) => holdsResidentNumber(value));
  for (const [name] of holding) said.delete(name);
  return { search: said.toString(), identity: holding.length > 0 };
}

/** The same however it is escaped. */
function comparable(address: string): string {
  const [path = "", search = ""] = address.split("?");
  return `${path}?${new URLSearchParams(search)}`;
}
