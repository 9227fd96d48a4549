import { dayOf } from "../../shared/calendar.ts";
import { checkMobileNumber, communityOfGrid } from "../../shared/codes.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Actor } from "../../shared/move.ts";
import { districtOf } from "../../shared/principal.ts";
import { refuse } from "../civil-affairs.errors.ts";
import { requireStaffOver } from "../require-staff.ts";
import { requireText } from "../require-text.ts";
import { retainUntil } from "../retention/record.retention.ts";
import { yearsAfter } from "../years-after.ts";
import { ContactRelation, type ElderlyLivingAlone, LivingSituation } from "./elderly-living-alone.ts";
import type { ElderlyLivingAloneInput, EmergencyContactInput } from "./elderly-living-alone-input.ts";

type Contact = Pick<ElderlyLivingAlone, "contactName" | "contactPhone" | "contactRelation">;

/** 登记: by the staff answerable for the place, for a year at most; what was known before gives way. */
export function recordElderly(
  input: ElderlyLivingAloneInput,
  earlier: ElderlyLivingAlone | null,
  actor: Actor,
): ElderlyLivingAlone {
  const { resident, grid, ageGroup, livingSituation, usesSmartphone, source } = input;
  requireStaffOver(grid, actor);
  const districtCode = districtOf(grid);
  if (districtOf(resident) !== districtCode) {
    throw refuse("RESIDENT_OF_ANOTHER_DISTRICT", { resident, place: communityOfGrid(grid) });
  }
  const today = dayOf(actor.at);
  const latest = yearsAfter(today, 1);
  const { validUntil = latest } = input;
  if (validUntil < today || validUntil > latest) {
    throw refuse("RECORD_VALIDITY", { earliest: today, latest, given: validUntil });
  }
  return {
    districtCode,
    residentId: resident,
    personId: input.person ?? earlier?.personId ?? null,
    placeCode: grid,
    name: requireText("name", input.name, 50),
    address: requireText("address", input.address, 200),
    ageGroup,
    livingSituation,
    usesSmartphone,
    ...contactOf(input.contact, livingSituation),
    source,
    recordedOn: today,
    validUntil,
    retainUntil: retainUntil("ELDERLY_LIVING_ALONE", validUntil),
  };
}

function contactOf(contact: EmergencyContactInput | undefined, situation: LivingSituation): Contact {
  if (!contact) return { contactName: null, contactPhone: null, contactRelation: null };
  const { phone, relation } = contact;
  if (relation === ContactRelation.CHILD && situation === LivingSituation.NO_CHILDREN) {
    throw refuseShared("BAD_INPUT", {
      field: "contact.relation",
      problem: "somebody without children has no child to call",
      problemZh: "无子女的，紧急联系人不应为子女",
    });
  }
  const finding = checkMobileNumber(phone);
  if (finding) {
    throw refuseShared("BAD_INPUT", { field: "contact.phone", problem: finding.en, problemZh: finding.zh });
  }
  return {
    contactName: requireText("contact.name", contact.name, 50),
    contactPhone: phone,
    contactRelation: relation,
  };
}
