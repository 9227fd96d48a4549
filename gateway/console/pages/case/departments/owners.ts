import type { Refusal } from "../../../graph/refusal.ts";
import { type Said, texts } from "../../../language/language.tsx";

/** Who answers for each part of the graph, as it is usually called. */
export const ownerNames = {
  "city-management": texts("Urban management", "城市管理局"),
  "market-supervision": texts("Market supervision", "市场监督管理局"),
  "civil-affairs": texts("Civil affairs", "民政局"),
  "public-security": texts("Public security", "公安局"),
  grids: texts("Grid centre", "网格中心"),
  departments: texts("Establishment office", "编办"),
  evaluation: texts("Performance office", "绩效办"),
  stewardship: texts("Data bureau", "数据局"),
  tickets: texts("Command centre", "指挥中心"),
} as const satisfies Readonly<Record<string, Said<string>>>;

export type Owner = keyof typeof ownerNames;

/** Whose part is missing, as the error says it; where it does not, whose part was asked for. */
export function ownerOf({ details }: Refusal, asked: Owner): { owner: string; name: Said<string> } {
  const owner = typeof details.subgraph === "string" ? details.subgraph : asked;
  const known = (ownerNames as Readonly<Record<string, Said<string>>>)[owner];
  const zh = typeof details.ownerZh === "string" ? details.ownerZh : owner;
  return { owner, name: known ?? { zh, en: owner } };
}
