import { useCallback, useEffect, useRef } from "react";

/**
 * Asks a question anew. While it is under way the client does not ask it once more, and the answer may be older than the
 * reason to ask: then it is asked when that has come.
 */
export function useAgain(ask: () => void, isUnderWay: boolean): () => void {
  const now = useRef({ ask, isUnderWay });
  now.current = { ask, isUnderWay };
  const isDue = useRef(false);
  useEffect(() => {
    if (isUnderWay || !isDue.current) return;
    isDue.current = false;
    now.current.ask();
  }, [isUnderWay]);
  return useCallback(() => {
    if (now.current.isUnderWay) isDue.current = true;
    else now.current.ask();
  }, []);
}
