import { connectionOf } from "../shared/connection.ts";
import { LogEntry } from "../shared/log-entry.ts";

/** A page of the trace of a ticket or a whistle (留痕, ZY-17). */
export const LogConnection = connectionOf(LogEntry);
