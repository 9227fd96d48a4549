import { useCallback, useEffect, useRef, useState } from "react";
import { useClient } from "urql";
import { type Refusal, refusalsOf } from "../../graph/refusal.ts";
import { LastChangeDocument } from "./last-change.graphql.ts";
import { PlaceTicketChangesDocument, type PlaceTicketChangesSubscription } from "./ticket-changes.graphql.ts";
import { emptyFeed, type Feed, resumed, type Told, withTold } from "./told.ts";
import { districtOf } from "./view.ts";
import {
  PlaceWhistleChangesDocument,
  type PlaceWhistleChangesSubscription,
} from "./whistle-changes.graphql.ts";

/** How far back the feed begins, in changes of all places together: a wall is not empty when it is switched on. */
const BACK = 200;

/**
 * Changes of the tickets and whistles of a place as they happen, and the last ones before. `onNews` is told of those
 * that happened since the feed began: figures are another then.
 */
export function usePlaceChanges(
  place: string,
  onNews: () => void,
): {
  readonly feed: Feed;
  readonly paused: boolean;
  readonly pause: (paused: boolean) => void;
  readonly refusals: readonly Refusal[];
} {
  const client = useClient();
  const [feed, setFeed] = useState(emptyFeed);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const [paused, setPaused] = useState(false);
  const now = useRef({ paused, onNews });
  now.current = { paused, onNews };

  useEffect(() => {
    let leave = (): void => undefined;
    let isHere = true;
    setFeed(emptyFeed);
    setRefusals([]);
    const begin = async (): Promise<void> => {
      const { data } = await client
        .query(LastChangeDocument, { division: districtOf(place) }, { requestPolicy: "network-only" })
        .toPromise();
      if (!isHere) return;
      const log = data?.tickets?.edges[0]?.node.log;
      const last = Math.max(...(log?.edges ?? []).map(({ node }) => node.position ?? -1), -1);
      const variables = { division: place, after: last < 0 ? null : Math.max(0, last - BACK) };
      const tell = (told: Told | undefined): void => {
        if (!told) return;
        setFeed((before) => withTold(before, told, now.current.paused));
        if (told.position > last) now.current.onNews();
      };
      const tickets = client
        .subscription(PlaceTicketChangesDocument, variables)
        .subscribe(({ data: change, error }) => {
          if (error) setRefusals(refusalsOf(error));
          tell(change && ticketTold(change));
        });
      const whistles = client
        .subscription(PlaceWhistleChangesDocument, variables)
        .subscribe(({ data: change, error }) => {
          if (error) setRefusals(refusalsOf(error));
          tell(change && whistleTold(change));
        });
      leave = () => {
        tickets.unsubscribe();
        whistles.unsubscribe();
      };
    };
    void begin();
    return () => {
      isHere = false;
      leave();
    };
  }, [client, place]);

  const pause = useCallback((still: boolean) => {
    setPaused(still);
    if (!still) setFeed(resumed);
  }, []);
  return { feed, paused, pause, refusals };
}

function ticketTold({ ticketChanges: change }: PlaceTicketChangesSubscription): Told | undefined {
  if (!change) return undefined;
  const { ticket, ...rest } = change;
  const what = { zh: ticket.title, en: ticket.title };
  return { ...rest, of: "ticket", number: ticket.number, what, place: ticket.division?.name };
}

function whistleTold({ whistleChanges: change }: PlaceWhistleChangesSubscription): Told | undefined {
  if (!change) return undefined;
  const { whistle, ...rest } = change;
  const what = { zh: whistle.kindRules.nameZh, en: whistle.kindRules.name };
  return { ...rest, of: "whistle", number: whistle.number, what, place: whistle.division?.name };
}
