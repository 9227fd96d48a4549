import { expect, it } from "vitest";
import type { DataGrantState } from "../../../language/terms.ts";
import { stepsFor } from "./steps.ts";

type State = keyof typeof DataGrantState;

const market = "430105-MARKET-SUPERVISION";

it.each<[string, State, boolean, string, { owner: boolean; bureauSteward: boolean }, string]>([
  ["its owner", "REQUESTED", false, market, { owner: true, bureauSteward: false }, "approve narrow refuse"],
  ["its owner", "REQUESTED", true, market, { owner: true, bureauSteward: false }, "refuse"],
  ["its owner", "APPROVED", false, market, { owner: true, bureauSteward: false }, "revoke"],
  ["its owner", "APPROVED", true, market, { owner: true, bureauSteward: false }, ""],
  ["its owner", "REVOKED", false, market, { owner: true, bureauSteward: false }, ""],
  ["another owner", "REQUESTED", false, "430105-CIVIL-AFFAIRS", { owner: true, bureauSteward: false }, ""],
  ["the data bureau", "REQUESTED", false, "430105-DATA-BUREAU", { owner: true, bureauSteward: true }, ""],
  [
    "the data bureau",
    "APPROVED",
    false,
    "430105-DATA-BUREAU",
    { owner: true, bureauSteward: true },
    "revoke",
  ],
  ["who reads", "APPROVED", false, "430105-HOUSING", { owner: false, bureauSteward: false }, ""],
  ["its unit's responder", "REQUESTED", false, market, { owner: false, bureauSteward: false }, ""],
])("%s may on a grant %s, expired %s", (_, state, expired, unit, standing, steps) => {
  const grant = { state, expired, ownerUnit: { code: market, name: "市场监管局" } };
  expect(stepsFor(grant, unit, standing).join(" ")).toBe(steps);
});
