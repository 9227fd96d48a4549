import { describe, expect, it } from "vitest";
import { districts } from "./districts.ts";
import { divisions, streets } from "./places.ts";
import { areaOf, contains } from "./rectangle.ts";

describe("the land of the world", () => {
  it.each(districts.map(({ code, name, extent }) => [code, name, extent] as const))(
    "shares out %s %s among its communities without gap or overlap",
    (code, _name, extent) => {
      const lands = streets
        .filter((street) => street.districtCode === code)
        .flatMap((street) => street.communities.map(({ land }) => land));
      expect(lands.reduce((sum, land) => sum + areaOf(land), 0)).toBe(areaOf(extent));
      for (const { west, south } of lands) {
        // A corner belongs to the one piece that begins there.
        expect(lands.filter((land) => contains(land, { x: west, y: south }))).toHaveLength(1);
      }
    },
  );

  it("keeps districts apart", () => {
    for (const one of districts) {
      const inside = districts.filter(({ extent }) =>
        contains(extent, { x: one.extent.west, y: one.extent.south }),
      );
      expect(inside).toEqual([one]);
    }
  });

  it("gives every community of the fixture its land", () => {
    const communities = divisions.filter(({ code }) => code.length === 12);
    expect(streets.flatMap((street) => street.communities)).toHaveLength(communities.length);
  });

  it("says places as people say them", () => {
    const mafang = streets.find(({ code }) => code === "110117005");
    expect(mafang?.shortName).toBe("马坊");
    expect(mafang?.communities[0]).toMatchObject({ shortName: "汇景社区", urban: true });
    expect(mafang?.communities.at(-1)).toMatchObject({ shortName: "河奎村", urban: false });
  });
});
