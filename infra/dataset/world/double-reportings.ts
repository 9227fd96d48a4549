import type { Day } from "../../../subgraphs/shared/calendar.ts";
import { departmentCode, departmentsIn } from "./departments.ts";
import type { Frame } from "./frame.ts";
import { personName } from "./names.ts";
import { dayText } from "./office-clock.ts";

/** A body or a person that reports to a community (双报到, PG-17); people are invented. */
export interface DoubleReportingRow {
  readonly id: string;
  readonly kind: "PARTY_BODY" | "PARTY_MEMBER" | "CADRE" | "TEMPORARY_POST";
  readonly districtCode: string;
  readonly communityCode: string;
  readonly unitCode: string;
  readonly personId: string | null;
  readonly name: string | null;
  readonly post: string | null;
  readonly validFrom: Day;
}

/** To every community reports a department's body, a few of its members and a cadre, who holds a post there. */
const whoReports = ["PARTY_BODY", "PARTY_MEMBER", "PARTY_MEMBER", "CADRE", "TEMPORARY_POST"] as const;

export function* doubleReportings({ random, communities, today }: Frame): Iterable<DoubleReportingRow> {
  for (const [place, { code: communityCode, street }] of communities.entries()) {
    const { districtCode } = street;
    const departments = [...departmentsIn(districtCode)];
    const department = departments[place % departments.length];
    if (!department) continue;
    for (const [index, kind] of whoReports.entries()) {
      const dice = random.split(`double-reporting/${communityCode}/${index}`);
      const isBody = kind === "PARTY_BODY";
      yield {
        id: dice.uuid(),
        kind,
        districtCode,
        communityCode,
        unitCode: departmentCode(districtCode, department),
        personId: isBody ? null : `double-reporting/${communityCode}/${index}`,
        name: isBody ? null : personName(dice).name,
        post: kind === "TEMPORARY_POST" ? "社区党委兼职委员" : null,
        validFrom: dayText(today - dice.between(30, 360)),
      };
    }
  }
}
