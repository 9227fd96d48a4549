import type { DataSource, EntityManager } from "typeorm";
import { checkDivisionCode, DivisionLevel, divisionLevel } from "../../shared/codes.ts";
import { refuse } from "../../shared/errors.ts";
import { districtOf } from "../../shared/principal.ts";
import { everyDistrict } from "../every-district.ts";
import { type AccessFacts, type ChainedRecord, type ChainPoint, chain, chainStart } from "./access-chain.ts";
import type { AccessRecordInput } from "./access-record-input.ts";

/** Names of chains cannot contain it, so that no two make one key. */
const keyOf = (districtCode: string, subgraph: string): string => `${districtCode}/${subgraph}`;

/**
 * Waits for whoever writes to the same chains. Taken in the order of their names by all, so that nobody waits in a
 * circle; given back with the transaction.
 */
export const lockChains = (transaction: EntityManager, keys: readonly string[]): Promise<unknown> =>
  transaction.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('whistlegraph:access-chain:' || key, 0))
     FROM unnest($1::text[]) AS key`,
    [[...keys].sort()],
  );

export const lockChain = (transaction: EntityManager, { districtCode, subgraph }: Chain): Promise<unknown> =>
  lockChains(transaction, [keyOf(districtCode, subgraph)]);

export interface Chain {
  readonly districtCode: string;
  readonly subgraph: string;
}

/** Where records are written, by the gateway alone; see `access-record.store.ts` for where they are read. */
export class AccessLogStore {
  readonly #database: DataSource;

  constructor(database: DataSource) {
    this.#database = database;
  }

  /** Puts records behind the ends of their chains, all or none, and says how many. When it resolves they stay. */
  async append(records: readonly AccessRecordInput[]): Promise<number> {
    if (records.length === 0) return 0;
    const byChain = new Map<string, AccessFacts[]>();
    for (const facts of records.map(factsOf)) {
      const key = keyOf(facts.districtCode, facts.subgraph);
      const ofChain = byChain.get(key);
      if (ofChain) ofChain.push(facts);
      else byChain.set(key, [facts]);
    }
    const keys = [...byChain.keys()];
    await this.#database.transaction(async (transaction) => {
      await lockChains(transaction, keys);
      // Read only now: a statement sees what was committed before it began, and the wait is over.
      const heads = await headsOf(transaction, keys);
      const chained = [...byChain].flatMap(([key, facts]) => chain(facts, heads.get(key) ?? chainStart));
      await transaction.query(
        insertion,
        columns.map(({ property }) => chained.map(({ [property]: value }) => asText(value))),
      );
    });
    return records.length;
  }
}

async function headsOf(
  transaction: EntityManager,
  keys: readonly string[],
): Promise<ReadonlyMap<string, ChainPoint>> {
  const found: (Chain & ChainPoint)[] = await transaction.query(
    `SELECT district_code AS "districtCode", subgraph, sequence, hash FROM access_chain
     WHERE (district_code, subgraph) IN (SELECT split_part(key, '/', 1), split_part(key, '/', 2)
                                         FROM unnest($1::text[]) AS key)`,
    [keys],
  );
  return new Map(found.map((head) => [keyOf(head.districtCode, head.subgraph), head]));
}

const columns = [
  { property: "districtCode", type: "text" },
  { property: "subgraph", type: "text" },
  { property: "sequence", type: "integer" },
  { property: "at", type: "timestamptz" },
  { property: "personId", type: "text" },
  { property: "post", type: "text" },
  { property: "unit", type: "text" },
  { property: "onBehalfOf", type: "text" },
  { property: "operationName", type: "text" },
  { property: "operationHash", type: "text" },
  { property: "entityType", type: "text" },
  { property: "entityKeys", type: "text" },
  { property: "fields", type: "text[]" },
  { property: "subjects", type: "text[]" },
  { property: "basis", type: "text" },
  { property: "caseNumber", type: "text" },
  { property: "grantNumber", type: "text" },
  { property: "outcome", type: "text" },
  { property: "rowsGiven", type: "integer" },
  { property: "previousHash", type: "text" },
  { property: "hash", type: "text" },
] as const satisfies readonly { property: keyof ChainedRecord; type: string }[];

const names = columns.map(({ property }) =>
  property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
);

/** Records and the new heads of their chains, in one statement: a list for each column, twice as fast as rows of JSON. */
const insertion = `
  WITH given AS (
    SELECT ${columns.map(({ type }, index) => `${names[index]}::${type}`).join(", ")}
    FROM unnest(${columns.map((_, index) => `$${index + 1}::text[]`).join(", ")}) AS given (${names.join(", ")})
  ), head AS (
    INSERT INTO access_chain (district_code, subgraph, sequence, hash)
    SELECT DISTINCT ON (district_code, subgraph) district_code, subgraph, sequence, hash FROM given
    ORDER BY district_code, subgraph, sequence DESC
    ON CONFLICT (district_code, subgraph) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash
  )
  INSERT INTO access_record (${names.join(", ")}) SELECT * FROM given`;

/** As PostgreSQL reads it. Lists go in as literals: nested ones `unnest` would take apart too far. */
function asText(value: ChainedRecord[keyof ChainedRecord]): string | null {
  if (value === null || typeof value === "string") return value;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === "number") return String(value);
  return `{${value.map((each) => `"${each.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}

/** What somebody states may be anything; so much of it is kept. */
const mostOfText = 200;

/** As PostgreSQL gives it back: half a character becomes another. What is sealed is what is kept. */
const kept = (text: string): string => Buffer.from(text).toString();
const stated = (text: string | null | undefined): string | null =>
  text == null ? null : kept(text.slice(0, mostOfText));

function factsOf(input: AccessRecordInput): AccessFacts {
  if (!/^[a-z]+(-[a-z]+)*$/.test(input.subgraph))
    throw badInput("subgraph", "no subgraph's name", "不是子图名称");
  if (!/^[0-9a-f]{64}$/.test(input.operationHash))
    throw badInput("operationHash", "no SHA-256", "不是 SHA-256");
  if (!isList(input.entityKeys)) throw badInput("entityKeys", "no JSON list", "不是 JSON 列表");
  return {
    districtCode: [input.district ?? "", districtOf(input.unit)].find(isDistrict) ?? everyDistrict,
    subgraph: input.subgraph,
    at: input.at,
    personId: kept(input.personId),
    post: input.post,
    unit: kept(input.unit),
    onBehalfOf: stated(input.onBehalfOf),
    operationName: stated(input.operationName),
    operationHash: input.operationHash,
    entityType: kept(input.entityType),
    entityKeys: kept(input.entityKeys),
    fields: input.fields.map(kept),
    subjects: input.subjects.map(kept),
    basis: stated(input.basis),
    caseNumber: stated(input.caseNumber),
    grantNumber: stated(input.grantNumber),
    outcome: input.outcome,
    rowsGiven: input.rowsGiven,
  };
}

/** Nothing goes unrecorded because a key was taken for a district. */
const isDistrict = (code: string): boolean =>
  !checkDivisionCode(code) && divisionLevel(code) === DivisionLevel.DISTRICT;

const badInput = (field: string, what: string, whatZh: string) =>
  refuse("BAD_INPUT", { field, problem: `is ${what}`, problemZh: whatZh });

function isList(json: string): boolean {
  try {
    return Array.isArray(JSON.parse(json));
  } catch {
    return false;
  }
}
