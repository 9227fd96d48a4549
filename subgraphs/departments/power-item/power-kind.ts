import { registerEnumType } from "type-graphql";

/** The nine kinds of administrative power and the rest (9+X, PG-5). */
export enum PowerKind {
  LICENCE = "LICENCE",
  PENALTY = "PENALTY",
  COMPULSION = "COMPULSION",
  LEVY = "LEVY",
  PAYMENT = "PAYMENT",
  INSPECTION = "INSPECTION",
  CONFIRMATION = "CONFIRMATION",
  REWARD = "REWARD",
  ADJUDICATION = "ADJUDICATION",
  OTHER = "OTHER",
}
registerEnumType(PowerKind, {
  name: "PowerKind",
  description: "Kind of administrative power (职权类型, 9+X, PG-5)",
  valuesConfig: {
    LICENCE: { description: "Administrative licence (行政许可), 01" },
    PENALTY: { description: "Administrative penalty (行政处罚), 02" },
    COMPULSION: { description: "Administrative compulsion (行政强制), 03" },
    LEVY: { description: "Administrative levy (行政征收), 04" },
    PAYMENT: { description: "Administrative payment (行政给付), 05" },
    INSPECTION: { description: "Administrative inspection (行政检查), 06" },
    CONFIRMATION: { description: "Administrative confirmation (行政确认), 07" },
    REWARD: { description: "Administrative reward (行政奖励), 08" },
    ADJUDICATION: { description: "Administrative adjudication (行政裁决), 09" },
    OTHER: { description: "Other powers, duties and services (其他), 10" },
  },
});

/** The kinds by the two digits an item's code carries, 01 to 10, with their Chinese names. */
const kinds: readonly (readonly [PowerKind, string])[] = [
  [PowerKind.LICENCE, "行政许可"],
  [PowerKind.PENALTY, "行政处罚"],
  [PowerKind.COMPULSION, "行政强制"],
  [PowerKind.LEVY, "行政征收"],
  [PowerKind.PAYMENT, "行政给付"],
  [PowerKind.INSPECTION, "行政检查"],
  [PowerKind.CONFIRMATION, "行政确认"],
  [PowerKind.REWARD, "行政奖励"],
  [PowerKind.ADJUDICATION, "行政裁决"],
  [PowerKind.OTHER, "其他"],
];

/** The kind the tenth and eleventh digits of a power item's code stand for. */
export const powerKindOfCode = (digits: string): PowerKind | undefined => kinds[Number(digits) - 1]?.[0];

/** The kind a published list names: 行政处罚, 处罚 and PENALTY are the same. */
export function powerKindNamed(name: string): PowerKind | undefined {
  const wanted = name.replace(/^行政/, "").replace(/^其他.+$/, "其他");
  return kinds.find(([kind, zh]) => kind === name || zh.replace(/^行政/, "") === wanted)?.[0];
}
