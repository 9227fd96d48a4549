import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import type { Principal } from "../../shared/principal.ts";
import { tickets } from "../tickets.subgraph.ts";
import {
  answeringGraph,
  kf,
  people,
  pg,
  tackling,
  township,
  WhistleStory,
} from "../whistle/whistle.fixtures.ts";
import { type CaseArgs, caseKey } from "./case-args.ts";

const firm = "91430105MAFAKE001D";
const resident = "110117-R-1";
const building = "XQ7K-PLATE";
const later = new Date("2026-06-02T09:00:00+08:00");

let subgraph: TestSubgraph;
let story: WhistleStory;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets, { graph: answeringGraph() });
  story = new WhistleStory(subgraph);
});
afterAll(() => subgraph.close());

interface Case {
  readonly tickets: { readonly edges: readonly { readonly node: { readonly number: string } }[] };
  readonly whistles: readonly { readonly number: string }[];
  readonly residents: readonly ({ readonly id: string } | null)[];
  readonly [field: string]: unknown;
}

const look = async (
  args: CaseArgs,
  as: Principal,
  fields = "tickets(first: 20) { edges { node { number } } }",
) => {
  const { data, errors } = await subgraph.ask<{ case: Case | null }>(
    `query ($number: String, $resident: ID, $place: String, $business: CreditCode, $powerItem: PowerItemCode) {
      case(number: $number, resident: $resident, place: $place, business: $business, powerItem: $powerItem) { ${fields} }
    }`,
    { ...args },
    { as },
  );
  return {
    case: data?.case ?? null,
    codes: errors.map(({ code }) => code),
    paths: errors.map(({ path }) => path),
  };
};
const ticketsIn = async (args: CaseArgs, as: Principal) => {
  const found = await look(args, as);
  expect(found.codes).toEqual([]);
  return found.case?.tickets.edges.map(({ node }) => node.number) ?? null;
};

/** Matched, and with nobody yet: it can still be merged. */
const untouched = async (): Promise<string> => {
  const number = await story.tickets.report(
    { place: { gridCode: pg.grid, estateCode: pg.estate } },
    { as: people.pgDispatcher },
  );
  await story.tickets.match(number, { as: people.pgDispatcher });
  return number;
};

/** Says who asked in a ticket, and where the code on the wall was scanned. */
async function askedBy(
  ticket: string,
  { creditCode = null as string | null, residentId = resident },
): Promise<void> {
  const { database } = subgraph;
  const districtCode = ticket.slice(0, 6);
  const [{ id }] = await database.query(
    `INSERT INTO demander (district_code, kind, identity, name, credit_code, resident_id)
     VALUES ($1, $2, $3, '示例', $4, $5) RETURNING id`,
    [districtCode, creditCode ? "FIRM" : "PERSON", ticket, creditCode, creditCode ? null : residentId],
  );
  await database.query("UPDATE demand SET demander_id = $2, building_code = $3 WHERE ticket_number = $1", [
    ticket,
    id,
    building,
  ]);
}

describe("what a case is looked up by", () => {
  it.each<[CaseArgs, string]>([
    [{ number: "430105-20190923-000001" }, "ticket"],
    [{ number: "430105-W-20190926-0001" }, "whistle"],
    [{ resident }, "resident"],
    [{ place: kf.grid }, "grid"],
    [{ place: kf.community }, "community"],
    [{ place: pg.estate }, "estate"],
    [{ place: building }, "building"],
    [{ business: firm }, "business"],
    [{ powerItem: pg.item }, "powerItem"],
  ])("%j names a %s", (args, by) => {
    expect(caseKey(args).by).toBe(by);
  });

  it.each<[CaseArgs, string]>([
    [{}, "CASE_BY_ONE"],
    [{ number: "430105-20190923-000001", place: kf.grid }, "CASE_BY_ONE"],
    [{ place: "430105010" }, "CASE_PLACE_TOO_LARGE"],
    [{ place: "430105" }, "CASE_PLACE_TOO_LARGE"],
    [{ business: "91430105MAFAKE001X" }, "BAD_CODE"],
  ])("%j is refused: %s", async (args, code) => {
    expect(await look(args, people.kfDispatcher)).toMatchObject({ case: null, codes: [code] });
  });
});

