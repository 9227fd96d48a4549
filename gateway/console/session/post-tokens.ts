import { fetchFirst } from "./fetch-first.ts";
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

interface TokenAnswer {
  readonly token?: string;
  readonly errors?: readonly { readonly message: string }[];
}

/** As a post of the local stack, whose tokens are had for the asking. */
export const asPost = (id: string): WayIn => ({
  async token() {
    const { answer } = await fetchFirst<TokenAnswer>(`/session/token?post=${encodeURIComponent(id)}`);
    if (typeof answer.token === "string") return answer.token;
    throw new SignInProblem("REFUSED", { said: answer.errors?.[0]?.message });
  },
  leave: () => sessionStorage.removeItem(chosen),
});
