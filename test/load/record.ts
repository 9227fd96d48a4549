import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

const directory = join(import.meta.dirname, "..", "..", "docs", "performance");

export interface Page {
  readonly markdown: string;
  /** A picture of the same figures, as SVG. */
  readonly picture: string;
}

/** Keeps a result: a page to read, its picture, and every run it is made of. */
export async function writeRecord(name: string, record: object, { markdown, picture }: Page): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, `${name}.md`), markdown);
  await writeFile(join(directory, `${name}.svg`), picture);
  await writeFile(join(directory, `${name}.json`), `${JSON.stringify(record, rounded, 2)}\n`);
}

/** A benchmark's command line, as anybody may give it again: a folder of one machine says nothing on another. */
export function commandLine(bench: string, options: readonly string[]): string {
  const shown = options.map((option, index) => (options[index - 1] === "--data" ? "<folder>" : option));
  return ["npm run bench --", bench, ...shown].join(" ");
}

/** Four digits say all that was measured. */
const rounded = (_: string, value: unknown): unknown =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
