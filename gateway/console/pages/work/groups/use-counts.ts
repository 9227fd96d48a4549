import { useCallback, useEffect, useState } from "react";
import { useClient } from "urql";
import { type Count, countOf } from "./count.ts";
import type { Group } from "./group.ts";

/** By group: how many, or `unknown` where the graph did not say; absent while it is asked. */
export type Counts = ReadonlyMap<string, Count | "unknown">;

/** How many wait in each group, and a way to count anew. The counts before stand until the new ones are there. */
export function useCounts(groups: readonly Group[]): readonly [counts: Counts, again: () => void] {
  const client = useClient();
  const [counts, setCounts] = useState<Counts>(new Map());
  const count = useCallback(() => {
    let dropped = false;
    for (const { id, listed } of groups) {
      void countOf(client, listed).then((found) => {
        if (!dropped) setCounts((before) => new Map(before).set(id, found ?? "unknown"));
      });
    }
    return () => {
      dropped = true;
    };
  }, [client, groups]);
  useEffect(count, [count]);
  return [counts, count];
}
