import { useEffect, useRef, useState } from "react";
import { type CombinedError, useClient } from "urql";
import { LEFT, mayComeBack } from "../../graph/coming-back.ts";
import { linkOf } from "../../graph/link.ts";
import { type Refusal, refusalsOf } from "../../graph/refusal.ts";
import { LastChangeDocument } from "./last-change.graphql.ts";
import { PlaceTicketChangesDocument, type PlaceTicketChangesSubscription } from "./ticket-changes.graphql.ts";
import { emptyFeed, type Feed, resumed, type Told, withAllTold } from "./told.ts";
import { districtOf } from "./view.ts";
import {
  PlaceWhistleChangesDocument,
  type PlaceWhistleChangesSubscription,
} from "./whistle-changes.graphql.ts";

/** How far back the feed begins, in changes of all places together: a wall is not empty when it is switched on. */
const BACK = 200;

/**
 * Changes that come one upon the other are shown in one go, in milliseconds after the last of them and at most after the
 * first: line by line the feed would run under its reader's eyes.
 */
const [QUIET, LONGEST] = [250, 1_500];

/**
 * Changes of the tickets and whistles of a place as they happen, and the last ones before. `onNews` is told of those
 * that happened since the feed began: figures are another then.
 */
export function usePlaceChanges(
  place: string,
  onNews: () => void,
): {
  readonly feed: Feed;
  /** Whether it is known what happened before: until then an empty feed says nothing. */
  readonly begun: boolean;
  readonly paused: boolean;
  readonly pause: (paused: boolean) => void;
  /** While somebody reads in the feed what comes waits, and is shown when they are done. */
  readonly read: (reading: boolean) => void;
  readonly refusals: readonly Refusal[];
} {
  const client = useClient();
  const [feed, setFeed] = useState(emptyFeed);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [begun, setBegun] = useState(false);
  const [paused, setPaused] = useState(false);
  const [reading, setReading] = useState(false);
  const now = useRef({ still: false, onNews });
  now.current = { still: paused || reading, onNews };

  useEffect(() => {
    let leave = (): void => undefined;
    let isHere = true;
    let gathered: Told[] = [];
    let firstAt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let later: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      const told = gathered;
      gathered = [];
      setBegun(true);
      setFeed((before) => withAllTold(before, told, now.current.still));
    };
    const gather = (told?: Told): void => {
      if (gathered.length === 0) firstAt = Date.now();
      if (told) gathered.push(told);
      clearTimeout(timer);
      const wait = told ? Math.min(QUIET, LONGEST - (Date.now() - firstAt)) : LONGEST;
      timer = setTimeout(show, Math.max(0, wait));
    };
    setBegun(false);
    setFeed(emptyFeed);
    setRefusals([]);
    /** Why what is asked for did not come, each by itself: what the one tells says nothing of the other. */
    const lacking = new Map<"log" | "tickets" | "whistles", CombinedError>();
    // What is told, if only without a name, says that changes come; a system that fails is tried again.
    const hear = (of: "log" | "tickets" | "whistles", error: CombinedError | undefined): void => {
      if (error) lacking.set(of, error);
      else lacking.delete(of);
      const errors = [...lacking.values()];
      // What came in order again and again is no news: the room would be drawn anew with every change.
      setRefusals((before) =>
        errors.length + before.length > 0 ? errors.flatMap((each) => refusalsOf(each)) : before,
      );
      clearTimeout(later);
      if (errors.some(mayComeBack)) later = setTimeout(begin, LEFT);
    };
    /** The last change before the first that was news: what is told after it changed the figures. */
    let since: number | undefined;
    const begin = async (): Promise<void> => {
      leave();
      const { data, error } = await client
        .query(LastChangeDocument, { division: districtOf(place) }, { requestPolicy: "network-only" })
        .toPromise();
      if (!isHere) return;
      lacking.clear();
      hear("log", data?.tickets ? undefined : error);
      const log = data?.tickets?.edges[0]?.node.log;
      const last = Math.max(...(log?.edges ?? []).map(({ node }) => node.position ?? -1), -1);
      since ??= data?.tickets ? last : undefined;
      const variables = { division: place, after: last < 0 ? null : Math.max(0, last - BACK) };
      const tell = (told: Told | undefined): void => {
        if (!told) return;
        gather(told);
        if (told.position > (since ?? -1)) now.current.onNews();
      };
      const tickets = client
        .subscription(PlaceTicketChangesDocument, variables)
        .subscribe(({ data: change, error: refused }) => {
          hear("tickets", change?.ticketChanges ? undefined : refused);
          tell(change && ticketTold(change));
        });
      const whistles = client
        .subscription(PlaceWhistleChangesDocument, variables)
        .subscribe(({ data: change, error: refused }) => {
          hear("whistles", change?.whistleChanges ? undefined : refused);
          tell(change && whistleTold(change));
        });
      gather();
      leave = () => {
        tickets.unsubscribe();
        whistles.unsubscribe();
      };
    };
    void begin();
    const leaveMissed = linkOf(client).whenMissed(() => now.current.onNews());
    return () => {
      isHere = false;
      leaveMissed();
      clearTimeout(timer);
      clearTimeout(later);
      leave();
    };
  }, [client, place]);

  const still = paused || reading;
  useEffect(() => {
    if (!still) setFeed(resumed);
  }, [still]);
  return { feed, begun, paused, pause: setPaused, read: setReading, refusals };
}

interface Placed {
  readonly division: { readonly code: string } | null;
  readonly named: { readonly name: string } | null;
}

function ticketTold({ ticketChanges: change }: PlaceTicketChangesSubscription): Told | undefined {
  if (!change) return undefined;
  const { ticket, ...rest } = change;
  const what = { zh: ticket.title, en: ticket.title };
  return { ...rest, of: "ticket", number: ticket.number, what, place: placeOf(ticket) };
}

function whistleTold({ whistleChanges: change }: PlaceWhistleChangesSubscription): Told | undefined {
  if (!change) return undefined;
  const { whistle, ...rest } = change;
  const what = { zh: whistle.kindRules.nameZh, en: whistle.kindRules.name };
  return { ...rest, of: "whistle", number: whistle.number, what, place: placeOf(whistle) };
}

const placeOf = ({ division, named }: Placed): Told["place"] =>
  division ? { code: division.code, name: named?.name } : undefined;
