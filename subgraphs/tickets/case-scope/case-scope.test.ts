import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import { type Principal, servicePrincipal } from "../../shared/principal.ts";
import { tickets } from "../tickets.subgraph.ts";
import { answeringGraph, kf, people, tackling, WhistleStory } from "../whistle/whistle.fixtures.ts";

const at = new Date("2026-04-01T10:00:00+08:00");

let subgraph: TestSubgraph;
let story: WhistleStory;
beforeAll(async () => {
  subgraph = await openTestSubgraph(tickets, { graph: answeringGraph() });
  story = new WhistleStory(subgraph);
});
afterAll(() => subgraph.close());

const scopeOf = async (number: string, as?: Principal) => {
  const { data, errors } = await subgraph.ask<{ caseScope: Record<string, unknown> | null }>(
    `query ($number: String!) {
      caseScope(number: $number) { number tickets whistles residents businesses buildings grids parts }
    }`,
    { number },
    { at, ...(as && { as }) },
  );
  expect(errors).toEqual([]);
  return data.caseScope;
};

const bodiesOf = async (number: string, as: Principal = servicePrincipal("stewardship")) => {
  const { data, errors } = await subgraph.ask<{ caseBodies: Record<string, string>[] } | null>(
    "query ($tickets: [String!]!) { caseBodies(tickets: $tickets) { ticketNumber tickets unitCode part } }",
    { tickets: [number] },
    { at, as },
  );
  return errors[0]?.code ?? data?.caseBodies.map(({ unitCode, part }) => `${unitCode} ${part}`);
};

describe("who works on a case", () => {
  const handling = `${kf.market} HANDLING`;

  it("is who was sent it, whom a whistle calls and who has a task, until let go; never a company", async () => {
    const number = await story.kfTicket({ at });
    expect(await bodiesOf(number)).toEqual([handling]);
    const whistle = await story.tackling({ at, tickets: [number] });
    const assisting = [`${kf.commerce} ASSISTING`, handling, `${kf.market} LEAD`, `${kf.urban} ASSISTING`];
    expect(await bodiesOf(number)).toEqual(assisting);
    await subgraph.database.query(
      "UPDATE whistle_participant SET released_at = now() WHERE whistle_number = $1 AND unit_code = $2",
      [whistle, kf.urban],
    );
    expect(await bodiesOf(number)).toEqual(assisting.slice(0, 3));
    await subgraph.database.query(
      `INSERT INTO ticket_task (district_code, ticket_number, ordinal, unit_code, matter_code, by_contract, task, assigned_at)
       SELECT district_code, number, task.ordinal, task.unit, matter_code, task.by_contract, '核实', $2
       FROM ticket, (VALUES (1, $3, false), (2, $4, true)) AS task (ordinal, unit, by_contract)
       WHERE number = $1`,
      [number, at, kf.urban, kf.investment],
    );
    expect(await bodiesOf(number)).toEqual(assisting);
    const reason = { number: whistle, reason: "社区已自行解决" };
    await story.ask("withdrawWhistle", "$number: String!, $reason: String!", reason, {
      as: people.kfStreet,
      at,
    });
    expect(await bodiesOf(number)).toEqual([handling, `${kf.urban} ASSISTING`]);
    await subgraph.database.query(
      "UPDATE ticket SET state = 'STRUCK_OFF', confirmed_solved = true WHERE number = $1",
      [number],
    );
    expect(await bodiesOf(number)).toEqual([]);
  });

  it("is told to the service that tells owners who has access, and to nobody else", async () => {
    const number = await story.kfTicket({ at });
    for (const as of [people.kfMarket, people.kfDispatcher, servicePrincipal("gateway")]) {
      expect(await bodiesOf(number, as)).toBe("FORBIDDEN");
    }
  });
});

describe("what belongs to a case", () => {
  it("is told to whom the ticket is with, whose place it is in, and the command centre; to nobody else", async () => {
    const number = await story.kfTicket({ at });
    const scope = {
      number,
      tickets: [number],
      whistles: [],
      residents: [],
      businesses: [],
      buildings: [],
      grids: [kf.grid],
    };
    expect(await scopeOf(number, people.kfMarket)).toEqual({ ...scope, parts: ["HANDLING"] });
    for (const as of [people.kfDispatcher, people.kfStaff, people.kfStreet]) {
      expect(await scopeOf(number, as)).toEqual({ ...scope, parts: [] });
    }
    for (const as of [people.kfUrban, people.kfNeighbour, people.pgDispatcher, undefined]) {
      expect(await scopeOf(number, as)).toBeNull();
    }
    expect(await scopeOf("430105-19990101-000001", people.kfDispatcher)).toBeNull();
  });

  it("is told to whoever a whistle calls, until it is withdrawn", async () => {
    const number = await story.kfTicket({ at });
    const street = { as: people.kfStreet, at };
    const { answer, error } = await story.blow({ ...tackling, tickets: [number] }, street);
    expect(error).toBeUndefined();
    expect(await scopeOf(number, people.kfUrban)).toMatchObject({
      whistles: [answer.number],
      parts: ["ASSISTING"],
    });
    expect(await scopeOf(number, people.kfCommerce)).toMatchObject({ parts: ["ASSISTING"] });
    expect(await scopeOf(number, people.kfNeighbour)).toBeNull();
    const withdrawn = { number: answer.number, reason: "社区已自行解决" };
    await story.ask("withdrawWhistle", "$number: String!, $reason: String!", withdrawn, street);
    expect(await scopeOf(number, people.kfUrban)).toBeNull();
  });

  it.each(["STRUCK_OFF", "ARCHIVED", "REJECTED", "MERGED"])(
    "is over with %s, for everybody",
    async (state) => {
      const [number, other] = [await story.kfTicket({ at }), await story.kfTicket({ at })];
      await subgraph.database.query(
        `UPDATE ticket SET state = $2, confirmed_solved = true,
         merged_into_number = CASE WHEN $2 = 'MERGED' THEN $3 END
       WHERE number = $1`,
        [number, state, other],
      );
      for (const as of [people.kfDispatcher, people.kfMarket, people.kfStreet]) {
        expect(await scopeOf(number, as)).toBeNull();
      }
    },
  );

  it("holds who asked, where, and what was merged into it", async () => {
    const [number, other] = [await story.kfTicket({ at }), await story.kfTicket({ at })];
    const { database } = subgraph;
    await database.query("UPDATE ticket SET state = 'MERGED', merged_into_number = $1 WHERE number = $2", [
      number,
      other,
    ]);
    const demander =
      "INSERT INTO demander (district_code, kind, identity, name, phone, credit_code, resident_id) VALUES ('430105', $1, $2, $3, NULL, $4, $5) RETURNING id";
    const [[person], [firm]] = [
      await database.query(demander, ["PERSON", "phone:1", "黎晓芸", null, "430105-R-1"]),
      await database.query(demander, ["FIRM", "firm:1", "鑫源餐饮", "91430105MAFAKE001X", null]),
    ];
    const asked = "UPDATE demand SET demander_id = $2, building_code = $3 WHERE ticket_number = $1";
    await database.query(asked, [number, person.id, "430105010003-B001"]);
    await database.query(asked, [other, firm.id, null]);
    expect(await scopeOf(number, people.kfMarket)).toEqual({
      number,
      tickets: [number, other].sort(),
      whistles: [],
      residents: ["430105-R-1"],
      businesses: ["91430105MAFAKE001X"],
      buildings: ["430105010003-B001"],
      grids: [kf.grid],
      parts: ["HANDLING"],
    });
  });
});
