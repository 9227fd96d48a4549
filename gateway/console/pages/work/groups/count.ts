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
  /** There are more than `all`: the graph does not count this sort of list, so no more were looked for. */
  readonly andMore: boolean;
  /** Of these, how many are out of time. */
  readonly late: number;
}

/** As many as are looked for where the graph does not count. */
const ENOUGH = 20;

interface Page {
  readonly edges: readonly unknown[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

const counted = (
  all: { totalCount: number | null } | null,
  late: { totalCount: number | null } | null,
): Count => ({
  all: all?.totalCount ?? 0,
  andMore: false,
  late: late?.totalCount ?? 0,
});

const ofPage = (page: Page | null): Count => ({
  all: page?.edges.length ?? 0,
  andMore: page?.pageInfo.hasNextPage ?? false,
  late: 0,
});

/** Asks how many a group has; undefined where the graph did not say. */
export async function countOf(client: Client, listed: Listed): Promise<Count | undefined> {
  const ask = async <Data, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    read: (data: Data) => Count,
  ): Promise<Count | undefined> => {
    const { data } = await client.query(document, variables, { requestPolicy: "network-only" }).toPromise();
    return data && read(data);
  };
  const first = ENOUGH;
  switch (listed.of) {
    case "tickets":
    case "demands": {
      const { filter } = listed;
      const late = { ...filter, overdue: true };
      return ask(CountTicketsDocument, { filter, late }, (data) => counted(data.all, data.late));
    }
    case "whistles": {
      const { filter } = listed;
      const late = { ...filter, overdue: true };
      return ask(CountWhistlesDocument, { filter, late }, (data) => counted(data.all, data.late));
    }
    case "callBacks": {
      const { division } = listed;
      return ask(CountCallBacksDocument, { division, first }, ({ all }) => ofPage(all));
    }
    case "evaluations": {
      const { filter } = listed;
      return ask(CountEvaluationsDocument, { filter, first }, ({ all }) => ofPage(all));
    }
    case "negativeList": {
      const { filter } = listed;
      return ask(CountNegativeListDocument, { filter, first }, ({ all }) => ofPage(all));
    }
    case "mediations": {
      const { filter } = listed;
      return ask(CountMediationsDocument, { filter, first }, ({ all }) => ofPage(all));
    }
    case "gridTasks": {
      const { division } = listed;
      return ask(CountGridTasksDocument, { division }, ({ classProblems }) => {
        const tasks = (classProblems?.edges ?? []).flatMap(({ node }) => node.gridTasks?.edges ?? []);
        const open = tasks.filter(({ node }) => !node.doneAt);
        return { all: open.length, andMore: classProblems?.pageInfo.hasNextPage ?? false, late: 0 };
      });
    }
    case "grants":
      return ask(CountGrantsDocument, { first }, ({ all }) => ofPage(all));
    case "powerGrants": {
      const { filter } = listed;
      return ask(CountPowerGrantsDocument, { filter, first }, ({ all }) => ofPage(all));
    }
    case "members": {
      const { within } = listed;
      return ask(CountMembersDocument, { within, first }, ({ all }) => ofPage(all));
    }
  }
}
