import { Badge } from "@mantine/core";
import { useTerm } from "../../../language/term.ts";
import { Urgency } from "../../../language/terms.ts";

/** Said only where it is more than ordinary. */
export function UrgencyBadge({ urgency }: { urgency: keyof typeof Urgency }) {
  const term = useTerm();
  if (urgency === "ORDINARY") return null;
  return (
    <Badge color={urgency === "CRITICAL" ? "red" : "orange"} variant="light" radius="sm" tt="none">
      {term(Urgency, urgency)}
    </Badge>
  );
}
