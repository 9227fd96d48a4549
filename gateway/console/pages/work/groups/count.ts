import type { AnyVariables, Client, TypedDocumentNode } from "urql";
import {
  CountCallBacksDocument,
  CountEvaluationsDocument,
  CountGrantsDocument,
  CountGridTasksDocument,
  CountMediationsDocument,
  CountMembersDocument,
  CountNegativeListDocument,
  CountPowerGrantsDocument,
  CountTicketsDocument,
  CountWhistlesDocument,
} from "./counts.graphql.ts";
import type { Listed } from "./group.ts";

/** How many wait in a group. */
export interface Count {
  readonly all: number;
  /** Of these, how many are out of time. */
  readonly late: number;
}

type Total = { readonly totalCount: number | null } | null;

interface Totals {
  readonly all: Total;
  /** Absent where nothing of the sort is ever late. */
  readonly late?: Total;
}

/** Asks how many a group has; undefined where the graph did not say. */
export async function countOf(client: Client, listed: Listed): Promise<Count | undefined> {
  const ask = async <Variables extends AnyVariables>(
    document: TypedDocumentNode<Totals, Variables>,
    variables: Variables,
  ): Promise<Count | undefined> => {
    const { data } = await client.query(document, variables, { requestPolicy: "network-only" }).toPromise();
    const all = data?.all?.totalCount;
    return typeof all === "number" ? { all, late: data?.late?.totalCount ?? 0 } : undefined;
  };
  switch (listed.of) {
    case "tickets":
    case "demands": {
      const { filter } = listed;
      return ask(CountTicketsDocument, { filter, late: { ...filter, overdue: true } });
    }
    case "whistles": {
      const { filter } = listed;
      return ask(CountWhistlesDocument, { filter, late: { ...filter, overdue: true } });
    }
    case "callBacks":
      return ask(CountCallBacksDocument, { division: listed.division });
    case "evaluations":
      return ask(CountEvaluationsDocument, { filter: listed.filter });
    case "negativeList":
      return ask(CountNegativeListDocument, { filter: listed.filter });
    case "mediations": {
      const { filter } = listed;
      return ask(CountMediationsDocument, { filter, late: { ...filter, late: true } });
    }
    case "gridTasks": {
      const { division, grid } = listed;
      return ask(CountGridTasksDocument, { division, grid });
    }
    case "grants":
      return ask(CountGrantsDocument, {});
    case "powerGrants":
      return ask(CountPowerGrantsDocument, { filter: listed.filter });
    case "members":
      return ask(CountMembersDocument, { within: listed.within });
  }
}
