import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { Pool } from "pg";
import type { Logger } from "pino";
import { maximumPageSize, type Page, type PageArgs } from "../../shared/connection.ts";
import { isDatabaseBusy, isDatabaseGone } from "../../shared/database.ts";
import { refuse as refuseShared } from "../../shared/errors.ts";
import type { Principal } from "../../shared/principal.ts";
import { reachOf } from "../../shared/reach.ts";
import { type Statement as KeptStatement, sendOver } from "../../shared/statement.ts";
import type { Source, SourceSettings } from "../../shared/subgraph.ts";
import type { KeyPlace } from "../key-place/key-place.ts";
import type { PoliceCall } from "../police-call/police-call.ts";
import { PoliceCallFigure, smallestShown } from "../police-call/police-call-figure.ts";
import type { PoliceCallFilter } from "../police-call/police-call-filter.ts";
import { refuse } from "../public-security.errors.ts";
import type { RentedHouse } from "../rented-house/rented-house.ts";
import { owner, type VisibilityColumns, visible, within } from "../visibility.ts";
import { archiveTime, codesOf } from "./archive-column.ts";
import { archived, callKinds, type Mapping } from "./archive-table.ts";

/** Figures are of a grid: who reaches it reaches them, and a case those of the grids it happened in. */
const figureVisibility: VisibilityColumns = {
  division: "parent.key",
  grid: "parent.key",
  ofCase: { grids: "parent.key" },
};

/** Connections at most: the archive serves the police first. */
const connections = 4;

/** How long is waited for a connection and for a statement, in milliseconds: together less than the gateway waits. */
const connectWithin = 1_000;
const answerWithin = 1_500;

/** The police archive (警务档案库), open. Nothing is asked of it before somebody asks us. */
export class PoliceArchive implements Source {
  readonly #pool: Pool;
  readonly #log: Logger;
  /** What was found wrong before: said once, not with every row. */
  readonly #told = new LRUCache<string, true>({ max: 1_000 });

  constructor({ url, log }: SourceSettings) {
    this.#log = log;
    this.#pool = new Pool({
      connectionString: url,
      application_name: "whistlegraph",
      max: connections,
      connectionTimeoutMillis: connectWithin,
      statement_timeout: answerWithin,
      // For an archive that is reached and says nothing: PostgreSQL itself ends what is only slow.
      query_timeout: answerWithin + 250,
      // The role may not write anyhow; a role of another's making might.
      options: "-c default_transaction_read_only=on",
    });
    this.#pool.on("error", (err) => log.warn({ err }, "a connection to the police archive broke off"));
  }

  seenBy(principal: Principal | null): SeenArchive {
    return new SeenArchive(this, principal);
  }

  read(text: string, values: readonly unknown[]): Promise<readonly ArchiveRow[]> {
    return this.#send({ text, values });
  }

  /** What is asked over and over by keys that an index gives: the archive plans it once for each connection. */
  lookUp(text: string, values: readonly unknown[]): Promise<readonly ArchiveRow[]> {
    return this.#send({ text, values, name: createHash("sha256").update(text).digest("base64url") });
  }

  async #send(statement: KeptStatement): Promise<readonly ArchiveRow[]> {
    try {
      return await sendOver(this.#pool, statement);
    } catch (error) {
      throw this.#refusalOf(error);
    }
  }

  /** A column that cannot be read as agreed: its keeper hears which, and of codes the code, which is nobody's. */
  tell(table: string, column: string, value: string): void {
    const code = /^[0-9A-Za-z]{1,4}$/.test(value) ? value : undefined;
    const found = `${table}.${column} ${code}`;
    if (this.#told.has(found)) return;
    this.#told.set(found, true);
    this.#log.warn(
      { finding: "ARCHIVE_VALUE_UNKNOWN", table, column, code },
      "the police archive holds a value whose meaning was not agreed; it is read as null",
    );
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  #refusalOf(error: unknown): unknown {
    const { code = "", message = "" } = error as { code?: string; message?: string };
    if (isDatabaseGone(error)) {
      this.#log.warn({ err: error }, "the police archive cannot be reached");
      return refuse("POLICE_ARCHIVE_UNAVAILABLE");
    }
    if (isDatabaseBusy(error) || message === "Query read timeout") {
      return refuse("POLICE_ARCHIVE_SLOW", { milliseconds: answerWithin });
    }
    // A table or column that is gone, of another type, or closed to us.
    if (["42P01", "42703", "42883", "42501"].includes(code)) {
      this.#log.error({ err: error }, "the police archive is not laid out as agreed");
      return refuse("POLICE_ARCHIVE_CHANGED");
    }
    return error;
  }
}

