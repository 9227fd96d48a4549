import { seatOf } from "./holder.ts";
import type { Session } from "./session-state.ts";

/** The explorer knows the name too: `gateway/explorer/borrowed-token.js`. */
const channelName = "whistlegraph:token";

/** What the explorer asks, of all or of who lent before; what is answered, without a token where it has ended. */
type Asked = { readonly asked: string; readonly of?: string };
type Lent = { readonly answered: string; readonly by: string; readonly token: string | undefined };
/** Told to all: whoever's token was lent is no longer signed in here. */
type Left = { readonly left: string };

/**
 * The explorer is a page of its own and asks in the name of whoever has signed in here, while this page is open. It gets
 * the token of the moment and never what brings a new one; nothing is written anywhere. Only pages of our origin hear it.
 */
export function lendToken(session: Session): void {
  // Where nobody can sign in at a provider there is nothing to lend, nor are there names for it.
  if (!globalThis.isSecureContext) return;
  const channel = new BroadcastChannel(channelName);
  const self = crypto.randomUUID();
  channel.addEventListener("message", async ({ data }: MessageEvent<Asked | Lent | Left>) => {
    if (!("asked" in data) || (data.of !== undefined && data.of !== self) || !session.holder()) return;
    if (session.endsSoon() && !session.lapsed()) await session.renew();
    const token = session.lapsed() ? undefined : session.token();
    channel.postMessage({ answered: data.asked, by: self, token } satisfies Lent);
  });
  let before: string | undefined;
  session.subscribe(() => {
    const holder = session.holder();
    const now = holder && seatOf(holder);
    if (before !== undefined && now !== before) channel.postMessage({ left: self } satisfies Left);
    before = now;
  });
}
