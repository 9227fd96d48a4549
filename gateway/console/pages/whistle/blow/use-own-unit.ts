import { useMemo } from "react";
import { useQuery } from "urql";
import { useHolder } from "../../../session/session.tsx";
import type { Unit } from "./blow-values.ts";
import { OwnUnitDocument } from "./own-unit.graphql.ts";

/** The holder's own unit, where a kind of whistle has its blower take part. */
export function useOwnUnit(wanted: boolean): Unit | undefined {
  const code = useHolder()?.unit ?? "";
  const variables = useMemo(() => ({ codes: [code] }), [code]);
  const [{ data }] = useQuery({
    query: OwnUnitDocument,
    variables,
    pause: !wanted || !code,
    requestPolicy: "cache-first",
  });
  return wanted ? (data?.units?.[0] ?? undefined) : undefined;
}
