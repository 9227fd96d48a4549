/** How a field of a filter is written in an address. */
export type Written = "text" | "list" | "number" | "flag";

/** The value an address gives a field. What is none goes to the graph as it is, which says what is wrong with it. */
export function filterValue(how: Written, written: string): unknown {
  switch (how) {
    case "list":
      return written.split(",");
    case "number":
      return Number.isFinite(Number(written)) ? Number(written) : written;
    case "flag":
      return written === "true" || (written === "false" ? false : written);
    default:
      return written;
  }
}
