import { describe, expect, it } from "vitest";
import type { Day } from "../../shared/calendar.ts";
import { ListKind } from "../item-list/list-kind.ts";
import { UnitKind, UnitLevel } from "../unit/unit-kind.ts";
import { type DispatchCase, judgeDispatch, type Listing, type Recipient } from "./dispatch-guard.ts";

const government = { code: "620702", kind: UnitKind.DISTRICT_GOVERNMENT };
const street = { code: "620702001", kind: UnitKind.SUBDISTRICT_OFFICE };
const community = { code: "620702001001", kind: UnitKind.COMMUNITY_OFFICE };
const health = { code: "620702-HEALTH", kind: UnitKind.DEPARTMENT };

const recipient = (level: UnitLevel, ...path: Recipient["path"]): Recipient => ({
  level,
  code: path.at(-1)?.code ?? "",
  government: true,
  path,
  validFrom: "2019-01-01",
  validUntil: null,
});

const toStreet = recipient(UnitLevel.SUBDISTRICT, government, street);
const toCommunity = recipient(UnitLevel.COMMUNITY, government, street, community);
const toHealth = recipient(UnitLevel.DISTRICT, government, health);
const item = { bodyUnitCode: health.code, handlingUnitCode: null };
const itemCode = "6207020120600100";
const day: Day = "2021-03-15";

const listing = (holder: string, kind: ListKind, from: string, until: string | null = null): Listing => ({
  listId: `${holder}:${kind}`,
  kind,
  holderCode: holder,
  listedFrom: from,
  listedUntil: until,
  version: 2,
});
const onDistrictList = listing(government.code, ListKind.POWER, "2020-12-01");
const onAccessList = listing(government.code, ListKind.COMMUNITY_ACCESS, "2020-12-01");
const onStreetList = listing(street.code, ListKind.DUTY, "2021-03-01");

const judge = (facts: Partial<DispatchCase>) =>
  judgeDispatch({
    on: day,
    matter: "620702-0101",
    recipient: toStreet,
    itemCode,
    item,
    listings: [],
    handDown: null,
    inCatalogue: false,
    ...facts,
  });

const handDown = (approved: boolean, funded: boolean, equipped: boolean) => ({
  number: "620702-H-20210110-0001",
  approved,
  funded,
  equipped,
});

describe("what may be sent to a sub-district", () => {
  it.each<[string, Partial<DispatchCase>, string | null, string]>([
    ["GZ-8: an item on its own list", { listings: [onStreetList] }, null, "GZ-8"],
    ["GZ-8: an item off its lists, whatever is said of 属地管理", {}, "OFF_LIST", "GZ-8"],
    ["GZ-8: an item on the district's list only", { listings: [onDistrictList] }, "OFF_LIST", "GZ-8"],
    [
      "GZ-7: an access item is the communities', not the street's",
      { listings: [onAccessList] },
      "OFF_LIST",
      "GZ-8",
    ],
    ["GZ-8: no item named", { itemCode: null, item: null }, "OFF_LIST", "GZ-8"],
    [
      "GZ-9: handed down with approval but no funds",
      { handDown: handDown(true, false, true) },
      "HAND_DOWN_INCOMPLETE",
      "GZ-9",
    ],
    [
      "GZ-9: handed down with funds but no approval",
      { handDown: handDown(false, true, true) },
      "HAND_DOWN_INCOMPLETE",
      "GZ-9",
    ],
    [
      "GZ-9: handed down with nothing at all",
      { handDown: handDown(false, false, false) },
      "HAND_DOWN_INCOMPLETE",
      "GZ-9",
    ],
    [
      "GZ-11: handed down whole, in no batch yet",
      { handDown: handDown(true, true, true) },
      "NOT_IN_FORCE",
      "GZ-11",
    ],
    [
      "GZ-11: handed down whole, on the effective day of batch 2",
      { handDown: handDown(true, true, true), listings: [onStreetList], on: "2021-03-01" },
      null,
      "GZ-8",
    ],
    [
      "GZ-11: handed down whole, the day before batch 2",
      { handDown: handDown(true, true, true), listings: [onStreetList], on: "2021-02-28" },
      "NOT_IN_FORCE",
      "GZ-11",
    ],
    [
      "GZ-11: the list changed between matching and dispatch",
      { listings: [{ ...onStreetList, listedUntil: "2021-03-15" }] },
      "NOT_IN_FORCE",
      "GZ-11",
    ],
    [
      "GZ-11: removed and listed again",
      {
        listings: [
          { ...onStreetList, listedUntil: "2021-03-10" },
          listing(street.code, ListKind.DUTY, "2021-03-12"),
        ],
      },
      null,
      "GZ-8",
    ],
  ])("%s", (_, facts, code, rule) => {
    expect(judge(facts)).toMatchObject({ allowed: code === null, code, rule });
  });

  it("GZ-8: an item sent to the street's own centre goes by the street's lists", () => {
    const centre = { code: "620702001-MEDIATION", kind: UnitKind.GOVERNANCE_CENTRE };
    expect(
      judge({
        recipient: recipient(UnitLevel.SUBDISTRICT, government, street, centre),
        listings: [onStreetList],
      }),
    ).toMatchObject({
      allowed: true,
      listId: "620702001:DUTY",
      listVersion: 2,
      responsibleUnitCode: centre.code,
    });
  });

  it("GZ-8: what is off the list stays with the body the law names", () => {
    expect(judge({})).toMatchObject({ code: "OFF_LIST", responsibleUnitCode: health.code });
  });

  it("GZ-9: the refusal names every fact that is missing", () => {
    const { reason, reasonZh } = judge({ handDown: handDown(true, false, false) });
    expect(reason).toContain("lacks funds, working conditions");
    expect(reasonZh).toContain("缺少经费保障、工作条件");
  });
});

