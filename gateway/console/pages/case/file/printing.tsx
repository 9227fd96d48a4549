import { createContext, useCallback, useContext, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Whether the case is being made ready for paper: what waits until it is looked at is fetched for it. */
export const PreparingContext = createContext(false);

export const usePreparing = (): boolean => useContext(PreparingContext);

/** No part is asked for longer than a subgraph may take; whoever is later stands on paper as still asked. */
const PATIENCE = 10_000;
const LOOK = 100;

/** Prints once every part of the page has come; so does the key that prints, which else would not wait. */
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
  const print = useCallback(() => setPreparing(true), []);
  useEffect(() => {
    const byKey = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
      if (key.toLowerCase() !== "p" || !(ctrlKey || metaKey) || shiftKey || altKey) return;
      event.preventDefault();
      print();
    };
    addEventListener("keydown", byKey);
    return () => removeEventListener("keydown", byKey);
  }, [print]);
  return { preparing, print };
}

/** Which chapters of the page, or photos in them, had not come when it went to paper all the same: by the browser's own menu, or too late. */
export function useNotCome(): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    // The page is drawn for paper as soon as this returns.
    const before = () => flushSync(() => setNames(lackingChapters()));
    const after = () => setNames([]);
    addEventListener("beforeprint", before);
    addEventListener("afterprint", after);
    return () => {
      removeEventListener("beforeprint", before);
      removeEventListener("afterprint", after);
    };
  }, []);
  return names;
}

/** The page says itself, as it says to screen readers, what it still waits for. */
const WAITING = "[aria-busy=true], [data-waiting]";

/** With it the single things, by name, that are fetched when somebody looks at them: nothing waits for one nobody has seen, and yet paper lacks it. */
const LACKING = `${WAITING}, [data-lacks]`;

const isWaiting = (): boolean =>
  document.querySelector(`main :is(${WAITING})`) !== null ||
  [...document.querySelectorAll<HTMLImageElement>("main img")].some(({ complete }) => !complete);

const lackingChapters = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>("main section[aria-labelledby]")]
    // A chapter that others stand in is told by those.
    .filter((section) => !section.querySelector("section[aria-labelledby]"))
    .filter((section) => section.matches(LACKING) || section.querySelector(LACKING))
    .map(lackingOf);

/** A chapter's name; where it lacks single things only, theirs after it. */
function lackingOf(chapter: HTMLElement): string {
  const name = document.getElementById(chapter.getAttribute("aria-labelledby") ?? "")?.textContent ?? "";
  const lacking = [...chapter.querySelectorAll<HTMLElement>(LACKING)];
  const things = lacking.map(({ dataset }) => dataset.lacks);
  return chapter.matches(LACKING) || things.some((thing) => !thing) ? name : `${name} · ${things.join(", ")}`;
}
