import type { QueryPlanSelectionNode } from "@apollo/query-planner";
import { type ASTVisitor, Kind, parse, print, visit } from "graphql";

/** Whole numbers up to this many digits stay: sizes of pages, not numbers of persons. */
const harmlessDigits = 4;

const blanked = { kind: Kind.STRING, value: "…" } as const;

const blank: ASTVisitor = {
  StringValue: () => blanked,
  FloatValue: () => blanked,
  IntValue: ({ value }) => (value.length > harmlessDigits ? blanked : undefined),
};

/**
 * A subgraph's operation, laid out for reading. What the client wrote into it as a literal may be a person's number or
 * name as well as any variable's value may; so it is blanked.
 */
export const withoutLiterals = (operation: string): string =>
  print(visit(parse(operation, { noLocation: true }), blank));

/** What a fetch requires of its entities, as GraphQL writes a selection. */
export function requiredText(selections: readonly QueryPlanSelectionNode[]): string {
  const text = (nodes: readonly QueryPlanSelectionNode[]): string =>
    `{ ${nodes
      .map((node) => {
        const head =
          node.kind === "InlineFragment"
            ? `...${node.typeCondition ? ` on ${node.typeCondition}` : ""}`
            : `${node.alias ? `${node.alias}: ` : ""}${node.name}`;
        return node.selections?.length ? `${head} ${text(node.selections)}` : head;
      })
      .join(" ")} }`;
  return print(parse(text(selections), { noLocation: true }));
}
