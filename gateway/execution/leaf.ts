import { type GraphQLLeafType, isEnumType } from "graphql";
import { stringText, valueText } from "./json-text.ts";

/** The value as JSON text, or undefined where it is none of the type: it must not reach the client then. */
export type LeafText = (value: unknown) => string | undefined;

const wholeNumber = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value);

const builtIn: Readonly<Record<string, LeafText>> = {
  String: (value) => (typeof value === "string" ? stringText(value) : undefined),
  ID: (value) => {
    if (typeof value === "string") return stringText(value);
    return wholeNumber(value) ? `"${value}"` : undefined;
  },
  Int: (value) => (wholeNumber(value) && (value | 0) === value ? `${value}` : undefined),
  Float: (value) => (typeof value === "number" && Number.isFinite(value) ? `${value}` : undefined),
  Boolean: (value) => (typeof value === "boolean" ? `${value}` : undefined),
};

/** How values of a leaf type are written. A scalar of ours is written as its subgraph serialised it. */
export function leafText(type: GraphQLLeafType): LeafText {
  if (!isEnumType(type)) return builtIn[type.name] ?? valueText;
  const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, `"${name}"`]));
  return (value) => texts.get(value);
}
