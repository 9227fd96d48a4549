/** What a program has opened so far, closed in reverse order: at its end, or half-way when its start fails. */
export class Opened {
  readonly #closers: (() => Promise<void>)[] = [];
  #ending = false;

  get ending(): boolean {
    return this.#ending;
  }

  /** Takes charge of what was just opened. Throws when the program is being ended meanwhile: nothing more may follow. */
  push(close: () => Promise<void>): void {
    this.#closers.push(close);
    if (this.#ending) throw new Error("the program is being ended");
  }

  /** Closes everything, and whatever a start still under way pushes late when it is called again. */
  async close(): Promise<void> {
    this.#ending = true;
    let failure: { readonly error: unknown } | undefined;
    for (let close = this.#closers.pop(); close; close = this.#closers.pop()) {
      try {
        await close();
      } catch (error) {
        failure ??= { error };
      }
    }
    if (failure) throw failure.error;
  }
}
