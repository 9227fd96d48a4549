import { type Spread, spreadOf } from "../figures.ts";

/** One way of doing the work that is measured. */
export interface Candidate {
  readonly name: string;
  readonly tone: "limit" | "ours" | "peer";
  /** Answers one request: its text, or no more than a part of the way there. */
  readonly answer: () => unknown;
  /** It goes a part of the way only: there is no answer to compare. */
  readonly partial?: true;
}

/** What the first candidate does is the measure of the others. */
export interface Work {
  readonly title: string;
  readonly candidates: readonly Candidate[];
}

export interface Figure extends Pick<Candidate, "name" | "tone"> {
  /** CPU of the process a request, garbage collection included. */
  readonly milliseconds: Spread;
  /** By how much more than the first candidate in the same round. */
  readonly ratio: Spread;
}

export interface Timing {
  readonly rounds: number;
  /** Requests a candidate answers in a round, one after the other. */
  readonly requests: number;
}

/** Rounds alternate in direction, so that no candidate always comes after the same other. */
export async function measure({ candidates }: Work, { rounds, requests }: Timing): Promise<Figure[]> {
  const spent = new Map<Candidate, number[]>(candidates.map((each) => [each, []]));
  for (const candidate of candidates) await cpuOf(candidate, 2 * requests);
  for (let round = 0; round < rounds; round++) {
    for (const candidate of round % 2 === 0 ? candidates : candidates.toReversed()) {
      spent.get(candidate)?.push(await cpuOf(candidate, requests));
    }
  }
  const [base = []] = spent.values();
  return [...spent].map(([{ name, tone }, each]) => ({
    name,
    tone,
    milliseconds: spreadOf(each),
    ratio: spreadOf(each.map((milliseconds, round) => milliseconds / (base[round] ?? Number.NaN))),
  }));
}

async function cpuOf({ answer }: Candidate, requests: number): Promise<number> {
  const before = process.cpuUsage();
  for (let request = 0; request < requests; request++) await answer();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / requests;
}

/** Nothing is timed that answers otherwise than the first candidate. */
export async function refuseDifferentAnswers({ title, candidates }: Work): Promise<void> {
  const [first, ...others] = candidates;
  const expected = await first?.answer();
  for (const { name, answer, partial } of others) {
    if (partial) continue;
    const given = await answer();
    if (given !== expected) {
      throw new Error(
        `${title}: ${name} answers ${String(given).slice(0, 400)}\ninstead of ${String(expected).slice(0, 400)}`,
      );
    }
  }
}
