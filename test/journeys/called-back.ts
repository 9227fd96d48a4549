import type { Actor, Journey } from "./journey.ts";

/** The demander is reached by telephone, and says that the unit was in touch and it is solved. */
export const calledBack = (
  { does }: Journey,
  post: Actor,
  ticket: string,
  satisfaction: "SATISFIED" | "BASICALLY_SATISFIED" = "SATISFIED",
): Promise<object> =>
  does(post, "recordCallBack", {
    input: { ticket, channel: "PHONE", attempts: 1, contacted: true, solved: true, satisfaction },
  });
