import { Post, type Principal, servesIn } from "../../subgraphs/shared/principal.ts";
import type { Requirements } from "../access/requirements.ts";
import type { Asked } from "../execution/execution.ts";
import type { RequestContext } from "../request-context.ts";
import type { Read } from "./recorded-fetch.ts";

/** What came of an access (访问结果). */
export type Outcome = "GIVEN" | "MASKED" | "WITHHELD" | "NONE" | "FAILED";

/** One access of one caller to what one subgraph holds (访问记录), as stewardship keeps it. */
export interface AccessRecord {
  readonly at: Date;
  readonly personId: string;
  readonly post: Post;
  readonly unit: string;
  readonly operationName: string | null;
  /** SHA-256 of the operation's text, in hexadecimal. */
  readonly operationHash: string;
  readonly subgraph: string;
  readonly entityType: string;
  readonly entityKeys: readonly string[];
  /** Coordinates (`Type.field`). */
  readonly fields: readonly string[];
  readonly basis: string | null;
  readonly caseNumber: string | null;
  readonly grants: readonly string[];
  readonly outcome: Outcome;
  readonly rows: number;
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

export interface Recorded {
  readonly record: AccessRecord;
  /** Whether the answer may not leave before it is written. */
  readonly personal: boolean;
}

/** Everything that one answer gave its caller, or kept back, record by record. */
export function accessRecords(
  asked: readonly Asked[],
  { name, hash, withheld }: RecordedOperation,
  context: RequestContext,
  requirements: Requirements,
): readonly Recorded[] {
  const { principal, at, basis = null, case: caseNumber = null } = context;
  if (!principal) return [];
  const { id: personId, post, unit } = principal;
  const record = (access: Omit<AccessRecord, keyof typeof common>, personal: boolean): Recorded => ({
    record: { ...common, ...access },
    personal,
  });
  const common = { at, personId, post, unit, operationName: name, operationHash: hash, basis, caseNumber };
  const given = asked.flatMap(({ subgraph, reads = [], failed = false }) =>
    reads.map((read) =>
      record(
        {
          subgraph,
          entityType: read.type,
          entityKeys: read.keys,
          fields: read.fields,
          grants: context.entitlements?.grantsOf(subgraph, read.type) ?? [],
          outcome: outcomeOf(read, failed, subgraph, context, requirements),
          rows: read.rows,
        },
        read.personal && read.rows > 0,
      ),
    ),
  );
  const kept = withheld.map(({ subgraph, type, fields }) =>
    record(
      {
        subgraph,
        entityType: type,
        entityKeys: [],
        fields,
        grants: [],
        outcome: "WITHHELD",
        rows: 0,
      },
      false,
    ),
  );
  return [...given, ...kept];
}

function outcomeOf(
  { rows, personal, fields }: Read,
  failed: boolean,
  subgraph: string,
  { principal, entitlements }: RequestContext,
  requirements: Requirements,
): Outcome {
  if (failed) return "FAILED";
  if (rows === 0) return "NONE";
  if (!personal || !principal) return "GIVEN";
  const owner = requirements.ownerOf(subgraph);
  if (owner === undefined || reachesByItself(principal, owner)) return "GIVEN";
  const clear = entitlements?.principalFor(subgraph)?.access?.clear ?? [];
  const masked = fields.some((field) => requirements.isPersonal(field) && !clear.includes(field));
  return masked ? "MASKED" : "GIVEN";
}

const reachesByItself = (principal: Principal, owner: string): boolean =>
  principal.post === Post.RESIDENT || servesIn(principal, owner);
