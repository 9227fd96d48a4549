import { expect, it } from "vitest";
import {
  type Building,
  expectAccessible,
  expectNoSidewaysScroll,
  lookName,
  looks,
} from "../../walk/visitor.ts";

export function signInWalk(building: () => Building): void {
  it.each(looks.map((look) => [lookName(look), look] as const))(
    "is entered by choosing a post: %s",
    async (_, look) => {
      const { page, complaints, close } = await building().visit(undefined, "/", look);
      await page
        .getByRole("heading", { level: 1, name: look.language === "zh" ? "登录" : "Sign in" })
        .waitFor();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.getByRole("textbox").click();
      await page
        .getByRole("option", {
          name: look.language === "zh" ? "指挥中心派单员" : /Dispatcher, command centre/,
        })
        .first()
        .click();
      await page
        .getByRole("button", { name: look.language === "zh" ? "登录" : "Sign in", exact: true })
        .click();
      await page.getByRole("navigation").waitFor({ state: look.phone ? "attached" : "visible" });
      expect(new URL(page.url()).pathname).toBe("/overview");
      expect(complaints).toEqual([]);
      await close();
    },
  );
}
