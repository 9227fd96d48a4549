import type { Actor, Journey } from "./journey.ts";

/** What somebody wants: nothing urgent, without files, told the hotline unless another channel is named. */
export interface Demand {
  readonly kind: "COMPLAINT" | "HELP";
  readonly channel?: string;
  readonly text: string;
  readonly place: object;
  readonly demander?: object;
}

/** The post takes a demand in; the number of its ticket. */
export async function reported({ does }: Journey, post: Actor, demand: Demand): Promise<string> {
  const input = { channel: "HOTLINE_12345", urgency: "ORDINARY", media: [], ...demand };
  const { ticket } = await does<{ ticket: { number: string } }>(
    post,
    "reportDemand",
    { input },
    "{ ticket { number } }",
  );
  return ticket.number;
}
