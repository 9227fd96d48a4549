import type { CallBackFilter } from "./call-backs.graphql.ts";

const words = ["division", "unit", "matter", "countedFrom", "countedUntil", "satisfaction"] as const;
const flags = ["valid", "contacted", "solved"] as const;

/** Which call-backs an address names, by the names the graph's filter has. */
export function callBacksNamed(address: URLSearchParams): CallBackFilter {
  const filter: Record<string, string | boolean> = {};
  for (const name of words) {
    const written = address.get(name);
    if (written) filter[name] = written;
  }
  for (const name of flags) {
    const written = address.get(name);
    if (written) filter[name] = written === "true";
  }
  return filter;
}
