import { groupBy } from "../../infra/dataset/world/group-by.ts";
import { countDemanders } from "../../subgraphs/tickets/class-problem/trend.ts";
import { type Heard, placementOf } from "../../subgraphs/tickets/hot-class/kinship.ts";
import { gistOf } from "../../subgraphs/tickets/text/gist.ts";
import type { SampleMessage } from "./sample-messages.ts";

export interface ReplayRule {
  readonly hotDemanders: number;
  readonly hotWithinHours: number;
}

export const sampleRule: ReplayRule = { hotDemanders: 5, hotWithinHours: 168 };

/**
 * Tells the messages one by one in the order they came, as intake would, and answers which class each is in that was
 * ever hot; nobody decides anything in between. `matched`: the centre has said what each is about.
 */
export function replay(
  messages: readonly SampleMessage[],
  { hotDemanders, hotWithinHours }: ReplayRule,
  { matched }: { readonly matched: boolean },
): ReadonlyMap<string, string> {
  const heard: (Heard & { hotClass: string | null })[] = [];
  const met = new Map<string, number>();
  let classes = 0;
  for (const message of messages) {
    const gist = gistOf(message.text, message.knownPlaces);
    const newcomer = {
      ...message,
      identity: `phone:${message.caller}`,
      phone: message.caller,
      matterCode: matched ? message.matterCode : null,
      gist,
      hotClass: null as string | null,
    };
    const since = message.at.getTime() - hotWithinHours * 3_600_000;
    const recent = heard.filter(({ at }) => at.getTime() >= since);
    const placement = placementOf(newcomer, recent, { demands: heard.length, of: met });
    if (placement) {
      const hotClass = placement.hotClass ?? `H${String(++classes).padStart(3, "0")}`;
      newcomer.hotClass = hotClass;
      const others = new Set(placement.with.map(({ ticket }) => ticket));
      for (const each of heard) if (others.has(each.ticket)) each.hotClass = hotClass;
    }
    heard.push(newcomer);
    for (const term of new Set(gist.passages.flatMap((passage) => [...passage]))) {
      met.set(term, (met.get(term) ?? 0) + 1);
    }
  }
  const members = groupBy(heard, ({ hotClass }) => hotClass);
  const found = new Map<string, string>();
  for (const { ticket, hotClass } of heard) {
    if (hotClass && countDemanders(members.get(hotClass) ?? []) >= hotDemanders) found.set(ticket, hotClass);
  }
  return found;
}
