/** One demand heard about a matter in a place. */
export interface Voice {
  readonly ticket: string;
  readonly at: Date;
  /** By whom; null: somebody who did not want to be named. */
  readonly identity: string | null;
  readonly phone: string | null;
}

export interface TrendThreshold {
  readonly distinctDemanders: number;
  readonly withinHours: number;
}

/**
 * 动态研判: the tickets of every span of hours in which enough different demanders asked for the same (ZY-21), in the
 * order of their demands; empty when there is no such span. `voices` are of one matter in one place.
 */
export function concentration(
  voices: readonly Voice[],
  { distinctDemanders, withinHours }: TrendThreshold,
): readonly string[] {
  const ordered = [...voices].sort((one, other) => one.at.getTime() - other.at.getTime());
  const spans = ordered.map(({ at }, from) => {
    const end = at.getTime() + withinHours * 3_600_000;
    return ordered.slice(from).filter((voice) => voice.at.getTime() <= end);
  });
  const dense = spans.filter((span) => countDemanders(span) >= distinctDemanders);
  return [...new Set(dense.flat().map(({ ticket }) => ticket))];
}

/**
 * How many different demanders at least. One person may call by phone and report by app under one number, or report by
 * app under many: the smaller count of the two is certain. Unnamed voices cannot be told apart and count once.
 */
export function countDemanders(voices: readonly Voice[]): number {
  const byIdentity = new Set(voices.map(({ identity }) => identity));
  const byPhone = new Set(voices.map(({ identity, phone }) => phone ?? identity));
  return Math.min(byIdentity.size, byPhone.size);
}
