import type { Building } from "../buildings.ts";
import { type ChannelCode, channelHabits, channelsOfFirms, channelsOfPeople } from "../demands/channels.ts";
import type { DemanderRow, Demanders } from "../demands/demanders.ts";
import type { DemandKind } from "../demands/phrases.ts";
import { type StatedPlace, statePlace } from "../demands/stated-place.ts";
import { type Frame, remembered } from "../frame.ts";
import type { Grid } from "../grids.ts";
import type { InstitutionType } from "../institution-type.ts";
import { mattersIn } from "../matters/district-matters.ts";
import type { Matter } from "../matters/matter.ts";
import {
  type DayNumber,
  dayNumberOf,
  HOUR,
  type Instant,
  MINUTE,
  midnight,
  monthOf,
} from "../office-clock.ts";
import type { Random } from "../random.ts";
import { callsOf, type Intake, latestChannel, timeOfDay } from "./intake.ts";

/** Something that happens and is reported: all that is decided before anyone works on it. */
export interface Incident {
  /** Leads to every stream of numbers of the ticket. */
  readonly key: string;
  readonly districtCode: string;
  readonly day: DayNumber;
  readonly at: Instant;
  readonly grid: Grid;
  readonly building: Building;
  readonly matter: Matter;
  readonly second: Matter | null;
  readonly kind: DemandKind;
  readonly channel: ChannelCode;
  /** Null: nobody gave a name. */
  readonly demander: DemanderRow | null;
  readonly place: StatedPlace;
  /** The same matter, reported before by somebody else (KF-5). */
  readonly sameAs: Incident | null;
}

type Setting = "URBAN" | "VILLAGE" | InstitutionType;

/** Which classes of matter an institution is about. */
const CLASSES_OF: Readonly<Record<InstitutionType, readonly string[]>> = {
  MARKET: ["07", "02"],
  SCHOOL: ["11", "06"],
  HOSPITAL: ["10"],
  PARK: ["15", "09"],
};

const KINDS: readonly DemandKind[] = ["CONSULTATION", "HELP", "COMPLAINT", "REPORT", "SUGGESTION"];

/** Components and events that patrols of digital city management report. */
const PATROLLED: ReadonlySet<string> = new Set(["02", "04", "05", "14"]);
/** What a sensor can see. */
const SENSED: ReadonlySet<string> = new Set(["0305", "0405", "0407", "0408", "0506"]);

const REPEATED_BY_OTHERS = 0.035;
const SECOND_MATTER = 0.07;
const ANONYMOUS_REPORT = 0.15;

/** Values with the running sums of their weights, for drawing one in logarithmic time. */
class Lottery<Value> {
  readonly #values: readonly Value[];
  readonly #sums: readonly number[];

  constructor(values: readonly Value[], weightOf: (value: Value) => number) {
    let sum = 0;
    this.#values = values;
    this.#sums = values.map((value) => {
      sum += weightOf(value);
      return sum;
    });
  }

  draw(random: Random): Value {
    const target = random.fraction() * (this.#sums.at(-1) ?? 0);
    let low = 0;
    let high = this.#sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sums[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    const value = this.#values[low];
    if (value === undefined) throw new RangeError("Nothing to draw from");
    return value;
  }
}

const settingOf = ({ institution, community }: Grid): Setting =>
  institution ?? (community.urban ? "URBAN" : "VILLAGE");

/** Draws what happens, district by district and day by day. */
export class Incidents {
  readonly #frame: Frame;
  readonly #intake: Intake;
  readonly #demanders: Demanders;
  readonly #buildingsOf: (grid: Grid) => readonly Building[];
  readonly #gridsOf: (districtCode: string) => Lottery<Grid>;
  readonly #mattersOf: (key: string) => Lottery<Matter>;

