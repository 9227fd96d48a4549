import type { Demander as DemanderEntity } from "../../../../subgraphs/tickets/demand/demander.ts";
import type { EnterpriseRow } from "../enterprises.ts";
import type { Families } from "../families.ts";
import { type Frame, remembered } from "../frame.ts";
import type { Grid } from "../grids.ts";
import { personName } from "../names.ts";
import { workPhone } from "../phones.ts";
import type { Community } from "../places.ts";
import type { Random } from "../random.ts";
import { callsOf } from "../tickets/intake.ts";

/** Who makes demands (诉求人); invented. */
export interface DemanderRow {
  readonly districtCode: string;
  readonly id: string;
  readonly kind: `${DemanderEntity["kind"]}`;
  /** By what one is told from another: `phone:`, `firm:` or `person:` and the value. */
  readonly identity: string;
  readonly name: string;
  readonly phone: string | null;
  readonly creditCode: string | null;
  /** Who the person is when signed in (JWT `sub`). */
  readonly personId: string | null;
  readonly residentId: string | null;
}

/** People of a grid who ever write, for each ticket expected of it: the rest are repeats. */
const WRITERS_OF_TICKET = 0.55;
const FIRMS_OF_TICKET = 0.1;
/** Larger than any grid and prime, so that steps of it visit every household before one comes again. */
const STRIDE = 401;
/** Passers-by and people who work here but live elsewhere. */
const OUTSIDERS = 0.08;

/** Who in each grid makes demands: few write often, most once. */
export class Demanders {
  readonly #frame: Frame;
  readonly #families: Families;
  readonly #enterprisesOf: (grid: Grid) => readonly EnterpriseRow[];
  readonly #writersOf: (grid: Grid) => number;
  readonly #firmsOf: (grid: Grid) => number;

  constructor(frame: Frame, families: Families, enterprisesOf: (grid: Grid) => readonly EnterpriseRow[]) {
    this.#frame = frame;
    this.#families = families;
    this.#enterprisesOf = enterprisesOf;
    const allCalls = frame.basicGrids.reduce((sum, { community }) => sum + callsOf(community.urban), 0);
    const expected = ({ community }: Grid): number =>
      (frame.scale.tickets * callsOf(community.urban)) / allCalls;
    this.#writersOf = remembered((grid) =>
      Math.min(Math.ceil(expected(grid) * WRITERS_OF_TICKET), Math.floor(grid.households * 0.8)),
    );
    this.#firmsOf = remembered((grid) =>
      Math.min(Math.ceil(expected(grid) * FIRMS_OF_TICKET), this.#enterprisesOf(grid).length),
    );
  }

  /** Someone of the grid, a few of them far more often than the rest. */
  writerIn(grid: Grid, random: Random): DemanderRow {
    const home = grid.kind === "BASIC" ? grid : random.pick(this.#basicsOf(grid.community));
    return this.#writer(home, Math.floor(random.fraction() ** 2 * this.#writersOf(home)));
  }

  /** One after the other of those in the grid who ever write. */
  neighbour(grid: Grid, turn: number): DemanderRow {
    return this.#writer(grid, turn % this.#writersOf(grid));
  }

  /** An enterprise of the grid; null where there is none. */
  firmIn(grid: Grid, random: Random): DemanderRow | null {
    const firms = this.#firmsOf(grid);
    return firms === 0 ? null : this.#firm(grid, Math.floor(random.fraction() ** 1.5 * firms));
  }

  /** The residents' assembly, the deputies' studio or the newspaper that passes on what others say. */
  body(
    { code, street, shortName }: Community,
    channel: "DEPUTIES_STUDIO" | "DELIBERATION" | "MEDIA",
  ): DemanderRow {
    switch (channel) {
      case "DELIBERATION":
        return this.#body(street.districtCode, code, `${shortName}居民议事会`);
      case "DEPUTIES_STUDIO":
        return this.#body(street.districtCode, street.code, `${street.shortName}“两代表一委员”工作室`);
      case "MEDIA":
        return this.#body(street.districtCode, street.districtCode, "融媒体中心民生热线栏目");
    }
  }

  *all(): Iterable<DemanderRow> {
    const { grids, communities } = this.#frame;
    for (const grid of grids) {
      if (grid.kind === "BASIC") {
        for (let index = 0; index < this.#writersOf(grid); index++) yield this.#writer(grid, index);
      }
      for (let index = 0; index < this.#firmsOf(grid); index++) yield this.#firm(grid, index);
    }
    const told = new Set<string>();
    for (const community of communities) {
      for (const channel of ["DELIBERATION", "DEPUTIES_STUDIO", "MEDIA"] as const) {
        const body = this.body(community, channel);
        if (told.has(body.id)) continue;
        told.add(body.id);
        yield body;
      }
    }
  }

  #writer(grid: Grid, index: number): DemanderRow {
    const dice = this.#frame.random.split(`writer/${grid.code}/${index}`);
    const { districtCode } = grid.community.street;
    const common = { districtCode, id: dice.uuid(), kind: "PERSON", creditCode: null } as const;
    // The first household's head may be somebody who signs in, and is no stranger.
    if (index > 0 && dice.chance(OUTSIDERS)) {
      const phone = workPhone(dice);
      return {
        ...common,
        identity: `phone:${phone}`,
        name: personName(dice).name,
        phone,
        personId: null,
        residentId: null,
      };
    }
    const { people } = this.#families.at(grid, (index * STRIDE) % grid.households);
    const [head] = people;
    const phone = people.find((person) => person.phone !== null)?.phone ?? workPhone(dice);
    const personId = head?.personId ?? null;
    const identity = personId ? `person:${personId}` : `phone:${phone}`;
    return { ...common, identity, name: head?.name ?? "", phone, personId, residentId: head?.id ?? null };
  }

  #firm(grid: Grid, index: number): DemanderRow {
    const { districtCode } = grid.community.street;
    const enterprise = this.#enterprisesOf(grid)[index];
    if (!enterprise) throw new RangeError(`${grid.code} has no enterprise ${index}`);
    const { creditCode, name, phone } = enterprise;
    return {
      districtCode,
      id: this.#frame.random.split(`firm/${creditCode}`).uuid(),
      kind: "FIRM",
      identity: `firm:${creditCode}`,
      name,
      phone,
      creditCode,
      personId: null,
      residentId: null,
    };
  }

  #body(districtCode: string, seat: string, name: string): DemanderRow {
    const dice = this.#frame.random.split(`body/${seat}/${name}`);
    const phone = workPhone(dice);
    return {
      districtCode,
      id: dice.uuid(),
      kind: "BODY",
      identity: `phone:${phone}`,
      name,
      phone,
      creditCode: null,
      personId: null,
      residentId: null,
    };
  }

  #basicsOf(community: Community): Grid[] {
    return (this.#frame.gridsIn.get(community) ?? []).filter(({ kind }) => kind === "BASIC");
  }
}