describe("a case, by each of the five", () => {
  it("holds its tickets latest first, and what they are about; what it was looked up by comes first", async () => {
    const [first, second] = [await story.pgTicket(), await story.pgTicket({ at: later })];
    await askedBy(first, {});
    await askedBy(second, { creditCode: firm });
    const { answer } = await story.blow({ ...township, tickets: [first] }, { as: people.pgTown });
    const fields = `tickets { edges { node { number } } } whistles { number } residents { id } businesses { creditCode }
      grids { code } estates { code } divisions { code } buildings { code } units { code } powerItems { code }`;
    const both = {
      tickets: { edges: [{ node: { number: second } }, { node: { number: first } }] },
      whistles: [{ number: answer.number }],
      residents: [{ id: resident }],
      businesses: [{ creditCode: firm }],
      grids: [{ code: pg.grid }],
      estates: [{ code: pg.estate }],
      divisions: [{ code: pg.community }],
      buildings: [{ code: building }],
      units: [{ code: pg.housing }],
      powerItems: [{ code: pg.item }],
    };
    const ofFirst = { ...both, tickets: { edges: both.tickets.edges.slice(1) }, businesses: [] };
    const ofSecond = {
      ...both,
      tickets: { edges: both.tickets.edges.slice(0, 1) },
      whistles: [],
      residents: [],
    };
    const cases: readonly (readonly [CaseArgs, object])[] = [
      [{ number: first }, ofFirst],
      [{ number: answer.number }, ofFirst],
      [{ resident }, ofFirst],
      [{ business: firm }, ofSecond],
      [{ place: building }, both],
      [{ place: pg.grid }, both],
      [{ place: pg.community }, both],
      [{ place: pg.estate }, both],
      [{ powerItem: pg.item }, both],
    ];
    for (const [args, expected] of cases) {
      expect(await look(args, people.pgDispatcher, fields), JSON.stringify(args)).toEqual({
        case: expected,
        codes: [],
        paths: [],
      });
    }
  });

  it("follows tickets that were merged, whichever of them is known", async () => {
    const [goesOn, merged] = [await story.pgTicket(), await untouched()];
    await askedBy(merged, { residentId: "110117-R-2" });
    await story.tickets.move("mergeTickets", merged, { as: people.pgDispatcher }, `into: "${goesOn}"`);
    for (const args of [{ number: goesOn }, { number: merged }, { resident: "110117-R-2" }]) {
      expect((await ticketsIn(args, people.pgDispatcher))?.sort()).toEqual([goesOn, merged].sort());
    }
    const { case: seen } = await look({ number: goesOn }, people.pgHousing, "residents { id }");
    expect(seen).toEqual({ residents: [{ id: "110117-R-2" }] });
  });

  it("costs a statement for each thing it asks for, however many tickets it has", async () => {
    for (let count = 0; count < 3; count += 1)
      await askedBy(await story.pgTicket(), { residentId: `110117-R-${count}` });
    const fields = `tickets(first: 5) { edges { node { number } } } residents { id } businesses { creditCode } buildings { code }
      grids { code } estates { code } divisions { code } units { code } powerItems { code }`;
    const statements = await statementsOf(subgraph.database, () =>
      look({ place: pg.grid }, people.pgDispatcher, fields),
    );
    expect(statements).toHaveLength(2);
  });

  it("is known to be there by its own tickets: by number it costs no statement more", async () => {
    const number = await story.pgTicket();
    const statements = await statementsOf(subgraph.database, async () => {
      const { case: found } = await look(
        { number },
        people.pgDispatcher,
        "tickets { edges { node { number } } }",
      );
      expect(found).toMatchObject({ tickets: { edges: [{ node: { number } }] } });
    });
    expect(statements).toHaveLength(1);
  });

  it("is paged as any list of tickets is, from where a page ended", async () => {
    const asked = (args: string) =>
      look(
        { place: pg.grid },
        people.pgDispatcher,
        `tickets(${args}) { edges { node { number } } pageInfo { hasNextPage endCursor } }`,
      );
    interface Paged {
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    }
    const numbers: string[] = [];
    for (let after = "", more = true; more; ) {
      const { case: seen } = await asked(after ? `first: 2, after: "${after}"` : "first: 2");
      const { edges, pageInfo } = (seen as Case & { tickets: Paged }).tickets;
      numbers.push(...edges.map(({ node }) => node.number));
      after = pageInfo.endCursor;
      more = pageInfo.hasNextPage;
    }
    expect(numbers).toEqual(await ticketsIn({ place: pg.grid }, people.pgDispatcher));
    expect(numbers.length).toBeGreaterThan(3);
  });

  it.each([0, 101])("gives 1 to 100 of anything, not %i", async (first) => {
    expect(
      await look({ place: pg.grid }, people.pgDispatcher, `grids(first: ${first}) { code }`),
    ).toMatchObject({
      case: null,
      codes: ["PAGE_TOO_LARGE"],
    });
  });
});

