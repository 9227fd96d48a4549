import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { type Principal, Rows } from "../../shared/principal.ts";
import {
  type AskedPage,
  dispatchedTo,
  granted,
  type KaifuTest,
  kaifu,
  nothingOfTheCase,
  openKaifu,
  people,
} from "../city-management.fixtures.ts";
import { StreetOrderState } from "./street-order-state.ts";

/** Cases by what they are known for in these tests. */
const told = {
  /** In the first grid: a shop and its owner, who signs in. */
  shop: "",
  /** In the first grid, led to by a ticket. */
  ticket: "",
  /** In the next grid of the same community, about a resident known by id. */
  resident: "",
  /** In another sub-district. */
  elsewhere: "",
  /** In the first grid, closed, about a lamp. */
  lamp: "",
};
type Name = keyof typeof told;
const all: readonly Name[] = ["shop", "ticket", "resident", "elsewhere", "lamp"];

let test: KaifuTest;
beforeAll(async () => {
  test = await openKaifu();
  const { build } = test;
  await build.component(kaifu.lamp, "连升街3号路灯");
  told.shop = await build.case({
    creditCode: kaifu.noodleShop,
    partyName: "黎晓芸",
    partyPhone: "15490000007",
    partyPersonId: people.resident.id,
    ...dispatchedTo(kaifu.bureau),
  });
  told.ticket = await build.case({ ticketNumber: kaifu.ticket });
  told.resident = await build.case({
    gridCode: kaifu.nextGrid,
    partyName: "文秀",
    partyResidentId: "430105-R0002",
  });
  told.elsewhere = await build.case({ gridCode: kaifu.otherGrid });
  told.lamp = await build.case({
    kind: "COMPONENT" as never,
    subclassCode: "0103",
    componentCode: kaifu.lamp,
    ...dispatchedTo(kaifu.sanitation),
    state: StreetOrderState.CLOSED,
    handledAt: new Date("2026-05-20T14:00:00+08:00"),
    closedAt: new Date("2026-05-21T09:00:00+08:00"),
  });
});
afterAll(() => test.close());

interface Numbered {
  readonly number: string;
}

const namesOf = (numbers: readonly string[]): Name[] => all.filter((name) => numbers.includes(told[name]));
const numbersIn = (page: AskedPage<Numbered> | null | undefined): string[] =>
  page?.edges.map(({ node }) => node.number) ?? [];

/** Every way in: the root, the list, the reference, and the fields of others' entities. */
async function seenBy(as: Principal | undefined): Promise<Record<string, Name[]>> {
  const page = "{ edges { node { number } } pageInfo { hasNextPage endCursor } }";
  const representations = [
    ...[kaifu.grid, kaifu.nextGrid, kaifu.otherGrid].map((code) => ({ __typename: "Grid", code })),
    { __typename: "Ticket", number: kaifu.ticket },
    { __typename: "Business", creditCode: kaifu.noodleShop },
    { __typename: "Component", code: kaifu.lamp },
    ...all.map((name) => ({ __typename: "StreetOrderCase", number: told[name] })),
  ];
  const { data, errors } = await test.ask<
    Record<string, Numbered | null> & {
      list: AskedPage<Numbered>;
      _entities: ((Partial<Numbered> & { streetOrderCases?: AskedPage<Numbered> }) | null)[];
    }
  >(
    `query ($representations: [_Any!]!) {
      ${all.map((name) => `${name}: streetOrderCase(number: "${told[name]}") { number }`).join(" ")}
      list: streetOrderCases(filter: {}) ${page}
      _entities(representations: $representations) {
        ... on Grid { streetOrderCases(first: 100) ${page} }
        ... on Ticket { streetOrderCases(first: 100) ${page} }
        ... on Business { streetOrderCases(first: 100) ${page} }
        ... on Component { streetOrderCases(first: 100) ${page} }
        ... on StreetOrderCase { number } } }`,
    { representations },
    as ? { as } : {},
  );
  expect(errors).toEqual([]);
  const entities = data._entities;
  const under = (from: number, to: number) =>
    namesOf(entities.slice(from, to).flatMap((entity) => numbersIn(entity?.streetOrderCases)));
  return {
    root: namesOf(all.flatMap((name) => data[name]?.number ?? [])),
    list: namesOf(numbersIn(data.list)),
    reference: namesOf(entities.slice(6).flatMap((entity) => entity?.number ?? [])),
    grids: under(0, 3),
    ticket: under(3, 4),
    business: under(4, 5),
    component: under(5, 6),
  };
}

/** The same cases by every way in that leads to them. */
const everyWay = (names: readonly Name[]) => ({
  root: names,
  list: names,
  reference: names,
  grids: names,
  ticket: names.filter((name) => name === "ticket"),
  business: names.filter((name) => name === "shop"),
  component: names.filter((name) => name === "lamp"),
});

