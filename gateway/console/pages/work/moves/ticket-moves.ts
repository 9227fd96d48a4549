import type { Move } from "../../../parts/moves/move.ts";
import type { Ticket } from "./ticket.ts";
import { followingMoves, sendingMoves } from "./ticket-centre-moves.ts";
import { unitMoves } from "./ticket-unit-moves.ts";

/** Everything that may be done with a ticket from the list it waits in, the likeliest first. */
export const ticketMoves: readonly Move<Ticket>[] = [...sendingMoves, ...unitMoves, ...followingMoves];
