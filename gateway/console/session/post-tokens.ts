import type { TokenSource } from "./session.tsx";

const chosen = "whistlegraph:post";

/** The post chosen before in this browser tab; the explorer shares it. */
export const chosenPost = (): string | null => sessionStorage.getItem(chosen);

export function rememberPost(id: string | undefined): void {
  if (id === undefined) sessionStorage.removeItem(chosen);
  else sessionStorage.setItem(chosen, id);
}

/** Tokens of a post of the local stack. */
export const tokensOfPost =
  (id: string): TokenSource =>
  async () => {
    const response = await fetch(`/session/token?post=${encodeURIComponent(id)}`);
    const answer = await response.json();
    if (typeof answer.token !== "string") throw new Error(answer.errors?.[0]?.message ?? response.statusText);
    return answer.token;
  };
