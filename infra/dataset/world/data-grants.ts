import { CasePart } from "../../../subgraphs/shared/case-part.ts";
import type { Actor, Move } from "../../../subgraphs/shared/move.ts";
import { Post, type Principal, Rows } from "../../../subgraphs/shared/principal.ts";
import { registerAgreement } from "../../../subgraphs/stewardship/agreement/agreement.lifecycle.ts";
import type { Agreement } from "../../../subgraphs/stewardship/agreement/agreement.ts";
import {
  logged as loggedRule,
  setRule,
} from "../../../subgraphs/stewardship/case-access/case-access-rule.lifecycle.ts";
import type { CaseAccessRule } from "../../../subgraphs/stewardship/case-access/case-access-rule.ts";
import type { SetCaseAccessRuleInput } from "../../../subgraphs/stewardship/case-access/case-access-rule-input.ts";
import {
  approveGrant,
  logged,
  refuseGrant,
  requestGrant,
} from "../../../subgraphs/stewardship/data-grant/data-grant.lifecycle.ts";
import type { DataGrant } from "../../../subgraphs/stewardship/data-grant/data-grant.ts";
import type { RequestDataGrantInput } from "../../../subgraphs/stewardship/data-grant/data-grant-input.ts";
import type { DepartmentName } from "./departments.ts";
import type { Frame } from "./frame.ts";
import { DAY, type DayNumber, dayText, HOUR, midnight } from "./office-clock.ts";
import { namedIn, type Officials, principalOf } from "./officials.ts";
import { type LogRow, logRow } from "./tickets/ticket-story.ts";

/**
 * What a district's owners let others read: whoever is called to a case (案内访问规则), bodies by name (数据授权), and the
 * agreements (协议) some of it rests on.
 */
export interface DataGrantStory {
  readonly districtCode: string;
  readonly agreements: readonly Agreement[];
  readonly grants: readonly DataGrant[];
  readonly rules: readonly CaseAccessRule[];
  readonly log: readonly LogRow[];
}

/** Agreements are made on the first day that is told, grants asked for a week later and decided on the day after. */
const ASKED = 7;
const DECIDED = 8;
/** Everything holds for this long after the anchor day. */
const HOLDS = 365;

type Opened = Pick<SetCaseAccessRuleInput, "owner" | "parts" | "coordinates" | "reason" | "listMaximum">;

/** Everybody who works on a case, and those alone who answer for it. */
const anyPart = [CasePart.HANDLING, CasePart.LEAD, CasePart.ASSISTING];
const answering = [CasePart.HANDLING, CasePart.LEAD];

/** By owner; all of it masked. The police open least: that there was a call and what came of it, and nobody's name. */
const opened: readonly (readonly [owner: DepartmentName, rule: Opened])[] = [
  [
    "URBAN-MANAGEMENT",
    {
      owner: "city-management",
      parts: anyPart,
      coordinates: ["StreetOrderCase", "StreetOrderStep"],
      reason: "示例：协同处置时了解本案市容案件办理情况",
    },
  ],
  [
    "MARKET-SUPERVISION",
    {
      owner: "market-supervision",
      parts: anyPart,
      coordinates: ["Business.legalRepresentative", "Business.phone", "ConsumerComplaint", "Inspection"],
      reason: "示例：协同处置时核对本案市场主体检查和投诉情况",
    },
  ],
  [
    "CIVIL-AFFAIRS",
    {
      owner: "civil-affairs",
      parts: answering,
      coordinates: ["name", "ageGroup", "livingSituation", "usesSmartphone"].map(
        (field) => `ElderlyLivingAlone.${field}`,
      ),
      reason: "示例：上门办理前了解诉求人是否为独居老人",
    },
  ],
  [
    "PUBLIC-SECURITY",
    {
      owner: "public-security",
      parts: answering,
      coordinates: ["number", "takenAt", "kind", "outcome", "closedAt"].map((field) => `PoliceCall.${field}`),
      listMaximum: 20,
      reason: "示例：了解本案是否已有警情及处理结果",
    },
  ],
];

