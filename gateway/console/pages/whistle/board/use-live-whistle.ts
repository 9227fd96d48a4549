import { useEffect, useRef, useState } from "react";
import { useQuery, useSubscription } from "urql";
import { type LinkState, useLink } from "../../../graph/link.ts";
import { type Refusal, refusalsOf } from "../../../graph/refusal.ts";
import type { WhistleStandingFragment } from "../../../parts/whistle-moves/whistle-standing.graphql.ts";
import { useIsOfficial } from "../official.ts";
import type { WhistleAroundFragment } from "./around.graphql.ts";
import { changedParts } from "./changed-parts.ts";
import type { WhistleClocksFragment } from "./clocks.graphql.ts";
import {
  type WhistleBlownFragment,
  WhistleBoardDocument,
  type WhistleBoardQuery,
} from "./whistle-board.graphql.ts";
import { WhistleChangesOfOneDocument } from "./whistle-changes.graphql.ts";

type BoardWhistle = NonNullable<WhistleBoardQuery["whistle"]>;

/** A whistle as far as it may be seen: residents see little of it. */
export type ShownWhistle = BoardWhistle &
  Partial<WhistleStandingFragment & WhistleBlownFragment & WhistleClocksFragment & WhistleAroundFragment>;

/** What happened last, as the feed told it. */
export interface Change {
  readonly position: number;
  readonly kind: string;
  readonly at: string;
}

interface LiveWhistle {
  readonly whistle: ShownWhistle | null | undefined;
  readonly refusals: readonly Refusal[];
  readonly loading: boolean;
  readonly changes: readonly Change[];
  /** Parts of the whistle that read differently than a moment ago. */
  readonly marked: ReadonlySet<string>;
  /**
   * Whether changes are told as they happen, not yet, or just now not; whether that came back a moment ago; or whether
   * this post is not told of any.
   */
  readonly connection: "connecting" | "following" | "lost" | "back" | "untold";
  readonly again: () => void;
}

/** For so long a change stays marked, in milliseconds. */
const MARKED = 8_000;

/**
 * A whistle as it goes on: read anew whenever the graph tells of a change of it, and when the connection over which it
 * does comes (back), for what changed before it was followed.
 */
export function useLiveWhistle(number: string): LiveWhistle {
  const official = useIsOfficial();
  const [{ data, error, fetching, stale }, ask] = useQuery({
    query: WhistleBoardDocument,
    variables: { number, official },
  });
  const [{ data: changes = [], error: untold }] = useSubscription<
    { whistleChanges: Change },
    readonly Change[],
    { number: string }
  >({ query: WhistleChangesOfOneDocument, variables: { number } }, (before = [], { whistleChanges }) =>
    [...before, whistleChanges].slice(-20),
  );
  const link = useLink();
  const latest = changes.at(-1)?.position;
  /** What was known of changes when the whistle was last asked for. */
  const readAt = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (link === "lost") readAt.current = undefined;
    // An answer that is on its way may be from before the change: it is asked for once more after that.
    if (link === "lost" || fetching || stale) return;
    const known = link === "open" || latest !== undefined ? `${link} ${latest}` : undefined;
    if (known === readAt.current) return;
    readAt.current = known;
    ask({ requestPolicy: "network-only" });
  }, [latest, link, fetching, stale, ask]);

  return {
    whistle: data?.whistle,
    refusals: refusalsOf(error),
    loading: fetching,
    changes,
    marked: useMarked(data?.whistle),
    connection: useConnection(link, Boolean(untold)),
    again: () => ask({ requestPolicy: "network-only" }),
  };
}

function useMarked(whistle: BoardWhistle | null | undefined): ReadonlySet<string> {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const before = useRef<BoardWhistle | null | undefined>(undefined);
  useEffect(() => {
    const changed = before.current && whistle ? changedParts(before.current, whistle) : new Set<string>();
    before.current = whistle;
    if (changed.size === 0) return undefined;
    setMarked(changed);
    const ending = setTimeout(() => setMarked(new Set()), MARKED);
    return () => clearTimeout(ending);
  }, [whistle]);
  return marked;
}

function useConnection(link: LinkState, untold: boolean): LiveWhistle["connection"] {
  const [was, setWas] = useState(false);
  const lost = link === "lost";
  useEffect(() => {
    if (lost) {
      setWas(true);
      return undefined;
    }
    const ending = setTimeout(() => setWas(false), MARKED);
    return () => clearTimeout(ending);
  }, [lost]);
  if (untold) return "untold";
  if (lost) return "lost";
  if (link === "idle") return "connecting";
  return was ? "back" : "following";
}
