/**
 * Why a subgraph gave no answer to speak of.
 * - `REFUSED`: no connection came about.
 * - `CUT_OFF`: the connection ended before any byte of the answer.
 * - `CUT_SHORT`: it ended in the middle of the answer.
 * - `TIMED_OUT`: the answer was not whole in time.
 * - `MALFORMED`: what came is no GraphQL answer.
 * - `STATUS`: an HTTP status other than 200; redirects are not followed.
 * - `TOO_LARGE`: the answer is larger than anything we would pass on.
 * - `ABANDONED`: nobody waits for the answer any more.
 */
export type Reason =
  | "REFUSED"
  | "CUT_OFF"
  | "CUT_SHORT"
  | "TIMED_OUT"
  | "MALFORMED"
  | "STATUS"
  | "TOO_LARGE"
  | "ABANDONED";

/** For the log alone: what is in it may be the subgraph's insides. */
export class NoAnswer extends Error {
  override name = "NoAnswer";
  readonly reason: Reason;

  constructor(reason: Reason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
