import { StartupError } from "../startup-error.ts";

/** A failure to connect as the operator should read it: which server, which user and why, without the password. */
export function notLetIn(url: string, cause: unknown): StartupError {
  const { host, username } = new URL(url);
  // A host name with several addresses fails with an AggregateError, whose message is empty.
  const { message, code } = cause as Error & { code?: string };
  return new StartupError(`PostgreSQL at ${host} does not let ${username} in: ${message || code}`, { cause });
}
