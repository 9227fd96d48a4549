import { Badge } from "@mantine/core";
import { useTerm } from "../../language/term.ts";
import { AccessOutcome } from "../../language/terms.ts";

const colours: Readonly<Record<keyof typeof AccessOutcome, string>> = {
  GIVEN: "blue",
  MASKED: "teal",
  WITHHELD: "orange",
  NONE: "gray",
  FAILED: "red",
};

/** What became of an access, in the contract's words. */
export function OutcomeBadge({ outcome }: { outcome: keyof typeof AccessOutcome }) {
  const term = useTerm();
  return (
    <Badge variant="light" color={colours[outcome]} radius="sm" tt="none">
      {term(AccessOutcome, outcome)}
    </Badge>
  );
}
