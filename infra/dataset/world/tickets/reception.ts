import { createRequire } from "node:module";
import type gcoordModule from "gcoord";
import { Sex } from "../../../../subgraphs/shared/codes.ts";
import type { Position } from "../../../../subgraphs/shared/position.ts";
import { Post, type Principal } from "../../../../subgraphs/shared/principal.ts";
import type { DemandKind } from "../../../../subgraphs/tickets/demand/demand-kind.ts";
import type { Urgency } from "../../../../subgraphs/tickets/demand/urgency.ts";
import type { LimitName } from "../../../../subgraphs/tickets/limit/limit-name.ts";
import { petitionChannel } from "../../../../subgraphs/tickets/petition-day/petition-day.lifecycle.ts";
import type { Ticket } from "../../../../subgraphs/tickets/ticket/ticket.ts";
import type { TicketFunction } from "../../../../subgraphs/tickets/ticket/ticket-function.ts";
import { TicketState } from "../../../../subgraphs/tickets/ticket/ticket-state.ts";
import { coordinateOf } from "../borders.ts";
import { channelHabits } from "../demands/channels.ts";
import { demandText, type Slots } from "../demands/demand-text.ts";
import type { EnterpriseRow, Trade } from "../enterprises.ts";
import { type Frame, remembered } from "../frame.ts";
import { type Grid, liesIn } from "../grids.ts";
import { type DayNumber, dayNumberOf, HOUR } from "../office-clock.ts";
import { type Official, type Officials, principalOf } from "../officials.ts";
import { petitionDayId } from "../petition-days.ts";
import type { Community } from "../places.ts";
import type { Random } from "../random.ts";
import { dueAt } from "./handling.ts";
import type { Incident } from "./incident.ts";
import type { RunningNumbers } from "./running-numbers.ts";
import type { DemandRow } from "./ticket-story.ts";

// Its types describe the bundle for browsers; what Node loads is that bundle's default export itself.
const gcoord: typeof gcoordModule.default = createRequire(import.meta.url)("gcoord");

/** A demand taken in, with the ticket it opens and who took it in. */
export interface Received {
  readonly demand: DemandRow;
  readonly ticket: Ticket;
  readonly by: Principal;
}

/** Where the system puts a demand, from what was said and measured. */
interface Placed {
  readonly divisionCode: string;
  readonly gridCode: string | null;
  readonly estateCode: string | null;
}

/** Takes demands in: says them, places them as well as can be, and opens a ticket. */
export class Reception {
  readonly #frame: Frame;
  readonly #officials: Officials;
  readonly #numbers: RunningNumbers;
  readonly #shopsAround: (community: Community) => readonly EnterpriseRow[];
  readonly #marketsAround: (community: Community) => readonly Grid[];

