import { Badge } from "@mantine/core";
import { useTerm } from "../language/term.ts";
import { TicketState } from "../language/terms.ts";

type State = keyof typeof TicketState;

/** Where work is under way, where it waits for somebody, where it is over: said in words, the colour only repeats it. */
const colours: Readonly<Record<State, string>> = {
  RECEIVED: "yellow",
  VERIFIED: "yellow",
  MATCHED: "yellow",
  RETURNED: "orange",
  REOPENED: "orange",
  DISPATCHED: "blue",
  SIGNED: "blue",
  IN_PROGRESS: "blue",
  EXTENDED: "blue",
  WHISTLED: "grape",
  SUPERVISED: "red",
  HANDLED: "teal",
  FEEDBACK_GIVEN: "teal",
  CALLED_BACK: "teal",
  LEDGERED: "orange",
  STRUCK_OFF: "green",
  ARCHIVED: "gray",
  REJECTED: "gray",
  MERGED: "gray",
};

/** A ticket's state in the contract's words. */
export function TicketStateBadge({ state }: { state: State }) {
  const term = useTerm();
  return (
    <Badge variant="light" color={colours[state]} radius="sm" tt="none">
      {term(TicketState, state)}
    </Badge>
  );
}
