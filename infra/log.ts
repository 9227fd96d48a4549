import { type Logger, pino } from "pino";

/**
 * Structured log lines on standard error, one JSON object each. Nothing that identifies a resident is logged: errors of
 * the database carry the row they failed on in `detail` and `parameters`, so those are cut.
 */
export const openLog = (level: string): Logger =>
  pino(
    {
      level,
      base: undefined,
      redact: {
        paths: [
          "err.detail",
          "err.parameters",
          "err.driverError.detail",
          "err.where",
          "req.headers",
          "principal.name",
        ],
        remove: true,
      },
    },
    pino.destination({ fd: 2, sync: true }),
  );
