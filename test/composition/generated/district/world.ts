import { Random } from "../random.ts";

/**
 * One row of the district's data. Links hold the linked row itself, so that the schema without federation and every
 * subgraph walk the same graph. A ghost is a row only its key is known of: other subgraphs have nothing under that key.
 */
export interface Row {
  readonly __typename: string;
  readonly ghost?: true;
  readonly [field: string]: unknown;
}

export interface World {
  readonly Division: readonly Row[];
  readonly Grid: readonly Row[];
  readonly Place: readonly Row[];
  readonly Household: readonly Row[];
  readonly Resident: readonly Row[];
  readonly Unit: readonly Row[];
  readonly Officer: readonly Row[];
  readonly Ticket: readonly Row[];
  readonly Whistle: readonly Row[];
  readonly Folder: readonly Row[];
  /** What mutations did, in order, whichever subgraph did it. */
  readonly journal: string[];
}

type Draft = { __typename: string; ghost?: true; [field: string]: unknown };

const words = ["灯", "井盖", "电梯", "noise", "parking", "rubbish", "water", "road"] as const;
const count = <T>(length: number, make: (index: number) => T): T[] =>
  Array.from({ length }, (_, i) => make(i));

/** The same seed makes the same district. */
export function worldOf(seed: number): World {
  const random = new Random(seed);
  const maybe = <T>(value: () => T, probability = 0.8): T | null =>
    random.chance(probability) ? value() : null;
  const text = (): string => random.some(words, 4).join(" ");
  const point = () => ({ __typename: "Point", x: random.below(100) / 4, y: random.below(100) / 4 });
  const address = () => ({
    __typename: "Address",
    street: maybe(text),
    number: maybe(() => random.below(200)),
    point: maybe(point),
  });
  const json = (): unknown =>
    random.of<unknown>([
      null,
      random.below(9),
      "plain",
      [1, [null, { a: "b" }], "c"],
      { __typename: "Nobody", id: { deep: [true, null] }, name: "not a field" },
      {},
      [],
    ]);
  const date = () => new Date(Date.UTC(2024, random.below(12), 1 + random.below(28))).toISOString();

  const Division: Draft[] = count(4, (i) => ({ __typename: "Division", code: `d${i}` }));
  const Officer: Draft[] = count(6, (i) => ({ __typename: "Officer", id: `o${i}` }));
  const Unit: Draft[] = count(5, (i) => ({ __typename: "Unit", code: `u${i}` }));
  const Resident: Draft[] = count(6, (i) => ({ __typename: "Resident", id: `r${i}` }));
  const Grid: Draft[] = Division.flatMap((division) =>
    count(2, (i) => ({ __typename: "Grid", division, number: i + 1 })),
  );
  const Place: Draft[] = count(8, (i) => ({
    __typename: random.of(["Shop", "Park", "Building"]),
    id: `p${i}`,
  }));
  const buildings: Draft[] = [
    { __typename: "Building", id: "p8" },
    { __typename: "Building", id: "p9" },
  ];
  Place.push(...buildings, { __typename: "Shop", id: "p10" }, { __typename: "Park", id: "p11" });
  const Household: Draft[] = buildings.flatMap((building) =>
    count(2, (i) => ({ __typename: "Household", building, room: 100 + i })),
  );
  const Ticket: Draft[] = count(8, (i) => ({ __typename: "Ticket", number: `t${i}` }));
  const Whistle: Draft[] = Ticket.flatMap((ticket) =>
    count(random.below(3), (i) => ({ __typename: "Whistle", ticket, serial: i + 1 })),
  );
  const Folder: Draft[] = count(4, (i) => ({ __typename: "Folder", label: `f${i}` }));
  const ghosts = {
    unit: { __typename: "Unit", code: "u-gone", ghost: true } as Draft,
    officer: { __typename: "Officer", id: "o-gone", ghost: true } as Draft,
    resident: { __typename: "Resident", id: "r-gone", ghost: true } as Draft,
  };
  const anyUnit = (): Draft => (random.chance(0.1) ? ghosts.unit : random.of(Unit));
  const anyOfficer = (): Draft => (random.chance(0.1) ? ghosts.officer : random.of(Officer));
  const anyResident = (): Draft => (random.chance(0.1) ? ghosts.resident : random.of(Resident));
  const party = (): Draft => random.of([random.of(Unit), random.of(Resident)]);

  for (const division of Division) {
    Object.assign(division, {
      name: text(),
      level: random.of(["CITY", "DISTRICT", "SUBDISTRICT", "COMMUNITY"]),
      parent: maybe(() => random.of(Division)),
      grids: Grid.filter((grid) => grid.division === division),
      neighbours: maybe(() =>
        count(2, () => maybe(() => [maybe(() => random.of(Division)), random.of(Division)])),
      ),
      boundary: json(),
      office: maybe(anyUnit),
    });
  }
  for (const grid of Grid) {
    Object.assign(grid, {
      name: maybe(text),
      routes: count(random.below(3), () => count(random.below(3), point)),
      keeper: maybe(anyOfficer),
      places: random.some(Place, 4),
    });
  }
  for (const place of Place) {
    Object.assign(place, {
      title: maybe(text),
      grid: maybe(() => random.of(Grid)),
      state: maybe(() => random.of(["OPEN", "CLOSED"])),
      area: maybe(() => random.below(5000) / 8),
      trees: maybe(() => random.below(40)),
      floors: 1 + random.below(30),
      address: maybe(address),
      owner: maybe(anyResident),
      gates: maybe(() => count(2, () => maybe(() => random.of(Place)))),
      households: Household.filter((household) => household.building === place),
      storeys: maybe(() => count(2, () => [maybe(() => random.of(Place)), random.of(Place)])),
      tickets: maybe(() => random.some(Ticket, 3)),
      cleanliness: maybe(() => random.below(100)),
      remarks: maybe(() =>
        count(random.below(4), () => ({
          __typename: "Remark",
          kind: random.of(["PRAISE", "COMPLAINT"]),
          text: maybe(text),
          by: maybe(() => random.of(Resident)),
        })),
      ),
      caretaker: maybe(() => random.of(Resident)),
    });
  }
  for (const household of Household) {
    Object.assign(household, { doorplate: maybe(text), members: random.some(Resident, 3) });
  }
  for (const [i, resident] of Resident.entries()) {
    Object.assign(resident, {
      idCard: `c${i}`,
      name: maybe(text),
      household: maybe(() => random.of(Household)),
      contacts: maybe(() =>
        count(random.below(4), () => ({
          __typename: "Contact",
          phone: random.chance(0.2) ? "refused" : `138${random.below(1000)}`,
          of: maybe(() => random.of([random.of(Officer), party()])),
          score: random.below(10),
        })),
      ),
      credit: maybe(() => random.below(900)),
      reported: random.some(Ticket, 2),
    });
  }
  for (const [i, unit] of Unit.entries()) {
    Object.assign(unit, {
      registration: `g${i}`,
      name: maybe(text),
      kind: random.of(["BUREAU", "COMPANY", "SUBDISTRICT_OFFICE"]),
      level: random.below(6),
      parent: maybe(() => random.of(Unit)),
      members: maybe(() => count(random.below(4), () => maybe(() => random.of(Officer)))),
      partners: maybe(() => count(2, () => maybe(() => [random.of(Unit), maybe(() => random.of(Unit))]))),
      hotline: random.chance(0.2) ? "fails" : `1234${i}`,
      budget: maybe(() => ({ __typename: "Money", amount: random.below(10_000) / 4, currency: "CNY" })),
      address: maybe(address),
      motto: maybe(text),
      calls: maybe(() => count(random.below(3), () => maybe(() => random.of(Whistle), 0.9))),
      scores: count(random.below(3), (n) => ({
        __typename: "Score",
        year: 2023 + n,
        points: random.below(1000) / 8,
        by: maybe(anyOfficer),
        detail: json(),
      })),
      rank: random.chance(0.2) ? "refused" : maybe(() => random.below(50)),
      files: maybe(() => random.some(Folder, 2)),
    });
  }
  for (const officer of Officer) {
    Object.assign(officer, {
      name: maybe(text),
      rank: maybe(() => random.of(["CLERK", "CHIEF"])),
      unit: maybe(() => random.of(Unit)),
      duties: maybe(() => random.some(words, 4)),
      badge: random.chance(0.2) ? "refused" : random.chance(0.15) ? null : `b${random.below(100)}`,
      leads: maybe(() => random.some(Whistle, 2)),
    });
  }
  for (const ticket of Ticket) {
    Object.assign(ticket, {
      title: maybe(text),
      channel: random.of(["HOTLINE", "WEB", "PATROL"]),
      reportedAt: date(),
      place: maybe(() => random.of(Place)),
      handler: maybe(() => random.of(Unit)),
      helpers: maybe(() => count(3, () => maybe(anyUnit))),
      subject: maybe(() => random.of([anyUnit(), anyResident(), random.of(Division)])),
      parties: count(random.below(4), party),
      size: maybe(() => random.below(80) / 4),
      steps: count(random.below(4), () => ({
        __typename: "Step",
        minutes: maybe(() => random.below(90)),
        unit: maybe(() => random.of(Unit)),
        note: maybe(text),
      })),
      payload: json(),
      closingNote: maybe(text),
      related: maybe(() => count(2, () => maybe(() => [random.of(Ticket), maybe(() => random.of(Ticket))]))),
      attachments: maybe(() =>
        count(random.below(4), () => ({
          __typename: random.of(["Photo", "Recording"]),
          url: `/${random.below(100)}`,
          taken: random.chance(0.2) ? "fails" : date(),
          width: maybe(() => random.below(4000)),
          of: maybe(() => random.of(Place)),
          seconds: random.below(1000) / 8,
          speaker: maybe(party),
        })),
      ),
      reporter: maybe(anyResident),
      whistles: maybe(() => Whistle.filter((whistle) => whistle.ticket === ticket)),
      lastWhistle: Whistle.findLast((whistle) => whistle.ticket === ticket) ?? null,
      satisfaction: maybe(() => random.below(6)),
      folder: maybe(() => random.of(Folder)),
    });
  }
  for (const whistle of Whistle) {
    Object.assign(whistle, {
      state: random.of(["DRAFT", "BLOWN", "ANSWERED"]),
      leader: maybe(() => random.of(Officer)),
      called: maybe(() => random.some(Unit, 3)),
      target: maybe(() => random.of([anyUnit(), anyResident(), anyOfficer()])),
      events: count(random.below(3), () => ({
        __typename: random.of(["Called", "Answered"]),
        at: date(),
        by: maybe(anyOfficer),
        unit: maybe(anyUnit),
        words: maybe(text),
      })),
      transcript: json(),
    });
  }
  for (const folder of Folder) {
    Object.assign(folder, {
      address: maybe(address),
      pages: count(2, () =>
        random.chance(0.15)
          ? null
          : count(random.below(3), (n) => ({
              __typename: "Page",
              number: n,
              text: maybe(text),
              mentions: maybe(() =>
                count(random.below(3), () => maybe(() => random.of([...Ticket, ...Whistle, ...Unit]))),
              ),
            })),
      ),
      record: maybe(() => random.of([...Ticket, ...Whistle, ...Unit])),
    });
  }
  return { Division, Grid, Place, Household, Resident, Unit, Officer, Ticket, Whistle, Folder, journal: [] };
}
