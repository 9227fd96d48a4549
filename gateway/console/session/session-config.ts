import type { SessionConfig } from "../../session/session-door.ts";
import { fetchFirst } from "./fetch-first.ts";

/** How people sign in here; undefined where the gateway cannot be asked. */
export async function readSessionConfig(): Promise<SessionConfig | undefined> {
  try {
    const { ok, answer } = await fetchFirst<SessionConfig>("/session/config.json");
    return ok ? answer : undefined;
  } catch {
    return undefined;
  }
}
