import type { Resident } from "../../../subgraphs/grids/resident/resident.ts";
import type { Day } from "../../../subgraphs/shared/calendar.ts";
import { Sex } from "../../../subgraphs/shared/codes.ts";
import { Post } from "../../../subgraphs/shared/principal.ts";
import { type Building, doorOf } from "./buildings.ts";
import type { Frame } from "./frame.ts";
import type { Grid } from "./grids.ts";
import { givenName, surname } from "./names.ts";
import { type DayNumber, dayText } from "./office-clock.ts";
import { namedIn } from "./officials.ts";
import { residentPhone } from "./phones.ts";
import type { Random, Weighted } from "./random.ts";
import { ResidentNumbers } from "./resident-numbers.ts";

/** A household (户). */
export interface HouseholdRow {
  readonly districtCode: string;
  readonly id: string;
  readonly buildingCode: string;
  readonly communityCode: string;
  readonly gridCode: string;
  readonly door: string;
}

/** A resident (居民); invented. */
export interface ResidentRow {
  readonly districtCode: string;
  readonly id: string;
  readonly householdId: string;
  /** Who the resident is when signed in (JWT `sub`); null for all but the few the local stack knows. */
  readonly personId: string | null;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: Day;
  /** Right in form and check digit, sequence 000. */
  readonly residentNumber: string;
  /** Null: has none, or a small child. */
  readonly phone: string | null;
  readonly relation: Relation;
  readonly registration: `${Resident["registration"]}`;
}

/** To the head of the household (与户主关系). */
type Relation = Exclude<`${Resident["relation"]}`, "OTHER">;

/** A resident before a number is given out, so that one person can be told without the whole grid. */
export type Person = Omit<ResidentRow, "residentNumber" | "birthDate"> & { readonly birth: DayNumber };

export interface Family {
  readonly household: HouseholdRow;
  readonly address: string;
  /** The head first. */
  readonly people: readonly Person[];
}

type Make =
  | "ELDER_ALONE"
  | "ELDER_COUPLE"
  | "SINGLE"
  | "COUPLE"
  | "ONE_CHILD"
  | "TWO_CHILDREN"
  | "THREE_GENERATIONS"
  | "ONE_PARENT"
  | "SKIPPED_GENERATION"
  | "FLATMATES";

const MAKES: Readonly<Record<"urban" | "village", Weighted<Make>>> = {
  urban: [
    ["ELDER_ALONE", 8],
    ["ELDER_COUPLE", 13],
    ["SINGLE", 12],
    ["COUPLE", 13],
    ["ONE_CHILD", 25],
    ["TWO_CHILDREN", 9],
    ["THREE_GENERATIONS", 9],
    ["ONE_PARENT", 4],
    ["SKIPPED_GENERATION", 1],
    ["FLATMATES", 6],
  ],
  village: [
    ["ELDER_ALONE", 14],
    ["ELDER_COUPLE", 27],
    ["SINGLE", 6],
    ["COUPLE", 13],
    ["ONE_CHILD", 13],
    ["TWO_CHILDREN", 8],
    ["THREE_GENERATIONS", 13],
    ["ONE_PARENT", 2],
    ["SKIPPED_GENERATION", 4],
  ],
};

interface Sketch {
  readonly relation: Relation;
  readonly age: number;
  readonly sex: Sex;
}

const other = (sex: Sex): Sex => (sex === Sex.MALE ? Sex.FEMALE : Sex.MALE);

const anySex = (random: Random): Sex => (random.chance(0.5) ? Sex.MALE : Sex.FEMALE);

const spouse = (random: Random, { age, sex }: Sketch): Sketch => ({
  relation: "SPOUSE",
  age: Math.max(22, age + random.between(-4, 3)),
  sex: other(sex),
});
const child = (random: Random, { age }: Sketch): Sketch => ({
  relation: "CHILD",
  age: Math.max(0, age - random.between(24, 33)),
  sex: anySex(random),
});
const parent = (random: Random, { age }: Sketch): Sketch => ({
  relation: "PARENT",
  age: Math.min(98, age + random.between(22, 30)),
  sex: anySex(random),
});
const flatmate = (random: Random): Sketch => ({
  relation: "CO_TENANT",
  age: random.between(20, 40),
  sex: anySex(random),
});

