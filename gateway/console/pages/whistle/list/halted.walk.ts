import { expect, it } from "vitest";
import { askAgainUntil } from "../../../../../test/console/ask-again.ts";
import type { Building } from "../../../../../test/console/visitor.ts";

const dispatcher = "kaifu-dispatcher";
const patience = { timeout: 30_000 };

/** The lists of whistles and of tickets while a subgraph that only names what is in them takes what it is asked and never answers. */
export function haltedListsWalk(building: () => Building): void {
  /** Both lists at once, one in each language. */
  const lookWithout = async (
    subgraph: string,
    look: (whistles: readonly string[], tickets: readonly string[]) => void,
  ): Promise<void> => {
    const { stack, visit } = building();
    stack.halt(subgraph);
    const whistles = await visit(dispatcher, "/whistles");
    const tickets = await visit(dispatcher, "/tickets?states=SIGNED,IN_PROGRESS", { language: "en" });
    const rows = [whistles, tickets].map(({ page }) => page.locator("main").getByRole("article"));
    try {
      for (const each of rows) await each.first().waitFor(patience);
      const [whistleRows = [], ticketRows = []] = await Promise.all(rows.map((each) => each.allInnerTexts()));
      look(whistleRows, ticketRows);
    } finally {
      stack.goOn(subgraph);
    }
    for (const { page, close } of [whistles, tickets]) {
      const unnamed = page.locator("main").getByText(/名称暂查不到|name not available/);
      await askAgainUntil(page, async () => {
        await page.locator("main").getByRole("article").first().waitFor();
        return (await unnamed.count()) === 0;
      });
      await close();
    }
  };

  it("tells units by their codes without the establishment office, and calls no ticket undispatched", async () => {
    await lookWithout("departments", (whistles, tickets) => {
      for (const each of whistles) {
        expect(each).toMatch(/\d{6}[\d\w-]*（名称暂查不到） 吹哨/);
        expect(each).toMatch(/牵头 \d{6}[\w-]*（名称暂查不到）/);
      }
      for (const each of tickets) expect(each).toMatch(/· \d{6}[\w-]* \(name not available\)/);
    });
  }, 120_000);

  it("tells places by their codes without the grid centre", async () => {
    await lookWithout("grids", (whistles, tickets) => {
      for (const each of whistles) expect(each).toMatch(/哨 · 430105\d+（名称暂查不到）/);
      for (const each of tickets) expect(each).toMatch(/· 430105\d+ \(name not available\) · [A-Z一-鿿]/);
    });
  }, 120_000);
}
