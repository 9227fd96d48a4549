import { useEffect, useRef } from "react";
import type { CombinedError } from "urql";
import { refusalsOf } from "./refusal.ts";

/** How long what a system failed to answer is left, in milliseconds. */
export const LEFT = 15_000;

/** Whether something is missing for no fault of the reader's: the same question may be answered later. */
export const mayComeBack = (error: CombinedError | undefined): boolean =>
  refusalsOf(error).some(({ fault }) => fault === "SYSTEM");

/** Asks again, and again, while a system fails: a screen on the wall comes back by itself. */
export function useComingBack(error: CombinedError | undefined, again: () => void): void {
  const ask = useRef(again);
  ask.current = again;
  useEffect(() => {
    if (!mayComeBack(error)) return;
    const timer = setTimeout(() => ask.current(), LEFT);
    return () => clearTimeout(timer);
  }, [error]);
}
