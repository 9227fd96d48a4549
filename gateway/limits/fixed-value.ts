import { Kind, type ValueNode } from "graphql";

/** Whether a value is written out in the operation, with no variable in it. */
export function isFixed(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return false;
    case Kind.LIST:
      return value.values.every(isFixed);
    case Kind.OBJECT:
      return value.fields.every((field) => isFixed(field.value));
    default:
      return true;
  }
}
