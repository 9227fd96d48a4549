import {
  proposeHandDown,
  recordFact,
} from "../../../../subgraphs/departments/hand-down/hand-down.lifecycle.ts";
import { type HandDown, HandDownFact } from "../../../../subgraphs/departments/hand-down/hand-down.ts";
import {
  approveGrant,
  reviewGrant,
  revokeGrant,
  stateIntent,
} from "../../../../subgraphs/departments/power-grant/power-grant.lifecycle.ts";
import type { PowerGrant } from "../../../../subgraphs/departments/power-grant/power-grant.ts";
import { UnitKind } from "../../../../subgraphs/departments/unit/unit-kind.ts";
import type { Actor, Move } from "../../../../subgraphs/shared/move.ts";
import type { Frame } from "../frame.ts";
import { mattersIn } from "../matters/district-matters.ts";
import type { Matter } from "../matters/matter.ts";
import { type DayNumber, dayText, HOUR, midnight } from "../office-clock.ts";
import { type Official, type Officials, principalOf } from "../officials.ts";
import type { Street } from "../places.ts";
import { type LogRow, logRow } from "../tickets/ticket-story.ts";
import { departmentItem, type PowerItemRow } from "./sample-items.ts";

/** Powers granted (赋权, GZ-5) and duties handed down (下沉, GZ-9) to a district's sub-districts, as far as each has come. */
export interface HandedToStreets {
  readonly powerGrants: readonly Omit<PowerGrant, "districtCode">[];
  readonly handDowns: readonly Omit<HandDown, "districtCode">[];
  readonly log: readonly LogRow[];
}

/** The first is begun so long after the first day that is told, in days; each further step takes as many as said. */
const BEGUN = 60;
const STEP = 14;

/** A few of every district's first sub-districts, none yet on a list: what is listed comes with a batch. */
export function* handedToStreets(frame: Frame, officials: Officials): Iterable<HandedToStreets> {
  const streets = new Map<string, Street[]>();
  for (const { street } of frame.communities) {
    const known = streets.get(street.districtCode) ?? [];
    if (!known.includes(street)) streets.set(street.districtCode, [...known, street]);
  }
  for (const [district, ofDistrict] of streets) {
    const items = mattersIn(district)
      .filter(({ lowest }) => lowest === "DEPARTMENT")
      .flatMap((matter) => withItem(district, matter));
    yield new DistrictHandings(district, frame, officials, ofDistrict, items);
  }
}

type Handed = readonly [matter: Matter, item: PowerItemRow];

const withItem = (district: string, matter: Matter): Handed[] => {
  const item = departmentItem(district, matter);
  return item ? [[matter, item]] : [];
};

class DistrictHandings implements HandedToStreets {
  readonly powerGrants: Omit<PowerGrant, "districtCode">[] = [];
  readonly handDowns: Omit<HandDown, "districtCode">[] = [];
  readonly log: LogRow[] = [];
  readonly #district: string;
  readonly #frame: Frame;
  readonly #officials: Officials;

  constructor(
    district: string,
    frame: Frame,
    officials: Officials,
    streets: readonly Street[],
    items: readonly Handed[],
  ) {
    this.#district = district;
    this.#frame = frame;
    this.#officials = officials;
    const penalties = items.filter(([{ power }]) => power.kind === "PENALTY");
    const duties = items.filter(([{ power }]) => power.kind !== "PENALTY");
    const streetOf = (index: number) => streets[index % streets.length] as Street;
    penalties.slice(0, 4).forEach((handed, index) => {
      this.#grant(streetOf(index), handed, index);
    });
    duties.slice(0, 3).forEach((handed, index) => {
      this.#handDown(streetOf(index), handed, index);
    });
  }

