import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let axe: Promise<string> | undefined;

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly target: readonly string[] }[];
}

/**
 * What axe finds in a page as it stands now, be it serious or minor: each rule with the elements that break it. Exceptions
 * are by rule, with the elements that are not held to it.
 */
export async function violationsOf(
  page: Page,
  exceptions: Readonly<Record<string, readonly string[]>> = {},
): Promise<string[]> {
  axe ??= readFile(axePath, "utf8");
  await page.evaluate(await axe);
  return page.evaluate(async (except) => {
    const { axe: loaded, document: shown } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: Violation[] }> };
      document: { querySelector(selector: string): { matches(selector: string): boolean } | null };
    };
    const isExcepted = (id: string, [selector = ""]: readonly string[]): boolean =>
      (except[id] ?? []).some((own) => shown.querySelector(selector)?.matches(own));
    return (await loaded.run()).violations
      .map(({ id, nodes }) => ({ id, broken: nodes.filter(({ target }) => !isExcepted(id, target)) }))
      .filter(({ broken }) => broken.length > 0)
      .map(({ id, broken }) => `${id}: ${broken.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
  }, exceptions);
}
