import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { asks, keepBack } from "../../../../test/console/keep-back.ts";
import type { Building } from "../../../../test/console/visitor.ts";
import {
  COMMUNITY,
  countedIn,
  DISTRICT,
  dispatcher,
  period,
  STREET,
  shown,
} from "./overview-walk.fixtures.ts";

export function placePanelWalk(building: () => Building): void {
  const placeField = (page: Page) => page.getByRole("textbox", { name: "区划" });

  it("goes down into a place by its name or on the map, and back up", async () => {
    const { page, close } = await building().visit(dispatcher, `/overview?from=2026-01-01`);
    const place = () => new URL(page.url()).searchParams.get("place");
    const places = page.getByRole("region", { name: "下级区划，高者在前" });
    await places.getByRole("link", { name: "通泰街街道" }).focus();
    await page.keyboard.press("Enter");
    await expect.poll(place).toBe(STREET);
    const path = page.getByRole("navigation", { name: "所在区划" });
    await path.getByText("通泰街街道").waitFor();
    expect(await path.evaluate((element) => element === document.activeElement)).toBe(true);
    const { ticketCounts } = await countedIn(building(), STREET, { ...period, from: "2026-01-01" });
    await shown(page, ticketCounts.received).waitFor();

    await page
      .locator("[role=img] svg text")
      .filter({ hasText: "连升街社区居委会" })
      .first()
      .click({ force: true });
    await expect.poll(place).toBe(COMMUNITY);
    await page.getByText("连升街社区第1网格").first().waitFor();
    await path.getByRole("link", { name: "开福区" }).click();
    await expect.poll(place).toBe(DISTRICT);
    await page.goBack();
    await expect.poll(place).toBe(COMMUNITY);
    await close();
  });

  it("tells a place's figure under the pointer", async () => {
    const { page, complaints, close } = await building().visit(dispatcher, "/overview");
    const map = page.getByRole("img", { name: /示意图/ });
    const name = map.locator("svg text").filter({ hasText: "通泰街街道" }).first();
    await expect
      .poll(async () => {
        // What tells it comes with the first look, and is there for the next.
        await map.hover({ force: true, position: { x: 2, y: 2 } });
        await name.hover({ force: true });
        return map.getByText(/^通泰街街道 · 受理工单 \d+$/).isVisible();
      })
      .toBe(true);
    expect(complaints).toEqual([]);
    await close();
  });

  it("finds a place by its name, also one that is not right below", async () => {
    const { page, complaints, close } = await building().visit(dispatcher, "/overview");
    await shown(page).waitFor();
    await placeField(page).fill("连升街");
    await page.getByRole("option", { name: "连升街社区居委会（通泰街街道）" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("place")).toBe(COMMUNITY);
    const { ticketCounts } = await countedIn(building(), COMMUNITY);
    await shown(page, ticketCounts.received).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("finds a place by another name than the one it is shown by", async () => {
    const { page, complaints, close } = await building().visit("pinggu-dispatcher", "/overview");
    await placeField(page).fill("马坊镇");
    await page.getByRole("option", { name: /^马坊地区/ }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("place")).toBe("110117005");
    expect(complaints).toEqual([]);
    await close();
  });

  it("keeps what is being typed when the name of the place shown comes late", async () => {
    const { page, complaints, close } = await building().visit(dispatcher, "/case");
    const asksName = asks("query PlaceChoice");
    const free = await keepBack(page, asksName);
    await page.goto(`${building().stack.url}/overview`);
    const field = placeField(page);
    await field.fill("连升街");
    const answered = page.waitForResponse((response) => asksName(response.request()));
    free();
    await (await answered).finished();
    const option = page.getByRole("option", { name: "连升街社区居委会（通泰街街道）" });
    await option.waitFor();
    expect(await field.inputValue()).toBe("连升街");
    await page.keyboard.press("Escape");
    await field.blur();
    await expect.poll(() => field.inputValue()).toBe("开福区");
    expect(complaints).toEqual([]);
    await close();
  });

  it("leaves what is marked in the field to be typed over when the name comes, and shows it after", async () => {
    const { page, complaints, close } = await building().visit(dispatcher, "/case");
    const asksName = asks("query PlaceChoice");
    const free = await keepBack(page, asksName);
    await page.goto(`${building().stack.url}/overview`);
    const field = placeField(page);
    await field.selectText();
    const answered = page.waitForResponse((response) => asksName(response.request()));
    free();
    await (await answered).finished();
    await page.getByRole("navigation", { name: "所在区划" }).getByText("开福区").waitFor();
    await page.keyboard.insertText("连升街");
    expect(await field.inputValue()).toBe("连升街");
    await page.getByRole("option", { name: "连升街社区居委会（通泰街街道）" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("place")).toBe(COMMUNITY);
    await expect.poll(() => field.inputValue()).toBe("连升街社区居委会");
    expect(complaints).toEqual([]);
    await close();
  });

  it("says that a name is of no place, and that none can be looked up; once they can, it is", async () => {
    const { page, close } = await building().visit(dispatcher, "/overview");
    await shown(page).waitFor();
    const field = placeField(page);
    await field.fill("没有的地方");
    await page.getByText("此范围内没有该名称的区划").waitFor();
    const isAsked = asks("query PlacesNamed");
    await page.route("**/graphql", (route) => (isAsked(route.request()) ? route.abort() : route.fallback()));
    await field.fill("连升街");
    await page.getByText("暂时无法查找，稍后自动重试").waitFor();
    await page.unroute("**/graphql");
    await page.getByRole("option", { name: "连升街社区居委会（通泰街街道）" }).waitFor({ timeout: 25_000 });
    await close();
  }, 60_000);
}
