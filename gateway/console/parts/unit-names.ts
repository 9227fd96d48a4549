import { useMemo } from "react";
import { useQuery } from "urql";
import { UnitNamesDocument } from "./unit-names.graphql.ts";

/** So many codes are asked for at once. */
const most = 100;

/**
 * The names of units by their codes, for what tells codes alone, such as access records. A code without a unit, and every
 * code until the names are there, stays as it is.
 */
export function useUnitNames(codes: readonly (string | null | undefined)[]): (code: string) => string {
  // As one text: the same codes in another list are the same question.
  const wanted = [...new Set(codes.filter(Boolean))].sort().slice(0, most).join(" ");
  const variables = useMemo(() => ({ codes: wanted.split(" ") }), [wanted]);
  const [{ data }] = useQuery({
    query: UnitNamesDocument,
    variables,
    pause: wanted === "",
    requestPolicy: "cache-first",
  });
  return useMemo(() => {
    const names = new Map(data?.units?.map(({ code, name }) => [code, name] as const));
    return (code) => names.get(code) ?? code;
  }, [data]);
}
