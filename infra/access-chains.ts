import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Client } from "pg";
import {
  type ChainedRecord,
  type ChainFinding,
  type ChainPoint,
  chainStart,
  verifyChain,
  verifyEnd,
} from "../subgraphs/stewardship/access-record/access-chain.ts";
import { connect } from "./postgres/connect.ts";
import { StartupError } from "./startup-error.ts";

/** How many records are read at a time. */
const batchSize = 5_000;

/** The records of one owner in one district, with where they begin and, as far as it is known, where they end. */
export interface Chain {
  readonly districtCode: string;
  readonly subgraph: string;
  readonly start: ChainPoint;
  readonly head: ChainPoint;
}

/** What a file or a database tells, in its order: a chain, then its records. */
type Told = { readonly chain: Chain } | { readonly records: readonly ChainedRecord[] };

/** One district's chain: from where to where it holds, and what was found behind that. */
export interface Judged {
  readonly districtCode: string;
  readonly start: ChainPoint;
  readonly end: ChainPoint;
  readonly findings: readonly ChainFinding[];
}

/**
 * Judges chain by chain, a batch at a time. `noted` are heads by district that somebody kept where whoever can write the
 * database cannot: what was written by then must still be there.
 */
export async function judge(
  told: AsyncIterable<Told>,
  noted: ReadonlyMap<string, ChainPoint>,
): Promise<Judged[]> {
  const readings: Reading[] = [];
  for await (const part of told) {
    if ("chain" in part) readings.push(new Reading(part.chain, noted.get(part.chain.districtCode)));
    else readings.at(-1)?.read(part.records);
  }
  const judged = readings.map((reading) => reading.judged());
  const gone = [...noted].filter(
    ([district]) => !judged.some(({ districtCode }) => districtCode === district),
  );
  return [
    ...judged,
    ...gone.map(([districtCode, head]) => ({
      districtCode,
      start: chainStart,
      end: chainStart,
      findings: verifyEnd(chainStart, head),
    })),
  ];
}

class Reading {
  readonly #chain: Chain;
  readonly #noted: ChainPoint | undefined;
  #end: ChainPoint;
  #findings: readonly ChainFinding[] = [];
  /** From the first record on that does not hold: the batch after may still tell what was done to it. */
  #unclear: readonly ChainedRecord[] | undefined;

  constructor(chain: Chain, noted: ChainPoint | undefined) {
    this.#chain = chain;
    this.#noted = noted;
    this.#end = chain.start;
  }

  read(batch: readonly ChainedRecord[]): void {
    const broken = this.#findings.length > 0;
    if (broken && !this.#unclear) return;
    const records = [...(this.#unclear ?? []), ...batch];
    const { findings, end } = verifyChain(records, this.#end);
    this.#unclear =
      broken || findings.length === 0 ? undefined : records.slice(end.sequence - this.#end.sequence);
    this.#findings = findings.length > 0 ? findings : this.#againstNote(records);
    this.#end = end;
  }

  #againstNote(records: readonly ChainedRecord[]): readonly ChainFinding[] {
    const noted = this.#noted;
    const there = noted && records.find(({ sequence }) => sequence === noted.sequence);
    return there ? verifyEnd(there, noted) : [];
  }

  judged(): Judged {
    const { districtCode, start, head } = this.#chain;
    const end = this.#end;
    const last = this.#noted && end.sequence < this.#noted.sequence ? this.#noted : head;
    const findings = this.#findings.length > 0 ? this.#findings : verifyEnd(end, last);
    return { districtCode, start, end, findings };
  }
}

export async function* fromDatabase(url: string, owner: string): AsyncIterable<Told> {
  const client = await connect(url);
  try {
    // One snapshot: records that come meanwhile would lie behind the heads that were read.
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    for (const chain of await chainsOf(client, owner)) {
      yield { chain };
      yield* recordsOf(client, chain);
    }
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

async function chainsOf(client: Client, owner: string): Promise<Chain[]> {
  const { rows } = await client.query(
    `SELECT chain.district_code, chain.sequence, chain.hash, cut.sequence AS cut_sequence, cut.hash AS cut_hash
     FROM access_chain AS chain
     LEFT JOIN LATERAL (
       SELECT sequence, hash FROM chain_cut
       WHERE chain_cut.district_code = chain.district_code AND chain_cut.subgraph = chain.subgraph
       ORDER BY sequence DESC LIMIT 1
     ) AS cut ON true
     WHERE chain.subgraph = $1 ORDER BY chain.district_code`,
    [owner],
  );
  return rows.map(({ district_code, sequence, hash, cut_sequence, cut_hash }) => ({
    districtCode: district_code,
    subgraph: owner,
    start: cut_sequence === null ? chainStart : { sequence: cut_sequence, hash: cut_hash },
    head: { sequence, hash },
  }));
}

async function* recordsOf(client: Client, { districtCode, subgraph }: Chain): AsyncIterable<Told> {
  for (let after = 0; ; ) {
    const { rows: records } = await client.query<ChainedRecord>(
      `SELECT district_code AS "districtCode", subgraph, sequence, at, person_id AS "personId", post, unit,
              on_behalf_of AS "onBehalfOf", on_behalf_of_vouched AS "onBehalfOfVouched", operation_name AS "operationName", operation_hash AS "operationHash",
              entity_type AS "entityType", entity_keys AS "entityKeys", fields, subjects, basis,
              case_number AS "caseNumber", grant_numbers AS "grantNumbers", outcome, rows_given AS "rowsGiven",
              previous_hash AS "previousHash", hash
       FROM access_record WHERE district_code = $1 AND subgraph = $2 AND sequence > $3
       ORDER BY sequence LIMIT ${batchSize}`,
      [districtCode, subgraph, after],
    );
    const last = records.at(-1);
    if (!last) return;
    yield { records };
    after = last.sequence;
  }
}

/** A line for each chain, then one for each of its records. */
export async function exportTo(file: string, owner: string, database: string): Promise<void> {
  const out = createWriteStream(file);
  const write = async (line: object) => {
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, "drain");
  };
  for await (const part of fromDatabase(database, owner)) {
    if ("chain" in part) await write(part);
    else for (const record of part.records) await write({ record });
  }
  out.end();
  await once(out, "finish");
}

export async function* fromFile(file: string, owner: string): AsyncIterable<Told> {
  const opened = await open(file).catch((cause: Error) => {
    throw new StartupError(`${file} cannot be read: ${cause.message}. 无法读取该文件。`, { cause });
  });
  let records: ChainedRecord[] = [];
  let others = false;
  for await (const line of opened.readLines()) {
    const part = readLine(line);
    if ("chain" in part || records.length === batchSize) {
      if (records.length > 0) yield { records };
      records = [];
    }
    if ("chain" in part) {
      others = part.chain.subgraph !== owner;
      if (!others) yield part;
    } else if (!others) {
      records.push(part.record);
    }
  }
  if (records.length > 0) yield { records };
}

type Line = { readonly chain: Chain } | { readonly record: ChainedRecord };

function readLine(line: string): Line {
  try {
    const part = JSON.parse(line);
    return "chain" in part ? part : { record: { ...part.record, at: new Date(part.record.at) } };
  } catch (cause) {
    throw new StartupError("The file has a line that is no chain and no record. 文件中有无法识别的行。", {
      cause,
    });
  }
}
