import type { CombinedError } from "@urql/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { usePassingClient } from "../../../graph/passing-client.ts";
import { type Refusal, refusalsOf } from "../../../graph/refusal.ts";
import { AccessChainRecordsDocument } from "./chain-records.graphql.ts";
import { AccessChainsDocument, type AccessChainsQuery } from "./chains.graphql.ts";
import type { ChainPoint, Digest } from "./seal.ts";
import { type ChainSpan, type Reached, type Verified, verifyChain } from "./verify.ts";

export type Chain = NonNullable<AccessChainsQuery["accessChains"]>[number];

export type Verifying =
  | { readonly state: "not begun" }
  | {
      readonly state: "under way";
      readonly span: ChainSpan;
      readonly reached: Reached | undefined;
      /** Read faster than the graph lets anybody: so many seconds until it goes on by itself. */
      readonly waits?: number;
    }
  | { readonly state: "done"; readonly verified: Verified; readonly at: string }
  /** Held up: what was verified stays so, and `goOn` takes it from there. */
  | {
      readonly state: "held up";
      readonly span: ChainSpan;
      readonly reached: Reached | undefined;
      readonly refusals: readonly Refusal[];
    };

class NotRead extends Error {
  readonly refusals: readonly Refusal[];
  constructor(error: CombinedError | undefined) {
    const refusals = refusalsOf(error);
    super(refusals[0]?.code);
    this.refusals = refusals;
  }
}

interface Task {
  readonly span: ChainSpan;
  readonly noted: ChainPoint | undefined;
  readonly digest: Digest;
}

export const startOf = ({ startSequence, startHash }: Chain): ChainPoint => ({
  sequence: startSequence,
  hash: startHash,
});

/** Reads one chain from the graph and verifies it here; `stop` gives it up, `goOn` goes on where it was held up. */
export function useVerification(chain: Chain) {
  const { district, subgraph } = chain;
  const client = usePassingClient();
  const [now, setNow] = useState<Verifying>({ state: "not begun" });
  const turn = useRef(0);
  const task = useRef<Task | undefined>(undefined);
  const stop = useCallback(() => {
    turn.current += 1;
    setNow({ state: "not begun" });
  }, []);
  // Whoever leaves the page reads no further.
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  const run = useCallback(
    async ({ span, noted, digest }: Task, from?: Reached): Promise<Verified | undefined> => {
      turn.current += 1;
      const mine = turn.current;
      const stopped = () => turn.current !== mine;
      let reached = from;
      setNow({ state: "under way", span, reached });
      const held: Held = {
        stopped,
        waits: (waits) => setNow({ state: "under way", span, reached, waits }),
        goesOn: () => setNow({ state: "under way", span, reached }),
      };
      try {
        const verified = await verifyChain({
          ...span,
          noted,
          from,
          digest,
          stopped,
          read: (after) =>
            unlessTooFast(held, async () => {
              const { data, error } = await client
                .query(AccessChainRecordsDocument, { district, subgraph, after })
                .toPromise();
              if (!data?.accessChainRecords) throw new NotRead(error);
              return data.accessChainRecords;
            }),
          startNow: () =>
            unlessTooFast(held, async () => {
              const { data, error } = await client.query(AccessChainsDocument, {}).toPromise();
              if (!data?.accessChains) throw new NotRead(error);
              const there = data.accessChains.find(
                (each) => each.district === district && each.subgraph === subgraph,
              );
              return there ? startOf(there) : span.start;
            }),
          progress(so) {
            reached = so;
            if (!stopped()) setNow({ state: "under way", span, reached });
          },
        });
        if (verified) setNow({ state: "done", verified, at: new Date().toISOString() });
        return verified;
      } catch (error) {
        if (!(error instanceof NotRead)) throw error;
        if (!stopped()) setNow({ state: "held up", span, reached, refusals: error.refusals });
        return undefined;
      }
    },
    [client, district, subgraph],
  );

  const begin = useCallback(
    (digest: Digest, noted: ChainPoint | undefined) => {
      const span = {
        start: startOf(chain),
        end: { sequence: chain.endSequence, hash: chain.endHash },
      };
      task.current = { span, noted, digest };
      return run(task.current);
    },
    [chain, run],
  );
  const goOn = useCallback(
    async () => (now.state === "held up" && task.current ? run(task.current, now.reached) : undefined),
    [now, run],
  );
  return { now, begin, goOn, stop };
}

interface Held {
  readonly stopped: () => boolean;
  readonly waits: (seconds: number) => void;
  readonly goesOn: () => void;
}

/** A long chain is read faster than the graph lets anybody ask for long: then it is asked again when it may be. */
async function unlessTooFast<Answer>(
  { stopped, waits, goesOn }: Held,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const wait =
        error instanceof NotRead ? error.refusals.find(({ code }) => code === "RATE_LIMITED") : undefined;
      if (!wait || stopped()) throw error;
      const seconds = Number(wait.details.seconds ?? 1);
      waits(seconds);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
      if (stopped()) throw error;
      goesOn();
    }
  }
}
