import { SignInProblem } from "./sign-in-problem.ts";

const channelName = "whistlegraph:signed-in";

/** What the window says on coming back from the provider, and what the page says that waited for it. */
type Said = { readonly cameBack: string } | { readonly taken: string };

/** How long a page may take to say that it waited for this window, in milliseconds. */
const patience = 2_000;

/** Sends the window to the provider; resolves with the address it came back to. */
export type Send = (url: URL, state: string) => Promise<URL>;

let waiting: BroadcastChannel | undefined;

/**
 * Has the person sign in in a window of its own, beside the page and all that was typed there. The window must be opened
 * within their click, so before anything is waited for.
 */
export async function askInWindow<Tokens>(sign: (send: Send) => Promise<Tokens>): Promise<Tokens> {
  const opened = window.open("about:blank", "whistlegraph-sign-in", "popup,width=560,height=720");
  if (!opened) throw new SignInProblem("WINDOW_BLOCKED");
  try {
    return await sign((url, state) => {
      const answer = answerFor(state);
      opened.location.replace(url);
      return answer;
    });
  } catch (error) {
    opened.close();
    throw error;
  }
}

/** The window may have lost its opener on the way, by a rule of the provider's pages: a channel reaches it all the same. */
function answerFor(state: string): Promise<URL> {
  waiting?.close();
  const channel = new BroadcastChannel(channelName);
  waiting = channel;
  return new Promise((resolve) => {
    channel.addEventListener("message", ({ data }: MessageEvent<Said>) => {
      if (!("cameBack" in data)) return;
      const url = new URL(data.cameBack);
      if (url.searchParams.get("state") !== state) return;
      channel.postMessage({ taken: state } satisfies Said);
      channel.close();
      resolve(url);
    });
  });
}

/** In the window: hands the answer over to the page that waits for it. Says whether there was one. */
export function handOver(answer: URL): Promise<boolean> {
  const channel = new BroadcastChannel(channelName);
  return new Promise((resolve) => {
    const end = (isTaken: boolean): void => {
      clearTimeout(alone);
      channel.close();
      resolve(isTaken);
    };
    const alone = setTimeout(end, patience, false);
    channel.addEventListener("message", ({ data }: MessageEvent<Said>) => {
      if ("taken" in data && data.taken === answer.searchParams.get("state")) end(true);
    });
    channel.postMessage({ cameBack: answer.href } satisfies Said);
  });
}
