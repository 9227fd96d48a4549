import { gatewayPrincipal } from "../access/entitle.ts";
import { openingOf, type SubgraphConnection } from "../transport/subgraph-connection.ts";
import type { Reading } from "./access-records.ts";
import type { WriteRecords } from "./recorder.ts";

const operation = "mutation RecordAccesses($report:AccessReport!){recordAccesses(report:$report)}";

/**
 * How long a write may take, in milliseconds. People wait for it, one write after the other; one that is given up and had
 * its effect after all has put on record what was not shown.
 */
const within = 5_000;

/**
 * Has stewardship write the records, durably and all or none, in the gateway's own name. It is asked directly: this is no
 * reading of the graph, and what others have under way is not out of date because of it.
 */
export function writeToStewardship({ ask }: SubgraphConnection, clock: () => Date): WriteRecords {
  const opening = openingOf(operation);
  return async (given) => {
    const report = given.map(({ readings, readers }) => ({ readers, readings: readings.map(inputOf) }));
    const records = given.reduce((sum, { readings, readers }) => sum + readings.length * readers.length, 0);
    const variables = JSON.stringify({ report });
    const question = { kind: "mutation", operation, opening, variables, within } as const;
    const { data, errors = [] } = await ask(question, { principal: gatewayPrincipal, at: clock() });
    if (errors.length > 0 || data?.recordAccesses !== records) {
      throw new Error(`stewardship wrote no records: ${errors[0]?.message}`);
    }
  };
}

/** As stewardship takes it. */
const inputOf = ({ entityKeys, grants, rows, ...reading }: Reading) => ({
  district: districtIn(entityKeys[0]) ?? null,
  entityKeys: JSON.stringify(entityKeys),
  grantNumbers: grants,
  rowsGiven: rows,
  ...reading,
});

/** Codes of places and units, and numbers, begin with their district's; a credit code or a UUID does not. */
const districtIn = (code: string | undefined): string | undefined =>
  /^\d{6}(?=$|-|\d{3}$|\d{6}$|\d{9}$|\d{3}-|\d{6}-)/.exec(code ?? "")?.[0];
