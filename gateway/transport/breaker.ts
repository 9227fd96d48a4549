/** Failures in a row after which a subgraph is left in peace. */
const patience = 10;
/** `CLOSED`: asked as usual. `OPEN`: not asked. `TRIED`: one question is finding out. */
export type BreakerState = "CLOSED" | "OPEN" | "TRIED";

/** What a question was let through as; none when it was not. */
export type Admission = "ORDINARY" | "TRIAL";

export interface BreakerSettings {
  readonly onChange: (state: BreakerState) => void;
  /** How long it is before one question finds out whether the subgraph has recovered. */
  readonly restMilliseconds?: number | undefined;
  /** Milliseconds of a clock that never jumps. */
  readonly now?: () => number;
}

/**
 * Spares callers the wait for a subgraph that fails again and again, and the subgraph the questions.
 *
 * Failures in a row, not a share of them: a department that answers half of what it is asked is worth asking.
 */
export class Breaker {
  readonly #onChange: (state: BreakerState) => void;
  readonly #rest: number;
  readonly #now: () => number;
  #state: BreakerState = "CLOSED";
  #failures = 0;
  /** When it opened, or the trial began. */
  #since = 0;

  constructor({ onChange, restMilliseconds = 5_000, now = () => performance.now() }: BreakerSettings) {
    this.#onChange = onChange;
    this.#rest = restMilliseconds;
    this.#now = now;
  }

  get state(): BreakerState {
    return this.#state;
  }

  /** Whether a question may be put; a trial that never ends makes way for another. */
  admit(): Admission | undefined {
    if (this.#state === "CLOSED") return "ORDINARY";
    if (this.#now() - this.#since < this.#rest) return undefined;
    this.#become("TRIED");
    return "TRIAL";
  }

  succeeded(admission: Admission): void {
    if (admission === "ORDINARY" && this.#state !== "CLOSED") return;
    this.#failures = 0;
    this.#become("CLOSED");
  }

  failed(admission: Admission): void {
    if (admission === "ORDINARY" && this.#state !== "CLOSED") return;
    this.#failures += 1;
    if (admission === "TRIAL" || this.#failures >= patience) this.#become("OPEN");
  }

  #become(state: BreakerState): void {
    if (state !== "CLOSED") this.#since = this.#now();
    if (state === this.#state) return;
    this.#state = state;
    this.#onChange(state);
  }
}