  constructor(
    frame: Frame,
    officials: Officials,
    numbers: RunningNumbers,
    enterprisesOf: (grid: Grid) => readonly EnterpriseRow[],
  ) {
    this.#frame = frame;
    this.#officials = officials;
    this.#numbers = numbers;
    const gridsIn = (communities: readonly Community[]): Grid[] =>
      communities.flatMap((community) => frame.gridsIn.get(community) ?? []);
    this.#shopsAround = remembered((community) => gridsIn([community]).flatMap(enterprisesOf));
    this.#marketsAround = remembered(({ street }) =>
      gridsIn(street.communities).filter(({ institution }) => institution === "MARKET"),
    );
  }

  receive(incident: Incident): Received {
    const { districtCode, matter, channel, kind, demander, grid, building, place } = incident;
    const random = this.#frame.random.split(`reception/${incident.key}`);
    const habit = channelHabits[channel];
    const day = dayNumberOf(incident.at);
    const number = this.#numbers.next(districtCode, "TICKET", day);
    const position = random.chance(habit.positioned) ? positionOf(random, incident) : null;
    const placed = this.#place(random, incident, position !== null);
    const urgency = urgencyOf(random, matter.limit);
    const function_ = habit.proactive ? "PROACTIVE" : "ON_COMPLAINT";
    const receivedAt = new Date(incident.at);
    const happenedAt = random.chance(0.35) ? new Date(incident.at - random.between(1, 40) * HOUR) : null;
    const { divisionCode, gridCode, estateCode } = placed;

    const demand: DemandRow = {
      districtCode,
      number: this.#numbers.next(districtCode, "DEMAND", day),
      ticketNumber: number,
      demanderId: demander?.id ?? null,
      kind: kind as DemandKind,
      channelCode: channel,
      urgency: urgency as Urgency,
      text: demandText(random, {
        voice: habit.voice,
        kind,
        matter,
        second: incident.second,
        place: place.text,
        caller: callerOf(random, incident),
        slots: this.#slots(random, incident),
        confidential: kind === "REPORT" && random.chance(0.25),
        repeated: demander?.kind === "PERSON" && random.chance(0.08),
      }),
      who: null,
      happenedAt,
      cause: null,
      course: null,
      ...this.#heard(random, incident, day),
      placeText: place.text,
      position,
      divisionCode,
      gridCode,
      estateCode,
      buildingCode: channel === "BUILDING_CODE" ? building.code : null,
      knownPlaces: [],
      receivedAt,
    };
    // A demand starts under the limit of its urgency; the dispatcher chooses when matching.
    const limitName = (urgency === "CRITICAL" ? "EMERGENCY" : "ORDINARY") satisfies `${LimitName}`;
    const ticket: Ticket = {
      districtCode,
      number,
      state: TicketState.RECEIVED,
      function: function_ as TicketFunction,
      origin: function_ as TicketFunction,
      title: `${place.text ?? grid.community.shortName}${matter.name}`.slice(0, 60),
      kind: demand.kind,
      urgency: demand.urgency,
      channelCode: channel,
      divisionCode,
      gridCode,
      estateCode,
      matterCode: null,
      itemCode: null,
      listId: null,
      listVersion: null,
      matchedOn: null,
      matchedUnitCode: null,
      handlingUnitCode: null,
      firstReceiverCode: null,
      limitName: limitName as LimitName,
      limitVersion: 1,
      dueAt: new Date(dueAt(limitName, incident.at)),
      discoveredAt: happenedAt ?? receivedAt,
      receivedAt,
      verifiedAt: null,
      findings: null,
      communityCanSolve: null,
      matchedAt: null,
      dispatchedAt: null,
      signedAt: null,
      startedAt: null,
      whistledAt: null,
      arrivedAt: null,
      handledAt: null,
      contacted: null,
      solved: null,
      reasonUnsolved: null,
      handlingAccount: null,
      publicReply: null,
      feedbackAt: null,
      calledBackAt: null,
      confirmedSolved: null,
      satisfaction: null,
      ledgeredAt: null,
      strikeOffNumber: null,
      struckOffAt: null,
      archivedAt: null,
      rejectionGrounds: null,
      caseLeaderId: null,
      caseLeaderName: null,
      caseLeaderUnitCode: null,
      mergedIntoNumber: null,
      classProblemNumber: null,
      version: 1,
    };
    return { demand, ticket, by: this.#takenInBy(random, incident, placed) };
  }

  /** What comes by a petition day was heard on one: that day, by the sub-district's own leader (GZ-17). */
  #heard(
    random: Random,
    { channel, grid, demander }: Incident,
    day: DayNumber,
  ): Pick<DemandRow, "petitionDayId" | "seenInPerson"> {
    if (channel !== petitionChannel) return { petitionDayId: null, seenInPerson: null };
    const { street } = grid.community;
    return {
      petitionDayId: petitionDayId(this.#frame.random, street, day),
      seenInPerson: demander !== null && random.split("seen").chance(0.8),
    };
  }

  /** A plate or a position gives the grid; words alone mostly do, and sometimes not even the community. */
  #place(random: Random, { grid, channel, place }: Incident, positioned: boolean): Placed {
    const { community, estateCode } = grid;
    const exact = { divisionCode: community.code, gridCode: grid.code, estateCode };
    if (positioned || channel === "BUILDING_CODE") return exact;
    switch (place.wording) {
      case "EXACT":
        return exact;
      case "SHORT":
      case "ALIAS":
        return random.chance(0.93) ? exact : { ...exact, gridCode: null, estateCode: null };
      case "VAGUE":
        // Whoever takes it in asks back.
        return random.chance(0.7) ? exact : nowhere(community);
      case "WRONG":
        return random.chance(0.4) ? exact : nowhere(community);
      case "MISSING":
        return random.chance(0.5) ? exact : nowhere(community);
    }
  }

  #slots(random: Random, { grid, building, matter }: Incident): Slots {
    const { community } = grid;
    const { shops: trades } = matter;
    const fitting = this.#shopsAround(community).filter(({ trade }) => !trades || trades.includes(trade));
    const shop = fitting.length > 0 ? random.pick(fitting) : null;
    const markets = this.#marketsAround(community);
    const market = markets.length > 0 ? random.pick(markets) : null;
    const wordings = (names: readonly string[], otherwise: string): string =>
      names.length > 0 ? random.pick(names) : otherwise;
    return {
      spot:
        grid.kind === "BASIC" && community.urban
          ? `${building.name}${random.chance(0.5) ? `${random.between(1, 3)}单元` : ""}`
          : grid.kind === "BASIC"
            ? random.pick(["村东头", "村西头", "村后", building.name])
            : random.pick(["大门口", "后院", building.name]),
      shop: wordings(shop ? [shop.name, ...shop.alsoCalled] : [], UNNAMED[trades?.[0] ?? "SHOP"]),
      market: wordings(market ? [market.placeName, ...market.alsoCalled] : [], "附近的菜市场"),
    };
  }

  #takenInBy(
    random: Random,
    { channel, grid, demander, districtCode }: Incident,
    { divisionCode }: Placed,
  ): Principal {
    const { community } = grid;
    const known = divisionCode.length === 12;
    const centre = (): Official => this.#officials.dispatcher(districtCode, random.between(0, 9));
    switch (channel) {
      case "SNAP_AND_REPORT":
      case "VOICE_REPORT":
      case "BUILDING_CODE":
      case "OPINION_LINE":
        return holder(Post.RESIDENT, demander?.personId, demander?.name, community);
      case "HOUSEHOLD_VISIT":
        return known ? holder(Post.GRID_MEMBER, null, null, community) : principalOf(centre());
      case "DELIBERATION":
        return principalOf(known ? this.#officials.secretary(community) : centre());
      case "DEPUTIES_STUDIO":
      case "LETTERS_AND_VISITS":
      case "PETITION_DAY":
      case "SERVICE_HALL":
        return principalOf(this.#officials.streetLeader(community.street, random.between(1, 4)));
      default:
        return principalOf(centre());
    }
  }
}

/** What is said where no such enterprise is known by name. */
const UNNAMED: Readonly<Record<Trade, string>> = {
  RESTAURANT: "路边一家小饭馆",
  SHOP: "一家小店",
  STALL: "市场里一个摊位",
  WORKSHOP: "一家加工点",
  PLANT: "附近一家厂子",
  COMPANY: "一家公司",
  CLINIC: "一家诊所",
  SCHOOL: "一家培训机构",
};

const holder = (
  post: Post,
  id: string | null | undefined,
  name: string | null | undefined,
  { code }: Community,
): Principal => ({
  id: id ?? `${post}@${code}`,
  name: name ?? post,
  post,
  unit: code,
  division: code,
  scopes: [],
});

const nowhere = ({ street }: Community): Placed => ({
  divisionCode: street.code,
  gridCode: null,
  estateCode: null,
});

/** A few metres around the building, in the datum of the device. */
function positionOf(random: Random, { grid, building, channel }: Incident): Position {
  const near = { x: building.at.x + random.between(-40, 40), y: building.at.y + random.between(-40, 40) };
  const [longitude, latitude] = coordinateOf(liesIn(grid, near) ? near : building.at);
  const { datum } = channelHabits[channel];
  const [east, north] = gcoord.transform(
    [longitude, latitude],
    gcoord.CRSTypes.WGS84,
    gcoord.CRSTypes[datum],
  );
  return { longitude: Number(east.toFixed(6)), latitude: Number(north.toFixed(6)), datum };
}

function urgencyOf(random: Random, limit: Incident["matter"]["limit"]): `${Urgency}` {
  switch (limit) {
    case "EMERGENCY":
      return random.chance(0.4) ? "CRITICAL" : "URGENT";
    case "UTILITIES":
      return random.chance(0.5) ? "URGENT" : "ORDINARY";
    default:
      return random.chance(0.05) ? "URGENT" : "ORDINARY";
  }
}

const callerOf = (random: Random, { demander }: Incident): string =>
  demander?.kind === "PERSON"
    ? `${demander.name.charAt(0)}${random.pick([Sex.MALE, Sex.FEMALE]) === Sex.MALE ? "先生" : "女士"}`
    : "市民";
