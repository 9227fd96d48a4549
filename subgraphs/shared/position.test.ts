import { createRequire } from "node:module";
import fc from "fast-check";
import type gcoordModule from "gcoord";
import { describe, expect, it } from "vitest";
import { checkPosition, Datum, type Position, positionFindings, toWgs84 } from "./position.ts";

const gcoord: typeof gcoordModule.default = createRequire(import.meta.url)("gcoord");

/** Metres between two points; flat is exact enough below a kilometre. */
function metresApart(a: Position, b: Position): number {
  const north = (a.latitude - b.latitude) * 111_320;
  const east = (a.longitude - b.longitude) * 111_320 * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}

describe("toWgs84", () => {
  it.each<[string, Position, number, number]>([
    ["Beijing", { longitude: 116.38404722, latitude: 39.91334545, datum: "GCJ02" }, 116.377817, 39.911954],
    ["Shanghai", { longitude: 121.53154186, latitude: 31.17530398, datum: "GCJ02" }, 121.5272106, 31.1774276],
    ["Shenzhen", { longitude: 113.91717648, latitude: 22.54079613, datum: "GCJ02" }, 113.912316, 22.543847],
    ["Beijing", { longitude: 116.4166156, latitude: 39.9219658, datum: "BD09" }, 116.403988, 39.914266],
    ["Changsha", { longitude: 112.985, latitude: 28.256, datum: "WGS84" }, 112.985, 28.256],
  ])("finds the published point in %s from %o", (_, given, longitude, latitude) => {
    const point = toWgs84(given);
    expect(metresApart(point, { longitude, latitude, datum: "WGS84" })).toBeLessThan(0.2);
    expect(point.datum).toBe(Datum.WGS84);
  });

  it("comes back within a centimetre from any datum, anywhere in the mainland", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 74, max: 134, noNaN: true }),
        fc.double({ min: 18, max: 53, noNaN: true }),
        fc.constantFrom(Datum.WGS84, Datum.GCJ02, Datum.BD09),
        (longitude, latitude, datum) => {
          const crs = gcoord.CRSTypes;
          const [east, north] = gcoord.transform([longitude, latitude], crs.WGS84, crs[datum]);
          const back = toWgs84({ longitude: east, latitude: north, datum });
          expect(metresApart(back, { longitude, latitude, datum: "WGS84" })).toBeLessThan(0.01);
        },
      ),
      { examples: [[125.13269094855139, 52.999999999286935, Datum.BD09]] },
    );
  });
});

describe("checkPosition", () => {
  it.each([
    [112.985, 28.256, undefined],
    [73, 3, undefined],
    [136, 54, undefined],
    [28.256, 112.985, "POSITION_SWAPPED"],
    [0, 0, "POSITION_OUTSIDE_CHINA"],
    [2.35, 48.86, "POSITION_OUTSIDE_CHINA"],
    [112_985, 28_256, "POSITION_OUTSIDE_CHINA"],
    [Number.NaN, 28.256, "POSITION_OUTSIDE_CHINA"],
    [112.985, Number.POSITIVE_INFINITY, "POSITION_OUTSIDE_CHINA"],
  ])("longitude %d, latitude %d: %s", (longitude, latitude, finding) => {
    expect(checkPosition({ longitude, latitude, datum: "GCJ02" })?.code).toBe(finding);
  });

  it("says what is wrong in both languages", () => {
    for (const { en, zh } of Object.values(positionFindings)) {
      expect(en).toMatch(/^[ -~]+$/);
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
