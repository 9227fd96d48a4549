import type { Page } from "playwright-core";
import { expect, it } from "vitest";
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
  /** The field for the place, once the name of the place shown stands in it. */
  const placeField = async (page: Page, name: string) => {
    const field = page.getByRole("textbox", { name: "区划" });
    await expect.poll(() => field.inputValue(), { timeout: 12_000 }).toBe(name);
    return field;
  };

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
    await (await placeField(page, "开福区")).fill("连升街");
    await page.getByRole("option", { name: "连升街社区居委会（通泰街街道）" }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("place")).toBe(COMMUNITY);
    const { ticketCounts } = await countedIn(building(), COMMUNITY);
    await shown(page, ticketCounts.received).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("finds a place by another name than the one it is shown by", async () => {
    const { page, complaints, close } = await building().visit("pinggu-dispatcher", "/overview");
    await (await placeField(page, "平谷区")).fill("马坊镇");
    await page.getByRole("option", { name: /^马坊地区/ }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get("place")).toBe("110117005");
    expect(complaints).toEqual([]);
    await close();
  });
}
