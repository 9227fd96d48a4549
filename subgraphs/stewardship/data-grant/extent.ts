import { refuse } from "../../shared/errors.ts";
import { isField, readCoordinates, typeOf } from "./coordinate.ts";

/** What an owner opens of its data, how much of it at once, and for how long. */
export interface Extent {
  readonly coordinates: string[];
  /** Coordinates of personal data shown as they are. */
  readonly clear: string[];
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly listMaximum: number | null;
}

export interface ExtentInput {
  readonly coordinates: readonly string[];
  readonly clear: readonly string[];
  readonly validFrom: Date;
  readonly validUntil: Date;
  readonly listMaximum?: number | null;
}

const longestList = 5_000;

/** Rows one answer gives where nothing is said. */
export const usualList = 100;

const badInput = (field: string, problem: string, problemZh: string) =>
  refuse("BAD_INPUT", { field, problem, problemZh });

/** Whether coordinates name a field, or the type it is a field of. */
export const covers = (coordinates: readonly string[], field: string): boolean =>
  coordinates.includes(field) || coordinates.includes(typeOf(field));

export function readExtent(
  { validFrom, validUntil, listMaximum = null, ...input }: ExtentInput,
  at: Date,
): Extent {
  const coordinates = readCoordinates("coordinates", input.coordinates);
  const clear = input.clear.length > 0 ? readCoordinates("clear", input.clear) : [];
  if (!clear.every((field) => isField(field) && covers(coordinates, field))) {
    throw badInput(
      "clear",
      "each is a field, `Type.field`, that the coordinates cover",
      "每项均须为授权字段范围内的 Type.field",
    );
  }
  if (validUntil <= validFrom || validUntil <= at) {
    throw badInput(
      "validUntil",
      "lies after `validFrom` and in the future",
      "须晚于生效时间且在当前时间之后",
    );
  }
  if (listMaximum !== null && (listMaximum < 1 || listMaximum > longestList)) {
    throw badInput("listMaximum", `is 1 to ${longestList}`, `须为 1 至 ${longestList}`);
  }
  return { coordinates, clear, validFrom, validUntil, listMaximum };
}
