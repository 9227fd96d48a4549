import { expect, it } from "vitest";
import type { Building } from "../../../../test/console/visitor.ts";
import { ticketsNamed } from "../tickets/ticket-address.ts";
import { whistlesNamed } from "../whistle/list/whistle-address.ts";
import { callBacksNamed } from "./call-back-address.ts";
import { COMMUNITY, DISTRICT, dispatcher, STREET } from "./overview-walk.fixtures.ts";

const lists: Readonly<
  Record<string, { readonly query: string; filter(address: URLSearchParams): { readonly filter: object } }>
> = {
  "/tickets": { query: listing("tickets", "TicketFilter"), filter: ticketsNamed },
  "/whistles": { query: listing("whistles", "WhistleFilter"), filter: whistlesNamed },
  "/overview/call-backs": {
    query: listing("callBacks", "CallBackFilter"),
    filter: (address) => ({ filter: callBacksNamed(address) }),
  },
};

function listing(field: string, filter: string): string {
  return `query ($filter: ${filter}) { list: ${field}(filter: $filter, first: 1) { totalCount } }`;
}

export function listsWalk(building: () => Building): void {
  const states = [
    ["a district", `/overview?place=${DISTRICT}`],
    ["a street by resolution rate", `/overview?place=${STREET}&measure=solvedRate&from=2026-01-01`],
    ["a street by whistles solved", `/overview?place=${STREET}&measure=whistlesSolved&from=2026-01-01`],
    ["a community by grid", `/overview?place=${COMMUNITY}&measure=open&from=2026-01-01&by=day`],
  ] as const;
  /** The overview with everything on it, its chart or the table instead. */
  const visitWhole = async (path: string, shownAs: "图" | "表") => {
    const visit = await building().visit(dispatcher, path);
    const { page } = visit;
    await page.getByRole("region", { name: "下级区划，高者在前" }).getByRole("row").nth(1).waitFor();
    await page.getByRole("region", { name: "应哨单位时效" }).locator("table, h3, p").first().waitFor();
    await page.getByRole("region", { name: "诉求上升" }).locator("table, h3, p").first().waitFor();
    await page.getByRole("region", { name: "三率" }).getByText("次有效回访").first().waitFor();
    const intake = page.getByRole("region", { name: "受理量与渠道" });
    await intake.getByText(shownAs, { exact: true }).click();
    await intake
      .locator(shownAs === "表" ? "table" : "[role=img], h3, p")
      .first()
      .waitFor();
    return visit;
  };

  it.each(states)("opens from each number a list of just so many: %s", async (_, path) => {
    let [opened, ofClasses] = [0, 0];
    for (const shownAs of ["图", "表"] as const) {
      const { page, close } = await visitWhole(path, shownAs);
      // Names have numbers that count nothing; a rate, which has a name of its own, is a number of nothing listed.
      const links = await page
        .locator("main a:not(th a):not([aria-label])")
        .evaluateAll((found) =>
          found.map((link) => ({ href: link.getAttribute("href") ?? "", text: link.textContent ?? "" })),
        );
      for (const { href, text } of links) {
        const url = new URL(href, building().stack.url);
        const list = lists[url.pathname];
        // Of people and the tickets in which they asked, the tickets are listed.
        const number = /(\d+)\D*$/.exec(text)?.[1];
        if (!list || number === undefined || text.includes("%")) continue;
        const { filter } = list.filter(url.searchParams);
        const { data } = await building().stack.ask<{ list: { totalCount: number } }>(
          list.query,
          { filter },
          dispatcher,
        );
        expect([href, data.list.totalCount]).toEqual([href, Number(number)]);
        opened += 1;
        if (url.searchParams.has("hotClass")) ofClasses += 1;
      }
      await close();
    }
    expect(opened).toBeGreaterThan(60);
    expect(ofClasses).toBeGreaterThan(0);
  });

  /** What has a figure in it and counts nothing: days, spans and what a rule sets; and nought, of which there is no list. */
  const countsNothing = [
    /^\d+年\d+月\d+日(至\d+年\d+月\d+日)?$/,
    /^近7天/,
    /^12345热线$/,
    /^权重 [\d.]+ : [\d.]+ : [\d.]+$/,
    /^基本满意，每次按 [\d.]+ 计$/,
    /^0( 人，0 件| %)?$/,
  ];

  it.each([
    ...states,
    [
      "a day on which nothing was received",
      `/overview?place=${DISTRICT}&from=2025-01-01&until=2025-01-01`,
    ] as const,
  ])("has no number that opens no list: %s", async (_, path) => {
    for (const shownAs of ["图", "表"] as const) {
      const { page, close } = await visitWhole(
        path,
        shownAs === "表" && path.includes("2025") ? "图" : shownAs,
      );
      const figures = await page.locator("main").evaluate((main) => {
        // Charts have their tables, names stand in headings, and what happened is told with its own number.
        const apart = "a, svg, style, time, label, li, th, [aria-hidden=true]";
        const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        while (walker.nextNode()) {
          const { textContent, parentElement } = walker.currentNode;
          if (/\d/.test(textContent ?? "") && !parentElement?.closest(apart)) found.push(textContent ?? "");
        }
        return found;
      });
      expect(figures.filter((text) => !countsNothing.some((form) => form.test(text.trim())))).toEqual([]);
      expect(figures.length).toBeGreaterThan(0);
      await close();
    }
  });
}
