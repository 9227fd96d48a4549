import { ask } from "../../shared/asking.ts";
import { refuse } from "../../shared/errors.ts";
import type { GraphClient } from "../../shared/graph-client.ts";

const operation = `query Accused(
  $unit: String!, $whistle: String!, $hasWhistle: Boolean!, $ticket: String!, $hasTicket: Boolean!
) {
  unit(code: $unit) { code }
  whistle(number: $whistle) @include(if: $hasWhistle) { division { code } }
  ticket(number: $ticket) @include(if: $hasTicket) { division { code } }
}`;

interface Place {
  readonly division: { readonly code: string };
}

interface Answer {
  readonly unit: { readonly code: string } | null;
  readonly whistle?: Place | null;
  readonly ticket?: Place | null;
}

/**
 * The division an accusation's evidence lies in, asked of the subgraphs that keep whistles and tickets. Refuses a unit
 * or evidence nobody knows. Without evidence, the accused unit's district.
 */
export async function divisionOfEvidence(
  graph: GraphClient,
  { unit, whistle, ticket }: { unit: string; whistle?: string | undefined; ticket?: string | undefined },
): Promise<string> {
  const answer = await ask<Answer>(graph, "tickets", operation, {
    unit,
    whistle: whistle ?? "",
    hasWhistle: Boolean(whistle),
    ticket: ticket ?? "",
    hasTicket: Boolean(ticket),
  });
  if (!answer.unit) throw refuse("NOT_FOUND", { kind: "unit", kindZh: "单位", id: unit });
  if (whistle && !answer.whistle) throw refuse("NOT_FOUND", { kind: "whistle", kindZh: "哨", id: whistle });
  if (ticket && !answer.ticket) throw refuse("NOT_FOUND", { kind: "ticket", kindZh: "工单", id: ticket });
  return (answer.whistle ?? answer.ticket)?.division.code ?? unit.slice(0, 6);
}
