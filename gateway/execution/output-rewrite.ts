import type { FetchDataRewrite } from "@apollo/query-planner";
import type { SupergraphTypes } from "../supergraph/supergraph-types.ts";
import { type Data, isData, ownValue } from "./data.ts";

/**
 * Where two fields of one response name could not be asked together, the planner asked one of them under another name.
 * Gives it the client's name again.
 */
export interface OutputRewrite {
  apply(reply: unknown): void;
  /** The client's name for a response name in an error path. */
  nameOf(name: string): string;
}

export function compileOutputRewrites(
  rewrites: readonly FetchDataRewrite[],
  types: SupergraphTypes,
): OutputRewrite | undefined {
  if (rewrites.length === 0) return undefined;
  const renames = rewrites.map((rewrite) => {
    const alias = rewrite.path.at(-1);
    if (rewrite.kind !== "KeyRenamer" || alias === undefined) {
      throw new Error(`a reply is to be rewritten in a way unknown to us: ${JSON.stringify(rewrite)}`);
    }
    return { steps: rewrite.path.slice(0, -1), alias, name: rewrite.renameKeyTo };
  });
  const byAlias = new Map(renames.map(({ alias, name }) => [alias, name]));
  return {
    apply(reply) {
      for (const { steps, alias, name } of renames) {
        eachAt(reply, steps, types, (data) => {
          const value = ownValue(data, alias);
          if (value === undefined) return;
          data[name] = value;
          data[alias] = undefined;
        });
      }
    },
    nameOf: (name) => byAlias.get(name) ?? name,
  };
}

const fragment = "... on ";

function eachAt(
  value: unknown,
  steps: readonly string[],
  types: SupergraphTypes,
  act: (data: Data) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) eachAt(item, steps, types, act);
    return;
  }
  if (!isData(value)) return;
  const [step, ...rest] = steps;
  if (step === undefined) act(value);
  else if (!step.startsWith(fragment)) eachAt(ownValue(value, step), rest, types, act);
  else if (isPossibly(value, step.slice(fragment.length), types)) eachAt(value, rest, types, act);
}

const isPossibly = ({ __typename }: Data, condition: string, types: SupergraphTypes): boolean =>
  typeof __typename !== "string" || types.isOfType(__typename, condition);
