import { useEffect, useMemo, useRef } from "react";
import { useClient } from "urql";
import { linkOf } from "../../../graph/link.ts";
import type { Group } from "../groups/group.ts";
import { untilTold } from "./gathered.ts";
import { WorkTicketNewsDocument, WorkWhistleNewsDocument } from "./news.graphql.ts";

/**
 * Tells by their numbers which tickets and whistles this post may see have changed, whoever changed them: several at
 * once, and only while somebody can see the page. After a lost connection what was missed is told too; `missed` is called
 * where that cannot be: nothing was told before from which to go on, or too much happened since.
 */
export function useNews(
  groups: readonly Group[],
  tell: (numbers: ReadonlySet<string>) => void,
  missed: () => void,
): void {
  const client = useClient();
  const latest = useRef({ tell, missed });
  latest.current = { tell, missed };
  const isFollowed = useMemo(
    () => groups.some(({ listed: { of } }) => of !== "grants" && of !== "powerGrants" && of !== "members"),
    [groups],
  );

  useEffect(() => {
    if (!isFollowed) return;
    let heard = new Set<string>();
    let toldAt: number | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const told = (): void => {
      timer = undefined;
      if (heard.size === 0 || document.hidden) return;
      const numbers = heard;
      heard = new Set();
      toldAt = Date.now();
      latest.current.tell(numbers);
    };
    const wait = (): void => {
      timer ??= setTimeout(told, untilTold(Date.now(), toldAt));
    };
    const toldOf = { tickets: false, whistles: false };
    const hear = (of: keyof typeof toldOf, number: string | undefined): void => {
      if (!number) return;
      toldOf[of] = true;
      heard.add(number);
      wait();
    };
    // Where the graph does not tell a post of changes, its lists are read anew by hand.
    const tickets = client
      .subscription(WorkTicketNewsDocument, {})
      .subscribe(({ data }) => hear("tickets", data?.ticketChanges?.ticket.number));
    const whistles = client
      .subscription(WorkWhistleNewsDocument, {})
      .subscribe(({ data }) => hear("whistles", data?.whistleChanges?.whistle.number));
    const link = linkOf(client);
    const leaveBack = link.whenBack(() => {
      if (!toldOf.tickets || !toldOf.whistles) latest.current.missed();
    });
    const leaveMissed = link.whenMissed(() => latest.current.missed());
    document.addEventListener("visibilitychange", wait);
    return () => {
      leaveBack();
      leaveMissed();
      document.removeEventListener("visibilitychange", wait);
      clearTimeout(timer);
      tickets.unsubscribe();
      whistles.unsubscribe();
    };
  }, [client, isFollowed]);
}
