import { describe, expect, it } from "vitest";
import { periodNamed } from "../period.ts";
import { mayNameInRecords, recordsNamed } from "./record-address.ts";

const today = "2026-06-10";

describe("the days an address names", () => {
  it.each([
    ["", "2026-05-12", "2026-06-10"],
    ["from=2026-06-01", "2026-06-01", "2026-06-10"],
    ["from=2026-06-01&until=2026-06-03", "2026-06-01", "2026-06-03"],
    ["until=2026-03-01", "2026-01-31", "2026-03-01"],
    ["from=2026-06-09&until=2026-06-03", "2026-06-03", "2026-06-03"],
    ["from=2020-01-01", "2025-06-10", "2026-06-10"],
    ["from=yesterday&until=2026-13-77", "2026-05-12", "2026-06-10"],
  ])("%s: %s to %s", (address, from, until) => {
    expect(periodNamed(new URLSearchParams(address), today)).toEqual({ from, until });
  });
});

describe("the records an address names", () => {
  const instants = { from: "2026-06-01T00:00:00+08:00", until: "2026-06-11T00:00:00+08:00" };
  it.each([
    ["consumer=430105-HOUSING&outcome=WITHHELD", { consumer: "430105-HOUSING", outcome: "WITHHELD" }],
    ["post=RESPONDER&basis=430105-A-0001", { post: "RESPONDER", basis: "430105-A-0001" }],
    ["post=KING&outcome=toString&case=%20", {}],
    ["basis=&outcome=WITHHELD", { basis: "", outcome: "WITHHELD" }],
    ["subject=person:li&order=x", { subject: "person:li" }],
  ])("%s", (address, filter) => {
    expect(recordsNamed(new URLSearchParams(`${address}&from=2026-06-01`), today)).toEqual({
      ...filter,
      ...instants,
    });
  });
});

describe("what may name somebody in an address of records", () => {
  it.each([
    ["consumer=430105-HOUSING&outcome=WITHHELD&post=RESPONDER&subgraph=grids&from=2026-06-01", []],
    ["case=430105-20261109-000001&basis=430105-A-0001&field=Inspection.result", []],
    ["basis=4301058050600100", []],
    ["basis=", []],
    ["person=kaifu-dispatcher&subject=430105-R-010003001-001-1", ["person", "subject"]],
    ["case=罗小满&basis=13812345678&field=安秀兰", ["field", "basis", "case"]],
    ["basis=430105-R-010003001-001-1", ["basis"]],
  ])("%s", (address, names) => {
    expect(mayNameInRecords(new URLSearchParams(address))).toEqual(names);
  });
});
