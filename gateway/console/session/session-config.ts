import type { SessionConfig } from "../../session/session-door.ts";

/** How people sign in here; undefined where the gateway cannot be asked. */
export async function readSessionConfig(): Promise<SessionConfig | undefined> {
  try {
    const response = await fetch("/session/config.json");
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}
