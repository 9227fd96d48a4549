import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Building, expectAccessible, type Visit } from "../../../../../test/console/visitor.ts";
import { card, dispatcher, firstTicket, patience, settled } from "../case-walk.fixtures.ts";

/**
 * Every subgraph that a part of the case page is of, what it is called there, and whether this reader's question gets as
 * far as its system: what there is no grant for is withheld before that, and goes on being told so.
 */
const carriers = [
  ["city-management", "城市管理局", true],
  ["market-supervision", "市场监督管理局", false],
  ["public-security", "公安局", false],
  ["civil-affairs", "民政局", false],
  ["grids", "网格中心", true],
  ["evaluation", "绩效办", true],
  ["departments", "编办", true],
  ["stewardship", "数据局", true],
] as const;

/** What a case page says of each part of each card: the part's state, by owner and title. */
type Told = Readonly<Record<string, string>>;

/** A case while a subgraph takes what it is asked and never answers: each that the page asks in turn. */
export function haltedCaseWalk(building: () => Building): void {
  let visit: Visit;
  let before: Told;
  beforeAll(async () => {
    const { number } = await firstTicket(building(), dispatcher, { states: ["WHISTLED"] });
    visit = await building().visit(dispatcher, `/case/${number}`);
    await settled(visit.page);
    before = await told(visit.page);
  }, 120_000);
  afterAll(() => visit?.close());

  it("tells what is shown, withheld and none apart while all are there", () => {
    expect(Object.values(before)).not.toContain("DOWN");
    expect(Object.values(before)).toEqual(expect.arrayContaining(["SHOWN", "NONE", "WITHHELD"]));
  });

  it.each(carriers)(
    "tells that of %s as down, neither none nor withheld, keeps the rest, and has it when asked again",
    async (subgraph, owner, asked) => {
      const { page } = visit;
      building().stack.halt(subgraph);
      try {
        await page.reload();
        await page.getByRole("heading", { level: 2, name: "各部门掌握的情况" }).waitFor(patience);
        await settled(page);
        const now = await told(page);
        const own = Object.entries(now).filter(([part]) => part.startsWith(`${owner} `));
        expect(own.some(([, state]) => state === "DOWN")).toBe(asked);
        // Nothing that was on record turns into none; what is withheld or none without asking stays so.
        for (const [part, state] of Object.entries(now)) {
          expect([before[part], "DOWN"], part).toContain(state);
        }
        if (asked) await card(page, owner).getByText("系统暂时无法访问").first().waitFor();
        for (const [each, other] of carriers) {
          // Without whoever writes the records, nothing is shown that has to be on record.
          if (each === subgraph || subgraph === "stewardship") continue;
          const kept = Object.entries(before).filter(([part]) => part.startsWith(`${other} `));
          expect(
            kept.some(([part, state]) => now[part] === state),
            other,
          ).toBe(true);
        }
        await page.getByRole("heading", { level: 2, name: "基本情况" }).waitFor();
        await expectAccessible(page);
      } finally {
        building().stack.goOn(subgraph);
      }
      await expect
        .poll(async () => {
          await askAgain(page);
          return told(page);
        }, patience)
        .toEqual(before);
    },
    180_000,
  );
}

/** Presses the button of every section in which something is down, as its reader would. */
async function askAgain(page: Page): Promise<void> {
  for (const button of await page.getByRole("button", { name: "再次查询" }).all()) {
    const down = await button.evaluate(
      (it) => it.closest("section")?.querySelector("[data-state=DOWN]") !== null,
    );
    if (down) await button.click();
  }
  await settled(page);
}

function told(page: Page): Promise<Told> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>("[data-part]")].map((part) => [
        `${part.closest("section")?.querySelector("h3")?.textContent} ${part.querySelector("h4")?.textContent}`,
        part.dataset.part ?? "",
      ]),
    ),
  );
}
