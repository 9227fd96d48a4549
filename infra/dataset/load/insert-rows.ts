import type { EntityManager } from "typeorm";
import { chunks } from "./chunks.ts";

/** Rows of a statement: enough that round trips do not count, few enough to hold two lots at once. */
const BATCH = 2_000;

/** Puts into a table what `columnsOf` makes of each row: properties are columns, in camel case, alike in all rows. */
export type InsertRows = <Row extends object>(
  table: string,
  rows: Iterable<Row>,
  columnsOf?: (row: Row) => object,
) => Promise<void>;

/**
 * Inserts by `unnest`, a list for each column: measured a third faster than rows sent as JSON, and without a COPY
 * protocol that `pg` does not speak. Every constraint and trigger is at work, as for a single row.
 */
export function insertRows(transaction: EntityManager, onInserted: (rows: number) => void): InsertRows {
  const statements = new Map<string, Statement>();
  return async (table, rows, columnsOf = (row) => row) => {
    let sent = Promise.resolve();
    try {
      for (const some of chunks(rows, BATCH)) {
        const batch = some.map(columnsOf);
        const properties = Object.keys(batch[0] ?? {});
        const key = `${table} ${properties}`;
        const statement = statements.get(key) ?? (await statementFor(transaction, table, properties));
        statements.set(key, statement);
        const values = statement.columns.map(({ property, type }) =>
          batch.map((row) => textOf((row as Record<string, unknown>)[property], type)),
        );
        await sent;
        sent = transaction.query(statement.text, values).then(() => onInserted(batch.length));
      }
    } finally {
      // While the server works on one batch the next is made.
      await sent;
    }
  };
}

interface Statement {
  readonly text: string;
  readonly columns: readonly { readonly property: string; readonly type: string }[];
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

async function statementFor(
  transaction: EntityManager,
  table: string,
  properties: readonly string[],
): Promise<Statement> {
  const known: { name: string; type: string }[] = await transaction.query(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type
     FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
    [table],
  );
  const typeOf = new Map(known.map(({ name, type }) => [name, type]));
  const columns = properties.map((property) => {
    const name = snakeCase(property);
    const type = typeOf.get(name);
    if (!type) throw new Error(`the table ${table} has no column ${name}`);
    return { property, name, type };
  });
  const names = columns.map(({ name }) => `"${name}"`).join(", ");
  const cast = columns.map(({ name, type }) => `"${name}"::${type}`).join(", ");
  const lists = columns.map((_, index) => `$${index + 1}::text[]`).join(", ");
  return {
    text: `INSERT INTO ${table} (${names}) SELECT ${cast} FROM unnest(${lists}) AS given(${names})`,
    columns,
  };
}

/** As PostgreSQL reads it: nested lists are the one thing `unnest` takes apart too far, so they go in as literals. */
function textOf(value: unknown, type: string): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (type === "jsonb") return JSON.stringify(value);
  if (Array.isArray(value)) return `{${value.map(quoted).join(",")}}`;
  return String(value);
}

const quoted = (element: unknown): string => `"${String(element).replace(/["\\]/g, "\\$&")}"`;
