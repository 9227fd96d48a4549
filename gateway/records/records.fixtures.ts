/** What the gateway reports to stewardship, as it is sent. */
export type Report = readonly Readonly<Record<"readers" | "readings", readonly Record<string, unknown>[]>>[];

/** The records that a report makes: every reading by every reader. */
export const recordsIn = (report: Report): Record<string, unknown>[] =>
  report.flatMap(({ readers, readings }) =>
    readers.flatMap((reader) => readings.map((reading) => ({ ...reader, ...reading }))),
  );
