import type { GraphQLError } from "graphql";
import { refuse } from "../../subgraphs/shared/errors.ts";

/** What there may be only so much of in one operation. */
const measures = {
  letters: ["letters", "字符"],
  tokens: ["words and signs", "词与符号"],
  nesting: ["brackets open at once", "嵌套括号"],
  aliases: ["aliases", "别名"],
  directives: ["directives", "指令"],
  fragments: ["fragments", "片段"],
  nameLetters: ["letters in one name", "单个名称字符"],
  depth: ["levels of fields", "字段层级"],
  rootFields: ["fields at its root", "根字段"],
  fields: ["fields, counted wherever their fragments are used", "字段（片段按引用次数计）"],
  valueNesting: ["lists and objects open at once in its variables", "变量嵌套层级"],
} as const;

export type Measure = keyof typeof measures;

export function tooLarge(measure: Measure, maximum: number): GraphQLError {
  const [what, whatZh] = measures[measure];
  return refuse("OPERATION_TOO_LARGE", { maximum, what, whatZh });
}
