import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessWalk } from "../../gateway/console/pages/access/access.walk.ts";
import { caseWalk } from "../../gateway/console/pages/case/case.walk.ts";
import { overviewWalk } from "../../gateway/console/pages/overview/overview.walk.ts";
import { signInWalk } from "../../gateway/console/pages/sign-in/sign-in.walk.ts";
import { ticketsWalk } from "../../gateway/console/pages/tickets/tickets.walk.ts";
import { whistleWalk } from "../../gateway/console/pages/whistle/whistle.walk.ts";
import { workWalk } from "../../gateway/console/pages/work/work.walk.ts";
import { withoutBrowser } from "./chromium.ts";
import { type Building, openBuilding } from "./visitor.ts";

/** Every room is walked through on one stack and in one browser: starting them takes longer than any walk. */
describe.skipIf(withoutBrowser)("the console", () => {
  let building: Building;
  beforeAll(async () => {
    building = await openBuilding();
  }, 400_000);
  afterAll(() => building?.close());

  it("is served at / and asks for a post", async () => {
    expect((await fetch(building.stack.url)).headers.get("content-type")).toContain("text/html");
  });

  it.each(["/overview/x", "/case/x/y/z", "/work/x", "/whistles/x/y", "/tickets/x", "/access/x"])(
    "says of %s that there is no such page",
    async (path) => {
      const { page, complaints, close } = await building.visit("kaifu-dispatcher", path);
      await page.getByRole("heading", { level: 1, name: "页面不存在" }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    },
  );

  describe("sign-in", () => signInWalk(() => building));
  describe("overview", () => overviewWalk(() => building));
  describe("case", () => caseWalk(() => building));
  describe("access", () => accessWalk(() => building));
  describe("tickets", () => ticketsWalk(() => building));
  describe("my work", () => workWalk(() => building));
  describe("whistle", () => whistleWalk(() => building));
});
