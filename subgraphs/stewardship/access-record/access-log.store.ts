import type { DataSource, EntityManager } from "typeorm";
import { checkDivisionCode, DivisionLevel, divisionLevel } from "../../shared/codes.ts";
import { districtOf, Post } from "../../shared/principal.ts";
import { everyDistrict } from "../every-district.ts";
import {
  type Access,
  type ChainPoint,
  chain,
  chainStart,
  type Link,
  type ReaderFacts,
  type ReadingFacts,
  readerText,
  readingText,
} from "./access-chain.ts";
import { AccessOutcome } from "./access-record-enums.ts";
import { badInput, type Reported } from "./reported-access.ts";

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
  async append(report: readonly Reported[]): Promise<number> {
    if (report.length === 0) return 0;
    const { readers, readings, chains } = partsOf(report);
    const keys = [...chains.keys()];
    const links = await this.#database.transaction(async (transaction) => {
      await lockChains(transaction, keys);
      // Read only now: a statement sees what was committed before it began, and the wait is over.
      const heads = await headsOf(transaction, keys);
      const linked = [...chains].flatMap(([key, { place, accesses }]) =>
        chain(place, accesses, heads.get(key) ?? chainStart),
      );
      await transaction.query(insertion, [
        ...readerColumns.map(({ of }) => readers.map(of)),
        ...readingColumns.map(({ of }) => readings.map(of)),
        ...linkColumns.map(({ of }) => linked.map(of)),
      ]);
      return linked;
    });
    return links.length;
  }
}

interface Reader extends ReaderFacts {
  readonly onBehalfOfVouched: boolean;
  readonly text: string;
}

interface Reading extends ReadingFacts {
  /** As the gateway knows it by what was read; null where that does not tell. */
  readonly district: string | null;
  readonly subgraph: string;
  readonly text: string;
}

/** One reading by one reader, by where both stand in what was reported. */
interface Placed extends Access {
  readonly districtCode: string;
  readonly subgraph: string;
  readonly reader: number;
  readonly reading: number;
}

interface Parts {
  readonly readers: readonly Reader[];
  readonly readings: readonly Reading[];
  readonly chains: ReadonlyMap<string, { readonly place: Chain; readonly accesses: readonly Placed[] }>;
}

