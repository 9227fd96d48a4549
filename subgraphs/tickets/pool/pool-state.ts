import { registerEnumType } from "type-graphql";
import type { Ticket } from "../ticket/ticket.ts";
import { TicketFunction } from "../ticket/ticket-function.ts";
import { TicketState } from "../ticket/ticket-state.ts";

/** Where a ticket stands in the pool of what nobody complained of (未诉先办工单池, PG-14). */
export enum PoolState {
  NEW = "NEW",
  SCREENED = "SCREENED",
  DISPATCHED = "DISPATCHED",
  WHISTLED = "WHISTLED",
  MERGED = "MERGED",
  DISMISSED = "DISMISSED",
}
registerEnumType(PoolState, {
  name: "PoolState",
  description: "Where a ticket stands in the pool of what nobody complained of (未诉先办工单池状态, PG-14)",
  valuesConfig: {
    NEW: { description: "Taken in, nobody has looked at it yet (新入池)" },
    SCREENED: { description: "Checked on site, or matched to a duty (已筛选)" },
    DISPATCHED: { description: "Simple: sent to the unit whose duty it is (已派单)" },
    WHISTLED: { description: "Complex: several were called by whistle (已吹哨)" },
    MERGED: { description: "Goes on in another ticket (已合并)" },
    DISMISSED: { description: "Not taken on; `rejectionGrounds` says why (不予受理)" },
  },
});

/** How a screened ticket of the pool is best gone about (工单池分流, PG-14). */
export enum PoolRoute {
  DISPATCH = "DISPATCH",
  WHISTLE = "WHISTLE",
}
registerEnumType(PoolRoute, {
  name: "PoolRoute",
  description:
    "How a screened ticket of the pool is best gone about, by duty and difficulty (工单池分流建议, PG-14)",
  valuesConfig: {
    DISPATCH: { description: "Simple: one unit has the duty (简单事项：派单)" },
    WHISTLE: {
      description:
        "Complex: no one unit has the duty, or many have the same problem in a class problem (复杂事项：吹哨)",
    },
  },
});

type Pooled = Pick<Ticket, "origin" | "state" | "whistledAt" | "dispatchedAt" | "matchedAt" | "verifiedAt">;

/** Null for what came in otherwise: a ticket stays in the pool it came in by, whatever it is worked under later (PG-1). */
export function poolStateOf(ticket: Pooled): PoolState | null {
  if (ticket.origin !== TicketFunction.PROACTIVE) return null;
  if (ticket.state === TicketState.MERGED) return PoolState.MERGED;
  if (ticket.state === TicketState.REJECTED) return PoolState.DISMISSED;
  if (ticket.whistledAt) return PoolState.WHISTLED;
  if (ticket.dispatchedAt) return PoolState.DISPATCHED;
  return ticket.matchedAt || ticket.verifiedAt ? PoolState.SCREENED : PoolState.NEW;
}

type Routed = Pooled & Pick<Ticket, "matchedUnitCode" | "classProblemNumber">;

/**
 * By duty: the lists of the day name one unit, or none that leads. By difficulty: what is a problem of many takes several.
 * Null before it is matched, and once it was routed.
 */
export function poolRouteOf(ticket: Routed): PoolRoute | null {
  if (poolStateOf(ticket) !== PoolState.SCREENED || !ticket.matchedAt) return null;
  const simple = ticket.matchedUnitCode !== null && ticket.classProblemNumber === null;
  return simple ? PoolRoute.DISPATCH : PoolRoute.WHISTLE;
}

/** Where it stands, of a row whose alias is `ticket`. */
export const poolStateInSql = `CASE
  WHEN ticket.state = '${TicketState.MERGED}' THEN '${PoolState.MERGED}'
  WHEN ticket.state = '${TicketState.REJECTED}' THEN '${PoolState.DISMISSED}'
  WHEN ticket.whistledAt IS NOT NULL THEN '${PoolState.WHISTLED}'
  WHEN ticket.dispatchedAt IS NOT NULL THEN '${PoolState.DISPATCHED}'
  WHEN ticket.matchedAt IS NOT NULL OR ticket.verifiedAt IS NOT NULL THEN '${PoolState.SCREENED}'
  ELSE '${PoolState.NEW}' END`;
