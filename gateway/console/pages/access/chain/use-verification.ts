import { useCallback, useRef, useState } from "react";
import { useClient } from "urql";
import { type Refusal, refusalsOf } from "../../../graph/refusal.ts";
import { AccessChainRecordsDocument } from "./chain-records.graphql.ts";
import type { AccessChainsQuery } from "./chains.graphql.ts";
import type { ChainPoint, Digest } from "./seal.ts";
import { type Verified, verifyChain } from "./verify.ts";

export type Chain = NonNullable<AccessChainsQuery["accessChains"]>[number];

export type Verifying =
  | { readonly state: "not begun" }
  | { readonly state: "under way"; readonly checked: number }
  | { readonly state: "done"; readonly verified: Verified }
  | { readonly state: "failed"; readonly refusals: readonly Refusal[] };

class NotRead extends Error {
  readonly refusals: readonly Refusal[];
  constructor(refusals: readonly Refusal[]) {
    super(refusals[0]?.code);
    this.refusals = refusals;
  }
}

/** Reads one chain from the graph and verifies it here; stopped by `stop`, begun anew by `begin`. */
export function useVerification({
  district,
  subgraph,
  startSequence,
  startHash,
  endSequence,
  endHash,
}: Chain) {
  const client = useClient();
  const [now, setNow] = useState<Verifying>({ state: "not begun" });
  const turn = useRef(0);
  const stop = useCallback(() => {
    turn.current += 1;
    setNow({ state: "not begun" });
  }, []);
  const begin = useCallback(
    async (digest: Digest, noted: ChainPoint | undefined): Promise<Verified | undefined> => {
      turn.current += 1;
      const mine = turn.current;
      setNow({ state: "under way", checked: 0 });
      try {
        const verified = await verifyChain({
          start: { sequence: startSequence, hash: startHash },
          end: { sequence: endSequence, hash: endHash },
          noted,
          digest,
          async read(after) {
            const { data, error } = await client
              .query(
                AccessChainRecordsDocument,
                { district, subgraph, after },
                { requestPolicy: "network-only" },
              )
              .toPromise();
            if (!data?.accessChainRecords) throw new NotRead(refusalsOf(error));
            return data.accessChainRecords;
          },
          progress: (checked) => turn.current === mine && setNow({ state: "under way", checked }),
          stopped: () => turn.current !== mine,
        });
        if (verified) setNow({ state: "done", verified });
        return verified;
      } catch (error) {
        if (!(error instanceof NotRead)) throw error;
        if (turn.current === mine) setNow({ state: "failed", refusals: error.refusals });
        return undefined;
      }
    },
    [client, district, subgraph, startSequence, startHash, endSequence, endHash],
  );
  return { now, begin, stop };
}