/** How old the head of each kind of household is, from and to. */
const HEADS: Readonly<Record<Make, readonly [number, number]>> = {
  ELDER_ALONE: [66, 93],
  ELDER_COUPLE: [61, 86],
  SINGLE: [23, 45],
  COUPLE: [27, 60],
  ONE_CHILD: [27, 52],
  TWO_CHILDREN: [27, 52],
  THREE_GENERATIONS: [30, 50],
  ONE_PARENT: [28, 50],
  SKIPPED_GENERATION: [58, 74],
  FLATMATES: [20, 40],
};

/** Who lives together, the head first. */
function compose(random: Random, make: Make): Sketch[] {
  const sex = random.chance(0.68) ? Sex.MALE : Sex.FEMALE;
  const head: Sketch = { relation: "HEAD", age: random.between(...HEADS[make]), sex };
  switch (make) {
    case "ELDER_ALONE":
      return [{ ...head, sex: random.chance(0.65) ? Sex.FEMALE : Sex.MALE }];
    case "SINGLE":
      return [head];
    case "ELDER_COUPLE":
    case "COUPLE":
      return [head, spouse(random, head)];
    case "ONE_CHILD":
    case "TWO_CHILDREN": {
      const children = Array.from({ length: make === "ONE_CHILD" ? 1 : 2 }, () => child(random, head));
      return [head, spouse(random, head), ...children];
    }
    case "THREE_GENERATIONS":
      return [head, spouse(random, head), child(random, head), parent(random, head)];
    case "ONE_PARENT":
      return [head, child(random, head)];
    case "SKIPPED_GENERATION":
      return [
        head,
        spouse(random, head),
        { relation: "GRANDCHILD", age: random.between(3, 15), sex: anySex(random) },
      ];
    case "FLATMATES":
      return [head, ...Array.from({ length: random.between(1, 3) }, () => flatmate(random))];
  }
}

/** The surname each bears: children their father's, the head's parents mostly the head's. */
function surnamesOf(random: Random, sketches: readonly Sketch[]): string[] {
  const ofHead = surname(random);
  const ofSpouse = surname(random);
  const father = sketches[0]?.sex === Sex.MALE ? ofHead : ofSpouse;
  const ofChild = sketches.some(({ relation }) => relation === "SPOUSE") ? father : ofHead;
  const surnameOf = ({ relation }: Sketch): string => {
    switch (relation) {
      case "HEAD":
        return ofHead;
      case "SPOUSE":
        return ofSpouse;
      case "CHILD":
        return ofChild;
      case "PARENT":
        return random.chance(0.6) ? ofHead : surname(random);
      case "GRANDCHILD":
        return random.chance(0.7) ? father : surname(random);
      case "CO_TENANT":
        return surname(random);
    }
  };
  return sketches.map(surnameOf);
}

const hasPhone = (age: number, random: Random): boolean =>
  random.chance(age < 10 ? 0 : age < 16 ? 0.5 : age < 75 ? 0.99 : 0.6);

/** Room for the people of one grid in the run of telephone numbers. */
const PHONES_OF_GRID = 4_000;
const PHONES_OF_HOUSEHOLD = 8;

/** Tells any household of the world by grid and index, and everybody of a grid with their resident numbers. */
export class Families {
  readonly #frame: Frame;
  readonly #buildingsOf: (grid: Grid) => readonly Building[];
  readonly #ordinals: ReadonlyMap<Grid, number>;
  readonly #numbers: ResidentNumbers;

  constructor(frame: Frame, buildingsOf: (grid: Grid) => readonly Building[]) {
    this.#frame = frame;
    this.#buildingsOf = buildingsOf;
    this.#ordinals = new Map(frame.basicGrids.map((grid, ordinal) => [grid, ordinal]));
    this.#numbers = new ResidentNumbers(frame.basicGrids);
  }

