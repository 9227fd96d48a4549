import { Establishment } from "../../../subgraphs/departments/departments.fixtures.ts";
import { departments } from "../../../subgraphs/departments/departments.subgraph.ts";
import { ListKind } from "../../../subgraphs/departments/item-list/list-kind.ts";
import { UnitKind } from "../../../subgraphs/departments/unit/unit-kind.ts";
import type { TestStack } from "../../testkit/stack.ts";
import { place, withDatabase } from "../ground.ts";

/** 老年人代办: what a community may be given, by an invented access item (样例). */
export const help = { matter: "370685-0301", item: "3706850051000100" } as const;

/** 梦芝街道 of Zhaoyuan, where the city is laid already: its office, a community, and what that may be given. */
export async function layMengzhi(stack: TestStack): Promise<void> {
  await withDatabase(stack, departments, async (database) => {
    const build = new Establishment(database);
    const { zhaoyuan, mengzhi, mengzhiCommunity } = place;
    await build.unit(mengzhi, "梦芝街道办事处", UnitKind.SUBDISTRICT_OFFICE, { parentCode: zhaoyuan });
    await build.unit(mengzhiCommunity, "梦芝社区居委会", UnitKind.COMMUNITY_OFFICE, { parentCode: mengzhi });
    await build.item(help.item, "老年人事项代办（样例）", mengzhiCommunity);
    await build.list(zhaoyuan, ListKind.COMMUNITY_ACCESS, { "2019-01-01": [help.item] });
    await build.matter(help.matter.slice(0, 9), "便民服务");
    await build.matter(help.matter, "老年人不会用智能手机", ["智能手机", "健康码"]);
    const version = await build.catalogue(zhaoyuan, "2021-01-01", `${zhaoyuan}-COMMAND-CENTRE`);
    await build.rule(version, help.matter, mengzhiCommunity, { item: help.item });
  });
}