describe("who sees which street-order cases, by every way in", () => {
  const { inspector, gridMember } = people;
  it.each<[string, Principal | undefined, readonly Name[]]>([
    ["nobody signed in: nothing", undefined, []],
    ["the bureau: its district", people.bureauChief, all],
    ["the bureau's people in a street: that street", people.officer, ["shop", "ticket", "resident", "lamp"]],
    ["a station: its street", people.stationChief, ["shop", "ticket", "resident", "lamp"]],
    ["another street's: theirs", people.otherOfficer, ["elsewhere"]],
    [
      "another district's bureau: nothing",
      { ...people.bureauChief, unit: "110117-URBAN-MANAGEMENT", division: "110117" },
      [],
    ],
    ["the bureau's people vouched for nowhere by mistake: nothing", { ...people.officer, division: "" }, []],
    ["a resident: the own case", people.resident, ["shop"]],
    ["a resident whom no case is about: nothing", people.neighbour, []],
    ["another department without access: nothing", inspector, []],
    ["the unit a case was sent to: that case", people.sweeper, ["lamp"]],
    ["that unit's people of another street: nothing", { ...people.sweeper, division: kaifu.otherStreet }, []],
    [
      "the unit a case was sent to, and what was granted to it",
      granted(people.sweeper, Rows.THIS_CASE, { case: { ...nothingOfTheCase, tickets: [kaifu.ticket] } }),
      ["ticket", "lamp"],
    ],
    ["whoever serves where it lies", gridMember, ["shop", "ticket", "resident", "lamp"]],
    ["the next street's office: what lies there", people.nextStreet, ["elsewhere"]],
    ["the supervision centre: its district", people.supervisor, all],
    ["the command centre: its district", people.dispatcher, all],
    [
      "another district's supervision centre: nothing",
      { ...people.supervisor, unit: "110117-SUPERVISION-CENTRE", division: "110117" },
      [],
    ],
    ["a service: nothing", people.service, []],
    [
      "granted its own division",
      granted(inspector, Rows.OWN_DIVISION),
      ["shop", "ticket", "resident", "lamp"],
    ],
    [
      "granted the grids served",
      granted(people.nextStreet, Rows.OWN_GRIDS, { grids: [kaifu.nextGrid] }),
      ["resident", "elsewhere"],
    ],
    [
      "granted the grids served, and it serves none",
      granted(people.nextStreet, Rows.OWN_GRIDS),
      ["elsewhere"],
    ],
    ["granted everything", granted(inspector, Rows.ALL), all],
    [
      "granted for a case by its ticket",
      granted(inspector, Rows.THIS_CASE, { case: { ...nothingOfTheCase, tickets: [kaifu.ticket] } }),
      ["ticket"],
    ],
    [
      "granted for a case by who it is about",
      granted(inspector, Rows.THIS_CASE, { case: { ...nothingOfTheCase, residents: ["430105-R0002"] } }),
      ["resident"],
    ],
    [
      "granted for a case by its business",
      granted(inspector, Rows.THIS_CASE, { case: { ...nothingOfTheCase, businesses: [kaifu.noodleShop] } }),
      ["shop"],
    ],
    [
      "granted for a case: what else happened in its grid is not of it",
      granted(inspector, Rows.THIS_CASE, { case: { ...nothingOfTheCase, grids: [kaifu.grid] } }),
      [],
    ],
    ["granted for a case, and none is stated", granted(inspector, Rows.THIS_CASE), []],
    ["granted another type only", { ...inspector, access: { rows: { Component: Rows.ALL }, clear: [] } }, []],
  ])("%s", async (_, as, names) => {
    expect(await seenBy(as)).toEqual(everyWay(names));
  });
});

describe("the person dealt with", () => {
  const person = async (as: Principal) => {
    const { data } = await test.ask<{ streetOrderCase: object }>(
      `query ($number: String!) { streetOrderCase(number: $number) { partyName partyPhone } }`,
      { number: told.shop },
      { as },
    );
    return data.streetOrderCase;
  };
  const shown = { partyName: "黎晓芸", partyPhone: "15490000007" };
  const masked = { partyName: "黎*", partyPhone: "154****0007" };

  it.each<[string, Principal, object]>([
    ["is shown to the owner's staff", people.officer, shown],
    ["is shown to themselves", people.resident, shown],
    ["is masked for whoever was granted the case", granted(people.inspector, Rows.ALL), masked],
    ["is masked for whoever takes part in it", people.supervisor, masked],
    [
      "is shown as far as the grant says so",
      granted(people.inspector, Rows.ALL, { clear: ["StreetOrderCase.partyName"] }),
      { ...masked, partyName: "黎晓芸" },
    ],
  ])("%s", async (_, as, expected) => {
    expect(await person(as)).toEqual(expected);
  });

  it("is null where nobody is", async () => {
    const { data } = await test.ask(
      `query ($number: String!) { streetOrderCase(number: $number) { partyName partyPhone } }`,
      { number: told.ticket },
      { as: people.officer },
    );
    expect(data).toEqual({ streetOrderCase: { partyName: null, partyPhone: null } });
  });
});

