import { LRUCache } from "lru-cache";
import type { DataSource, EntityManager } from "typeorm";
import { checkDivisionCode, DivisionLevel, divisionLevel } from "../../shared/codes.ts";
import { districtOf, Post } from "../../shared/principal.ts";
import { sendAlone } from "../../shared/statement.ts";
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
  append(report: readonly Reported[]): Promise<number> {
    if (report.length === 0) return Promise.resolve(0);
    const parts = partsOf(report);
    const known = knownEnds(this.#database);
    // Whoever wrote in between would move the ends that this one counts on.
    return known.inTurn(async () => {
      const ends = known.of([...parts.chains.keys()]);
      const links = (ends && (await this.#appendTo(ends, parts))) ?? (await this.#appendToLocked(parts));
      known.moveTo(links);
      return links.length;
    });
  }

  /** In one round trip, where the chains still end as they are known to; undefined where another process wrote to them. */
  async #appendTo(ends: Ends, parts: Parts): Promise<readonly Link<Placed>[] | undefined> {
    const linked = chained(parts, ends);
    const [row] = await sendAlone(this.#database, {
      name: "access-record:insertion",
      text: insertion,
      values: valuesOf(parts, linked, ends),
    });
    return row?.written === linked.length ? linked : undefined;
  }

  /** Waits for whoever writes to the same chains, and puts the records where they end then. */
  #appendToLocked(parts: Parts): Promise<readonly Link<Placed>[]> {
    return this.#database.transaction(async (transaction) => {
      const ends = await lockEnds(transaction, parts);
      const linked = chained(parts, ends);
      const [row] = await transaction.query(insertion, valuesOf(parts, linked, ends));
      if (row?.written !== linked.length) throw new Error("chains moved while their ends were locked");
      return linked;
    });
  }
}

type Ends = ReadonlyMap<string, ChainPoint>;

const knownIn = new WeakMap<DataSource, KnownEnds>();

function knownEnds(database: DataSource): KnownEnds {
  const known = knownIn.get(database) ?? new KnownEnds();
  knownIn.set(database, known);
  return known;
}

/** Where chains end, as far as this process has written them last. */
class KnownEnds {
  readonly #ends = new LRUCache<string, ChainPoint>({ max: 10_000 });
  #last: Promise<unknown> = Promise.resolve();

  /** What writes is done one after another. */
  inTurn<Result>(write: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(write);
    this.#last = turn.catch(() => this.#ends.clear());
    return turn;
  }

  /** Undefined where one of them is not known. */
  of(keys: readonly string[]): Ends | undefined {
    const ends = new Map<string, ChainPoint>();
    for (const key of keys) {
      const end = this.#ends.get(key);
      if (!end) return undefined;
      ends.set(key, end);
    }
    return ends;
  }

