import type { AccessChainRecordsQuery } from "./chain-records.graphql.ts";

export type SealedRecord = NonNullable<AccessChainRecordsQuery["accessChainRecords"]>[number];

/** A place in a chain, and the seal of the record that stands there. */
export interface ChainPoint {
  readonly sequence: number;
  readonly hash: string;
}

/** Records from before it was kept whether the token vouches for whom are sealed without that. */
const layoutOf = ({ onBehalfOfVouched }: Pick<SealedRecord, "onBehalfOfVouched">): string =>
  onBehalfOfVouched === null ? "access-record/1" : "access-record/2";

/** What is sealed: everything on record in this order as one JSON array without spaces, as RFC 8785 writes it. */
export function sealedText(record: SealedRecord): string {
  const layout = layoutOf(record);
  return JSON.stringify([
    layout,
    record.district,
    record.subgraph,
    record.sequence,
    record.at,
    record.personId,
    record.post,
    record.unit,
    record.onBehalfOf,
    ...(layout === "access-record/1" ? [] : [record.onBehalfOfVouched]),
    record.operationName,
    record.operationHash,
    record.entityType,
    record.entityKeys,
    record.fields,
    record.subjects,
    record.basis,
    record.caseNumber,
    record.grantNumbers,
    record.outcome,
    record.rowsGiven,
    record.previousHash,
  ]);
}

/** SHA-256 by the browser, or by whatever is given as it: absent on pages served without TLS. */
export type Digest = (text: string) => Promise<string>;

export function browserDigest(): Digest | undefined {
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle;
  if (!subtle) return undefined;
  const encoder = new TextEncoder();
  return async (text) => {
    const bytes = new Uint8Array(await subtle.digest("SHA-256", encoder.encode(text)));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
}
