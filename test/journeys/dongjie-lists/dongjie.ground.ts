import { ganzhou, ganzhouEstablishment } from "../../../subgraphs/departments/departments.fixtures.ts";
import { departments } from "../../../subgraphs/departments/departments.subgraph.ts";
import { UnitKind } from "../../../subgraphs/departments/unit/unit-kind.ts";
import { grids } from "../../../subgraphs/grids/grids.subgraph.ts";
import type { TestStack } from "../../testkit/stack.ts";
import { withDatabase } from "../ground.ts";

/** 司法所: the judicial office in the street, a station of the district's bureau. */
export const justice = "620702-JUSTICE-EAST-STATION";

export const matter = {
  hygiene: "620702-0101",
  advertising: "620702-0201",
  dispute: "620702-0301",
  employment: "620702-0401",
} as const;

/** 东街街道 of Ganzhou: real divisions; units, items and lists are invented samples. */
export async function layDongjie(stack: TestStack): Promise<void> {
  await withDatabase(stack, grids, async (database) => {
    for (const [code, name] of [
      ["62", "甘肃省"],
      ["6207", "张掖市"],
      [ganzhou.district, "甘州区"],
      [ganzhou.street, "东街街道"],
      [ganzhou.eastGate, "东门社区居委会"],
    ] as const) {
      await database.query("INSERT INTO division (code, name) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
        code,
        name,
      ]);
    }
  });
  await withDatabase(stack, departments, async (database) => {
    const build = await ganzhouEstablishment(database);
    await build.unit("620702-JUSTICE", "甘州区司法局", UnitKind.DEPARTMENT, { parentCode: ganzhou.district });
    await build.unit(justice, "东街司法所", UnitKind.STATION, {
      parentCode: "620702-JUSTICE",
      divisionCode: ganzhou.street,
    });
    for (const unit of [ganzhou.mediation, justice]) await build.responder(unit, ganzhou.eastGate);
    for (const [code, name, keywords] of [
      [matter.hygiene, "公共场所卫生", ["卫生"]],
      [matter.advertising, "户外广告设置", ["广告牌"]],
      [matter.dispute, "邻里纠纷", ["邻居", "噪声"]],
      [matter.employment, "就业登记", ["就业"]],
    ] as const) {
      await build.matter(code.slice(0, 9), `${name}（类）`);
      await build.matter(code, name, keywords);
    }
    const version = await build.catalogue(ganzhou.district, "2020-01-01", ganzhou.keeper);
    await build.rule(version, matter.hygiene, ganzhou.health, { item: ganzhou.inspection });
    await build.rule(version, matter.advertising, ganzhou.market, { item: ganzhou.unpublished });
    await build.rule(version, matter.dispute, ganzhou.mediation, { item: ganzhou.dispute });
    await build.rule(version, matter.employment, ganzhou.eastGate, { item: ganzhou.accessItem });
  });
}
