import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { termsFile } from "./terms.ts";

const enumOf = (...values: readonly string[]): string =>
  termsFile(`type Query { state: State }\nenum State {\n${values.join("\n")}\n}`);

describe("the words of an enum", () => {
  it.each([
    ['"Sent to a unit (已派单, PG-2)" SENT', 'SENT: { zh: "已派单", en: "Sent" }'],
    ['"Removed from the open ledger (已销号)" STRUCK_OFF', 'STRUCK_OFF: { zh: "已销号", en: "Struck off" }'],
    ['"Two ways (甲；乙)" BOTH', 'BOTH: { zh: "甲", en: "Both" }'],
    ["UNSAID", 'UNSAID: { zh: "UNSAID", en: "Unsaid" }'],
  ])("%s", (value, row) => {
    expect(enumOf(value)).toContain(row);
  });

  it("are there in Chinese for every value of the contract", () => {
    const contract = readFileSync(join(import.meta.dirname, "../../../schema/api.graphql"), "utf8");
    expect(termsFile(contract).match(/zh: "[\x20-\x7e]*"/g) ?? []).toEqual([]);
  });
});
