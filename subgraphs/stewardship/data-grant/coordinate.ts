import { refuse } from "../../shared/errors.ts";

/** `Type` or `Type.field`; whether there is such a one, the gateway knows. */
const shape = /^[A-Z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)?$/;

/** Beyond this many a grant is not understood by those who decide it. */
const most = 100;

/** Whether it names one field, and not all of a type. */
export const isField = (coordinate: string): boolean => coordinate.includes(".");

export const typeOf = (coordinate: string): string => coordinate.split(".", 1)[0] ?? coordinate;

/** Coordinates of an input, each once and in order. */
export function readCoordinates(field: string, given: readonly string[]): string[] {
  const coordinates = [...new Set(given.map((coordinate) => coordinate.trim()))].sort();
  if (coordinates.length > 0 && coordinates.length <= most && coordinates.every((each) => shape.test(each))) {
    return coordinates;
  }
  throw refuse("BAD_INPUT", {
    field,
    problem: `give 1 to ${most} coordinates, each \`Type\` or \`Type.field\``,
    problemZh: `须为 1 至 ${most} 个坐标，形如 Type 或 Type.field`,
  });
}
