import { DatabaseError } from "pg";
import { type DestinationStream, type Logger, pino } from "pino";

/**
 * Structured log lines on standard error, one JSON object each. Nothing that identifies a resident is logged: of an
 * error only what `describe` lets through, of a request and a principal nothing but ids.
 */
export const openLog = (
  level: string,
  destination: DestinationStream = pino.destination({ fd: 2, sync: true }),
): Logger =>
  pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describe },
      redact: { paths: ["req", "principal.name"], remove: true },
    },
    destination,
  );

interface Described {
  readonly type: string;
  readonly message: string;
  readonly code?: unknown;
  readonly stack: string;
  readonly cause?: Described;
}

/** Named fields only: database errors carry the row they failed on in others (`detail`, `where`, `parameters`). */
function describe(error: unknown): Described | string {
  if (!(error instanceof Error)) return typeof error;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  const cause = error.cause ?? driverError;
  return {
    type: error.name,
    message: messageOf(error),
    ...(code === undefined ? {} : { code }),
    stack: (error.stack ?? "")
      .split("\n")
      .filter((line) => line.startsWith("    at "))
      .join("\n"),
    ...(cause instanceof Error ? { cause: describe(cause) as Described } : {}),
  };
}

/** Data exceptions (class 22) quote the value that PostgreSQL could not read; the rest name tables and columns. */
function messageOf(error: Error): string {
  const { driverError } = error as { driverError?: unknown };
  const fault = driverError instanceof DatabaseError ? driverError : error;
  const quotesValue = fault instanceof DatabaseError && fault.code?.startsWith("22");
  return quotesValue ? error.message.replace(/".*"/s, '"…"') : error.message;
}
