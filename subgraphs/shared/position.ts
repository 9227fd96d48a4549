import { createRequire } from "node:module";
import type gcoordModule from "gcoord";
import type { Finding } from "./finding.ts";

// Its types describe the bundle for browsers; what Node loads is that bundle's default export itself.
const gcoord: typeof gcoordModule.default = createRequire(import.meta.url)("gcoord");

/** What a longitude and latitude are measured against (坐标系). */
export enum Datum {
  /** Satellite receivers. CGCS2000 (国家大地坐标系) is the same to within centimetres and is given as WGS84. */
  WGS84 = "WGS84",
  /** 火星坐标: Amap, Tencent and every published map of the mainland, shifted by 100 to 700 m (GB 20263). */
  GCJ02 = "GCJ02",
  /** Baidu's own, on top of GCJ-02. */
  BD09 = "BD09",
}

/** A point in degrees. */
export interface Position {
  readonly longitude: number;
  readonly latitude: number;
  readonly datum: `${Datum}`;
}

/** Every finding about a position, by its stable name. */
export const positionFindings = {
  POSITION_SWAPPED: {
    en: "longitude and latitude are swapped",
    zh: "经度与纬度颠倒",
    rule: "GB/T 16831-2013",
  },
  POSITION_OUTSIDE_CHINA: {
    en: "the point lies outside China, longitude 73 to 136 and latitude 3 to 54 degrees",
    zh: "坐标不在中国范围内（经度 73 至 136 度，纬度 3 至 54 度）",
    rule: "Bounds of the national territory (国土四至)",
  },
} as const satisfies Readonly<Record<string, Omit<Finding, "code">>>;

const found = (code: keyof typeof positionFindings): Finding => ({ code, ...positionFindings[code] });

/** The box around China, sea included. Its two ranges do not meet, so a swapped pair cannot pass for a point. */
const inChina = (longitude: number, latitude: number): boolean =>
  longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54;

/** Judges a position as it was given, whatever its datum. */
export function checkPosition({ longitude, latitude }: Position): Finding | undefined {
  if (inChina(longitude, latitude)) return undefined;
  return found(inChina(latitude, longitude) ? "POSITION_SWAPPED" : "POSITION_OUTSIDE_CHINA");
}

/**
 * The same point in WGS84, in which everything is stored. Expects a checked position. BD-09 has no exact way back: the
 * published one misses by up to some 20 cm. Whatever it misses by on the way there again is put right once, which
 * leaves a few millimetres.
 */
export function toWgs84({ longitude, latitude, datum }: Position): Position {
  const { [datum]: from, WGS84: to } = gcoord.CRSTypes;
  const [east, north] = gcoord.transform([longitude, latitude], from, to);
  const [eastAgain, northAgain] = gcoord.transform([east, north], to, from);
  return { longitude: east + longitude - eastAgain, latitude: north + latitude - northAgain, datum: "WGS84" };
}
