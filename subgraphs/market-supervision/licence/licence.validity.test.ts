import { describe, expect, it } from "vitest";
import type { RegisteredLicence } from "../register/business-register.ts";
import { inForceOn } from "./licence.validity.ts";
import { LicenceKind, LicenceState } from "./licence-kind.ts";

const usual: RegisteredLicence = {
  creditCode: "91430105FAKE000100",
  number: "JY0",
  kind: LicenceKind.FOOD_BUSINESS,
  scope: "热食类食品制售",
  issuedOn: "2021-06-01",
  validUntil: "2026-05-31",
  state: LicenceState.VALID,
  validityUnknown: false,
};

describe("a licence is in force", () => {
  it.each<[string, Partial<RegisteredLicence>, "2026-05-31", boolean | undefined]>([
    ["on its last day", {}, "2026-05-31", true],
    ["on its first day", { issuedOn: "2026-05-31", validUntil: "2031-05-30" }, "2026-05-31", true],
    ["not on the day after its last", { validUntil: "2026-05-30" }, "2026-05-31", false],
    ["not on the day before its first", { issuedOn: "2026-06-01" }, "2026-05-31", false],
    ["without end where it has none", { validUntil: null }, "2026-05-31", true],
    ["not once it is revoked", { state: LicenceState.REVOKED }, "2026-05-31", false],
    ["not once it is cancelled", { state: LicenceState.CANCELLED, validUntil: null }, "2026-05-31", false],
    ["nobody knows, in a state nobody knows", { state: null }, "2026-05-31", undefined],
    [
      "certainly not in a state nobody knows, but long past",
      { state: null, validUntil: "2020-01-01" },
      "2026-05-31",
      false,
    ],
    ["nobody knows, from a day nobody knows", { issuedOn: null }, "2026-05-31", undefined],
    [
      "nobody knows, until a day nobody can read",
      { validUntil: null, validityUnknown: true },
      "2026-05-31",
      undefined,
    ],
  ])("%s", (_, differing, day, expected) => {
    expect(inForceOn({ ...usual, ...differing }, day)).toBe(expected);
  });
});
