import { checkMobileNumber } from "../../shared/codes.ts";
import { refuse } from "../../shared/errors.ts";
import { districtOf } from "../../shared/principal.ts";
import { unfit } from "../../shared/refusal.ts";
import { isOfSeries } from "../../shared/running-number.ts";
import type { Component } from "../component/component.ts";
import { requireText } from "../require-text.ts";
import { StreetOrderKind } from "../street-order-class/street-order-class.ts";
import type { Finding } from "./street-order-case.lifecycle.ts";
import type { ReportStreetOrderCaseInput, StreetOrderPartyInput } from "./street-order-case-input.ts";

/** What was reported, made whole: a component brings its grid and sub-class, an event must name them. */
export function findingReported(input: ReportStreetOrderCaseInput, component: Component | null): Finding {
  const at = component ? ofComponent(component, input) : ofEvent(input);
  return {
    ...at,
    place: input.place,
    description: input.description,
    foundBy: input.foundBy,
    ticketNumber: input.ticket ? ticketOfDistrict(input.ticket, districtOf(at.gridCode)) : null,
    creditCode: input.business ?? null,
    ...partyOf(input.party),
  };
}

type Located = Pick<Finding, "kind" | "subclassCode" | "componentCode" | "gridCode">;

function ofComponent(
  { code, gridCode, subclassCode }: Component,
  { event, grid }: ReportStreetOrderCaseInput,
): Located {
  if (event !== undefined) throw oneOfBoth();
  if (grid !== undefined && grid !== gridCode) {
    throw refuse("BAD_INPUT", {
      field: "grid",
      problem: `the component stands in ${gridCode}; leave the grid out`,
      problemZh: `该部件位于网格 ${gridCode}，无须填写网格`,
    });
  }
  return {
    kind: StreetOrderKind.COMPONENT,
    subclassCode,
    componentCode: code,
    gridCode,
  };
}

function ofEvent({ event, grid }: ReportStreetOrderCaseInput): Located {
  if (event === undefined) throw oneOfBoth();
  if (grid === undefined) {
    throw refuse("BAD_INPUT", {
      field: "grid",
      problem: "say in which grid the event was found",
      problemZh: "事件须填写所在网格",
    });
  }
  return { kind: StreetOrderKind.EVENT, subclassCode: event, componentCode: null, gridCode: grid };
}

const oneOfBoth = () =>
  refuse("BAD_INPUT", {
    field: "component",
    problem: "give the component or the event, one of them",
    problemZh: "部件代码与事件小类须填且仅填其一",
  });

function ticketOfDistrict(number: string, district: string): string {
  if (isOfSeries(number, "TICKET") && districtOf(number) === district) return number;
  throw unfit("OWN-DISTRICT", "ticket", {
    en: `give the number of a ticket of ${district}`,
    zh: `须为 ${district} 的工单编号`,
  });
}

function partyOf(
  party: StreetOrderPartyInput | undefined,
): Pick<Finding, "partyName" | "partyPhone" | "partyPersonId" | "partyResidentId"> {
  if (!party) return { partyName: null, partyPhone: null, partyPersonId: null, partyResidentId: null };
  if (party.phone !== undefined && checkMobileNumber(party.phone)) {
    throw refuse("BAD_INPUT", {
      field: "party.phone",
      // What was mistyped is still personal: it is not repeated.
      problem: "give a mobile number of 11 digits",
      problemZh: "须为 11 位手机号码",
    });
  }
  return {
    partyName: requireText("party.name", party.name, 50),
    partyPhone: party.phone ?? null,
    // Who signs in as that person is for the identity provider to say, never for the one who reports.
    partyPersonId: null,
    partyResidentId: party.residentId ?? null,
  };
}
