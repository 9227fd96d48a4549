import { useEffect, useMemo, useRef, useState } from "react";
import { useClient } from "urql";
import { UnitNamesDocument } from "./unit-names.graphql.ts";

/** So many codes are asked for at once. */
const most = 100;

/**
 * The names of units by their codes, for what tells codes alone, such as access records. A code without a unit, and every
 * code until its name is there, stays as it is. However many there come to be, each is asked for once.
 */
export function useUnitNames(codes: readonly (string | null | undefined)[]): (code: string) => string {
  const client = useClient();
  const asked = useRef(new Set<string>());
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  // As one text: the same codes in another list are the same question.
  const wanted = [...new Set(codes.filter(Boolean))].sort().join(" ");
  useEffect(() => {
    const missing = wanted.split(" ").filter((code) => code !== "" && !asked.current.has(code));
    for (let first = 0; first < missing.length; first += most) {
      const part = missing.slice(first, first + most);
      for (const code of part) asked.current.add(code);
      void client
        .query(UnitNamesDocument, { codes: part }, { requestPolicy: "cache-first" })
        .toPromise()
        .then(({ data }) => {
          const found = data?.units?.map(({ code, name }) => [code, name] as const);
          if (found) setNames((before) => new Map([...before, ...found]));
          // What failed is asked for again when the list changes.
          else for (const code of part) asked.current.delete(code);
        });
    }
  }, [client, wanted]);
  return useMemo(() => (code) => names.get(code) ?? code, [names]);
}
