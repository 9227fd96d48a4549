import { describe, expect, it } from "vitest";
import { coordinatesText, coordinateText } from "./coordinates.ts";

describe("what coordinates are called", () => {
  it.each([
    ["ElderlyLivingAlone.contactPhone", "独居老人：紧急联系电话", "Elderly living alone: contact phone"],
    ["ElderlyLivingAlone", "独居老人：全部字段", "Elderly living alone: all fields"],
    ["Query.policeCalls", "警情：查找", "Police call: look-up"],
    ["Nothing.knownHere", "Nothing：knownHere", "Nothing: known here"],
  ])("%s", (coordinate, zh, en) => {
    expect(coordinateText(coordinate, "zh")).toBe(zh);
    expect(coordinateText(coordinate, "en")).toBe(en);
  });

  it("says those of a type together, and a page of it as the type", () => {
    const coordinates = ["Inspection.number", "Inspection.result", "Grid.name", "InspectionConnection.edges"];
    expect(coordinatesText(coordinates, "zh")).toBe("检查：检查编号、检查结果、本页各行；网格：名称");
    expect(coordinatesText(["Inspection.number", "Inspection.drawnAtRandom"], "en")).toBe(
      "Inspection: number, drawn at random",
    );
    expect(coordinatesText([], "zh")).toBe("");
  });
});
