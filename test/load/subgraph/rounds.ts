/** One way of doing the work that is measured. */
export interface Candidate {
  readonly name: string;
  /** Answers one request: its text. */
  readonly answer: () => string | Promise<string>;
}

export interface Figure {
  readonly name: string;
  /** Median of the rounds: CPU of the whole process a request, in milliseconds, garbage collection included. */
  readonly milliseconds: number;
  /** Median of each round's ratio to the first candidate. */
  readonly ratio: number;
}

/** Rounds alternate in direction, so that no candidate always comes after the same other. */
export async function measure(
  candidates: readonly Candidate[],
  { rounds = 9, requests = 40 }: { rounds?: number; requests?: number } = {},
): Promise<Figure[]> {
  const spent = new Map<Candidate, number[]>(candidates.map((each) => [each, []]));
  for (const candidate of candidates) await cpuOf(candidate, requests * 2);
  for (let round = 0; round < rounds; round++) {
    for (const candidate of round % 2 === 0 ? candidates : candidates.toReversed()) {
      spent.get(candidate)?.push(await cpuOf(candidate, requests));
    }
  }
  const base = spent.get(candidates[0] as Candidate) ?? [];
  return [...spent].map(([{ name }, each]) => ({
    name,
    milliseconds: median(each),
    ratio: median(each.map((milliseconds, round) => milliseconds / (base[round] ?? Number.NaN))),
  }));
}

async function cpuOf({ answer }: Candidate, requests: number): Promise<number> {
  const before = process.cpuUsage();
  for (let request = 0; request < requests; request++) await answer();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / requests;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Figures as they are read in a terminal. */
export function table(title: string, figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ name, milliseconds, ratio }) =>
      `  ${name.padEnd(44)}${milliseconds.toFixed(2).padStart(9)}${ratio.toFixed(2).padStart(9)}`,
  );
  const heading = `  ${"".padEnd(44)}${"ms CPU".padStart(9)}${"ratio".padStart(9)}`;
  return `${title}\n${heading}\n${rows.join("\n")}\n`;
}

/** Nothing is timed that answers otherwise than the first candidate. */
export async function refuseDifferentAnswers(candidates: readonly Candidate[]): Promise<void> {
  const [first, ...others] = candidates;
  const expected = await first?.answer();
  for (const { name, answer } of others) {
    if ((await answer()) !== expected) throw new Error(`${name} answers otherwise than ${first?.name}`);
  }
}
