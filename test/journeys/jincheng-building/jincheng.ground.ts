import { Establishment } from "../../../subgraphs/departments/departments.fixtures.ts";
import { departments } from "../../../subgraphs/departments/departments.subgraph.ts";
import { ListKind } from "../../../subgraphs/departments/item-list/list-kind.ts";
import { UnitKind } from "../../../subgraphs/departments/unit/unit-kind.ts";
import { grids } from "../../../subgraphs/grids/grids.subgraph.ts";
import type { TestStack } from "../../testkit/stack.ts";
import { withDatabase } from "../ground.ts";

export const zhaoyuan = {
  city: "370685",
  quanshan: "370685002",
  community: "370685002001",
  grid: "370685002001501",
  centre: "370685-COMMAND-CENTRE",
  land: "370685-NATURAL-RESOURCES",
  approval: "370685-ADMIN-APPROVAL",
  housing: "370685-HOUSING",
  /** 土地权属确认, 施工图审查, 施工许可: one power each, of the kinds 行政确认 and 行政许可 (样例). */
  title: "3706850120700100",
  drawings: "3706850230100100",
  permit: "3706850340100100",
  matter: "370685-0101",
  /** Invented: no such code was given out. */
  enterprise: "91370685MA3HAMPE4U",
} as const;

/** 泉山街道 of Zhaoyuan: real divisions; units, items and the enterprise are invented samples. */
export async function layJincheng(stack: TestStack): Promise<void> {
  await withDatabase(stack, grids, async (database) => {
    for (const [code, name] of [
      ["37", "山东省"],
      ["3706", "烟台市"],
      [zhaoyuan.city, "招远市"],
      [zhaoyuan.quanshan, "泉山街道"],
      [zhaoyuan.community, "示例社区居委会"],
    ] as const) {
      await database.query("INSERT INTO division (code, name) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
        code,
        name,
      ]);
    }
    await database.query(
      `INSERT INTO grid (code, community_code, name, kind, institution_type, boundary, synthetic, valid_from)
       VALUES ($1, $2, '金城大厦专属网格', 'EXCLUSIVE', 'PARK',
               '((120.4,37.36),(120.41,37.36),(120.41,37.37),(120.4,37.37))'::polygon, true, '2019-01-01')`,
      [zhaoyuan.grid, zhaoyuan.community],
    );
  });
  await withDatabase(stack, departments, async (database) => {
    const build = new Establishment(database);
    const { city, quanshan, community } = zhaoyuan;
    await build.unit(city, "招远市人民政府", UnitKind.DISTRICT_GOVERNMENT);
    await build.unit(quanshan, "泉山街道办事处", UnitKind.SUBDISTRICT_OFFICE, { parentCode: city });
    await build.unit(community, "示例社区居委会", UnitKind.COMMUNITY_OFFICE, { parentCode: quanshan });
    await build.unit(zhaoyuan.centre, "招远市指挥中心", UnitKind.COMMAND_CENTRE, { parentCode: city });
    for (const [code, name, item, power] of [
      [zhaoyuan.land, "市自然资源和规划局", zhaoyuan.title, "土地权属确认（样例）"],
      [zhaoyuan.approval, "市行政审批服务局", zhaoyuan.permit, "施工许可（样例）"],
      [zhaoyuan.housing, "市住房和城乡建设局", zhaoyuan.drawings, "施工图审查（样例）"],
    ] as const) {
      await build.unit(code, name, UnitKind.DEPARTMENT, { parentCode: city });
      await database.query(
        `INSERT INTO chief_responder (unit_code, person_id, name, post, phone, valid_from)
         VALUES ($1, 'CHIEF_RESPONDER@' || $1, '示例主要负责人', '主要负责人', '13800000000', '2019-01-01')`,
        [code],
      );
      await build.item(item, power, code);
      await build.list(code, ListKind.POWER, { "2019-01-01": [item] });
    }
    await build.matter(zhaoyuan.matter.slice(0, 9), "营商与建设");
    await build.matter(zhaoyuan.matter, "建设项目手续", ["手续", "施工许可", "图审"]);
    const version = await build.catalogue(city, "2019-01-01", zhaoyuan.centre);
    await build.rule(version, zhaoyuan.matter, zhaoyuan.land, { item: zhaoyuan.title });
  });
}
