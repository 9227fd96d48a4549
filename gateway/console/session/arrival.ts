import type { OpenIdProvider } from "../../session/session-door.ts";
import type { Attempt } from "./open-id.ts";
import type { Session } from "./session-state.ts";
import { problemOf, SignInProblem } from "./sign-in-problem.ts";
import { handOver } from "./sign-in-window.ts";

const underWay = "whistlegraph:signing-in";

/** What the person goes to the provider with, and where they were. For the round trip only: tokens are never stored. */
interface RoundTrip extends Attempt {
  readonly back: string;
}

/** What became of somebody who came back from the provider. */
export type Arrival = "SIGNED_IN" | "HANDED_OVER" | SignInProblem;

/** Sends the person to the provider; this page ends with it. */
export async function goToProvider(provider: OpenIdProvider): Promise<void> {
  const { newAttempt, authorizationUrl } = await import("./open-id.ts");
  const attempt = newAttempt();
  const url = await authorizationUrl(provider, attempt);
  const back = isEndOfSigningIn() ? "/" : location.pathname + location.search + location.hash;
  sessionStorage.setItem(underWay, JSON.stringify({ ...attempt, back } satisfies RoundTrip));
  location.assign(url);
}

/** Whether this page was opened by the provider sending somebody back. */
export const isEndOfSigningIn = (): boolean => location.pathname === "/signed-in";

/** Signs in who came back, where they were before; in the window of another page, hands them over to that. */
export async function arrive(provider: OpenIdProvider, session: Session): Promise<Arrival> {
  const answer = new URL(location.href);
  const trip = takeRoundTrip();
  if (!trip || trip.state !== answer.searchParams.get("state")) {
    if (answer.searchParams.has("state") && (await handOver(answer))) {
      window.close();
      return "HANDED_OVER";
    }
    history.replaceState(null, "", "/");
    return new SignInProblem("NOT_ASKED");
  }
  // The code is good once: whoever loads the page again is where they wanted to be, and begins anew.
  history.replaceState(null, "", trip.back);
  try {
    const { wayInBy } = await import("./open-id.ts");
    await session.begin(await wayInBy(provider, trip, answer));
    return "SIGNED_IN";
  } catch (error) {
    return problemOf(error);
  }
}

function takeRoundTrip(): RoundTrip | undefined {
  const kept = sessionStorage.getItem(underWay);
  sessionStorage.removeItem(underWay);
  return kept ? JSON.parse(kept) : undefined;
}
