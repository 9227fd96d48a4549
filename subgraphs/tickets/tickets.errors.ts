import { type Catalogue, refusals } from "../shared/errors.ts";

/** Refusals of the tickets subgraph. */
export const ticketErrors = {
  TICKET_ILLEGAL_MOVE: {
    fault: "CALLER",
    en: "Ticket {number} is {state}; {move} is possible only from {allowed}.",
    zh: "工单 {number} 处于 {state} 状态；仅在 {allowed} 状态下可以 {move}。",
    rule: "PG-2",
  },
} as const satisfies Catalogue;

export const refuse = refusals(ticketErrors);
