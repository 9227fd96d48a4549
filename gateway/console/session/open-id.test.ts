import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openTestProvider, type TestProvider } from "../../../test/console/open-id-provider.fixtures.ts";
import { holderOf } from "./holder.ts";
import { authorizationUrl, newAttempt, wayInBy } from "./open-id.ts";
import type { WayIn } from "./session-state.ts";
import { handOver } from "./sign-in-window.ts";

let provider: TestProvider;
beforeAll(async () => {
  provider = await openTestProvider();
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("location", new URL("http://127.0.0.1:17400/work"));
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await provider.close();
});

/** What somebody brings back who signs in there. */
async function broughtBack(url: URL, as: string): Promise<URL> {
  url.searchParams.set("as", as);
  const { headers } = await fetch(url, { redirect: "manual" });
  return new URL(headers.get("location") ?? "");
}

let way: WayIn;
let passed: () => void;
beforeEach(async () => {
  provider.gives({ lifetime: 300, refresh: true });
  const attempt = newAttempt();
  const url = await authorizationUrl(provider.openId, attempt);
  way = await wayInBy(provider.openId, attempt, await broughtBack(url, "kaifu-dispatcher"));
  await way.token();
  // In the window that is opened next the chief of market supervision signs in.
  vi.stubGlobal("window", {
    open: () => ({
      location: {
        replace: async (to: URL) => void handOver(await broughtBack(new URL(to), "kaifu-market-chief")),
      },
      close: () => undefined,
    }),
  });
  // Requests for a new token wait until they are let pass.
  const until = new Promise<void>((resolve) => {
    passed = resolve;
  });
  const fetchAsIs = globalThis.fetch;
  vi.stubGlobal("fetch", async (to: string | URL, init?: RequestInit) => {
    if (String(init?.body).includes("grant_type=refresh_token")) await until;
    return fetchAsIs(to, init);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.stubGlobal("isSecureContext", true);
  vi.stubGlobal("location", new URL("http://127.0.0.1:17400/work"));
});

const postOf = (token: string): string | undefined => holderOf(token)?.unit;

describe("somebody who signs in again while a new token is being asked for", () => {
  it("goes on under what they signed in with, whatever comes late", async () => {
    const late = way.token();
    const asked = await way.ask?.(true);
    passed();
    await late;
    expect([postOf(asked ?? ""), postOf(await way.token())]).toEqual([
      "430105-MARKET-SUPERVISION",
      "430105-MARKET-SUPERVISION",
    ]);
  });

  it("does not lose the way to a new token because the old one was refused", async () => {
    const late = [way.token(), way.token()];
    const refused = Promise.all(late.map((each) => each.catch(() => undefined)));
    await way.ask?.(true);
    passed();
    await refused;
    expect(postOf(await way.token())).toBe("430105-MARKET-SUPERVISION");
  });
});