/** To the command centre, which is called to no case, and to the grid members known by name. */
export function* dataGrants(frame: Frame, officials: Officials): Iterable<DataGrantStory> {
  const stewards = new Map(
    [...officials.all(frame)]
      .filter(({ post }) => post === Post.DATA_STEWARD)
      .map((official) => [official.unitCode, principalOf(official)]),
  );
  const districts = new Set(frame.communities.map(({ street }) => street.districtCode));
  for (const district of districts) {
    const story = new DistrictGrants(district, frame, stewards);
    const unit = (shortName: string) => `${district}-${shortName}`;
    for (const [owner, rule] of opened) {
      story.opens(principalOf(officials.chief(district, owner)), rule);
    }
    story.grant(
      story.steward("COMMAND-CENTRE"),
      {
        owner: "public-security",
        consumer: unit("COMMAND-CENTRE"),
        coordinates: ["PoliceCall"],
        purposes: [
          story.agreement([unit("COMMAND-CENTRE"), unit("PUBLIC-SECURITY")], "示例：派单时了解同一警情"),
        ],
        rows: Rows.THIS_CASE,
        clear: [],
        reason: "示例：派单前了解是否已有警情，避免重复处置",
      },
      principalOf(officials.chief(district, "PUBLIC-SECURITY")),
    );
    for (const community of frame.communities) {
      if (community.street.districtCode !== district || !namedIn(Post.GRID_MEMBER, community.code)) continue;
      story.grant(
        principalOf(officials.secretary(community)),
        {
          owner: "civil-affairs",
          consumer: community.code,
          posts: [Post.GRID_MEMBER],
          coordinates: ["ElderlyLivingAlone"],
          purposes: [story.agreement([community.code, unit("CIVIL-AFFAIRS")], "示例：网格走访独居老人")],
          rows: Rows.OWN_GRIDS,
          clear: ["ElderlyLivingAlone.name", "ElderlyLivingAlone.address"],
          reason: "示例：网格员上门走访本网格独居老人",
        },
        principalOf(officials.chief(district, "CIVIL-AFFAIRS")),
      );
    }
    const market = officials.chief(district, "MARKET-SUPERVISION");
    const urban = officials.chief(district, "URBAN-MANAGEMENT");
    story.request(
      principalOf(urban),
      {
        owner: "market-supervision",
        consumer: unit("URBAN-MANAGEMENT"),
        coordinates: ["Inspection"],
        purposes: [
          story.agreement([unit("URBAN-MANAGEMENT"), unit("MARKET-SUPERVISION")], "示例：占道经营联合整治"),
        ],
        rows: Rows.THIS_CASE,
        clear: [],
        reason: "示例：联合整治前了解市场主体检查情况",
      },
      principalOf(market),
    );
    story.refuse(
      principalOf(market),
      {
        owner: "city-management",
        consumer: unit("MARKET-SUPERVISION"),
        coordinates: ["StreetOrderCase"],
        purposes: [
          story.agreement([unit("MARKET-SUPERVISION"), unit("URBAN-MANAGEMENT")], "示例：市容信息共享"),
        ],
        rows: Rows.THIS_CASE,
        clear: [],
        reason: "示例：了解商户门前市容案件",
      },
      principalOf(urban),
    );
    yield story;
  }
}

type Wanted = Omit<RequestDataGrantInput, "validFrom" | "validUntil">;

class DistrictGrants implements DataGrantStory {
  readonly districtCode: string;
  readonly agreements: Agreement[] = [];
  readonly grants: DataGrant[] = [];
  readonly rules: CaseAccessRule[] = [];
  readonly log: LogRow[] = [];
  readonly #frame: Frame;
  readonly #stewards: ReadonlyMap<string, Principal>;

  constructor(districtCode: string, frame: Frame, stewards: ReadonlyMap<string, Principal>) {
    this.districtCode = districtCode;
    this.#frame = frame;
    this.#stewards = stewards;
  }

