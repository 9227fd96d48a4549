import type { CaseArgs } from "../../../subgraphs/tickets/case/case-args.ts";
import type { LoadRequest } from "../closed-loop.ts";
import type { Caller } from "./callers.ts";
import type { LookedUp } from "./looked-up.ts";

interface LookUpAnswer {
  readonly data: { readonly case: Readonly<Record<string, unknown>> | null };
  readonly errors?: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions?: { readonly code?: string; readonly fault?: string };
  }[];
}

interface PlannedAnswer {
  readonly extensions: { readonly plan: { readonly tree: string } };
}

const look = async (
  url: string,
  caller: Caller,
  body: string,
  more: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly text: string }> => {
  const headers = { "content-type": "application/json", ...caller, ...more };
  const response = await fetch(`${url}/graphql`, { method: "POST", headers, body });
  return { status: response.status, text: await response.text() };
};

const bodyOf = (query: string, by: keyof CaseArgs, value: string): string =>
  JSON.stringify({ query, variables: { [by]: value, year: new Date().getFullYear() } });

/** Which subgraphs are asked for some cases of each way, by the plans that were carried out. */
export async function subgraphsAsked(
  url: string,
  caller: Caller,
  operation: string,
  values: LookedUp["values"],
): Promise<ReadonlySet<string>> {
  const asked = new Set<string>();
  for (const [by, of] of Object.entries(values) as [keyof CaseArgs, readonly string[]][]) {
    for (const value of of.slice(0, 20)) {
      const { text } = await look(url, caller, bodyOf(operation, by, value), { "whistlegraph-plan": "1" });
      const { tree } = (JSON.parse(text) as PlannedAnswer).extensions.plan;
      for (const [, subgraph = ""] of tree.matchAll(/Fetch ([a-z-]+)(?!.*\(nothing to ask\))/g))
        asked.add(subgraph);
    }
  }
  return asked;
}

/**
 * What is asked while it is measured. Every case is looked up before, and must be there: whole, but for what is withheld
 * from the caller whichever case it is.
 */
export async function checkedRequests(
  url: string,
  caller: Caller,
  operation: string,
  by: keyof CaseArgs,
  values: readonly string[],
): Promise<readonly LoadRequest[]> {
  const requests: LoadRequest[] = [];
  for (const value of values) {
    const body = bodyOf(operation, by, value);
    const { status, text } = await look(url, caller, body);
    const { data, errors = [] } = JSON.parse(text) as LookUpAnswer;
    const failed = errors.filter(({ extensions }) => extensions?.code !== "WITHHELD");
    if (status !== 200 || failed.length > 0 || !data.case) {
      throw new Error(`the case of ${by} ${value} is not whole:\n${text.slice(0, 2_000)}`);
    }
    requests.push({ body, answerBytes: Buffer.byteLength(text) });
  }
  return requests;
}
