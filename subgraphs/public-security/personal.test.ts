import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Principal, Rows } from "../shared/principal.ts";
import { granted, openPublicSecurity, people, type TestPublicSecurity } from "./public-security.fixtures.ts";

let subgraph: TestPublicSecurity;

beforeAll(async () => {
  subgraph = await openPublicSecurity();
});
afterAll(() => subgraph?.close());

const rows: readonly (readonly [root: string, number: string, clear: object, masked: object])[] = [
  [
    "householdRegistration",
    "HJ430105001",
    {
      name: "安秀兰",
      residentNumber: "430105195103040006",
      householdNumber: "430105880001",
      address: "通泰街街道连升街社区3号楼2单元301室",
    },
    {
      name: "安*",
      residentNumber: "430105************",
      householdNumber: "******************",
      address: "通泰街街道连升街社区3号楼****",
    },
  ],
  [
    "rentedHouse",
    "CZ430105001",
    {
      address: "通泰街街道连升街社区3号楼1单元502室",
      landlordName: "秦守仁",
      landlordPhone: "15400000011",
      tenants: [
        { name: "贺春", phone: "15400000012" },
        { name: "毛毛", phone: null },
      ],
    },
    {
      address: "通泰街街道连升街社区3号楼****",
      landlordName: "秦*",
      landlordPhone: "154****0011",
      tenants: [
        { name: "贺*", phone: "154****0012" },
        { name: "毛*", phone: null },
      ],
    },
  ],
  [
    "floatingPerson",
    "LD430105001",
    {
      name: "贺春",
      residentNumber: "431221199502070008",
      phone: "15400000012",
      address: "通泰街街道连升街社区3号楼1单元502室",
    },
    {
      name: "贺*",
      residentNumber: "431221************",
      phone: "154****0012",
      address: "通泰街街道连升街社区3号楼****",
    },
  ],
  [
    "policeCall",
    "JQ430105001",
    { callerName: "安秀兰", callerPhone: "15400000001", place: "连升街社区3号楼底商2号" },
    { callerName: "安*", callerPhone: "154****0001", place: "连升街社区3号楼****" },
  ],
  [
    "keyPlace",
    "ZD430105001",
    { personInCharge: "秦守仁", phone: "15400000011" },
    { personInCharge: "秦*", phone: "154****0011" },
  ],
];

const selectionOf = (row: object): string =>
  Object.entries(row)
    .map(([field, value]) => (Array.isArray(value) ? `${field} { name phone }` : field))
    .join(" ");

async function read(root: string, number: string, fields: object, as: Principal) {
  const { data, errors } = await subgraph.ask<Record<string, unknown>>(
    `{ row: ${root}(number: "${number}") { ${selectionOf(fields)} } }`,
    {},
    { as },
  );
  expect(errors).toEqual([]);
  return data.row;
}

describe.each(rows)("of a %s", (root, number, clear, masked) => {
  it("the police read what is personal as it is", async () => {
    expect(await read(root, number, clear, people.station)).toEqual(clear);
  });

  it("another department reads it masked", async () => {
    expect(await read(root, number, clear, granted(Rows.ALL))).toEqual(masked);
  });
});

describe("a grant in clear", () => {
  it("shows the field it names, and no other", async () => {
    const as = granted(Rows.ALL, { clear: ["PoliceCall.callerPhone", "RentedHouseTenant.name"] });
    expect(await read("policeCall", "JQ430105001", { callerName: "", callerPhone: "" }, as)).toEqual({
      callerName: "安*",
      callerPhone: "15400000001",
    });
    expect(await read("rentedHouse", "CZ430105001", { landlordName: "", tenants: [] }, as)).toEqual({
      landlordName: "秦*",
      tenants: [
        { name: "贺春", phone: "154****0012" },
        { name: "毛毛", phone: null },
      ],
    });
  });
});

describe("a person's own rows", () => {
  it("are shown to them as they are", async () => {
    const own = await read("policeCall", "JQ430105001", { callerName: "", summary: "" }, people.resident);
    expect(own).toEqual({ callerName: "安秀兰", summary: "棋牌室深夜喧哗，民警到场劝离。" });
    expect(await read("rentedHouse", "CZ430105001", { tenants: [] }, people.landlord)).toMatchObject({
      tenants: [{ name: "贺春" }, { name: "毛毛" }],
    });
  });

  it("are no tenant's, who would read the others' telephones", async () => {
    const tenant = { ...people.stranger, id: "he-chun" };
    expect(await read("rentedHouse", "CZ430105001", { number: "" }, tenant)).toBeNull();
    expect(await read("floatingPerson", "LD430105001", { phone: "" }, tenant)).toEqual({
      phone: "15400000012",
    });
  });
});
