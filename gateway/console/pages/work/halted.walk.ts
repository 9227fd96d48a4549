import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { type Building, expectAccessible } from "../../../../test/console/visitor.ts";
import { groundOf } from "./ground.walk.ts";

const patience = { timeout: 30_000 };

/** One's own work while a subgraph that only names what is in it takes what it is asked and never answers. */
export function haltedWorkWalk(building: () => Building): void {
  beforeAll(async () => {
    const ground = groundOf(building().stack);
    await ground.inHand("调料品过期仍在售");
    await ground.blown(await ground.dispatched("集市活禽宰杀无人管"));
    await ground.graded(await ground.dispatched("水产摊位出售变质鱼虾"));
  });

  /** What may be done with each row that is drawn, by where it leads. */
  const steps = (page: Page): Promise<Readonly<Record<string, readonly (string | undefined)[]>>> =>
    page
      .locator("main")
      .getByRole("article")
      .evaluateAll((rows) =>
        Object.fromEntries(
          rows.map((row) => [
            row.querySelector("a")?.getAttribute("href"),
            [...row.querySelectorAll<HTMLElement>("[data-move]")].map((each) => each.dataset.move),
          ]),
        ),
      );

  const groups = [
    ["departments", "kaifu-market-responder", "in-hand", undefined],
    ["departments", "kaifu-market-responder", "whistles-sign", /吹哨单位 [\w-]+（名称暂查不到）/],
    ["departments", "kaifu-dispatcher", "with-units", /承办单位 \d{6}[\w-]*（名称暂查不到）/],
    ["departments", "kaifu-performance-office", "file", /430105-[A-Z-]+（名称暂查不到）/],
    ["grids", "kaifu-dispatcher", "with-units", /430105\d+（名称暂查不到）/],
    ["grids", "kaifu-market-responder", "whistles-sign", /430105\d+（名称暂查不到）/],
  ] as const;

  it.each(groups)(
    "keeps each row and its steps without %s: %s, %s",
    async (subgraph, as, group, told) => {
      const { stack, visit } = building();
      const { page, close } = await visit(as, `/work?group=${group}`);
      const first = page.locator("main").getByRole("article").first();
      await first.waitFor(patience);
      const whole = await steps(page);
      expect(Object.values(whole).flat()).not.toEqual([]);
      stack.halt(subgraph);
      try {
        await page.reload();
        await first.waitFor(patience);
        // Codes may take more room than names, and fewer rows be drawn.
        const drawn = Object.entries(await steps(page)).filter(([row]) => whole[row]);
        expect(drawn).not.toEqual([]);
        for (const [row, moves] of drawn) expect(moves, row).toEqual(whole[row]);
        if (told) expect(await first.innerText()).toMatch(told);
        await expectAccessible(page);
      } finally {
        stack.goOn(subgraph);
        await close();
      }
    },
    120_000,
  );
}
