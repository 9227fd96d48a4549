import { useQuery } from "urql";
import { ItemsOfUnitDocument } from "./items-of-unit.graphql.ts";
import type { Competent } from "./use-call-choices.ts";

interface Item {
  readonly code: string;
  readonly name: string;
}

/** Items a unit may be competent by: those the catalogue names for the matter, and the others it has or handles. */
export function useItemChoices(
  unit: string,
  competent: Competent | undefined,
): { named: readonly Item[]; others: readonly Item[] } {
  const [{ data }] = useQuery({
    query: ItemsOfUnitDocument,
    variables: { body: { body: unit }, handled: { handlingUnit: unit } },
    requestPolicy: "cache-first",
  });
  const named = (competent?.powerItems?.edges ?? [])
    .map(({ node }) => node)
    .filter(({ body, handlingUnit }) => body?.code === unit || handlingUnit?.code === unit);
  const seen = new Set(named.map(({ code }) => code));
  const others = [...(data?.body?.edges ?? []), ...(data?.handled?.edges ?? [])]
    .map(({ node }) => node)
    .filter(({ code }) => !seen.has(code) && seen.add(code));
  return { named, others };
}
