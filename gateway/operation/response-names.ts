import { type DocumentNode, visit } from "graphql";
import { refuse } from "../../subgraphs/shared/errors.ts";

/** Refuses aliases that begin with two underscores: those are GraphQL's own, and every object has some of them. */
export function refuseReservedAliases(document: DocumentNode): void {
  visit(document, {
    Field({ alias }) {
      if (!alias?.value.startsWith("__")) return;
      throw refuse("BAD_INPUT", {
        field: alias.value.slice(0, 40),
        problem: "is no alias: names with two underscores in front are GraphQL's own",
        problemZh: "不能用作别名：以两个下划线开头的名称为 GraphQL 保留",
      });
    },
  });
}
