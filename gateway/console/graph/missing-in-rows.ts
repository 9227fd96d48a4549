import type { Refusal } from "./refusal.ts";

/**
 * What is missing in the rows of a list, kept by row: in a list of many rows nobody can go through all that is missing
 * for each of them.
 */
export class MissingInRows {
  readonly #by = new WeakMap<object, Refusal[]>();

  /** Takes what an answer says of its own rows; from here on a refusal's path begins in its row. */
  note(refusals: readonly Refusal[], rows: readonly unknown[]): void {
    for (const refusal of refusals) {
      const [index, , ...path] = refusal.path.slice(refusal.path.indexOf("edges") + 1);
      const row = typeof index === "number" ? rows[index] : undefined;
      if (typeof row !== "object" || row === null) continue;
      const noted = this.#by.get(row) ?? [];
      this.#by.set(row, noted);
      noted.push({ ...refusal, path });
    }
  }

  readonly in = (row: object): readonly Refusal[] => this.#by.get(row) ?? [];
}
