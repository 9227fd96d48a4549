import { fieldWords, openedBy } from "./field-words.ts";
import type { Language } from "./language.tsx";

/** Looking up rows of a type, `Query.policeCalls`, is of that type. */
const lookUp = "";

const parted = (coordinate: string): [type: string, field: string | undefined] => {
  const [type = "", field] = coordinate.split(".", 2);
  const opened = type === "Query" ? openedBy[coordinate] : undefined;
  return opened ? [opened, lookUp] : [type, field];
};

/** contactPhone, ElderlyLivingAlone → contact phone, elderly living alone. */
const spelled = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** 独居老人, Elderly living alone. A page of a type is called as the type. */
export function typeText(type: string, language: Language): string {
  const bare = type.replace(/Connection$/, "");
  return language === "zh" ? (fieldWords[bare]?.[0] ?? bare) : capital(spelled(bare));
}

function fieldText(type: string, field: string | undefined, language: Language): string {
  const { all, rows } = said[language];
  if (field === undefined) return all;
  if (field === lookUp) return rows;
  return language === "zh" ? (fieldWords[type]?.[1][field] ?? field) : spelled(field);
}

const said = {
  zh: { all: "全部字段", rows: "查找", between: "：", list: "、", groups: "；" },
  en: { all: "all fields", rows: "look-up", between: ": ", list: ", ", groups: "; " },
} as const;

/** 独居老人：联系电话; of a type alone 独居老人：全部字段. */
export function coordinateText(coordinate: string, language: Language): string {
  const [type, field] = parted(coordinate);
  return typeText(type, language) + said[language].between + fieldText(type, field, language);
}

/** The words for coordinates, type by type: 独居老人：姓名、联系电话；网格：名称. */
export function coordinatesText(coordinates: readonly string[], language: Language): string {
  const { between, list, groups } = said[language];
  const byType = new Map<string, Set<string>>();
  for (const coordinate of coordinates) {
    const [type, field] = parted(coordinate);
    const name = typeText(type, language);
    const fields = byType.get(name) ?? new Set();
    byType.set(name, fields.add(fieldText(type, field, language)));
  }
  return [...byType].map(([type, fields]) => type + between + [...fields].join(list)).join(groups);
}
