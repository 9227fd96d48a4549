import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Asks again as somebody would, by the page's own button wherever it stands, until what was missing is there. */
export async function askAgainUntil(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  const again = page.getByRole("button", { name: /重试|Try again/ }).first();
  const ask = async () => {
    // It goes as soon as the page asks by itself.
    if (await again.isVisible()) await again.click({ timeout: 1_000 }).catch(() => undefined);
    return isThere();
  };
  await expect.poll(ask, { timeout: 60_000, interval: 1_000 }).toBe(true);
}
