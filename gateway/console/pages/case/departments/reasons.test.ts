import { describe, expect, it } from "vitest";
import { type Refusal, refusalOf } from "../../../graph/refusal.ts";
import { byReason, openedByGrant } from "./reasons.ts";

const refused = (message: string, extensions: Record<string, unknown>): Refusal =>
  refusalOf({ message, extensions });
const withheld = (subgraph: string, coordinate: string, reason: string): Refusal =>
  refused("Withheld.", { code: "WITHHELD", fault: "CALLER", details: { subgraph, coordinate, reason } });

describe("reasons", () => {
  it("are told once each, and none is lost", () => {
    const name = withheld("grids", "Resident.name", "NO_GRANTS");
    const phone = withheld("grids", "Resident.phone", "NO_GRANTS");
    const aid = withheld("civil-affairs", "AidRecipient.kind", "NO_GRANTS");
    const down = refused("Down.", { code: "SUBGRAPH_UNAVAILABLE", fault: "SYSTEM" });
    const slow = refused("Slow.", { code: "SUBGRAPH_TIMEOUT", fault: "SYSTEM" });
    const large = refused("Ask for fewer rows.", { code: "PAGE_TOO_LARGE", fault: "CALLER" });
    const cursor = refused("No cursor of this list.", { code: "BAD_CURSOR", fault: "CALLER" });
    expect(byReason([name, down, aid, large, phone, cursor, slow], "tickets")).toEqual([
      [name, phone],
      [down, slow],
      [aid],
      [large],
      [cursor],
    ]);
  });
});

describe("fields that a grant would open", () => {
  it("are asked of whoever owns each, and none that no grant opens", () => {
    const lacks = [
      withheld("grids", "Resident.name", "NO_BASIS"),
      withheld("civil-affairs", "AidRecipient.kind", "NO_GRANTS"),
      withheld("grids", "Resident.name", "NO_BASIS"),
      withheld("grids", "Resident.phone", "NO_GRANTS"),
      withheld("grids", "Visit.force", "NO_SCOPE"),
    ];
    expect([...openedByGrant(lacks, "civil-affairs")]).toEqual([
      ["grids", ["Resident.name", "Resident.phone"]],
      ["civil-affairs", ["AidRecipient.kind"]],
    ]);
  });
});
