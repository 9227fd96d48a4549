const levelLengths = [2, 4, 6, 9, 12];

/** Codes from the province's down to the division's own (GB/T 10114): each begins with that of what it lies in. */
export const divisionPath = (code: string): string[] =>
  levelLengths.filter((length) => length <= code.length).map((length) => code.slice(0, length));
