import { useCallback, useState } from "react";

/** After a change a list is asked for anew, as another `key`, and what was done is told. */
export function useTurn(): { turn: number; told: string | undefined; done: (what: string) => void } {
  const [state, setState] = useState<{ turn: number; told: string | undefined }>({
    turn: 0,
    told: undefined,
  });
  const done = useCallback((what: string) => setState(({ turn }) => ({ turn: turn + 1, told: what })), []);
  return { ...state, done };
}
