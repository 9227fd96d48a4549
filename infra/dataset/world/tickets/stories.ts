import type { Ticket } from "../../../../subgraphs/tickets/ticket/ticket.ts";
import { type Instant, MINUTE } from "../office-clock.ts";
import type { Desk } from "./desk.ts";
import { Halts } from "./halts.ts";
import type { Incident, Incidents } from "./incident.ts";
import type { Reception } from "./reception.ts";
import { type Merger, TicketLife } from "./ticket-life.ts";
import type { DemandRow, TicketStory } from "./ticket-story.ts";

/** What later reports of the same matter have to know of a ticket. */
interface Known {
  readonly ticket: Ticket;
  /** From when on nothing more can be merged into it. */
  readonly settledAt: Instant;
}

const SETTLING: ReadonlySet<string> = new Set(["TICKET_HANDLED", "TICKET_REJECTED", "TICKET_MERGED"]);

/**
 * Every ticket of the twelve months with all that was done about it, day by day and district by district, then what came
 * in within the last hours. At any moment two days are in memory, whatever the scale.
 */
export function* ticketStories(
  desk: Desk,
  incidents: Incidents,
  reception: Reception,
): Iterable<TicketStory> {
  const { since, today, scale } = desk.frame;
  const districtCodes = [...new Set(scale.streets.map((street) => street.districtCode))];
  const yesterday = new Map<string, readonly Incident[]>();
  const halts = new Halts(today);
  let known = new Map<string, Known>();

  for (let day = since; day < today; day++) {
    const fresh = new Map<string, Known>();
    for (const districtCode of districtCodes) {
      const before = yesterday.get(districtCode) ?? [];
      const reported = incidents.on(day, districtCode, before);
      for (const incident of reported) {
        const { demand, ticket, by } = reception.receive(incident);
        const life = new TicketLife(desk, incident, ticket, by, halts.of(incident));
        const first = incident.sameAs && (fresh.get(incident.sameAs.key) ?? known.get(incident.sameAs.key));
        life.tell(first ? mergerOf(desk, incident, first) : null);
        const settled = life.told.log.find(({ kind }) => SETTLING.has(kind))?.at.getTime();
        fresh.set(incident.key, { ticket: life.told.ticket, settledAt: settled ?? Number.POSITIVE_INFINITY });
        yield storyOf(demand, life);
      }
      yesterday.set(districtCode, reported);
    }
    known = fresh;
  }
  for (const districtCode of districtCodes) {
    for (const incident of incidents.lately(districtCode)) {
      const { demand, ticket, by } = reception.receive(incident);
      const life = new TicketLife(desk, incident, ticket, by);
      life.tell(null);
      yield storyOf(demand, life);
    }
  }
}

function storyOf(demand: DemandRow, { told, whistles }: TicketLife): TicketStory {
  const { ticket, dispatches, extensions, supervisions, callBacks, log } = told;
  return { demand, ticket, dispatches, extensions, supervisions, callBacks, whistles, log };
}

/** Merged soon after it came in, if the first is still being worked on then. */
function mergerOf({ frame }: Desk, { key, at }: Incident, { ticket, settledAt }: Known): Merger | null {
  const mergedAt = at + frame.random.split(`merger/${key}`).between(8, 60) * MINUTE;
  return mergedAt < settledAt ? { into: ticket, at: mergedAt } : null;
}
