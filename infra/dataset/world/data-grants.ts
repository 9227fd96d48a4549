import type { Actor, Move } from "../../../subgraphs/shared/move.ts";
import { Post, type Principal, Rows } from "../../../subgraphs/shared/principal.ts";
import { registerAgreement } from "../../../subgraphs/stewardship/agreement/agreement.lifecycle.ts";
import type { Agreement } from "../../../subgraphs/stewardship/agreement/agreement.ts";
import {
  approveGrant,
  logged,
  requestGrant,
} from "../../../subgraphs/stewardship/data-grant/data-grant.lifecycle.ts";
import type { DataGrant } from "../../../subgraphs/stewardship/data-grant/data-grant.ts";
import type { RequestDataGrantInput } from "../../../subgraphs/stewardship/data-grant/data-grant-input.ts";
import type { Frame } from "./frame.ts";
import { departmentItem } from "./lists/sample-items.ts";
import { mattersIn } from "./matters/district-matters.ts";
import { DAY, type DayNumber, dayText, HOUR, midnight } from "./office-clock.ts";
import { namedIn, type Officials, principalOf } from "./officials.ts";
import { type LogRow, logRow } from "./tickets/ticket-story.ts";

/** What a district's owners let others read (数据授权), and the agreements (协议) some of it rests on. */
export interface DataGrantStory {
  readonly districtCode: string;
  readonly agreements: readonly Agreement[];
  readonly grants: readonly DataGrant[];
  readonly log: readonly LogRow[];
}

/** Agreements are made on the first day that is told, grants asked for a week later and decided on the day after. */
const ASKED = 7;
const DECIDED = 8;
/** Everything holds for this long after the anchor day. */
const HOLDS = 365;

/** A few of every district: to urban management, to the command centre, and to the grid members known by name. */
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
    const items = mattersIn(district)
      .filter(({ department }) => department === "URBAN-MANAGEMENT")
      .flatMap((matter) => departmentItem(district, matter)?.code ?? []);
    story.grant(
      story.steward("URBAN-MANAGEMENT"),
      {
        owner: "market-supervision",
        consumer: unit("URBAN-MANAGEMENT"),
        coordinates: ["Inspection", "Licence"],
        purposes: items,
        rows: Rows.THIS_CASE,
        clear: [],
        reason: "示例：查处占道经营时核对市场主体证照和检查情况",
      },
      principalOf(officials.chief(district, "MARKET-SUPERVISION")),
    );
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
    yield story;
  }
}

type Wanted = Omit<RequestDataGrantInput, "validFrom" | "validUntil">;

class DistrictGrants implements DataGrantStory {
  readonly districtCode: string;
  readonly agreements: Agreement[] = [];
  readonly grants: DataGrant[] = [];
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
    const { since, today } = this.#frame;
    const asks = this.#actor(asking, since + ASKED);
    const decides = this.#actor(deciding, since + DECIDED);
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
    const approval: Move<DataGrant> = approveGrant(requested, "示例：符合最小必要原则", decides);
    this.grants.push({ ...requested, ...approval.change, version: 2 });
    this.log.push(
      logRow(number, { kind: "DATA_GRANT_REQUESTED", payload: logged(requested) }, asks),
      logRow(number, approval, decides),
    );
  }

  #actor(principal: Principal, day: DayNumber): Actor {
    return { principal, at: new Date(midnight(day) + 10 * HOUR) };
  }

  #number(mark: string, before: number): string {
    return `${this.districtCode}-${mark}-${String(before + 1).padStart(4, "0")}`;
  }
}
