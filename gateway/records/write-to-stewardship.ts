import { gatewayPrincipal } from "../access/entitle.ts";
import { openingOf, type SubgraphConnection } from "../transport/subgraph-connection.ts";
import type { AccessRecord } from "./access-records.ts";
import type { WriteRecords } from "./recorder.ts";

const operation = "mutation RecordAccesses($records:[AccessRecordInput!]!){recordAccesses(records:$records)}";

/**
 * Has stewardship write the records, durably and all or none, in the gateway's own name. It is asked directly: this is no
 * reading of the graph, and what others have under way is not out of date because of it.
 */
export function writeToStewardship({ ask }: SubgraphConnection, clock: () => Date): WriteRecords {
  const opening = openingOf(operation);
  return async (records) => {
    const question = {
      kind: "mutation",
      operation,
      opening,
      variables: JSON.stringify({ records: records.map(inputOf) }),
    } as const;
    const { data, errors = [] } = await ask(question, { principal: gatewayPrincipal, at: clock() });
    if (errors.length > 0 || data?.recordAccesses !== records.length) {
      throw new Error(`stewardship wrote no records: ${errors[0]?.message}`);
    }
  };
}

/** As stewardship takes it. */
const inputOf = ({ entityType, entityKeys, grants, rows, unit, ...record }: AccessRecord) => ({
  ...record,
  unit,
  district: districtIn(entityKeys[0]) ?? districtIn(unit) ?? null,
  entityType,
  entityKeys: JSON.stringify(entityKeys),
  subjects: entityType === "Resident" ? entityKeys : [],
  grantNumber: grants[0] ?? null,
  rowsGiven: rows,
});

/** Codes of places and units, and numbers, begin with their district's; a credit code or a UUID does not. */
const districtIn = (code: string | undefined): string | undefined =>
  /^\d{6}(?=$|-|\d{3}$|\d{6}$|\d{9}$|\d{3}-|\d{6}-)/.exec(code ?? "")?.[0];