  /** How far it has come: only stated, reviewed, approved, or taken back after that. */
  #grant(street: Street, [matter, item]: Handed, steps: number): void {
    const number = this.#number("G", this.powerGrants.length);
    const chief = this.#officials.chief(this.#district, matter.department);
    const government = this.#officials.districtLeader(this.#district);
    const states = this.#actor(this.#officials.streetLeader(street), 0);
    const intent = {
      guidingCatalogue: "示例：赋权指导目录",
      intent: `示例：已有人员和条件承接${matter.power.name}`,
    };
    const stated = { ...stateIntent(intent, item, receiverOf(street), states), number };
    let grant: PowerGrant = { ...stated, districtCode: this.#district };
    this.log.push(
      logRow(
        number,
        {
          kind: "GRANT_INTENT_STATED",
          payload: { grant: number, item: item.code, from: item.bodyUnitCode, to: street.code },
        },
        states,
      ),
    );
    const moves: readonly ((grant: PowerGrant) => [Move<PowerGrant>, Actor])[] = [
      (before) => {
        const actor = this.#actor(chief, 1);
        return [reviewGrant(before, "示例：具备承接能力，同意", actor), actor];
      },
      (before) => {
        const actor = this.#actor(government, 2);
        return [approveGrant(before, "示例文件〔2026〕1号", actor), actor];
      },
      (before) => {
        const actor = this.#actor(government, 3);
        return [revokeGrant(before, "示例：机构调整，暂不赋权", actor), actor];
      },
    ];
    for (const decide of moves.slice(0, steps)) {
      const [move, actor] = decide(grant);
      grant = { ...grant, ...move.change, version: grant.version + 1 };
      this.log.push(logRow(number, move, actor));
    }
    const { districtCode: _, ...row } = grant;
    this.powerGrants.push(row);
  }

  /** How far it has come: only proposed, approved, or with funds and conditions as well. */
  #handDown(street: Street, [matter, item]: Handed, come: number): void {
    const number = this.#number("H", this.handDowns.length);
    const leader = this.#officials.streetLeader(street);
    const proposes = this.#actor(this.#officials.chief(this.#district, matter.department), 0);
    const proposed = proposeHandDown("示例：由街道就近处置更为便民", item, receiverOf(street), proposes);
    let handDown: HandDown = { ...proposed, number, districtCode: this.#district };
    this.log.push(
      logRow(
        number,
        {
          kind: "HAND_DOWN_PROPOSED",
          payload: { handDown: number, item: item.code, from: item.bodyUnitCode, to: street.code },
        },
        proposes,
      ),
    );
    const facts: readonly (readonly [HandDownFact, string, Official])[] = [
      [HandDownFact.APPROVAL, "示例文件〔2026〕2号", this.#officials.districtLeader(this.#district)],
      [HandDownFact.FUNDS, "示例：专项经费 20 万元", leader],
      [HandDownFact.WORKING_CONDITIONS, "示例：下沉工作人员 2 名", leader],
    ];
    for (const [index, [fact, evidence, official]] of facts.slice(0, [0, 1, 3][come]).entries()) {
      const actor = this.#actor(official, 1 + index);
      const move = recordFact(handDown, fact, evidence, actor);
      handDown = { ...handDown, ...move.change, version: handDown.version + 1 };
      this.log.push(logRow(number, move, actor));
    }
    const { districtCode: _, ...row } = handDown;
    this.handDowns.push(row);
  }

  #actor(official: Official, step: number): Actor {
    return { principal: principalOf(official), at: new Date(midnight(this.#day(step)) + 10 * HOUR) };
  }

  #day(step: number): DayNumber {
    return this.#frame.since + BEGUN + step * STEP;
  }

  #number(mark: string, before: number): string {
    const day = dayText(this.#day(0)).replaceAll("-", "");
    return `${this.#district}-${mark}-${day}-${String(before + 1).padStart(4, "0")}`;
  }
}

const receiverOf = ({ code, districtCode }: Street) => ({
  code,
  districtCode,
  kind: UnitKind.SUBDISTRICT_OFFICE,
});
