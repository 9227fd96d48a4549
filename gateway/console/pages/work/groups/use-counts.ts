import { useEffect, useMemo, useState } from "react";
import { useClient } from "urql";
import { inTurn } from "../../../graph/in-turn.ts";
import { type Count, countOf } from "./count.ts";
import type { Group } from "./group.ts";

/** By group: how many, or `unknown` where the graph did not say; absent while it is asked. */
export type Counts = ReadonlyMap<string, Count | "unknown">;

/** How many wait in each group, and a way to count anew. The counts before stand until the new ones are there. */
export function useCounts(groups: readonly Group[]): readonly [counts: Counts, again: () => void] {
  const client = useClient();
  const [counts, setCounts] = useState<Counts>(new Map());
  const again = useMemo(
    () =>
      inTurn(() =>
        Promise.all(
          groups.map(async ({ id, listed }) => {
            const found = await countOf(client, listed);
            setCounts((before) => new Map(before).set(id, found ?? "unknown"));
          }),
        ),
      ),
    [client, groups],
  );
  useEffect(again, [again]);
  return [counts, again];
}
