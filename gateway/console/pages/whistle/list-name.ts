import { useLanguage } from "../../language/language.tsx";
import { ListKind } from "../../language/terms.ts";
import { useUnitNames } from "../../parts/unit-names.ts";

/** What a list is called by its id, its holder and kind: 430105-ECOLOGY:POWER → 开福区生态环境局权力清单. */
export function useListName(id: string | null | undefined): string {
  const { language } = useLanguage();
  const [holder = "", kind = ""] = id?.split(":") ?? [];
  const unitName = useUnitNames([holder]);
  const term = ListKind[kind as keyof typeof ListKind] as (typeof ListKind)["POWER"] | undefined;
  if (!term) return id ?? "";
  return language === "zh"
    ? `${unitName(holder)}${term.zh}`
    : `${term.en.toLowerCase()} list of ${unitName(holder)}`;
}
