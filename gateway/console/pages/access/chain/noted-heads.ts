/** Ends of chains as this browser saw them last: kept where whoever writes the database cannot reach. */
const key = "whistlegraph:chain-heads";

function kept(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}");
  } catch {
    return {};
  }
}

export const notedHead = (chain: string): string => kept()[chain] ?? "";

export function noteHead(chain: string, head: string): void {
  localStorage.setItem(key, JSON.stringify({ ...kept(), [chain]: head }));
}