describe("open cases of a grid", () => {
  it("are counted in one statement, whoever asks: a figure about a place", async () => {
    const representations = [kaifu.grid, kaifu.nextGrid, kaifu.otherGrid, "430105001001002"].map((code) => ({
      __typename: "Grid",
      code,
    }));
    for (const as of [people.neighbour, people.inspector]) {
      const statements = await statementsOf(test.database, async () => {
        const { data } = await test.ask<{ _entities: { openStreetOrderCases: number }[] }>(
          `query ($representations: [_Any!]!) { _entities(representations: $representations) {
            ... on Grid { openStreetOrderCases } } }`,
          { representations },
          { as },
        );
        expect(data._entities.map(({ openStreetOrderCases }) => openStreetOrderCases)).toEqual([2, 1, 1, 0]);
      });
      expect(statements).toHaveLength(1);
    }
  });
});

describe("street-order cases are found", () => {
  const search = async (filter: object, at = "2026-06-01T09:00:00+08:00", first = 20) => {
    const { data, errors } = await test.ask<{ streetOrderCases: AskedPage<Numbered> }>(
      `query ($filter: StreetOrderCaseFilter!, $first: Int!) { streetOrderCases(filter: $filter, first: $first) {
        edges { node { number } } pageInfo { hasNextPage endCursor } } }`,
      { filter, first },
      { as: people.bureauChief, at: new Date(at) },
    );
    expect(errors).toEqual([]);
    return numbersIn(data.streetOrderCases);
  };

  it.each<[string, object, readonly Name[]]>([
    ["in a division", { within: kaifu.otherStreet }, ["elsewhere"]],
    ["in a state", { state: "CLOSED" }, ["lamp"]],
    ["about components", { kind: "COMPONENT" }, ["lamp"]],
    ["of a sub-class", { subclass: "0103" }, ["lamp"]],
    ["about one component", { component: kaifu.lamp }, ["lamp"]],
    ["about a business", { business: kaifu.noodleShop }, ["shop"]],
    ["by who handles them", { handlingUnit: kaifu.sanitation }, ["lamp"]],
    ["that are overdue", { overdue: true }, ["shop"]],
    ["that are not", { overdue: false }, ["ticket", "resident", "elsewhere", "lamp"]],
    ["by all of these", { within: kaifu.street, overdue: true, kind: "COMPONENT" }, []],
  ])("%s", async (_, filter, names) => {
    expect(namesOf(await search(filter))).toEqual(names);
  });

  it("overdue as of the instant of the request, computed and never stored", async () => {
    expect(await search({ overdue: true }, "2026-05-20T14:59:59+08:00")).toEqual([]);
    expect(await search({ overdue: true }, "2026-05-20T15:00:00+08:00")).toEqual([told.shop]);
  });

  it("newest first, a page at a time", async () => {
    expect(namesOf(await search({}, undefined, 2))).toEqual(namesOf([told.lamp, told.elsewhere]));
    const { errors } = await test.ask(
      `{ streetOrderCases(filter: {}, first: 101) { edges { node { number } } } }`,
      {},
      { as: people.bureauChief },
    );
    expect(errors).toMatchObject([{ code: "PAGE_TOO_LARGE" }]);
  });

  it("with all that hangs on them in one statement each", async () => {
    const ask = () =>
      test.ask(
        `{ streetOrderCases(filter: {}) { edges { node { number steps { step } subclass { name }
          component { name } standard { limitAmount } grid { code } } } } }`,
        {},
        { as: people.bureauChief },
      );
    // Cases, steps, sub-classes, components, standards.
    expect(await statementsOf(test.database, ask)).toHaveLength(5);
  });

  it("under many grids in one statement", async () => {
    const representations = [kaifu.grid, kaifu.nextGrid, kaifu.otherGrid].map((code) => ({
      __typename: "Grid",
      code,
    }));
    const ask = () =>
      test.ask(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) {
          ... on Grid { streetOrderCases { edges { node { number } } } } } }`,
        { representations },
        { as: people.bureauChief },
      );
    expect(await statementsOf(test.database, ask)).toHaveLength(1);
  });
});

it("names for the record whom it is about: a resident by their id, somebody signed in by their token", async () => {
  const { data } = await test.ask<Record<string, { subjects: string[] }>>(
    `{ shop: streetOrderCase(number: "${told.shop}") { subjects }
       resident: streetOrderCase(number: "${told.resident}") { subjects }
       lamp: streetOrderCase(number: "${told.lamp}") { subjects } }`,
    {},
    { as: people.bureauChief },
  );
  expect([data.shop, data.resident, data.lamp].map((of) => of?.subjects)).toEqual([
    [`person:${people.resident.id}`],
    ["430105-R0002"],
    [],
  ]);
});
