import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import type { Principal } from "../../shared/principal.ts";
import { Aid } from "../aid/aid.ts";
import { AidKind } from "../aid/aid-kind.ts";
import { AidState } from "../aid/aid-state.ts";
import {
  aid,
  east,
  elderly,
  elsewhere,
  elsewhereGrid,
  liansheng,
  people,
  street,
  west,
} from "../civil-affairs.fixtures.ts";
import { civilAffairs } from "../civil-affairs.subgraph.ts";
import { AgeGroup, ElderlyLivingAlone } from "../elderly-living-alone/elderly-living-alone.ts";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await openTestSubgraph(civilAffairs);
  const noPhone = { usesSmartphone: false };
  const aged90 = { ageGroup: AgeGroup.AGED_90_AND_OVER };
  await subgraph.database.manager.insert(ElderlyLivingAlone, [
    // West: five, three of them without a smartphone, two of them of 80 and over, one out of date.
    elderly(1, west, { ...noPhone, ageGroup: AgeGroup.AGED_80_TO_89 }),
    elderly(2, west, { ...noPhone, ...aged90 }),
    elderly(3, west, noPhone),
    elderly(4, west),
    elderly(5, west),
    elderly(6, west, { validUntil: "2026-05-31" }),
    // East: two. No grid: one. Next sub-district: three, all without.
    elderly(7, east, aged90),
    elderly(8, east),
    elderly(9, liansheng, noPhone),
    elderly(10, elsewhereGrid, noPhone),
    elderly(11, elsewhereGrid, noPhone),
    elderly(12, elsewhereGrid, noPhone),
  ]);
  const stopped = {
    state: AidState.STOPPED,
    reviewDueOn: null,
    stopReason: "DIED",
    stoppedAt: new Date("2026-02-01T00:00:00Z"),
  } as Partial<Aid>;
  await subgraph.database.manager.insert(Aid, [
    ...[1, 2, 3, 4].map((number) => aid(number, west)),
    aid(5, west, { kind: AidKind.DESTITUTE_SUPPORT }),
    aid(6, west, { kind: AidKind.TEMPORARY_AID, ...stopped }),
    aid(7, east),
  ]);
});
afterAll(() => subgraph.close());

const figures = `careFigures {
  livingAlone { exact fewerThan } livingAloneAged80 { exact fewerThan } withoutSmartphone { exact fewerThan }
  aid { kind recipients { exact fewerThan } }
}`;

interface Count {
  exact: number | null;
  fewerThan: number | null;
}
interface Figures {
  livingAlone: Count;
  livingAloneAged80: Count;
  withoutSmartphone: Count;
  aid: { kind: string; recipients: Count }[];
}

const ask = async (__typename: "Division" | "Grid", code: string, as: Principal | undefined) => {
  const { data, errors } = await subgraph.ask<{ _entities: [{ careFigures: Figures | null }] }>(
    `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on Division { ${figures} } ... on Grid { ${figures} } } }`,
    { of: [{ __typename, code }] },
    as ? { as } : {},
  );
  return { figures: data._entities[0].careFigures, code: errors[0]?.code };
};

const told = ({ exact, fewerThan }: Count): string => (fewerThan === null ? String(exact) : `<${fewerThan}`);

describe("counts to the street (ZY-6, ZY-9)", () => {
  it.each([
    ["Grid", west, "5", "<3", "3", "4"],
    ["Grid", east, "<3", "<3", "0", "<3"],
    ["Grid", elsewhereGrid, "3", "0", "3", "0"],
    ["Division", liansheng, "8", "3", "4", "5"],
    ["Division", street, "8", "3", "4", "5"],
    ["Division", "430105", "11", "3", "7", "5"],
    ["Division", "430105099", "0", "0", "0", "0"],
  ] as const)(
    "%s %s: %s alone, %s of 80, %s without a smartphone, %s with an old-age allowance",
    async (type, code, ...expected) => {
      const { figures } = await ask(type, code, people.chief);
      if (!figures) throw new Error("withheld");
      const oldAge = figures.aid.find(({ kind }) => kind === AidKind.OLD_AGE_ALLOWANCE)?.recipients;
      expect([
        told(figures.livingAlone),
        told(figures.livingAloneAged80),
        told(figures.withoutSmartphone),
        oldAge && told(oldAge),
      ]).toEqual(expected);
    },
  );

  it("tell every kind of aid once, and only what is in payment", async () => {
    const { figures } = await ask("Grid", west, people.secretary);
    expect(figures?.aid.map(({ kind, recipients }) => [kind, told(recipients)])).toEqual([
      [AidKind.MINIMUM_LIVING_ALLOWANCE, "0"],
      [AidKind.DESTITUTE_SUPPORT, "<3"],
      [AidKind.TEMPORARY_AID, "0"],
      [AidKind.DISABILITY_LIVING_ALLOWANCE, "0"],
      [AidKind.DISABILITY_NURSING_ALLOWANCE, "0"],
      [AidKind.OLD_AGE_ALLOWANCE, "4"],
      [AidKind.ORPHAN_ALLOWANCE, "0"],
    ]);
  });

  it.each<[string, Principal | undefined, boolean[]]>([
    ["nobody signed in", undefined, [false, false, false, false]],
    ["a resident", people.resident, [false, false, false, false]],
    ["a grid member, who has the names of the own grid", people.gridMember, [false, false, false, false]],
    ["a service", people.service, [false, false, false, false]],
    ["the community's secretary", people.secretary, [true, true, false, false]],
    ["another community's secretary", people.otherSecretary, [false, false, false, true]],
    ["the sub-district's leader", people.streetLeader, [true, true, true, false]],
    ["a department's responder", people.health, [true, true, true, true]],
    ["the department itself", people.streetOfficer, [true, true, true, true]],
    ["the district's leader", people.districtLeader, [true, true, true, true]],
    ["a department of another district", people.otherDistrict, [false, false, false, false]],
    ["somebody without a division", { ...people.health, division: "" }, [false, false, false, false]],
  ])("are told to %s of grid, community, sub-district and the next one: %o", async (_, as, expected) => {
    const places = [
      ["Grid", west],
      ["Division", liansheng],
      ["Division", street],
      ["Division", elsewhere],
    ] as const;
    for (const [index, [type, code]] of places.entries()) {
      const answer = await ask(type, code, as);
      expect(answer.figures !== null, code).toBe(expected[index]);
      expect(answer.code, code).toBe(expected[index] ? undefined : "WITHHELD");
    }
  });

  it.each(["43", "4301"])("of the wider division %s are nobody's", async (code) => {
    const wide = { ...people.districtLeader, division: code };
    expect(await ask("Division", code, wide)).toEqual({ figures: null, code: "WITHHELD" });
  });

  it("of many places cost one statement", async () => {
    const of = [west, east, elsewhereGrid].map((code) => ({ __typename: "Grid", code }));
    const divisions = ["430105", street, liansheng, elsewhere].map((code) => ({
      __typename: "Division",
      code,
    }));
    const statements = await statementsOf(subgraph.database, () =>
      subgraph.ask(
        `query ($of: [_Any!]!) { _entities(representations: $of) {
          ... on Division { ${figures} } ... on Grid { ${figures} } } }`,
        { of: [...of, ...divisions] },
        { as: people.chief },
      ),
    );
    expect(statements).toHaveLength(1);
  });
});
