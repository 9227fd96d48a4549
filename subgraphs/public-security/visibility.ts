import type { CaseScope } from "../shared/principal.ts";
import type { Reach } from "../shared/reach.ts";

/** What the codes of the police's units end in. */
export const owner = "PUBLIC-SECURITY";

/** By which columns of a table it is told who may see a row. What a table has no column for opens none of its rows. */
export interface VisibilityColumns {
  /** The community's code, or the grid's: codes nest by prefix. */
  readonly division: string;
  readonly grid: string;
  /** The signed-in person whom a row is about, and nobody else. */
  readonly person?: string;
  /** What of a case (案件) a row belongs to it by. */
  readonly ofCase: Partial<Record<"tickets" | "residents" | "businesses" | "buildings" | "grids", string>>;
}

/**
 * The condition that keeps a query to the rows within reach. `bind` takes a value into the statement and answers with
 * what stands for it there.
 */
export function visible(
  reach: Reach,
  { division, grid, person, ofCase }: VisibilityColumns,
  bind: (value: string | readonly string[]) => string,
): string {
  switch (reach.kind) {
    case "NOTHING":
      return "false";
    case "PERSON":
      return person ? `${person} = ${bind(reach.person)}` : "false";
    case "DIVISION":
      return within(division, reach.division, bind);
    case "GRIDS":
      return `${grid} = ANY(${bind(reach.grids)})`;
    case "CASE": {
      const belongs = Object.entries(ofCase).map(
        ([part, column]) =>
          `${column} = ANY(${bind(reach.case[part as keyof CaseScope & keyof typeof ofCase])})`,
      );
      return belongs.length > 0 ? `(${belongs.join(" OR ")})` : "false";
    }
    case "ALL":
      return "true";
  }
}

/**
 * Codes nest by prefix; compared as a range, because a prefix pattern that is a parameter uses no index. The end is the
 * next code and not `code:`: how a foreign database sorts a colon is its own affair, digits all sort alike.
 */
export const within = (column: string, division: string, bind: (value: string) => string): string =>
  /^\d+$/.test(division)
    ? `(${column} >= ${bind(division)} AND ${column} < ${bind(nextCode(division))})`
    : "false";

/** No division begins with 99, so there is always a next one. */
const nextCode = (code: string): string => String(BigInt(code) + 1n).padStart(code.length, "0");
