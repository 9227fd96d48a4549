import { createContext, type ReactNode, useContext, useMemo } from "react";
import { Router } from "wouter";
import { navigate, usePathname, useSearch } from "wouter/use-browser-location";

const AddressContext = createContext({ path: "/", search: "" });

const usePath = (): [path: string, go: typeof navigate] => [useContext(AddressContext).path, navigate];
const useSaid = (): string => useContext(AddressContext).search;

/**
 * The address bar, followed in this one place and told to every page by context. A component that follows it itself and
 * asks the graph for what it names does not come back with the browser's Back: React 18 forgets what it showed last where
 * a hook beside it sets state while rendering, as `useQuery` does.
 */
export function AddressProvider({ children }: { children: ReactNode }) {
  const [path, search] = [usePathname(), useSearch()];
  const address = useMemo(() => ({ path, search }), [path, search]);
  return (
    <AddressContext.Provider value={address}>
      <Router hook={usePath} searchHook={useSaid}>
        {children}
      </Router>
    </AddressContext.Provider>
  );
}
