import type { WayIn } from "./session-state.ts";
import { SignInProblem } from "./sign-in-problem.ts";

const chosen = "whistlegraph:post";
const last = "whistlegraph:last-post";

/** The post chosen before in this browser tab; the explorer shares it. */
export const chosenPost = (): string | null => sessionStorage.getItem(chosen);

/** Whether that is what a key of the tab's storage holds. */
export const isPostChoice = (key: string): boolean => key === chosen;

/** The post chosen last on this machine, in whatever tab. */
export const lastPost = (): string | null => localStorage.getItem(last);

export function rememberPost(id: string): void {
  sessionStorage.setItem(chosen, id);
  localStorage.setItem(last, id);
}

/** As a post of the local stack, whose tokens are had for the asking. */
export const asPost = (id: string): WayIn => ({
  async token() {
    const response = await fetch(`/session/token?post=${encodeURIComponent(id)}`);
    const answer = await response.json();
    if (typeof answer.token === "string") return answer.token;
    throw new SignInProblem("REFUSED", { said: answer.errors?.[0]?.message ?? response.statusText });
  },
  leave: () => sessionStorage.removeItem(chosen),
});