  constructor(
    frame: Frame,
    intake: Intake,
    demanders: Demanders,
    buildingsOf: (grid: Grid) => readonly Building[],
  ) {
    this.#frame = frame;
    this.#intake = intake;
    this.#demanders = demanders;
    this.#buildingsOf = buildingsOf;
    this.#gridsOf = remembered((districtCode) => {
      const own = frame.grids.filter(({ community }) => community.street.districtCode === districtCode);
      return new Lottery(own, ({ code, kind, community }) => {
        const liveliness = frame.random.split(`liveliness/${code}`).skewed(0.4);
        return (kind === "BASIC" ? 1 : 0.25) * liveliness * callsOf(community.urban);
      });
    });
    this.#mattersOf = remembered((key) => {
      const [districtCode = "", month, setting] = key.split("/");
      return new Lottery(mattersIn(districtCode), (matter) =>
        weightOf(matter, Number(month), setting as Setting),
      );
    });
  }

  /** What is reported on a day, in the order of time. `before` is what came in a day earlier. */
  on(day: DayNumber, districtCode: string, before: readonly Incident[]): Incident[] {
    const count = this.#intake.ticketsOn(day, districtCode);
    const incidents = Array.from({ length: count }, (_, index) => this.#draw(day, districtCode, index));
    incidents.sort((one, other) => one.at - other.at || (one.key < other.key ? -1 : 1));
    return incidents.map((incident, index) =>
      this.#perhapsAgain(incident, before, incidents.slice(0, index)),
    );
  }

  /** What came in within a day and a night before now, in the order of time: something in every hour, by every channel. */
  lately(districtCode: string): Incident[] {
    const { now, random: root } = this.#frame;
    const hours = Array.from({ length: 24 }, (_, index) => now - (24 - index) * HOUR);
    return hours.map((from) => {
      const key = `${districtCode}/lately/${hourOf(from)}`;
      const random = root.split(`incident/${key}`);
      const at = from + random.between(0, HOUR / 1_000 - 1) * 1_000;
      const channel = latestChannel(hourOf(from));
      return this.#drawFor(channel, { key, districtCode, day: dayNumberOf(at), at }, random);
    });
  }

  #drawFor(
    channel: ChannelCode,
    when: Pick<Incident, "key" | "districtCode" | "day" | "at">,
    random: Random,
  ): Incident {
    for (;;) {
      const grid = this.#gridsOf(when.districtCode).draw(random);
      const matter = this.#mattersOf(`${when.districtCode}/${monthOf(when.day)}/${settingOf(grid)}`).draw(
        random,
      );
      const who = this.#whoBy(channel, random, grid, matter);
      if (!who) continue;
      const building = random.pick(this.#buildingsOf(grid));
      const place = statePlace(random, grid, building);
      return { ...when, grid, building, matter, second: null, channel, ...who, place, sameAs: null };
    }
  }

  /** Who might say it by that channel; null where nobody would. */
  #whoBy(
    channel: ChannelCode,
    random: Random,
    grid: Grid,
    matter: Matter,
  ): Pick<Incident, "kind" | "demander"> | null {
    const kind = random.weighted(KINDS.map((each, index) => [each, matter.kinds[index] ?? 0] as const));
    switch (channel) {
      case "SENSOR":
        return SENSED.has(matter.code) ? { kind: "REPORT", demander: null } : null;
      case "DIGITAL_CITY":
        return PATROLLED.has(matter.code.slice(0, 2)) ? { kind: "REPORT", demander: null } : null;
      case "ENTERPRISE_HOTLINE": {
        const demander = this.#demanders.firmIn(grid, random);
        return demander && { kind, demander };
      }
      case "DELIBERATION":
      case "DEPUTIES_STUDIO":
      case "MEDIA":
        return {
          kind: kind === "CONSULTATION" ? "SUGGESTION" : kind,
          demander: this.#demanders.body(grid.community, channel),
        };
      default:
        return { kind, demander: this.#demanders.writerIn(grid, random) };
    }
  }

  #draw(day: DayNumber, districtCode: string, index: number): Incident {
    const key = `${districtCode}/${day}/${index}`;
    const random = this.#frame.random.split(`incident/${key}`);
    const surging = this.#intake.surgeOn(day, districtCode);
    const surge = surging && index < surging.tickets ? surging.surge : null;
    const grid = surge?.grid ?? this.#gridsOf(districtCode).draw(random);
    const matters = this.#mattersOf(`${districtCode}/${monthOf(day)}/${settingOf(grid)}`);
    const matter = surge?.matter ?? matters.draw(random);
    const second = !surge && random.chance(SECOND_MATTER) ? matters.draw(random) : null;
    const building = random.pick(this.#buildingsOf(grid));
    const heard = this.#tell(random, grid, matter, surge ? "COMPLAINT" : null);
    const turn = index + (surge && day > surge.firstDay ? surge.tickets[0] : 0);
    const told =
      surge?.neighbours && heard.demander?.kind === "PERSON"
        ? { ...heard, demander: this.#demanders.neighbour(grid, turn) }
        : heard;
    const { hours } = channelHabits[told.channel];
    return {
      key,
      districtCode,
      day,
      at: midnight(day) + timeOfDay(random, hours),
      grid,
      building,
      matter,
      second: second === matter ? null : second,
      ...told,
      place: statePlace(random, grid, building),
      sameAs: null,
    };
  }

  /** Who says it, how, and through what. */
  #tell(
    random: Random,
    grid: Grid,
    matter: Matter,
    surging: DemandKind | null,
  ): Pick<Incident, "kind" | "channel" | "demander"> {
    const kind =
      surging ?? random.weighted(KINDS.map((each, index) => [each, matter.kinds[index] ?? 0] as const));
    const firm = random.chance(likelyFirm(grid, matter)) ? this.#demanders.firmIn(grid, random) : null;
    if (firm) return { kind, channel: random.weighted(channelsOfFirms), demander: firm };

    if (SENSED.has(matter.code) && random.chance(0.08)) {
      return { kind: "REPORT", channel: "SENSOR", demander: null };
    }
    const channel = random.weighted(channelsOfPeople);
    switch (channel) {
      case "DIGITAL_CITY":
        // A patrol sees broken things, not pensions.
        return PATROLLED.has(matter.code.slice(0, 2))
          ? { kind: "REPORT", channel, demander: null }
          : { kind, channel: "HOTLINE_12345", demander: this.#demanders.writerIn(grid, random) };
      case "DELIBERATION":
      case "DEPUTIES_STUDIO":
      case "MEDIA": {
        const passedOn = kind === "CONSULTATION" ? "SUGGESTION" : kind;
        return { kind: passedOn, channel, demander: this.#demanders.body(grid.community, channel) };
      }
      default: {
        const anonymous = kind === "REPORT" && random.chance(ANONYMOUS_REPORT);
        return { kind, channel, demander: anonymous ? null : this.#demanders.writerIn(grid, random) };
      }
    }
  }

  /** Now and then somebody else has reported the same matter a little before, by another way. */
  #perhapsAgain(incident: Incident, before: readonly Incident[], earlier: readonly Incident[]): Incident {
    const random = this.#frame.random.split(`again/${incident.key}`);
    if (!random.chance(REPEATED_BY_OTHERS)) return incident;
    const known = [...before, ...earlier].filter(
      ({ at, kind, demander }) =>
        kind !== "CONSULTATION" &&
        kind !== "SUGGESTION" &&
        demander?.id !== incident.demander?.id &&
        at > incident.at - 20 * HOUR &&
        at < incident.at - 20 * MINUTE,
    );
    if (known.length === 0) return incident;
    const nearest = random.pick(known);
    const first = nearest.sameAs ?? nearest;
    const { grid, building, matter, kind } = first;
    const way = incident.demander?.kind === "FIRM" ? incident : this.#otherWay(random, first.channel, grid);
    if (way.demander && way.demander.id === first.demander?.id) return incident;
    return {
      ...incident,
      grid,
      building,
      matter,
      kind,
      second: null,
      channel: way.channel,
      demander: way.demander,
      place: statePlace(random, grid, building),
      sameAs: first,
    };
  }

  #otherWay(random: Random, taken: ChannelCode, grid: Grid): Pick<Incident, "channel" | "demander"> {
    const channels = channelsOfPeople.filter(
      ([channel]) => channel !== taken && channelHabits[channel].hours === "ROUND",
    );
    return { channel: random.weighted(channels), demander: this.#demanders.writerIn(grid, random) };
  }
}

/** 0–23. */
const hourOf = (at: Instant): number => Math.floor((at - midnight(dayNumberOf(at))) / HOUR);

function weightOf(matter: Matter, month: number, setting: Setting): number {
  const usual = matter.weight * (matter.season?.[month - 1] ?? 1);
  const { where } = matter;
  switch (setting) {
    case "URBAN":
      return where === "VILLAGE" ? 0 : matter.code.startsWith("13") ? usual * 0.15 : usual;
    case "VILLAGE":
      return where === "URBAN" ? 0 : matter.code.startsWith("13") ? usual * 1.6 : usual;
    default: {
      if (where === "VILLAGE") return 0;
      return CLASSES_OF[setting].includes(matter.code.slice(0, 2)) ? usual * 10 : usual * 0.3;
    }
  }
}

/** 不动产登记 is asked for by people as well. */
const likelyFirm = ({ institution }: Grid, { code }: Matter): number => {
  if (code.startsWith("15") && code !== "1502") return 0.92;
  return institution === "PARK" || institution === "MARKET" ? 0.25 : 0.03;
};
