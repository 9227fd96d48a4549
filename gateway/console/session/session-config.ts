import type { SessionConfig } from "../../session/session-door.ts";

/** How long the gateway is waited for, in milliseconds: until it has said how one signs in there is nothing to be seen. */
const PATIENCE = 10_000;

/** How people sign in here; undefined where the gateway cannot be asked. */
export async function readSessionConfig(): Promise<SessionConfig | undefined> {
  const asking = new AbortController();
  const patience = setTimeout(() => asking.abort(), PATIENCE);
  try {
    const response = await fetch("/session/config.json", { signal: asking.signal });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(patience);
  }
}