  /** The command centre's is known to no other part of the world. */
  steward(shortName: string): Principal {
    const unit = `${this.districtCode}-${shortName}`;
    const id = `${Post.DATA_STEWARD}/${unit}`;
    const made = { id, name: "", post: Post.DATA_STEWARD, unit, division: this.districtCode, scopes: [] };
    return this.#stewards.get(unit) ?? made;
  }

  /** Its number. */
  agreement(parties: string[], purpose: string): string {
    const { since, today } = this.#frame;
    const actor = this.#actor(this.steward("DATA-BUREAU"), since);
    const number = this.#number("A", this.agreements.length);
    const validFrom = dayText(since);
    const validUntil = dayText(today + HOLDS);
    const decided = registerAgreement({ parties, purpose, validFrom, validUntil }, actor);
    this.agreements.push({ ...decided, number });
    const payload = { agreement: number, parties, from: validFrom, until: validUntil };
    this.log.push(logRow(number, { kind: "AGREEMENT_REGISTERED", payload }, actor));
    return number;
  }

  grant(asking: Principal, wanted: Wanted, deciding: Principal): void {
    const decides = this.#actor(deciding, this.#frame.since + DECIDED);
    this.#ask(this.#actor(asking, this.#frame.since + ASKED), wanted, decides, (requested) =>
      approveGrant(requested, "示例：符合最小必要原则", decides),
    );
  }

  /** Asked for a while ago, and refused (驳回). */
  refuse(asking: Principal, wanted: Wanted, deciding: Principal): void {
    const { today } = this.#frame;
    const decides = this.#actor(deciding, today - 40);
    this.#ask(this.#actor(asking, today - 43), wanted, decides, (requested) =>
      refuseGrant(requested, "示例：所需信息可由本单位依职权取得，非履职所必需", decides),
    );
  }

  /** Asked for lately; the owner has not answered yet (待审批). */
  request(asking: Principal, wanted: Wanted, asked: Principal): void {
    const day = this.#frame.today - 2;
    this.#ask(this.#actor(asking, day), wanted, this.#actor(asked, day), () => null);
  }

  #ask(
    asks: Actor,
    wanted: Wanted,
    decides: Actor,
    decide: (requested: DataGrant) => Move<DataGrant> | null,
  ): void {
    const { today } = this.#frame;
    const deciding = decides.principal;
    const input = {
      ...wanted,
      validFrom: decides.at,
      validUntil: new Date(midnight(today) + HOLDS * DAY),
    };
    const number = this.#number("G", this.grants.length);
    const requested: DataGrant = {
      ...requestGrant(input, deciding.unit, asks),
      number,
      districtCode: this.districtCode,
    };
    const decision = decide(requested);
    this.grants.push(decision ? { ...requested, ...decision.change, version: 2 } : requested);
    this.log.push(
      logRow(number, { kind: "DATA_GRANT_REQUESTED", payload: logged(requested) }, asks),
      ...(decision ? [logRow(number, decision, decides)] : []),
    );
  }

  opens(deciding: Principal, rule: Opened): void {
    const decides = this.#actor(deciding, this.#frame.since + DECIDED);
    const input = {
      ...rule,
      clear: [],
      validFrom: decides.at,
      validUntil: new Date(midnight(this.#frame.today) + HOLDS * DAY),
    };
    const number = this.#number("C", this.rules.length);
    const set = { ...setRule(input, deciding.unit, decides), number, districtCode: this.districtCode };
    this.rules.push(set);
    this.log.push(logRow(number, { kind: "CASE_ACCESS_RULE_SET", payload: loggedRule(set) }, decides));
  }

  #actor(principal: Principal, day: DayNumber): Actor {
    return { principal, at: new Date(midnight(day) + 10 * HOUR) };
  }

  #number(mark: string, before: number): string {
    return `${this.districtCode}-${mark}-${String(before + 1).padStart(4, "0")}`;
  }
}
