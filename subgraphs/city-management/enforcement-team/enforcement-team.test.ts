import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statementsOf } from "../../../test/testkit/statements.ts";
import type { Principal } from "../../shared/principal.ts";
import { type KaifuTest, kaifu, openKaifu, people } from "../city-management.fixtures.ts";

let test: KaifuTest;
beforeAll(async () => {
  test = await openKaifu();
  const { build } = test;
  await build.team();
  await build.team(kaifu.otherStreet);
  await build.member("贺文斌", kaifu.bureau, { post: "队长", personId: people.officer.id });
  await build.member("欧阳志平", kaifu.market, { validUntil: "2027-01-01" });
  await build.member("邹立", kaifu.emergency, { personId: people.resident.id });
  await build.member("钱进", kaifu.market, { validFrom: "2018-01-01", validUntil: "2020-01-01" });
  await build.member("孔令", kaifu.emergency, { validFrom: "2026-06-02" });
  await build.member("夏雨", kaifu.bureau, { divisionCode: kaifu.otherStreet });
});
afterAll(() => test.close());

interface Member {
  readonly name: string;
  readonly phone: string;
  readonly post: string;
  readonly homeUnit: { readonly code: string };
}
interface Team {
  readonly unit: { readonly code: string };
  readonly members: readonly Member[];
}

const teams = async (
  as: Principal | undefined,
  codes: readonly string[] = [kaifu.street, kaifu.otherStreet],
  at?: string,
) => {
  const { data, errors } = await test.ask<{ _entities: { enforcementTeam: Team | null }[] }>(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Division {
      enforcementTeam { formedOn unit { code } division { code }
        members { name phone post validFrom validUntil homeUnit { code } } } } } }`,
    { representations: codes.map((code) => ({ __typename: "Division", code })) },
    { ...(as && { as }), ...(at && { at: new Date(at) }) },
  );
  expect(errors).toEqual([]);
  return data._entities.map(({ enforcementTeam }) => enforcementTeam);
};

describe("a joint enforcement team (KF-14)", () => {
  it("has members of three departments, each with the home department kept", async () => {
    const [team] = await teams(people.officer);
    expect(team).toMatchObject({
      unit: { code: kaifu.team },
      formedOn: "2019-09-01",
      division: { code: kaifu.street },
    });
    expect(team?.members.map(({ name, homeUnit }) => [homeUnit.code, name])).toEqual([
      [kaifu.emergency, "邹立"],
      [kaifu.market, "欧阳志平"],
      [kaifu.bureau, "贺文斌"],
    ]);
  });

  it("is a sub-district's: a district and a community have none", async () => {
    expect(await teams(people.bureauChief, [kaifu.district, kaifu.community])).toEqual([null, null]);
  });

  it.each([
    ["2019-12-31T23:59:59+08:00", ["钱进"]],
    ["2020-01-01T00:00:00+08:00", ["邹立", "欧阳志平", "贺文斌"]],
    ["2026-06-02T00:00:00+08:00", ["孔令", "欧阳志平", "贺文斌", "邹立"].sort()],
    ["2027-01-01T00:00:00+08:00", ["孔令", "贺文斌", "邹立"].sort()],
  ])("has who serves in it at %s", async (at, names) => {
    const [team] = await teams(people.officer, [kaifu.street], at);
    expect(team?.members.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it.each([
    ["a second team of the sub-district", () => test.build.team()],
    ["a team without a sub-district", () => test.build.team(kaifu.community)],
    [
      "somebody in two teams at once",
      () =>
        test.build.member("贺文斌", kaifu.bureau, {
          divisionCode: kaifu.otherStreet,
          personId: people.officer.id,
        }),
    ],
    ["a home department in another district", () => test.build.member("甲", "110117-MARKET-SUPERVISION")],
    ["the team for a home", () => test.build.member("甲", kaifu.team)],
    [
      "a posting that ends before it begins",
      () => test.build.member("甲", kaifu.bureau, { validUntil: "2019-01-01" }),
    ],
  ])("cannot be kept with %s", async (_, keep) => {
    await expect(keep()).rejects.toThrow();
  });

  it("is loaded for many divisions in two statements", async () => {
    expect(await statementsOf(test.database, () => teams(people.bureauChief))).toHaveLength(2);
  });
});

describe("who sees whom in the teams: who holds office is posted by name", () => {
  it.each<[string, Principal, string]>([
    ["the bureau", people.bureauChief, "15490000001"],
    ["another department", people.inspector, "15490000001"],
    ["a grid member", people.gridMember, "15490000001"],
    ["a resident: names, and no telephone", people.neighbour, "154****0001"],
    ["a member who signs in as a resident", people.resident, "154****0001"],
    ["a service", people.service, "154****0001"],
  ])("%s", async (_, as, phone) => {
    const [team] = await teams(as);
    expect(team?.members.map(({ name }) => name).sort()).toEqual(["欧阳志平", "贺文斌", "邹立"].sort());
    expect(team?.members.find(({ name }) => name === "贺文斌")?.phone).toBe(phone);
  });
});
