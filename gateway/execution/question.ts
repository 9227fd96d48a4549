import type { FetchNode } from "@apollo/query-planner";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { openingOf, type Question } from "../transport/subgraph-connection.ts";
import { type Data, ownValue } from "./data.ts";
import { valueText } from "./json-text.ts";

/** Makes the question of one fetch from the client's variables and, for an entity fetch, its references as JSON. */
export type AskFor = (variables: Data, references?: string) => Question;

/** The operation's text is made once; only what varies is written per request. */
export function compileQuestion(
  { operationKind, variableUsages = [], requires }: FetchNode,
  operation: string,
): AskFor {
  const kind = operationKind as Question["kind"];
  const opening = openingOf(operation);
  if (requires && variableUsages.includes("representations")) {
    throw refuse("BAD_INPUT", {
      field: "$representations",
      problem: "is a variable of federation's own. Give yours another name.",
      problemZh: "是联邦协议自用的变量名，请改用其他名称。",
    });
  }
  const used = variableUsages.map((name) => ({ name, prefix: `${JSON.stringify(name)}:` }));
  if (used.length === 0 && !requires) {
    const question: Question = { kind, operation, opening };
    return () => question;
  }
  return (variables, references) => {
    let text = references === undefined ? "" : `"representations":${references}`;
    for (const { name, prefix } of used) {
      const value = ownValue(variables, name);
      if (value !== undefined) text += `${text && ","}${prefix}${valueText(value)}`;
    }
    return { kind, operation, opening, variables: `{${text}}` };
  };
}