export const openPoliceArchive = async (settings: SourceSettings): Promise<PoliceArchive> =>
  new PoliceArchive(settings);

/** The archive with the eyes of one principal: every statement is kept to the rows within their reach. */
export class SeenArchive {
  readonly #archive: PoliceArchive;
  readonly #principal: Principal | null;

  constructor(archive: PoliceArchive, principal: Principal | null) {
    this.#archive = archive;
    this.#principal = principal;
  }

  async byNumbers<Row>(mapping: Mapping<Row>, numbers: readonly string[]): Promise<Row[]> {
    const statement = new Statement();
    return this.#rows(
      mapping,
      `SELECT ${mapping.selected} FROM ${mapping.table} WHERE ${this.#visible(mapping, statement)}
       AND ${mapping.key} = ANY(${statement.bind(numbers)})`,
      statement,
    );
  }

  /** Of each parent one row, the preferred one where the archive has several. */
  async oneOfEach<Row>(
    mapping: Mapping<Row>,
    parent: keyof Row & string,
    parents: readonly string[],
  ): Promise<Row[]> {
    const statement = new Statement();
    const column = mapping.columnOf(parent);
    return this.#rows(
      mapping,
      `SELECT DISTINCT ON (${column}) ${mapping.selected} FROM ${mapping.table}
       WHERE ${this.#visible(mapping, statement)} AND ${column} = ANY(${statement.bind(parents)})
       ORDER BY ${column}, ${mapping.preferred}, ${mapping.key}`,
      statement,
    );
  }

  /** The same page under each of many parents, in one statement. */
  async pageOfEach<Row>(
    mapping: Mapping<Row>,
    parent: keyof Row & string,
    parents: readonly string[],
    args: PageArgs,
  ): Promise<Map<string, Page<Row>>> {
    const statement = new Statement();
    const rows = await this.#archive.lookUp(
      `SELECT parent.key AS "parent", page.* FROM unnest(${statement.bind(parents)}::text[]) AS parent(key)
       CROSS JOIN LATERAL (${this.#page(mapping, `${mapping.columnOf(parent)} = parent.key`, args, statement)}) AS page`,
      statement.values,
    );
    const grouped = new Map<string, ArchiveRow[]>();
    for (const row of rows) {
      const key = String(row.parent);
      const ofParent = grouped.get(key);
      if (ofParent) ofParent.push(row);
      else grouped.set(key, [row]);
    }
    return new Map([...grouped].map(([key, found]) => [key, this.#toPage(mapping, found, args)]));
  }

  async rentedHouses(division: string, args: PageArgs): Promise<Page<RentedHouse>> {
    const statement = new Statement();
    const condition = within("SQDM", division, (value) => statement.bind(value));
    return this.#onePage(archived.rentedHouses, condition, args, statement);
  }

  async keyPlaces(division: string, args: PageArgs): Promise<Page<KeyPlace>> {
    const statement = new Statement();
    const condition = within("SQDM", division, (value) => statement.bind(value));
    return this.#onePage(archived.keyPlaces, condition, args, statement);
  }

  async policeCalls(filter: PoliceCallFilter, args: PageArgs): Promise<Page<PoliceCall>> {
    const statement = new Statement();
    const conditions = ["true"];
    if (filter.within) conditions.push(within("SQDM", filter.within, (value) => statement.bind(value)));
    if (filter.kind) conditions.push(`JQLB = ANY(${statement.bind(codesOf(callKinds, filter.kind))})`);
    if (filter.from) conditions.push(`BJSJ >= ${statement.bind(archiveTime(filter.from))}`);
    if (filter.until) conditions.push(`BJSJ < ${statement.bind(archiveTime(filter.until))}`);
    return this.#onePage(archived.policeCalls, conditions.join(" AND "), args, statement);
  }

  /** By grid, counted in the archive; a grid out of reach is not in the answer, one without calls has none. */
  async callFigures(grids: readonly string[], year: number): Promise<Map<string, PoliceCallFigure[]>> {
    const statement = new Statement();
    const reach = reachOf(this.#principal, owner, PoliceCallFigure.name);
    const counted = await this.#archive.lookUp(
      `SELECT parent.key AS grid, counted.* FROM unnest(${statement.bind(grids)}::text[]) AS parent(key)
       LEFT JOIN LATERAL (
         SELECT left(BJSJ, 4) || '-' || substr(BJSJ, 5, 2) AS month, known.kind,
                CASE WHEN count(*) >= ${smallestShown} THEN count(*) END AS calls
         FROM T_JQ LEFT JOIN unnest(${statement.bind(Object.keys(callKinds))}::text[],
                                    ${statement.bind(Object.values(callKinds))}::text[]) AS known(code, kind) ON known.code = JQLB
         WHERE WGBH = parent.key AND BJSJ >= ${statement.bind(`${year}0101000000`)}
           AND BJSJ < ${statement.bind(`${year + 1}0101000000`)}
         GROUP BY 1, 2 ORDER BY 1, 2
       ) AS counted ON true
       WHERE ${visible(reach, figureVisibility, (value) => statement.bind(value))}`,
      statement.values,
    );
    const figures = new Map<string, PoliceCallFigure[]>();
    for (const { grid, month, kind, calls } of counted) {
      const ofGrid = figures.get(String(grid)) ?? [];
      figures.set(String(grid), ofGrid);
      if (month === null) continue;
      ofGrid.push(
        Object.assign(new PoliceCallFigure(), { month, kind, calls: calls === null ? null : Number(calls) }),
      );
    }
    return figures;
  }

  async #onePage<Row>(
    mapping: Mapping<Row>,
    condition: string,
    args: PageArgs,
    statement: Statement,
  ): Promise<Page<Row>> {
    const rows = await this.#archive.read(this.#page(mapping, condition, args, statement), statement.values);
    return this.#toPage(mapping, rows, args);
  }

  /** One page by keyset, with the columns of the order as they are kept, for the cursor. */
  #page<Row>(
    mapping: Mapping<Row>,
    condition: string,
    { first, after }: PageArgs,
    statement: Statement,
  ): string {
    if (!Number.isInteger(first) || first < 1 || first > maximumPageSize) {
      throw refuseShared("PAGE_TOO_LARGE", { asked: first, maximum: maximumPageSize });
    }
    const { columns, direction } = mapping.order;
    const past = after
      ? ` AND (${columns.join(", ")}) ${direction === "ASC" ? ">" : "<"} (${readCursor(mapping, after).map((value) => statement.bind(value))})`
      : "";
    const kept = columns.map((column, index) => `${column} AS "order${index}"`);
    return `SELECT ${mapping.selected}, ${kept.join(", ")} FROM ${mapping.table}
      WHERE ${this.#visible(mapping, statement)} AND ${condition}${past}
      ORDER BY ${columns.map((column) => `${column} ${direction}`).join(", ")} LIMIT ${first + 1}`;
  }

  #toPage<Row>(mapping: Mapping<Row>, rows: readonly ArchiveRow[], { first }: PageArgs): Page<Row> {
    const edges = rows
      .slice(0, first)
      .map((row) => ({ cursor: cursorOf(mapping, row), node: this.#row(mapping, row) }));
    return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
  }

  async #rows<Row>(mapping: Mapping<Row>, text: string, { values }: Statement): Promise<Row[]> {
    const rows = await this.#archive.lookUp(text, values);
    return rows.map((row) => this.#row(mapping, row));
  }

  #row<Row>({ type, table, columns }: Mapping<Row>, row: ArchiveRow): Row {
    const read = columns.map(([property, column, conversion]) => {
      const value = row[property];
      const kept = typeof value === "string" ? value.trim() : "";
      const tell = (unknown: string): void => this.#archive.tell(table, column, unknown);
      return [property, conversion(kept, tell)] as const;
    });
    return Object.assign(new type() as object, Object.fromEntries(read)) as Row;
  }

  #visible<Row>({ type, visibility }: Mapping<Row>, statement: Statement): string {
    const reach = reachOf(this.#principal, owner, type.name);
    return visible(reach, visibility, (value) => statement.bind(value));
  }
}

type ArchiveRow = Readonly<Record<string, unknown>>;

/** The values of a statement, as they are bound to it. */
class Statement {
  readonly values: unknown[] = [];

  bind(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** The order's columns of the last row seen, as the archive keeps them. */
const cursorOf = ({ table, order }: Mapping<unknown>, row: ArchiveRow): string =>
  Buffer.from(JSON.stringify([table, ...order.columns.map((_, index) => row[`order${index}`])])).toString(
    "base64url",
  );

function readCursor({ table, order }: Mapping<unknown>, cursor: string): string[] {
  try {
    const [of, ...values] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const texts = values.every((value: unknown) => typeof value === "string" && !value.includes("\0"));
    if (of === table && values.length === order.columns.length && texts) return values;
  } catch {
    // Falls through: whatever is wrong with it, it is not a cursor of ours.
  }
  throw refuseShared("BAD_CURSOR");
}