describe("nothing is learnt by looking up of what may not be seen", () => {
  const unknown = {
    resident: "430105-R-9",
    place: "430105010003777",
    business: "91430105MAFAKE001D",
    powerItem: "4301050210699900",
  };

  it("a number of others is no number; anything else is answered as if nobody had asked", async () => {
    const number = await story.kfTicket();
    await askedBy(number, { residentId: "430105-R-5" });
    const { answer } = await story.blow({ ...tackling, tickets: [number] }, { as: people.kfStreet });
    const inCommon: readonly CaseArgs[] = [
      { number },
      { number: answer.number },
      { resident: "430105-R-5" },
      { place: kf.grid },
      { place: kf.community },
      { place: building },
    ];
    for (const args of inCommon) {
      expect(await ticketsIn(args, people.kfDispatcher), JSON.stringify(args)).toContain(number);
      expect(await ticketsIn(args, people.kfMarket), JSON.stringify(args)).toContain(number);
      for (const as of [people.kfNeighbour, people.kfOtherStreet, people.pgHousing, people.pgDispatcher]) {
        const found = await ticketsIn(args, as);
        expect(found ?? [], JSON.stringify(args)).not.toContain(number);
        if (args.number) expect(found).toBeNull();
      }
    }
    const fields =
      "tickets { edges { node { number } } } whistles { number } residents { id } buildings { code }";
    const [theirs, nobodys] = [
      await look({ resident: "430105-R-5" }, people.kfNeighbour, fields),
      await look({ resident: unknown.resident }, people.kfNeighbour, fields),
    ];
    expect(theirs.case).toEqual({
      tickets: { edges: [] },
      whistles: [],
      residents: [{ id: "430105-R-5" }],
      buildings: [],
    });
    expect(nobodys.case).toEqual({ ...theirs.case, residents: [{ id: unknown.resident }] });
  });

  it("who asked is not found out by asking for somebody, where it is masked", async () => {
    const number = await story.pgTicket();
    await askedBy(number, { residentId: "110117-R-7" });
    await story.blow({ ...township, tickets: [number] }, { as: people.pgTown });
    const asked = { resident: "110117-R-7" };
    expect(await ticketsIn(asked, people.pgHousing)).toEqual([number]);
    // The power company sees the ticket, and works behind the mask.
    expect(await ticketsIn({ number }, people.pgPower)).toEqual([number]);
    expect(await ticketsIn(asked, people.pgPower)).toEqual([]);
    expect(await look({ number }, people.pgPower, "residents { id }")).toEqual({
      case: { residents: [null] },
      codes: ["WITHHELD"],
      paths: [["case", "residents", 0]],
    });
    for (const as of [people.pgMember, people.pgPerformance]) {
      for (const args of [asked, { resident: "110117-R-none" }]) {
        expect(await look(args, as)).toEqual({ case: null, codes: ["WITHHELD"], paths: [["case"]] });
      }
    }
  });

  it("a resident finds what they asked themselves, and nobody else in it", async () => {
    const [own, others] = [await story.pgTicket({ by: people.pgResident }), await untouched()];
    await subgraph.database.query(
      `UPDATE demander SET resident_id = '110117-R-own'
       WHERE id = (SELECT demander_id FROM demand WHERE ticket_number = $1)`,
      [own],
    );
    await askedBy(others, { residentId: "110117-R-other" });
    await story.tickets.move("mergeTickets", others, { as: people.pgDispatcher }, `into: "${own}"`);
    expect(await ticketsIn({ resident: "110117-R-own" }, people.pgResident)).toEqual([own]);
    expect(await ticketsIn({ resident: "110117-R-other" }, people.pgResident)).toEqual([]);
    expect(await ticketsIn({ place: building }, people.pgResident)).toEqual([]);
    expect(
      await look({ number: own }, people.pgResident, "residents { id } buildings { code }"),
    ).toMatchObject({
      case: { residents: [{ id: "110117-R-own" }], buildings: [] },
    });
    expect(await ticketsIn({ number: own }, people.pgOtherResident)).toBeNull();
  });
});
