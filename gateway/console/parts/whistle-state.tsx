import { Badge } from "@mantine/core";
import { useTerm } from "../language/term.ts";
import { WhistleState } from "../language/terms.ts";

type State = keyof typeof WhistleState;

/** Called and at work, waiting for the blower, over: said in words, the colour only repeats it. */
const colours: Readonly<Record<State, string>> = {
  DRAFT: "yellow",
  BLOWN: "grape",
  SIGNED: "blue",
  ARRIVED: "blue",
  MEASURES_ISSUED: "blue",
  DISPUTED: "orange",
  RESOLVED: "teal",
  CONFIRMED: "green",
  EVALUATED: "green",
  CLOSED: "gray",
  WITHDRAWN: "gray",
  RULED_MISUSE: "red",
};

/** A whistle's state in the contract's words. */
export function WhistleStateBadge({ state, size = "md" }: { state: State; size?: "md" | "lg" | "xl" }) {
  const term = useTerm();
  return (
    <Badge variant="light" color={colours[state]} radius="sm" tt="none" size={size}>
      {term(WhistleState, state)}
    </Badge>
  );
}
