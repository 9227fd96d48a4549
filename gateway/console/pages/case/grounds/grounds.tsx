import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { stating } from "../../../graph/client.ts";
import { useHolder } from "../../../session/session.tsx";
import { keepBasis, statedBasis } from "./stated-basis.ts";

interface GroundsAround {
  readonly basis: string | undefined;
  readonly state: (basis: string | undefined) => void;
  /** With which owners' data of this case is asked for. */
  readonly context: ReturnType<typeof stating>;
}

const GroundsContext = createContext<GroundsAround>({
  basis: undefined,
  state: () => undefined,
  context: stating({}),
});

/** What the case's departments are asked by: the basis of this tab, and the case. */
export function GroundsProvider({ number, children }: { number: string; children: ReactNode }) {
  const holder = useHolder()?.id ?? "";
  const [basis, setBasis] = useState(() => statedBasis(holder));
  const around = useMemo(
    () => ({
      basis,
      state: (stated: string | undefined) => {
        keepBasis(holder, stated);
        setBasis(stated);
      },
      context: stating({ basis, case: number }),
    }),
    [basis, holder, number],
  );
  return <GroundsContext.Provider value={around}>{children}</GroundsContext.Provider>;
}

export const useGrounds = (): GroundsAround => useContext(GroundsContext);
