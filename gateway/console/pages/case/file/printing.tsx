import { createContext, useCallback, useContext, useEffect, useState } from "react";

/** Whether the case is being made ready for paper: what waits until it is looked at is fetched for it. */
export const PreparingContext = createContext(false);

export const usePreparing = (): boolean => useContext(PreparingContext);

/** No part is asked for longer than a subgraph may take; whoever is later stands on paper as still asked. */
const PATIENCE = 10_000;
const LOOK = 100;

/** Prints once every part of the page has come. */
export function usePrint(): { readonly preparing: boolean; readonly print: () => void } {
  const [preparing, setPreparing] = useState(false);
  useEffect(() => {
    if (!preparing) return;
    const begun = performance.now();
    const looking = setInterval(() => {
      if (isWaiting() && performance.now() - begun < PATIENCE) return;
      clearInterval(looking);
      window.print();
      setPreparing(false);
    }, LOOK);
    return () => clearInterval(looking);
  }, [preparing]);
  return { preparing, print: useCallback(() => setPreparing(true), []) };
}

/** The page says itself, as it says to screen readers, what it still waits for. */
const isWaiting = (): boolean =>
  document.querySelector("main [aria-busy=true], main [data-waiting]") !== null ||
  [...document.querySelectorAll("main img")].some((picture) => !(picture as HTMLImageElement).complete);