describe("what may be sent to a community", () => {
  it.each<[string, Partial<DispatchCase>, string | null, string]>([
    ["GZ-7: an access item", { listings: [onAccessList] }, null, "GZ-7"],
    ["GZ-7: the twenty-first kind of item", {}, "NOT_ACCESS_ITEM", "GZ-7"],
    ["GZ-7: an item of the street's own list", { listings: [onStreetList] }, "NOT_ACCESS_ITEM", "GZ-7"],
    ["GZ-7: even a complete hand-down", { handDown: handDown(true, true, true) }, "NOT_ACCESS_ITEM", "GZ-7"],
    ["GZ-7: no item named", { itemCode: null, item: null, inCatalogue: true }, "NOT_ACCESS_ITEM", "GZ-7"],
    [
      "GZ-11: an access item before its batch",
      { listings: [onAccessList], on: "2020-11-30" },
      "NOT_IN_FORCE",
      "GZ-11",
    ],
    [
      "PG-6: a village's own matter is not placed on it by others",
      { listings: [listing(community.code, ListKind.MICRO_POWER, "2020-12-01")] },
      "NOT_ACCESS_ITEM",
      "GZ-7",
    ],
  ])("%s", (_, facts, code, rule) => {
    expect(judge({ recipient: toCommunity, ...facts })).toMatchObject({ allowed: code === null, code, rule });
  });
});

describe("what may be sent to a department", () => {
  const station = recipient(UnitLevel.SUBDISTRICT, government, health, {
    code: "620702-HEALTH-EAST-STATION",
    kind: UnitKind.STATION,
  });
  const onOwnList = listing(health.code, ListKind.POWER, "2020-12-01");
  const market = { bodyUnitCode: "620702-MARKET-SUPERVISION", handlingUnitCode: null };
  const byMarket = { bodyUnitCode: "620702-MARKET-SUPERVISION", handlingUnitCode: health.code };

  it.each<[string, Partial<DispatchCase>, string | null, string]>([
    ["PG-5: an item of its own list", { listings: [onOwnList] }, null, "GZ-11"],
    ["PG-5: its own item on the list of the whole district", { listings: [onDistrictList] }, null, "GZ-11"],
    [
      "PG-5: its station takes the department's items",
      { recipient: station, listings: [onOwnList] },
      null,
      "GZ-11",
    ],
    [
      "PG-5: an item it handles for another body",
      { item: byMarket, listings: [onDistrictList] },
      null,
      "GZ-11",
    ],
    [
      "PG-4: another department's item on the district's list",
      { item: market, listings: [onDistrictList] },
      "OFF_LIST",
      "PG-4",
    ],
    [
      "GZ-11: its own item, before its list took effect",
      { listings: [onOwnList], on: "2020-11-30" },
      "NOT_IN_FORCE",
      "GZ-11",
    ],
    ["GZ-11: its own item, on no list ever", {}, "NOT_IN_FORCE", "GZ-11"],
    [
      "PG-4: no item, but named by the catalogue",
      { itemCode: null, item: null, inCatalogue: true },
      null,
      "PG-4",
    ],
    ["PG-5: no item, and not named", { itemCode: null, item: null }, "ITEM_REQUIRED", "PG-5"],
    [
      "PG-4: no item, to the district government",
      { itemCode: null, item: null, recipient: recipient(UnitLevel.DISTRICT, government) },
      null,
      "PG-4",
    ],
    ["PG-5: an item nobody knows", { item: null }, "UNKNOWN_ITEM", "PG-5"],
  ])("%s", (_, facts, code, rule) => {
    expect(judge({ recipient: toHealth, ...facts })).toMatchObject({ allowed: code === null, code, rule });
  });
});

describe("whom anything may be sent to at all", () => {
  const closed = { ...toHealth, validUntil: "2021-03-15" };
  const company = {
    ...recipient(UnitLevel.DISTRICT, government, { code: "620702-WATER", kind: UnitKind.COMPANY }),
    government: false,
  };

  it.each<[string, Partial<DispatchCase>, string | null]>([
    ["nobody", { recipient: null }, "UNKNOWN_UNIT"],
    ["a department on the day it was closed", { recipient: closed }, "UNIT_NOT_IN_FORCE"],
    [
      "a department on its last day",
      { recipient: closed, on: "2021-03-14", itemCode: null, inCatalogue: true },
      null,
    ],
    ["a department not yet founded", { recipient: toHealth, on: "2018-12-31" }, "UNIT_NOT_IN_FORCE"],
    ["a company, by contract", { recipient: company }, null],
  ])("%s", (_, facts, code) => {
    expect(judge(facts)).toMatchObject({ allowed: code === null, code });
  });

  it("every verdict speaks both languages", () => {
    for (const facts of [
      {},
      { recipient: toCommunity },
      { recipient: toHealth },
      { recipient: company },
      { recipient: null },
    ]) {
      const { reason, reasonZh } = judge(facts);
      expect(reason).toMatch(/\w/);
      expect(reasonZh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
