import { type Said, texts } from "../../language/language.tsx";

/** What a form says of what is opened; days as the office has them. */
export interface Extent {
  readonly coordinates: string[];
  readonly clear: string[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly listMaximum: number | string;
}

const said = {
  coordinates: texts("Choose 1 to 100", "请选择 1 至 100 项"),
  from: texts("Choose a day", "请选择日期"),
  until: texts("After the first day, and after today", "须晚于生效日期，且晚于今天"),
  most: texts("1 to 5000", "1 至 5000"),
  reason: texts("1 to 2000 characters", "请填写，不超过 2000 字"),
} satisfies Record<string, Said<string>>;

/** Rows an answer gives where nothing is said. */
export const usualList = 100;

export type Problem = Said<string> | null;

/** What is wrong with it, by the rules the graph holds it to as well. */
export function extentProblems(extent: Extent, today: string): Readonly<Record<keyof Extent, Problem>> {
  const { coordinates, validFrom, validUntil, listMaximum } = extent;
  const most = Number(listMaximum);
  return {
    coordinates: coordinates.length >= 1 && coordinates.length <= 100 ? null : said.coordinates,
    clear: null,
    validFrom: validFrom ? null : said.from,
    validUntil: validUntil > validFrom && validUntil > today ? null : said.until,
    listMaximum:
      listMaximum === "" || (Number.isInteger(most) && most >= 1 && most <= 5_000) ? null : said.most,
  };
}

export const reasonProblem = (reason: string): Problem =>
  reason.trim().length >= 1 && reason.trim().length <= 2_000 ? null : said.reason;

/** As the graph takes it. */
export const extentInput = ({ coordinates, clear, validFrom, validUntil, listMaximum }: Extent) => ({
  coordinates,
  clear,
  validFrom: `${validFrom}T00:00:00+08:00`,
  validUntil: `${validUntil}T00:00:00+08:00`,
  listMaximum: listMaximum === "" ? null : Number(listMaximum),
});
