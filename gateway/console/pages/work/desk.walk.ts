import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import {
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  type Look,
} from "../../../../test/console/visitor.ts";

const said = {
  zh: {
    done: (move: string, which: string) => `${which} 已完成：${move}`,
    again: "刷新",
    more: /：更多操作$/,
    rule: "依据规则",
    possible: "可行办法",
  },
  en: {
    done: (move: string, which: string) => `Done: ${move}, ${which}`,
    again: "Refresh",
    more: /^More for /,
    rule: "Rule",
    possible: "What is possible",
  },
} as const;

/** Somebody before one group of their work: what they do there, and what they are told. */
export interface Desk {
  readonly page: Page;
  /** The form of the move that is open. */
  readonly form: Locator;
  /** The row of a number, wherever it stands in the list. */
  row(number: string): Promise<Locator>;
  /** Opens a move of a row, as a button or behind the other ones. */
  opens(row: Locator, move: string): Promise<void>;
  writes(field: string, words: string): Promise<void>;
  chooses(field: string, option: string): Promise<void>;
  /** Looks something up by part of its name and takes the first. */
  finds(field: string, words: string): Promise<void>;
  /** Sends what is filled in. */
  sends(move: string): Promise<void>;
  /**
   * Sends it and is refused: the page names the code, the rule, what is possible, and each of these words. Answers the
   * whole of it.
   */
  isRefused(move: string, code: string, ...told: readonly string[]): Promise<string>;
  /** Sends it and is told that it is done. */
  isDone(move: string, which: string): Promise<void>;
  /** As it stands now it can be read by everybody, on this screen, and the browser has nothing to complain of. */
  isReadable(): Promise<void>;
  /** Looks again: it no longer waits here. */
  leaves(number: string): Promise<void>;
  /** The list of another group of the same post. */
  goesTo(group: string): Promise<void>;
  close(): Promise<void>;
}

export async function atDesk(
  building: Building,
  post: string,
  group: string,
  look: Partial<Look> = {},
): Promise<Desk> {
  const { page, complaints, close } = await building.visit(post, `/work?group=${group}`, look);
  const form = page.getByRole("dialog");
  const words = said[look.language ?? "zh"];
  const sends = (move: string) => form.getByRole("button", { name: move, exact: true }).click();
  return {
    page,
    form,
    row: (number) => rowOf(page, number),
    async opens(row, move) {
      const button = row.getByRole("button", { name: move, exact: true });
      const more = row.getByRole("button", { name: words.more });
      const item = page.getByRole("menuitem", { name: move, exact: true });
      // Right after a move a row still offers what it did before: until it is read again, its menu is another.
      await expect
        .poll(
          async () => {
            if ((await button.count()) > 0) return button;
            if ((await item.count()) > 0) return item;
            if ((await more.count()) > 0) await more.click();
            return undefined;
          },
          { message: move },
        )
        .toBeDefined();
      await button.or(item).click();
    },
    writes: (field, text) => form.getByRole("textbox", { name: field }).fill(text),
    chooses: (field, option) =>
      form.getByRole("radiogroup", { name: field }).getByRole("radio", { name: option }).check(),
    async finds(field, text) {
      await form.getByRole("textbox", { name: field }).fill(text);
      await page
        .getByRole("option", { name: new RegExp(text) })
        .first()
        .click();
    },
    sends,
    async isRefused(move, code, ...told) {
      await sends(move);
      const alert = form.getByRole("alert");
      for (const each of [code, words.rule, words.possible, ...told]) {
        await expect.poll(() => alert.textContent()).toContain(each);
      }
      return (await alert.textContent()) ?? "";
    },
    async isDone(move, which) {
      await sends(move);
      await page.getByRole("status").getByText(words.done(move, which)).waitFor();
    },
    async isReadable() {
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(complaints).toEqual([]);
    },
    async leaves(number) {
      await page.getByRole("button", { name: words.again, exact: true }).click();
      await page.getByRole("listitem").filter({ hasText: number }).waitFor({ state: "detached" });
    },
    async goesTo(other) {
      await page.goto(`${building.stack.url}/work?group=${other}`);
    },
    close,
  };
}

/** A row of the list, wherever it stands in it: only what is in sight is in the document. */
async function rowOf(page: Page, number: string): Promise<Locator> {
  const row = page.getByRole("listitem").filter({ hasText: number });
  await page.getByRole("listitem").first().waitFor();
  for (let scrolled = 0; (await row.count()) === 0 && scrolled < 60; scrolled += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(30);
  }
  return row;
}
