import { type FieldNode, getNamedType, isCompositeType, Kind } from "graphql";
import { type Data, isData, ownValue } from "../execution/data.ts";
import type { Recording } from "./recording.ts";

/** A field that says whom a row is about, or leads to one, as it is asked for beside what the client asks. */
export interface SubjectField {
  readonly node: FieldNode;
  /** Its response name, one of our own. */
  readonly name: string;
  readonly below: readonly SubjectField[];
}

/** What of a type says whom a row of it is about, as far as the subgraph itself can tell. */
export function subjectFields(subgraph: string, type: string, recording: Recording): readonly SubjectField[] {
  return fieldsOf(subgraph, type, recording, new Set());
}

/** Whether the field is itself the name of whom the row is about. */
export const isSubjectItself = (type: string, field: string, recording: Recording): boolean =>
  recording.requirements.subjectsOf(type).includes(field) && typeBehind(type, field, recording) === undefined;

/** Adds whom a row is about, by what was asked of it. */
export function collectSubjects(fields: readonly SubjectField[], row: Data, subjects: Set<string>): void {
  for (const { name, below } of fields) collect(ownValue(row, name), below, subjects);
}

function collect(value: unknown, below: readonly SubjectField[], subjects: Set<string>): void {
  if (Array.isArray(value)) for (const each of value) collect(each, below, subjects);
  else if (isData(value)) collectSubjects(below, value, subjects);
  else if (typeof value === "string" && value !== "") subjects.add(value);
}

/** @param passed types on the way here: what leads back to one of them says nothing new */
function fieldsOf(
  subgraph: string,
  type: string,
  recording: Recording,
  passed: ReadonlySet<string>,
): readonly SubjectField[] {
  const { requirements, types } = recording;
  const own = requirements.subjectsOf(type).filter((field) => types.resolves(subgraph, type, field));
  return own.flatMap((field): SubjectField[] => {
    const name = `_s_${field}`;
    const node = {
      kind: Kind.FIELD,
      alias: { kind: Kind.NAME, value: name },
      name: { kind: Kind.NAME, value: field },
    } as const;
    const behind = typeBehind(type, field, recording);
    if (behind === undefined) return [{ name, node, below: [] }];
    if (passed.has(behind)) return [];
    const below = fieldsOf(subgraph, behind, recording, new Set([...passed, type]));
    if (below.length === 0) return [];
    const selections = below.map((each) => each.node);
    return [{ name, node: { ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } }, below }];
  });
}

/** The type a field leads to; undefined of a leaf, as all are that no client is shown. */
function typeBehind(type: string, field: string, { schema }: Recording): string | undefined {
  const of = schema.getType(type);
  const definition = of && "getFields" in of ? of.getFields()[field] : undefined;
  const returned = definition && getNamedType(definition.type);
  return returned && isCompositeType(returned) ? returned.name : undefined;
}