/** Readers and readings as they were reported, and every reading by every reader, chain by chain. */
function partsOf(report: readonly Reported[]): Parts {
  const readers: Reader[] = [];
  const readings: Reading[] = [];
  const chains = new Map<string, { place: Chain; accesses: Placed[] }>();
  for (const answer of report) {
    const given = answer.list("readings").map(readingOf);
    const first = readings.length;
    readings.push(...given);
    for (const each of answer.list("readers")) {
      const reader = readers.push(readerOf(each)) - 1;
      const { text, unit } = readers[reader] as Reader;
      for (const [index, reading] of given.entries()) {
        const { subgraph } = reading;
        const districtCode = [reading.district ?? "", districtOf(unit)].find(isDistrict) ?? everyDistrict;
        const key = keyOf(districtCode, subgraph);
        const chained = chains.get(key) ?? { place: { districtCode, subgraph }, accesses: [] };
        chains.set(key, chained);
        chained.accesses.push({
          districtCode,
          subgraph,
          reader,
          reading: first + index,
          readerText: text,
          readingText: reading.text,
        });
      }
    }
  }
  return { readers, readings, chains };
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

interface Column<Of> {
  readonly name: string;
  readonly type: string;
  /** As PostgreSQL reads it. Lists go in as literals: nested ones `unnest` would take apart too far. */
  readonly of: (part: Of) => string | null;
}

const listOf = (texts: readonly string[]): string =>
  `{${texts.map((each) => `"${each.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;

const readerColumns: readonly Column<Reader>[] = [
  { name: "at", type: "timestamptz", of: ({ at }) => at.toISOString() },
  { name: "person_id", type: "text", of: ({ personId }) => personId },
  { name: "post", type: "text", of: ({ post }) => post },
  { name: "unit", type: "text", of: ({ unit }) => unit },
  { name: "on_behalf_of", type: "text", of: ({ onBehalfOf }) => onBehalfOf },
  { name: "on_behalf_of_vouched", type: "boolean", of: ({ onBehalfOfVouched }) => String(onBehalfOfVouched) },
];

const readingColumns: readonly Column<Reading>[] = [
  { name: "operation_name", type: "text", of: ({ operationName }) => operationName },
  { name: "operation_hash", type: "text", of: ({ operationHash }) => operationHash },
  { name: "entity_type", type: "text", of: ({ entityType }) => entityType },
  { name: "entity_keys", type: "text", of: ({ entityKeys }) => entityKeys },
  { name: "fields", type: "text[]", of: ({ fields }) => listOf(fields) },
  { name: "subjects", type: "text[]", of: ({ subjects }) => listOf(subjects) },
  { name: "basis", type: "text", of: ({ basis }) => basis },
  { name: "case_number", type: "text", of: ({ caseNumber }) => caseNumber },
  { name: "grant_numbers", type: "text[]", of: ({ grantNumbers }) => listOf(grantNumbers) },
  { name: "outcome", type: "text", of: ({ outcome }) => outcome },
  { name: "rows_given", type: "integer", of: ({ rowsGiven }) => String(rowsGiven) },
];

const linkColumns: readonly Column<Link<Placed>>[] = [
  { name: "district_code", type: "text", of: ({ districtCode }) => districtCode },
  { name: "subgraph", type: "text", of: ({ subgraph }) => subgraph },
  { name: "sequence", type: "integer", of: ({ sequence }) => String(sequence) },
  { name: "previous_hash", type: "text", of: ({ previousHash }) => previousHash },
  { name: "hash", type: "text", of: ({ hash }) => hash },
  { name: "reader", type: "integer", of: ({ reader }) => String(reader + 1) },
  { name: "reading", type: "integer", of: ({ reading }) => String(reading + 1) },
];

/** Rows of a list for each column, numbered from 1: twice as fast as rows of JSON. */
const rowsOf = (columns: readonly Column<never>[], before: number): string =>
  `SELECT ${columns.map(({ name, type }) => `${name}::${type}`).join(", ")}, ordinal
   FROM unnest(${columns.map((_, index) => `$${before + index + 1}::text[]`).join(", ")})
     WITH ORDINALITY AS given (${columns.map(({ name }) => name).join(", ")}, ordinal)`;

const chainColumns = linkColumns.slice(0, 5).map(({ name }) => name);
const factColumns = [...readerColumns, ...readingColumns].map(({ name }) => name);

/** Records and the new heads of their chains, in one statement: what many records share is sent once. */
const insertion = `
  WITH reader AS (${rowsOf(readerColumns, 0)}),
  reading AS (${rowsOf(readingColumns, readerColumns.length)}),
  link AS (${rowsOf(linkColumns, readerColumns.length + readingColumns.length)}),
  head AS (
    INSERT INTO access_chain (district_code, subgraph, sequence, hash)
    SELECT DISTINCT ON (district_code, subgraph) district_code, subgraph, sequence, hash FROM link
    ORDER BY district_code, subgraph, sequence DESC
    ON CONFLICT (district_code, subgraph) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash
  )
  INSERT INTO access_record (${[...chainColumns, ...factColumns].join(", ")})
  SELECT ${[...chainColumns.map((name) => `link.${name}`), ...factColumns].join(", ")}
  FROM link JOIN reader ON reader.ordinal = link.reader JOIN reading ON reading.ordinal = link.reading`;

function readerOf(reported: Reported): Reader {
  const reader = {
    at: reported.instant("at"),
    personId: reported.text("personId"),
    post: reported.oneOf("post", Post),
    unit: reported.text("unit"),
    onBehalfOf: reported.stated("onBehalfOf"),
    onBehalfOfVouched: reported.flag("onBehalfOfVouched"),
  };
  return { text: readerText(reader), ...reader };
}

function readingOf(reported: Reported): Reading {
  const [subgraph, operationHash] = [reported.text("subgraph"), reported.text("operationHash")];
  const entityKeys = reported.text("entityKeys");
  if (!/^[a-z]+(-[a-z]+)*$/.test(subgraph)) throw badInput("subgraph", "no subgraph's name", "不是子图名称");
  if (!/^[0-9a-f]{64}$/.test(operationHash)) throw badInput("operationHash", "no SHA-256", "不是 SHA-256");
  if (!isList(entityKeys)) throw badInput("entityKeys", "no JSON list", "不是 JSON 列表");
  const reading = {
    operationName: reported.stated("operationName"),
    operationHash,
    entityType: reported.text("entityType"),
    entityKeys,
    fields: reported.texts("fields"),
    subjects: reported.texts("subjects"),
    basis: reported.stated("basis"),
    caseNumber: reported.stated("caseNumber"),
    grantNumbers: reported.texts("grantNumbers"),
    outcome: reported.oneOf("outcome", AccessOutcome),
    rowsGiven: reported.count("rowsGiven"),
  };
  return { text: readingText(reading), district: reported.textIfAny("district"), subgraph, ...reading };
}

/** Nothing goes unrecorded because a key was taken for a district. */
const isDistrict = (code: string): boolean =>
  !checkDivisionCode(code) && divisionLevel(code) === DivisionLevel.DISTRICT;

function isList(json: string): boolean {
  try {
    return Array.isArray(JSON.parse(json));
  } catch {
    return false;
  }
}
