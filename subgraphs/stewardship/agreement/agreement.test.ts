import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import type { Principal } from "../../shared/principal.ts";
import { kaifu, pinggu, Stewards } from "../stewardship.fixtures.ts";
import { stewardship } from "../stewardship.subgraph.ts";

let subgraph: TestSubgraph;
let stewards: Stewards;

const usual = {
  parties: ["430105-HOUSING", "430105-CIVIL-AFFAIRS"],
  purpose: "住房保障对象核对",
  validFrom: "2026-06-01",
  validUntil: "2027-01-01",
};
const register = (more: Partial<typeof usual> = {}, as: Principal = kaifu.bureau, selection = "{ number }") =>
  stewards.mutate(
    "registerAgreement",
    { input: "RegisterAgreementInput!" },
    { input: { ...usual, ...more } },
    selection,
    { as },
  );

beforeAll(async () => {
  subgraph = await openTestSubgraph(stewardship);
  stewards = new Stewards(subgraph);
});
afterAll(() => subgraph.close());

describe("agreements (数据共享协议)", () => {
  it("are registered by the data bureau, and numbered by district", async () => {
    expect(
      await register(
        {},
        kaifu.bureau,
        "{ number parties purpose validFrom validUntil registeredAt registeredByUnit }",
      ),
    ).toEqual({
      number: "430105-A-0001",
      ...usual,
      registeredAt: "2026-06-01T01:00:00.000Z",
      registeredByUnit: "430105-DATA-BUREAU",
    });
    expect(await register({ parties: ["430105010", "430105-HOUSING"] })).toEqual({ number: "430105-A-0002" });
    expect(await register({}, kaifu.housing)).toBe("FORBIDDEN");
  });

  it.each<[string, Partial<typeof usual>]>([
    ["one party", { parties: ["430105-HOUSING"] }],
    ["the same party twice", { parties: ["430105-HOUSING", "430105-HOUSING"] }],
    ["a party elsewhere", { parties: ["430105-HOUSING", "110117-HOUSING"] }],
    ["a party that is no unit", { parties: ["430105-HOUSING", "430105-住建"] }],
    ["no time", { validUntil: "2026-06-01" }],
    ["no purpose", { purpose: "" }],
  ])("are refused with %s", async (_, more) => {
    expect(await register(more)).toBe("BAD_INPUT");
  });

  it.each<[string, Principal | undefined, number]>([
    ["one party", kaifu.housing, 2],
    ["its station", kaifu.housingStation, 2],
    ["the other party", kaifu.civilAffairs, 1],
    ["a street that is party", kaifu.street, 1],
    ["the data bureau", kaifu.bureau, 2],
    ["another district's", pinggu.bureau, 0],
    ["another department", kaifu.urban, 0],
    ["a resident", kaifu.resident, 0],
    ["a service", kaifu.evaluation, 0],
    ["nobody", undefined, 0],
  ])("are seen by %s as far as they concern them", async (_, as, count) => {
    const { data } = await subgraph.ask<{
      agreements: { edges: unknown[] };
      agreement: unknown;
      _entities: unknown[];
    }>(
      `query ($representations: [_Any!]!) { agreements { edges { node { number } } } agreement(number: "430105-A-0002") { number }
         _entities(representations: $representations) { ... on Agreement { purpose } } }`,
      { representations: [{ __typename: "Agreement", number: "430105-A-0001" }] },
      as ? { as } : {},
    );
    expect(data.agreements.edges).toHaveLength(count);
    const second = count === 2 || as === kaifu.street;
    expect(data.agreement).toEqual(second ? { number: "430105-A-0002" } : null);
    const first = count === 2 || as === kaifu.civilAffairs;
    expect(data._entities).toEqual([first ? { purpose: "住房保障对象核对" } : null]);
  });

  it.each<[string, string, string, boolean]>([
    ["430105-A-0001", "430105-HOUSING", "2026-06-01", true],
    ["430105-A-0001", "430105010-HOUSING", "2026-12-31", true],
    ["430105-A-0001", "430105-CIVIL-AFFAIRS", "2026-07-01", true],
    ["430105-A-0001", "430105-HOUSING", "2026-05-31", false],
    ["430105-A-0001", "430105-HOUSING", "2027-01-01", false],
    ["430105-A-0001", "430105-URBAN-MANAGEMENT", "2026-07-01", false],
    ["430105-A-0001", "110117-HOUSING", "2026-07-01", false],
    ["430105-A-0002", "430105010", "2026-07-01", true],
    ["430105-A-0002", "430105010003", "2026-07-01", false],
    ["430105-A-9999", "430105-HOUSING", "2026-07-01", false],
  ])("%s is a basis of %s on %s: %s", async (number, unit, on, expected) => {
    const ask = (as: Principal) =>
      subgraph.ask<{ agreementInForce: boolean | null }>(
        "query ($number: String!, $unit: String!, $on: LocalDate!) { agreementInForce(number: $number, unit: $unit, on: $on) }",
        { number, unit, on },
        { as },
      );
    expect((await ask(kaifu.gateway)).data.agreementInForce).toBe(expected);
    expect((await ask(kaifu.bureau)).errors[0]?.code).toBe("FORBIDDEN");
  });

  it("an emergency access is a basis as well, for who took it, as long as it lasts", async () => {
    const { number } = (await stewards.breakGlass({}, kaifu.housingStation)) as { number: string };
    const isBasis = async (unit: string, on: string) => {
      const { data } = await subgraph.ask<{ agreementInForce: boolean }>(
        "query ($number: String!, $unit: String!, $on: LocalDate!) { agreementInForce(number: $number, unit: $unit, on: $on) }",
        { number, unit, on },
        { as: kaifu.gateway },
      );
      return data.agreementInForce;
    };
    expect(await isBasis("430105010-HOUSING", "2026-06-01")).toBe(true);
    expect(await isBasis("430105-HOUSING", "2026-06-01")).toBe(true);
    expect(await isBasis("430105-URBAN-MANAGEMENT", "2026-06-01")).toBe(false);
    expect(await isBasis("430105010-HOUSING", "2026-06-02")).toBe(false);
    await stewards.review(number, "NOT_JUSTIFIED", kaifu.policeSteward);
    expect(await isBasis("430105010-HOUSING", "2026-06-01")).toBe(false);
  });

  describe("ended before their time", () => {
    const end = (number: string, as: Principal, at?: Date, reason = "项目终止") =>
      stewards.mutate(
        "endAgreement",
        { number: "String!", reason: "String!" },
        { number, reason },
        "{ number validUntil endedAt endedByUnit endReason }",
        { as, ...(at && { at }) },
      );
    const registered = async () => ((await register()) as { number: string }).number;

    it.each<[string, Principal, string | undefined]>([
      ["a party's data steward", kaifu.civilAffairs, undefined],
      ["its principal officer", kaifu.civilAffairsChief, undefined],
      ["the data bureau's steward", kaifu.bureau, undefined],
      ["its station", kaifu.housingStation, "FORBIDDEN"],
      ["another department", kaifu.urban, "NOT_FOUND"],
      ["another district's data bureau", pinggu.bureau, "NOT_FOUND"],
      ["a resident", kaifu.resident, "NOT_FOUND"],
    ])("are ended by %s or not: %s", async (_, as, refused) => {
      const number = await registered();
      expect(await end(number, as)).toEqual(
        refused ?? {
          number,
          validUntil: usual.validUntil,
          endedAt: "2026-06-01T01:00:00.000Z",
          endedByUnit: as.unit,
          endReason: "项目终止",
        },
      );
    });

    it("are no basis from that day on, and were one before", async () => {
      const number = await registered();
      // Eight in the evening in Beijing is still that day there, and the next morning's is not.
      await end(number, kaifu.housing, new Date("2026-07-02T20:00:00+08:00"));
      const isBasis = async (on: string) => {
        const { data } = await subgraph.ask<{ agreementInForce: boolean }>(
          'query ($number: String!, $on: LocalDate!) { agreementInForce(number: $number, unit: "430105-HOUSING", on: $on) }',
          { number, on },
          { as: kaifu.gateway },
        );
        return data.agreementInForce;
      };
      expect(await isBasis("2026-07-01")).toBe(true);
      expect(await isBasis("2026-07-02")).toBe(false);
      expect(await isBasis("2026-07-03")).toBe(false);
    });

    it("are not ended twice, nor when they are over, nor without a reason", async () => {
      const number = await registered();
      expect(await end(number, kaifu.housing, undefined, " ")).toBe("BAD_INPUT");
      expect(await end(number, kaifu.housing, new Date("2027-01-01T00:00:00+08:00"))).toBe("AGREEMENT_OVER");
      await end(number, kaifu.housing);
      expect(await end(number, kaifu.civilAffairs)).toBe("AGREEMENT_OVER");
      const [{ payload }] = await subgraph.database.query(
        "SELECT payload FROM log_entry WHERE kind = 'AGREEMENT_ENDED' AND subject = $1",
        [number],
      );
      expect(payload).toEqual({ agreement: number, parties: usual.parties, from: "2026-06-01" });
    });
  });

  it("may be named as the purpose of a grant by whoever is party to it", async () => {
    const purposes = ["430105-A-0001"];
    expect(await stewards.request({ purposes }, kaifu.housing)).toMatchObject({ state: "REQUESTED" });
    expect(await stewards.request({ purposes, consumer: "430105-URBAN-MANAGEMENT" }, kaifu.urban)).toBe(
      "AGREEMENT_OF_OTHERS",
    );
  });

  it("are in the log", async () => {
    const rows = await subgraph.database.query(
      "SELECT kind, actor_unit, payload FROM log_entry WHERE subject = '430105-A-0001'",
    );
    expect(rows).toEqual([
      {
        kind: "AGREEMENT_REGISTERED",
        actor_unit: "430105-DATA-BUREAU",
        payload: {
          agreement: "430105-A-0001",
          parties: usual.parties,
          from: "2026-06-01",
          until: "2027-01-01",
        },
      },
    ]);
  });
});
