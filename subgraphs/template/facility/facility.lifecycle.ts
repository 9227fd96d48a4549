import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Actor } from "../../shared/move.ts";
import { coversDivision, districtOf, servesIn } from "../../shared/principal.ts";
import { forbidden } from "../../shared/refusal.ts";
import { refuse } from "../template.errors.ts";
import { owner } from "../visibility.ts";
import type { Facility } from "./facility.ts";
import type { RegisterFacilityInput } from "./facility-input.ts";

/** Refuses what is no number of the district. */
export function requireFacilityNumber(number: string, district = districtOf(number)): string {
  if (/^\d{6}-FACILITY-\d{4,}$/.test(number) && districtOf(number) === district) return number;
  throw refuse("FACILITY_NUMBER", { number: number.slice(0, 40), district });
}

/** 登记: by the owner's staff answerable for the place. */
export function registerFacility(input: RegisterFacilityInput, { principal }: Actor): Facility {
  const { number, grid, contactPersonId = null } = input;
  if (!servesIn(principal, owner) || !coversDivision(principal, grid)) {
    throw forbidden("OWN-PLACE", principal, {
      en: `it is registered by the staff of ${owner} answerable for ${grid}`,
      zh: `由负责 ${grid} 的 ${owner} 工作人员登记`,
    });
  }
  const districtCode = districtOf(grid);
  return {
    districtCode,
    number: requireFacilityNumber(number, districtCode),
    name: requireText("name", input.name),
    gridCode: grid,
    contactName: requireText("contactName", input.contactName),
    contactPersonId,
  };
}

const longest = 200;

function requireText(field: string, given: string): string {
  const text = given.trim();
  if (text.length > 0 && text.length <= longest) return text;
  throw refuseShared("BAD_INPUT", {
    field,
    problem: `write 1 to ${longest} characters`,
    problemZh: `请填写 1 至 ${longest} 字`,
  });
}
