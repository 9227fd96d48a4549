import type { Actor } from "../shared/move.ts";
import { forbidden } from "../shared/refusal.ts";

/**
 * The two axes (两轴) of digital city management, separate bodies by rule (CJJ/T 106): the supervision centre registers,
 * verifies and closes, the command centre dispatches. Neither handles.
 */
export type Axis = "SUPERVISION" | "COMMAND";

const centres: Readonly<Record<Axis, { short: string; en: string; zh: string }>> = {
  SUPERVISION: { short: "SUPERVISION-CENTRE", en: "supervision centre", zh: "监督中心" },
  COMMAND: { short: "COMMAND-CENTRE", en: "command centre", zh: "指挥中心" },
};

/** Code of the unit that is a district's centre on this axis: `430105-SUPERVISION-CENTRE`. */
export const centreOf = (districtCode: string, axis: Axis): string =>
  `${districtCode}-${centres[axis].short}`;

export const isCentre = (districtCode: string, unit: string): boolean =>
  unit === centreOf(districtCode, "SUPERVISION") || unit === centreOf(districtCode, "COMMAND");

/** Refuses whoever is not of the district's centre on this axis. */
export function requireAxis(axis: Axis, districtCode: string, { principal }: Actor): void {
  const centre = centreOf(districtCode, axis);
  if (principal.unit === centre) return;
  const { en, zh } = centres[axis];
  throw forbidden("CJJ/T 106", principal, {
    en: `this step is the ${en}'s (${centre}); who dispatches, who handles and who judges are kept apart`,
    zh: `此步骤由${zh}（${centre}）办理；派遣、处理与评判相互分离`,
    units: [centre],
  });
}
