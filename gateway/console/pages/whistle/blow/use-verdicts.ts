import { useEffect, useState } from "react";
import { useClient } from "urql";
import { type Call, type Verdict, verdictKey } from "./blow-values.ts";
import { CallVerdictDocument } from "./verdict.graphql.ts";

/** For each unit called by an item, whether its lists hold it for the matter that day. */
export function useVerdicts(
  calls: readonly Call[],
  { matter, on }: { matter: string | undefined; on: string },
): ReadonlyMap<string, Verdict> {
  const client = useClient();
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, Verdict>>(new Map());
  const wanted = JSON.stringify(calls.filter(({ item }) => item !== null));
  useEffect(() => {
    if (!matter) return;
    for (const call of JSON.parse(wanted) as Call[]) {
      const variables = { unit: call.unit.code, item: call.item?.code ?? "", matter, on };
      void client
        .query(CallVerdictDocument, variables, { requestPolicy: "cache-first" })
        .toPromise()
        .then(({ data }) => {
          const verdict = data?.dispatchVerdict;
          if (verdict) setVerdicts((before) => new Map(before).set(verdictKey(call), verdict));
        });
    }
  }, [client, wanted, matter, on]);
  return verdicts;
}
