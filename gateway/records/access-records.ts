import type { Post } from "../../subgraphs/shared/principal.ts";
import { typeOf } from "../access/grant-book.ts";
import type { TooLong } from "../access/list-limit.ts";
import type { Requirements } from "../access/requirements.ts";
import type { Asked } from "../execution/execution.ts";
import type { RequestContext } from "../request-context.ts";
import type { Read } from "./recorded-fetch.ts";

/** What came of an access (访问结果). */
export type Outcome = "GIVEN" | "MASKED" | "WITHHELD" | "NONE" | "FAILED";

/** Who was given an answer (查阅人), and when. */
export interface Reader {
  readonly at: Date;
  readonly personId: string;
  readonly post: Post;
  readonly unit: string;
  readonly onBehalfOf: string | null;
  /** Whether the token says so, and it is not only stated. */
  readonly onBehalfOfVouched: boolean;
}

/** What one answer gave or kept back of what one subgraph holds. With a reader it is an access record (访问记录). */
export interface Reading {
  readonly operationName: string | null;
  /** SHA-256 of the operation's text, in hexadecimal. */
  readonly operationHash: string;
  readonly subgraph: string;
  readonly entityType: string;
  readonly entityKeys: readonly string[];
  /** Coordinates (`Type.field`). */
  readonly fields: readonly string[];
  /** Whom it was about: a `Resident.id`, or a `personSubject`. */
  readonly subjects: readonly string[];
  readonly basis: string | null;
  readonly caseNumber: string | null;
  /** Numbers of the grants by which it was read. */
  readonly grants: readonly string[];
  readonly outcome: Outcome;
  readonly rows: number;
}

/** Everything of an answer that goes on record, for each of its readers. */
export interface Readings {
  readonly readings: readonly Reading[];
  /** Whether the answer may not leave before it is on record. */
  readonly personal: boolean;
}

/** An operation, by what a record says of it. */
export interface RecordedOperation {
  readonly name: string | null;
  readonly hash: string;
  /** What its callers lack a grant for, by the subgraph that holds it. */
  readonly withheld: readonly {
    readonly subgraph: string;
    readonly type: string;
    readonly fields: readonly string[];
  }[];
}

/** What came of one operation for its caller. */
export interface Answered {
  readonly asked: readonly Asked[];
  /** What was read and not given, because no grant allows so long a list. */
  readonly tooLong: readonly TooLong[];
  readonly operation: RecordedOperation;
}

/** What of a caller's request makes a difference to what goes on record beside who they are. */
type Circumstances = Pick<RequestContext, "basis" | "case" | "entitlements">;

/** What goes on record of answers. Of one that many are given, such as an event, it is worked out once. */
export class AnswerReadings {
  readonly #requirements: Requirements;
  readonly #known = new WeakMap<Answered, Map<string, Readings>>();

  constructor(requirements: Requirements) {
    this.#requirements = requirements;
  }

  of(answered: Answered, circumstances: Circumstances): Readings {
    const { basis = "", case: onCase = "", entitlements } = circumstances;
    const key = `${basis} ${onCase} ${entitlements?.grantsKey ?? ""}`;
    const known = this.#known.get(answered) ?? new Map<string, Readings>();
    this.#known.set(answered, known);
    const before = known.get(key);
    if (before) return before;
    const readings = readingsOf(answered, circumstances, this.#requirements);
    known.set(key, readings);
    return readings;
  }
}

/** Everything that one answer gave, or kept back. */
export function readingsOf(
  { asked, tooLong, operation: { name, hash, withheld } }: Answered,
  { basis, case: onCase, entitlements }: Circumstances,
  requirements: Requirements,
): Readings {
  const stated = { basis: basis ?? null, caseNumber: onCase ?? null };
  const common = { operationName: name, operationHash: hash, ...stated };
  const clearIn = (subgraph: string) => entitlements?.principalFor(subgraph)?.access?.clear ?? nothingInClear;
  const withheldFrom = (subgraph: string, entityType: string, fields: readonly string[]): Reading => ({
    subgraph,
    entityType,
    entityKeys: [],
    fields,
    subjects: [],
    grants: [],
    outcome: "WITHHELD",
    rows: 0,
    ...common,
  });
  let personal = false;
  const given = (subgraph: string, read: Read, failed: boolean): Reading => {
    personal ||= read.personal && read.rows > 0;
    return {
      subgraph,
      entityType: read.type,
      entityKeys: read.keys,
      fields: read.fields,
      subjects: read.subjects,
      grants: entitlements?.grantsOf(subgraph, new Set([read.type, ...read.fields.map(typeOf)])) ?? [],
      outcome: outcomeOf(read, failed, clearIn(subgraph)),
      rows: read.rows,
      ...common,
    };
  };
  const readings = asked.flatMap(({ subgraph, reads = [], failed = false }) =>
    reads.flatMap((read) => {
      if (tooLong.length === 0) return [given(subgraph, read, failed)];
      const [rest, kept] = partedBy(tooLong, read, requirements);
      return [
        ...(rest ? [given(subgraph, rest, failed)] : []),
        ...(kept.length > 0 ? [withheldFrom(subgraph, read.type, kept)] : []),
      ];
    }),
  );
  const kept = withheld.map(({ subgraph, type, fields }) => withheldFrom(subgraph, type, fields));
  return { readings: [...readings, ...kept], personal };
}

const nothingInClear: readonly string[] = [];

/**
 * Who is given an answer, and on whose behalf; nobody who is not signed in. What the token says counts, and is put on
 * record as vouched for. Where it says nothing, what the caller states is put on record as that.
 */
export function readerOf({ principal, at, onBehalfOf: stated }: RequestContext): Reader | undefined {
  if (!principal) return undefined;
  const { id, post, unit, actor, onBehalfOf } = principal;
  const reader = { at, personId: actor ?? id, post, unit };
  const vouched = actor === undefined ? onBehalfOf : id;
  if (vouched !== undefined && vouched !== reader.personId) {
    return { ...reader, onBehalfOf: vouched, onBehalfOfVouched: true };
  }
  const other = stated === id ? undefined : stated;
  return { ...reader, onBehalfOf: other ?? null, onBehalfOfVouched: false };
}

/** What was given of a read, if anything, and the coordinates that were not, being part of too long a list. */
function partedBy(
  lists: readonly TooLong[],
  read: Read,
  requirements: Requirements,
): [Read | undefined, readonly string[]] {
  const isKept = (coordinate: string): boolean => {
    const type = typeOf(coordinate);
    const grants = requirements.grantsFor(type, coordinate.slice(type.length + 1));
    return grants.some((grant) =>
      lists.some((list) => list.subgraph === grant.subgraph && list.type === grant.type),
    );
  };
  const kept = read.fields.filter(isKept);
  if (kept.length === 0) return [read, []];
  const fields = read.fields.filter((field) => !isKept(field));
  if (fields.length === 0) return [undefined, kept];
  return [{ ...read, fields, personal: fields.some((field) => requirements.isPersonal(field)) }, kept];
}

/** Masked is what came so and is not granted in clear: there may be such a sign in what people write themselves. */
function outcomeOf({ rows, masked }: Read, failed: boolean, clear: readonly string[]): Outcome {
  if (failed) return "FAILED";
  if (rows === 0) return "NONE";
  return masked.some((coordinate) => !clear.includes(coordinate)) ? "MASKED" : "GIVEN";
}
