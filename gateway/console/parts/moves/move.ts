import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { Said } from "../../language/language.tsx";
import type { Holder } from "../../session/holder.ts";
import type { Field, Values } from "./field.ts";
import { type Filled, filled } from "./filled.ts";

interface Keyed {
  readonly idempotencyKey: string;
}

interface Told<Subject> {
  /** As the graph's refusals call it where they say which moves are possible. */
  readonly name: string;
  /** What the button says. */
  readonly label: Said<string>;
  /** What follows from it, said before it is done. */
  readonly about: Said<string>;
  /** Possible, and not what is expected next: its button does not ask to be pressed. */
  readonly aside?: true;
  readonly fields: readonly Field<Subject>[];
  /**
   * Whether to offer it, by what is known of the thing and of who looks at it. The graph judges anew: offering too much
   * ends in a refusal that says why, offering too little would hide what one may do.
   */
  readonly may: (subject: Subject, holder: Holder) => boolean;
}

/** Stands where a move's document would, while none is open: nothing is sent by it. */
export const noDocument = { kind: "Document", definitions: [] } as unknown as TypedDocumentNode<
  unknown,
  Keyed
>;

/** One thing a post may do with what lies before it. */
export interface Move<Subject> extends Told<Subject> {
  readonly document: TypedDocumentNode<unknown, Keyed>;
  readonly variables: (subject: Subject, values: Values, holder: Holder) => Record<string, unknown>;
}

/** Makes moves of one kind of thing; that the form gives the document what it takes is held by the types. */
export const movesOf =
  <Subject>() =>
  <Data, Variables extends Keyed>({
    document,
    input,
    ...told
  }: Told<Subject> & {
    readonly document: TypedDocumentNode<Data, Variables>;
    readonly input: (subject: Subject, filled: Filled, holder: Holder) => Omit<Variables, "idempotencyKey">;
  }): Move<Subject> => ({
    ...told,
    document: document as unknown as TypedDocumentNode<unknown, Keyed>,
    variables: (subject, values, holder) => input(subject, filled(values), holder),
  });

/** The moves open to somebody, the one most likely wanted first: the order is the table's. */
export const offered = <Subject>(
  moves: readonly Move<Subject>[],
  subject: Subject,
  holder: Holder,
): readonly Move<Subject>[] => moves.filter(({ may }) => may(subject, holder));
