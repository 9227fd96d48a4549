import { useCallback, useEffect, useState } from "react";

/** Counts so many seconds down to when something may be done again; 0 of 0 at once. `begin` counts them anew. */
export function useSecondsLeft(seconds: number): { readonly left: number; readonly begin: () => void } {
  const [end, setEnd] = useState(0);
  const [left, setLeft] = useState(seconds);
  const begin = useCallback(() => setEnd(Date.now() + seconds * 1_000), [seconds]);
  useEffect(begin, [begin]);
  useEffect(() => {
    const tell = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / 1_000)));
    tell();
    if (end <= Date.now()) return undefined;
    const timer = setInterval(tell, 1_000);
    return () => clearInterval(timer);
  }, [end]);
  return { left, begin };
}
