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
  const wanted = [...new Set(codes.filter((code): code is string => Boolean(code)))].sort().slice(0, most);
  const question = wanted.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same codes are the same question
  const variables = useMemo(() => ({ codes: wanted }), [question]);
  const [{ data }] = useQuery({
    query: UnitNamesDocument,
    variables,
    pause: wanted.length === 0,
    requestPolicy: "cache-first",
  });
  return useMemo(() => {
    const names = new Map(data?.units?.map(({ code, name }) => [code, name] as const));
    return (code) => names.get(code) ?? code;
  }, [data]);
}
