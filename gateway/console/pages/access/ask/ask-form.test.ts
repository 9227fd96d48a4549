import { describe, expect, it } from "vitest";
import { type Asked, askedBy, inputOf, problemsOf } from "./ask-form.ts";

const today = "2026-06-10";
const asked = (address: string): Asked =>
  askedBy(new URLSearchParams(address), "430105-HOUSING", today, (number) => `案件 ${number}：`);

describe("a request as an address begins it", () => {
  it.each<[string, Partial<Asked>]>([
    ["", { owner: "", coordinates: [], rows: "OWN_DIVISION", reason: "", consumer: "430105-HOUSING" }],
    [
      "owner=public-security&fields=Ticket.policeCalls,Nothing&case=430105-20260601-000001",
      {
        owner: "public-security",
        coordinates: ["PoliceCall"],
        rows: "THIS_CASE",
        reason: "案件 430105-20260601-000001：",
      },
    ],
    ["owner=weather&fields=PoliceCall", { owner: "", coordinates: [] }],
    ["basis=430105-A-0001", { purposes: ["430105-A-0001"] }],
  ])("%s", (address, begun) => {
    expect(asked(address)).toMatchObject({ ...begun, validFrom: today, validUntil: "2027-06-10" });
  });

  it.each<[Partial<Asked>, string]>([
    [{}, ""],
    [{ owner: "" }, "owner"],
    [{ consumer: "HOUSING" }, "consumer"],
    [{ consumer: "430105010" }, ""],
    [{ purposes: [] }, "purposes"],
    [{ reason: " " }, "reason"],
    [{ coordinates: [], validUntil: today }, "coordinates validUntil"],
  ])("lacks with %j: %s", (change, lacking) => {
    const whole = {
      ...asked("owner=public-security&fields=PoliceCall&basis=430105-A-0001"),
      reason: "核实",
      ...change,
    };
    const found = Object.entries(problemsOf(whole, today)).filter(([, problem]) => problem);
    expect(found.map(([name]) => name).join(" ")).toBe(lacking);
  });

  it("is sent without what was left open", () => {
    expect(inputOf({ ...asked("basis=430105-A-0001"), purposes: [" 430105-A-0001 "] })).toMatchObject({
      posts: null,
      listMaximum: null,
      purposes: ["430105-A-0001"],
    });
  });
});