  at(grid: Grid, index: number): Family {
    const dice = this.#frame.random.split(`household/${grid.code}/${index}`);
    const building = this.#buildingsOf(grid).findLast(({ firstHousehold }) => firstHousehold <= index);
    if (!building) throw new RangeError(`${grid.code} has no building`);
    const { districtCode } = grid.community.street;
    const household: HouseholdRow = {
      districtCode,
      id: householdId(grid, index),
      buildingCode: building.code,
      communityCode: grid.community.code,
      gridCode: grid.code,
      door: doorOf(building, index - building.firstHousehold),
    };
    const make = dice.weighted(MAKES[grid.community.urban ? "urban" : "village"]);
    const rented = make === "FLATMATES" || dice.chance(grid.community.urban ? 0.16 : 0.03);
    const sketches = compose(dice, make);
    const surnames = surnamesOf(dice, sketches);
    const firstPhone = (this.#ordinals.get(grid) ?? 0) * PHONES_OF_GRID + index * PHONES_OF_HOUSEHOLD;
    const named = index === 0 ? this.#namedIn(grid) : undefined;

    const people = sketches.map(({ relation, age, sex }, position): Person => {
      const own = dice.split(`person/${position}`);
      const isNamed = named !== undefined && position === 0;
      return {
        districtCode,
        id: `${districtCode}-R-${householdKey(grid, index)}-${position + 1}`,
        householdId: household.id,
        personId: isNamed ? named.id : null,
        name: isNamed ? named.name : `${surnames[position]}${givenName(own, sex, age)}`,
        // Both residents the local stack names are women.
        sex: isNamed ? Sex.FEMALE : sex,
        birth: this.#frame.today - Math.round(age * 365.2425) - own.between(1, 365),
        phone: hasPhone(age, own) ? residentPhone(firstPhone + position) : null,
        relation,
        registration: rented && own.chance(0.7) ? "ELSEWHERE" : "LOCAL",
      };
    });
    const address = `${building.address}${household.door}${building.entrances > 0 ? "室" : ""}`;
    return { household, address, people };
  }

  *households(): Iterable<HouseholdRow> {
    for (const grid of this.#frame.basicGrids) {
      for (let index = 0; index < grid.households; index++) yield this.at(grid, index).household;
    }
  }

  *residents(): Iterable<ResidentRow> {
    for (const { residents } of this.withResidents()) yield* residents;
  }

  /** Every household with its people as they are written down. */
  *withResidents(): Iterable<{
    grid: Grid;
    index: number;
    family: Family;
    residents: readonly ResidentRow[];
  }> {
    for (const grid of this.#frame.basicGrids) {
      const numberFor = this.#numbers.forGrid(grid.code);
      for (let index = 0; index < grid.households; index++) {
        const family = this.at(grid, index);
        const residents = family.people.map((person) => residentRow(person, numberFor(person.birth)));
        yield { grid, index, family, residents };
      }
    }
  }

  /** The resident whom the identity provider knows by name heads the first household of the community. */
  #namedIn(grid: Grid) {
    const first = grid.code.endsWith("001");
    return first ? namedIn(Post.RESIDENT, grid.community.code) : undefined;
  }
}

/** Named one by one: spreading a person is slow where there are a hundred thousand. */
const residentRow = (
  person: Person,
  { birth, number }: { readonly birth: DayNumber; readonly number: string },
): ResidentRow => ({
  districtCode: person.districtCode,
  id: person.id,
  householdId: person.householdId,
  personId: person.personId,
  name: person.name,
  sex: person.sex,
  phone: person.phone,
  relation: person.relation,
  registration: person.registration,
  birthDate: dayText(birth),
  residentNumber: number,
});

/** Sub-district, community and grid of the code, and the household's place in it: short, and neighbours stay neighbours. */
export const householdKey = (grid: Grid, index: number): string =>
  `${grid.code.slice(6)}-${String(index + 1).padStart(3, "0")}`;

export const householdId = (grid: Grid, index: number): string =>
  `${grid.code.slice(0, 6)}-H-${householdKey(grid, index)}`;
