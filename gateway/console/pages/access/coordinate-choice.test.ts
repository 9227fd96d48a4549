import { describe, expect, it } from "vitest";
import { coordinateChoices, coordinatesNamed, ownerNamed, personalIn } from "./coordinate-choice.ts";

describe("what an owner may be asked to open", () => {
  it.each([
    ["market-supervision", "Inspection,Business.phone", ["Inspection", "Business.phone"]],
    [
      "market-supervision",
      " Ticket.consumerComplaints , Inspection.result",
      ["ConsumerComplaint", "Inspection.result"],
    ],
    ["market-supervision", "Business,Business.name,PoliceCall,,toString", []],
    ["public-security", "Ticket.policeCalls,PoliceCall", ["PoliceCall"]],
    ["nobody", "PoliceCall", []],
    ["civil-affairs", null, []],
  ])("%s, by the address %s", (owner, written, coordinates) => {
    expect(coordinatesNamed(owner, written)).toEqual(coordinates);
  });

  it("knows which of it is personal, of a whole type as of a field", () => {
    expect(personalIn("market-supervision", ["Inspection"])).toEqual(["Inspection.inspectorName"]);
    expect(personalIn("market-supervision", ["Inspection.result", "Business.phone"])).toEqual([
      "Business.phone",
    ]);
  });

  it("is said type by type in both languages", () => {
    const business = coordinateChoices("market-supervision", "zh").find(({ group }) => group === "市场主体");
    expect(business?.items.map(({ label }) => label)).toEqual(["市场主体：法定代表人", "市场主体：联系电话"]);
    const [first] = coordinateChoices("civil-affairs", "en");
    expect(first?.items[0]).toEqual({ value: "Aid", label: "Aid: all fields" });
  });

  it.each([
    ["civil-affairs", "civil-affairs"],
    ["toString", null],
    [null, null],
  ])("of %s", (written, owner) => {
    expect(ownerNamed(written)).toBe(owner);
  });
});
