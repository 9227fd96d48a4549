import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  cardRoom,
  inLiansheng,
  lianshengGrid,
  openPublicSecurity,
  people,
  plate,
  type TestPublicSecurity,
} from "../public-security.fixtures.ts";

let subgraph: TestPublicSecurity;

beforeAll(async () => {
  subgraph = await openPublicSecurity();
});
afterAll(() => subgraph?.close());

const keyPlaceOf = async (creditCode: string, selection: string) => {
  const { data, errors } = await subgraph.ask<{ _entities: [{ keyPlace: object | null }] }>(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Business { keyPlace { ${selection} } } } }`,
    { of: [{ __typename: "Business", creditCode }] },
    { as: people.station },
  );
  expect(errors).toEqual([]);
  return data._entities[0].keyPlace;
};

describe("a key place (重点单位)", () => {
  it("tells what it is and how it is kept", async () => {
    expect(
      await keyPlaceOf(
        cardRoom,
        "number name kinds address securityClass inspectedOn closed business { creditCode } building { code } station { code } grid { code }",
      ),
    ).toEqual({
      number: "ZD430105001",
      name: "连升街聚福棋牌室",
      kinds: ["ENTERTAINMENT_VENUE", "HOTEL"],
      address: "连升街社区3号楼底商2号",
      securityClass: "C",
      inspectedOn: "2026-04-20",
      closed: false,
      business: { creditCode: cardRoom },
      building: { code: plate },
      station: { code: "430105010-PUBLIC-SECURITY" },
      grid: { code: lianshengGrid },
    });
  });

  it("of a business with several is an open one, and of those the first on record", async () => {
    const TYSHXYDM = "91430105FAKE000222";
    await subgraph.archive.add(
      "T_ZDBW",
      { ZDBWBH: "ZD-1", TYSHXYDM, SFTY: "1", ...inLiansheng },
      { ZDBWBH: "ZD-3", TYSHXYDM, SFTY: "0", ...inLiansheng },
      { ZDBWBH: "ZD-2", TYSHXYDM, SFTY: "0", ...inLiansheng },
    );
    expect(await keyPlaceOf(TYSHXYDM, "number closed")).toEqual({ number: "ZD-2", closed: false });
  });

  it("is of no business while the police have not established which", async () => {
    const { data } = await subgraph.ask(
      `{ keyPlace(number: "ZD430105002") { name kinds business { creditCode } } }`,
      {},
      { as: people.bureau },
    );
    expect(data).toEqual({ keyPlace: { name: "芙蓉宾馆", kinds: ["HOTEL"], business: null } });
  });
});
