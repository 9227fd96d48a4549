import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let axe: Promise<string> | undefined;

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly target: readonly string[] }[];
}

/** The rules a page is held to: WCAG 2.2 to level AA, and what is good practice besides. */
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds in a page as it stands now, however grave, each rule with the elements that break it. Exceptions are by
 * rule, with the elements that are not held to it.
 */
export async function violationsOf(
  page: Page,
  exceptions: Readonly<Record<string, readonly string[]>> = {},
): Promise<string[]> {
  axe ??= readFile(axePath, "utf8");
  await page.evaluate(await axe);
  return page.evaluate(
    async ({ except, runOnly }) => {
      const { axe: loaded, document: shown } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: Violation[] }> };
        document: { querySelector(selector: string): { matches(selector: string): boolean } | null };
      };
      const isExcepted = (id: string, [selector = ""]: readonly string[]): boolean =>
        (except[id] ?? []).some((own) => shown.querySelector(selector)?.matches(own));
      return (await loaded.run({ runOnly })).violations
        .map(({ id, nodes }) => ({ id, broken: nodes.filter(({ target }) => !isExcepted(id, target)) }))
        .filter(({ broken }) => broken.length > 0)
        .map(({ id, broken }) => `${id}: ${broken.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
    },
    { except: exceptions, runOnly: rules },
  );
}
