import { describe, expect, it } from "vitest";
import type { Consent } from "../../subgraphs/shared/consent.ts";
import { linked } from "../../test/testkit/composed.ts";
import { compose } from "./compose.ts";
import { consentFindings } from "./consent-findings.ts";

const grids = `type Query { resident: Resident }
  type Resident @key(fields: "id") { id: ID! household: Household ageGroup: String @shareable }
  type Household @key(fields: "id") { id: ID! building: Building }
  type Building { rooms: Int }`;
const register = `type Resident @key(fields: "id") { id: ID! ageGroup: String @shareable }`;
const computing = (
  requires: string,
  external: string,
  others = 'type Household @key(fields: "id") { id: ID! }',
) =>
  `type Resident @key(fields: "id") { id: ID! ${external} needs: String @requires(fields: "${requires}") }
   ${others}`;

const household = "household: Household @external";
const plain = computing("household { id }", household);
const rooms = computing(
  "household { building { rooms } }",
  household,
  `type Household @key(fields: "id") { id: ID! building: Building @external }
   type Building { rooms: Int @external }`,
);
const shared = computing("ageGroup", "ageGroup: String @external", "");

const consentTo = (field: string, change: Partial<Consent> = {}): Consent => ({
  field,
  to: "civil-affairs",
  for: "Resident.needs",
  purpose: "示例用途",
  since: "2026-01-01",
  ...change,
});

function findings(
  civilAffairs: string,
  consents: { grids?: readonly Consent[]; register?: readonly Consent[] } = {},
): string[] {
  const sdls = { grids, register, "civil-affairs": civilAffairs };
  const composition = compose(Object.entries(sdls).map(([name, sdl]) => ({ name, sdl: linked(sdl) })));
  if (!composition.success) throw new Error(JSON.stringify(composition.errors));
  return consentFindings(composition.supergraph, [
    { name: "grids", consents: consents.grids ?? [] },
    { name: "register", consents: consents.register ?? [] },
    { name: "civil-affairs" },
  ]).map(({ code, message }) => `${code}: ${message.split(". ")[0]}`);
}

describe("a field computed of what another owner holds", () => {
  it.each<[string, string[]]>([
    ["needs the owner's consent", findings(plain)],
    [
      "and not to somebody else",
      findings(plain, { grids: [consentTo("Resident.household", { to: "register" })] }).slice(0, 1),
    ],
    [
      "nor for something else",
      findings(plain, { grids: [consentTo("Resident.household", { for: "Resident.other" })] }).slice(0, 1),
    ],
    ["nor another owner's", findings(plain, { register: [consentTo("Resident.household")] }).slice(0, 1)],
  ])("%s", (_, found) => {
    expect(found).toEqual([
      "CONSENT_MISSING: Resident.needs of civil-affairs is computed with Resident.household of grids, whose owner has not consented",
    ]);
  });

  it("composes with it; a key on the way tells nothing, and needs none", () => {
    expect(findings(plain, { grids: [consentTo("Resident.household")] })).toEqual([]);
  });

  it("needs it of every field on the way", () => {
    expect(findings(rooms, { grids: [consentTo("Resident.household")] })).toEqual([
      expect.stringContaining("Household.building of grids"),
      expect.stringContaining("Building.rooms of grids"),
    ]);
  });

  it("needs it of everybody who could be asked", () => {
    expect(findings(shared, { grids: [consentTo("Resident.ageGroup")] })).toEqual([
      expect.stringContaining("Resident.ageGroup of register"),
    ]);
  });
});

describe("a consent that nothing uses", () => {
  it("is to be taken out, so that none waits for a use that nobody judged", () => {
    const consents = [consentTo("Resident.household"), consentTo("Resident.ageGroup")];
    expect(findings(plain, { grids: consents })).toEqual([
      "CONSENT_IDLE: grids consents that civil-affairs computes Resident.needs with Resident.ageGroup, which it does not",
    ]);
  });
});
