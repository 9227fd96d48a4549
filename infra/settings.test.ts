import { describe, expect, it } from "vitest";
import { readSettings } from "./settings.ts";

const names = ["grids", "city-management"];

describe("settings", () => {
  it("have a default each, so that nothing needs to be set by hand", () => {
    const settings = readSettings({}, names);
    expect(settings.PORT).toBe(4000);
    expect(settings.subgraphUrls.get("city-management")).toBe("http://127.0.0.1:4002");
    expect(settings.databaseUrls.size).toBe(0);
  });

  it("treat an empty variable as one that was not set", () => {
    expect(readSettings({ PORT: "", DATABASE_URL_GRIDS: "" }, names).databaseUrls.size).toBe(0);
  });

  it.each([
    [{ PORT: "eighty" }, /PORT/],
    [{ PORT: "40000" }, /PORT/],
    [{ DATABASE_URL: "mysql://root@127.0.0.1/x" }, /DATABASE_URL/],
    [{ DATABASE_URL_CITY_MANAGEMENT: "nowhere" }, /DATABASE_URL_CITY_MANAGEMENT/],
    [{ DATASET_SCALE: "galaxy" }, /DATASET_SCALE/],
    [{ LOG_LEVEL: "chatty" }, /LOG_LEVEL/],
  ])("refuse %j in one line that names the variable", (environment, finding) => {
    expect(() => readSettings(environment as NodeJS.ProcessEnv, names)).toThrow(finding);
  });

  it("name every wrong variable at once", () => {
    expect(() => readSettings({ PORT: "x", LOG_LEVEL: "y" }, names)).toThrow(/PORT.*LOG_LEVEL/);
  });
});
