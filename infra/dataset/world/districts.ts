import type { Rectangle } from "./rectangle.ts";

/** The whistle rules a district goes by; the ready profiles are named after the five source districts. */
export type WhistleProfileCode = "KF" | "PG" | "ZY" | "GZ" | "BJ";

/** What the generators have to know of a district beyond its codes. Names of bodies follow each place's own habit. */
export interface District {
  readonly code: string;
  readonly name: string;
  readonly city: string;
  readonly government: string;
  readonly police: string;
  readonly powerSupply: string;
  readonly profile: WhistleProfileCode;
  /** Heated by law in winter (集中供暖). */
  readonly heated: boolean;
  /** A made-up extent around the district's real centre, WGS84. */
  readonly extent: Rectangle;
  /** What the source texts count, reproduced where the district is generated whole (GZ-13, ZY-1, ZY-2). */
  readonly counted?: {
    readonly basicGrids: number;
    readonly exclusiveGrids?: number;
    readonly branches?: number;
  };
}

const degrees = (west: number, south: number, east: number, north: number): Rectangle => ({
  west: Math.round(west * 1e6),
  south: Math.round(south * 1e6),
  east: Math.round(east * 1e6),
  north: Math.round(north * 1e6),
});

export const districts: readonly District[] = [
  {
    code: "110101",
    name: "东城区",
    city: "北京市",
    government: "北京市东城区人民政府",
    police: "北京市公安局东城分局",
    powerSupply: "国网北京城区供电公司",
    profile: "BJ",
    heated: true,
    extent: degrees(116.414, 39.912, 116.444, 39.95),
  },
  {
    code: "110105",
    name: "朝阳区",
    city: "北京市",
    government: "北京市朝阳区人民政府",
    police: "北京市公安局朝阳分局",
    powerSupply: "国网北京朝阳供电公司",
    profile: "BJ",
    heated: true,
    extent: degrees(116.45, 39.884, 116.476, 39.904),
  },
  {
    code: "110117",
    name: "平谷区",
    city: "北京市",
    government: "北京市平谷区人民政府",
    police: "北京市公安局平谷分局",
    powerSupply: "国网北京平谷供电公司",
    profile: "PG",
    heated: true,
    extent: degrees(116.95, 40.04, 117.35, 40.3),
  },
  {
    code: "370685",
    name: "招远市",
    city: "烟台市",
    government: "招远市人民政府",
    police: "招远市公安局",
    powerSupply: "国网招远市供电公司",
    profile: "ZY",
    heated: true,
    extent: degrees(120.15, 37.1, 120.65, 37.56),
    counted: { basicGrids: 177, exclusiveGrids: 357 },
  },
  {
    code: "430105",
    name: "开福区",
    city: "长沙市",
    government: "长沙市开福区人民政府",
    police: "长沙市公安局开福分局",
    powerSupply: "国网长沙供电公司开福供电服务中心",
    profile: "KF",
    heated: false,
    extent: degrees(112.93, 28.2, 113.07, 28.38),
  },
  {
    code: "620702",
    name: "甘州区",
    city: "张掖市",
    government: "张掖市甘州区人民政府",
    police: "张掖市公安局甘州分局",
    powerSupply: "国网甘州区供电公司",
    profile: "GZ",
    heated: true,
    extent: degrees(100.15, 38.65, 100.85, 39.2),
    counted: { basicGrids: 112, branches: 47 },
  },
];

const byCode = new Map(districts.map((district) => [district.code, district]));

export function districtByCode(code: string): District {
  const district = byCode.get(code);
  if (!district) throw new RangeError(`No district ${code} in this world`);
  return district;
}