  moveTo(links: readonly Link<Placed>[]): void {
    for (const { districtCode, subgraph, sequence, hash } of links) {
      this.#ends.set(keyOf(districtCode, subgraph), { sequence, hash });
    }
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

const chained = ({ chains }: Parts, ends: Ends): Link<Placed>[] =>
  [...chains].flatMap(([key, { place, accesses }]) => chain(place, accesses, ends.get(key) ?? chainStart));

/**
 * The ends of chains, which nobody moves before the transaction is over. New chains are begun with it. Taken in the order
 * of their names by all, so that nobody waits in a circle.
 */
async function lockEnds(transaction: EntityManager, { chains }: Parts): Promise<Ends> {
  const found: (Chain & ChainPoint)[] = await transaction.query(
    `INSERT INTO access_chain AS chain (district_code, subgraph, sequence, hash)
     SELECT split_part(key, '/', 1), split_part(key, '/', 2), $2, $3
     FROM unnest($1::text[]) AS key ORDER BY 1, 2
     ON CONFLICT (district_code, subgraph) DO UPDATE SET sequence = chain.sequence
     RETURNING district_code AS "districtCode", subgraph, sequence, hash`,
    [[...chains.keys()], chainStart.sequence, chainStart.hash],
  );
  return new Map(
    found.map(({ districtCode, subgraph, ...end }) => [keyOf(districtCode, subgraph), end] as const),
  );
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

const endColumns: readonly Column<readonly [key: string, end: ChainPoint]>[] = [
  { name: "district_code", type: "text", of: ([key]) => key.slice(0, key.indexOf("/")) },
  { name: "subgraph", type: "text", of: ([key]) => key.slice(key.indexOf("/") + 1) },
  { name: "sequence", type: "integer", of: ([, { sequence }]) => String(sequence) },
  { name: "hash", type: "text", of: ([, { hash }]) => hash },
];

/**
 * Rows of a list for each column, numbered from 1: twice as fast as rows of JSON. The lists stand in queries of their own:
 * as many as a planner would see it plans anew for, and the plan is the same for any number.
 */
const rowsOf = (columns: readonly Column<never>[], before: number): string =>
  `SELECT ${columns.map(({ name, type }) => `${name}::${type}`).join(", ")}, ordinal
   FROM unnest(${columns.map((_, index) => `(SELECT $${before + index + 1}::text[])`).join(", ")})
     WITH ORDINALITY AS given (${columns.map(({ name }) => name).join(", ")}, ordinal)`;

const chainColumns = linkColumns.slice(0, 5).map(({ name }) => name);
const factColumns = [...readerColumns, ...readingColumns].map(({ name }) => name);

const [readings, links, ends] = [
  readerColumns.length,
  readerColumns.length + readingColumns.length,
  readerColumns.length + readingColumns.length + linkColumns.length,
];

/**
 * Records and the new ends of their chains, in one statement: what many records share is sent once. Nothing is written
 * where a chain ends elsewhere than it is said to; `written` tells how many records were. Who waited for another's write
 * sees what that one left.
 */
const insertion = `
  WITH reader AS (${rowsOf(readerColumns, 0)}),
  reading AS (${rowsOf(readingColumns, readings)}),
  link AS (${rowsOf(linkColumns, links)}),
  known AS (${rowsOf(endColumns, ends)}),
  held AS (
    SELECT chain.district_code FROM access_chain AS chain
    JOIN known USING (district_code, subgraph)
    WHERE chain.sequence = known.sequence AND chain.hash = known.hash
    ORDER BY chain.district_code, chain.subgraph FOR UPDATE OF chain
  ),
  asked AS (SELECT (SELECT count(*) FROM held) = (SELECT count(*) FROM known) AS stand),
  moved AS (
    UPDATE access_chain AS chain SET sequence = last.sequence, hash = last.hash
    FROM (
      SELECT DISTINCT ON (district_code, subgraph) district_code, subgraph, sequence, hash FROM link
      ORDER BY district_code, subgraph, sequence DESC
    ) AS last
    WHERE chain.district_code = last.district_code AND chain.subgraph = last.subgraph AND (SELECT stand FROM asked)
  ),
  written AS (
    INSERT INTO access_record (${[...chainColumns, ...factColumns].join(", ")})
    SELECT ${[...chainColumns.map((name) => `link.${name}`), ...factColumns].join(", ")}
    FROM link JOIN reader ON reader.ordinal = link.reader JOIN reading ON reading.ordinal = link.reading
    WHERE (SELECT stand FROM asked)
    RETURNING 1
  )
  SELECT count(*)::integer AS written FROM written`;

const valuesOf = (
  { readers, readings }: Parts,
  linked: readonly Link<Placed>[],
  ends: Ends,
): (string | null)[][] => [
  ...readerColumns.map(({ of }) => readers.map(of)),
  ...readingColumns.map(({ of }) => readings.map(of)),
  ...linkColumns.map(({ of }) => linked.map(of)),
  ...endColumns.map(({ of }) => [...ends].map(of)),
];

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
