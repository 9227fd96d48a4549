import { seatOf } from "./holder.ts";
import { isPostChoice } from "./post-tokens.ts";
import type { Session } from "./session-state.ts";

/** Drafts and the explorer's variables are kept in the tab, and are whoever's they are: they go when that one does. */
export function forgetWithWhomItWas(session: Session): void {
  let before: string | undefined;
  session.subscribe(() => {
    const holder = session.holder();
    const now = holder && seatOf(holder);
    if (before !== undefined && now !== before) {
      for (const key of Object.keys(sessionStorage)) {
        if (!isPostChoice(key)) sessionStorage.removeItem(key);
      }
    }
    before = now;
  });
}
