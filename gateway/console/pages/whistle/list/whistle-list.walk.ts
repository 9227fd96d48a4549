import { expect, it } from "vitest";
import {
  answered,
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  lookName,
  looks,
} from "../../../../../test/console/visitor.ts";
import { blownFrom, dispatcher, resident, streetLeader, ticketToWhistleFrom } from "../ground.walk.ts";

interface Counted {
  readonly whistles: { readonly totalCount: number; readonly edges: readonly { node: { number: string } }[] };
}

const counted = `query ($filter: WhistleFilter) {
  whistles(filter: $filter, first: 50) { totalCount edges { node { number } } } }`;

export function listWalk(building: () => Building): void {
  const count = async (filter: object, as = dispatcher) =>
    (await building().stack.ask<Counted>(counted, { filter }, as)).data.whistles;

  it.each(looks.map((look) => [lookName(look), look] as const))(
    "has what the address names, with what is due and what is late in words: %s",
    async (_, look) => {
      const zh = look.language === "zh";
      const { page, complaints, close } = await building().visit(
        dispatcher,
        "/whistles?division=430105&kinds=TACKLING&order=OLDEST",
        look,
      );
      const { totalCount, edges } = await count({ division: "430105", kinds: ["TACKLING"] });
      expect(totalCount).toBeGreaterThan(1);
      const shown = Math.min(50, edges.length);
      await page.getByText(zh ? `${shown} / ${totalCount} 条` : `${shown} of ${totalCount}`).waitFor();
      await page
        .getByRole("link", { name: zh ? /^攻坚哨/ : /^Tackling whistle/ })
        .first()
        .waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it("takes the days of the overview, and each other condition away by itself", async () => {
    const called = "430105-MARKET-SUPERVISION";
    const { page, close } = await building().visit(
      dispatcher,
      `/whistles?calls=${called}&role=LEAD&timeliness=ON_TIME&from=2026-01-01&until=2026-06-09`,
    );
    const blown = { blownFrom: "2026-01-01T00:00:00+08:00", blownBefore: "2026-06-10T00:00:00+08:00" };
    const led = await count({ calls: called, role: "LEAD", timeliness: "ON_TIME", ...blown });
    await page.getByText(`${led.edges.length} / ${led.totalCount} 条`).waitFor();
    await page.getByText("应哨时效：按时").waitFor();

    await page.getByRole("button", { name: "去掉条件：应哨角色" }).click();
    const all = await count({ calls: called, timeliness: "ON_TIME", ...blown });
    expect(all.totalCount).toBeGreaterThan(led.totalCount);
    await page.getByText(`${all.edges.length} / ${all.totalCount} 条`).waitFor();
    expect(new URL(page.url()).searchParams.has("role")).toBe(false);
    await page.goBack();
    await page.getByText(`${led.edges.length} / ${led.totalCount} 条`).waitFor();
    await close();
  });

  it("shows residents those behind their own tickets, and asks for no more than they may read", async () => {
    const { stack } = building();
    const snapped = { post: resident, channel: "SNAP_AND_REPORT" };
    await blownFrom(
      stack,
      await ticketToWhistleFrom(stack, "西长街水产市场积水，老人小孩容易滑倒。", snapped),
    );
    const { page, complaints, close } = await building().visit(resident, "/whistles");
    const { totalCount } = await count({}, resident);
    expect(totalCount).toBeGreaterThan(0);
    await page.getByText(`${totalCount} / ${totalCount} 条`).waitFor();
    expect(await page.getByRole("alert").count()).toBe(0);

    await page.getByRole("link", { name: /哨 ·/ }).first().click();
    await page.getByRole("heading", { level: 2, name: "应哨单位" }).waitFor();
    expect(await page.getByRole("heading", { level: 2, name: "时限" }).count()).toBe(0);
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it("leads to blowing those alone whom the district's profile lets blow", async () => {
    const leader = await building().visit(streetLeader, "/whistles");
    await leader.page.getByRole("link", { name: "从工单吹哨" }).waitFor();
    await leader.close();
    const other = await building().visit(dispatcher, "/whistles");
    await answered(other.page, "WhistleBlowers", () => other.page.reload());
    await other.page.getByText(/\/ \d+ 条/).waitFor();
    expect(await other.page.getByRole("link", { name: "从工单吹哨" }).count()).toBe(0);
    await other.close();
  });

  it("says that nothing fits, and what to do", async () => {
    const { page, close } = await building().visit(dispatcher, "/whistles?from=1999-01-01&until=1999-01-02");
    await page.getByText("没有符合条件的哨").waitFor();
    await close();
  });
}
