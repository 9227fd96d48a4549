import type { Asked } from "../execution/execution.ts";
import type { Entitlements } from "./entitlements.ts";
import type { Needed } from "./needed.ts";

/** Rows of one type that one answer would give, and no grant lets it give so many. */
export interface TooLong {
  readonly subgraph: string;
  readonly type: string;
  /** So many it may give. */
  readonly maximum: number;
}

const none: readonly TooLong[] = [];

/**
 * What of an answer is longer than the grants allow by which it was read (单次导出上限). All its lists are counted
 * together, whichever way they came to be asked for: beside each other, in each other, or under several names; a row
 * that stands in several places is one.
 */
export function tooLong(asked: readonly Asked[], entitlements: Entitlements | undefined): readonly TooLong[] {
  if (!entitlements) return none;
  const counts = new Map<string, Count>();
  for (const { granted = [] } of asked) {
    for (const { needed, keys, unkeyed } of granted) {
      const concerned = new Set<Count>();
      for (const each of needed) {
        const maximum = entitlements.listMaximumOf(each);
        if (maximum === undefined) continue;
        const count = countOf(counts, each.subgraph, each.type);
        count.maximum = Math.min(count.maximum, maximum);
        concerned.add(count);
      }
      for (const count of concerned) {
        for (const key of keys) count.keys.add(key);
        count.unkeyed += unkeyed;
      }
    }
  }
  if (counts.size === 0) return none;
  return [...counts.values()].flatMap(({ subgraph, type, maximum, keys, unkeyed }) =>
    keys.size + unkeyed > maximum ? [{ subgraph, type, maximum }] : [],
  );
}

interface Count {
  readonly subgraph: string;
  readonly type: string;
  maximum: number;
  readonly keys: Set<string>;
  unkeyed: number;
}

function countOf(counts: Map<string, Count>, subgraph: string, type: string): Count {
  const name = `${subgraph} ${type}`;
  const known = counts.get(name);
  if (known) return known;
  const count = { subgraph, type, maximum: Number.POSITIVE_INFINITY, keys: new Set<string>(), unkeyed: 0 };
  counts.set(name, count);
  return count;
}

/** What is lacking to be given so much at once, and what to do instead. */
export const lackOfLength = ({ subgraph, type, maximum }: TooLong): Needed => ({
  needed: `a grant of ${subgraph} for more than ${maximum} rows of ${type} in one answer; ask for fewer, page by page, or request one with listMaximum`,
  neededZh: `${subgraph} 允许单次提供 ${maximum} 行以上 ${type} 的授权；可减少条数分页查询，或另行申请（注明 listMaximum）`,
  reason: "LIST_TOO_LARGE",
  subgraph,
  type,
});
