import {
  type EntityManager,
  type EntityMetadata,
  type ObjectLiteral,
  QueryFailedError,
  type SelectQueryBuilder,
} from "typeorm";
import { type Columns, type ColumnsRead, prototypeOf } from "./columns-read.ts";
import { type Statement, send } from "./statement.ts";

/**
 * The rows a query finds, as the driver reads them: the properties of the entity class and its prototype, without the
 * identity, relations and change tracking that only writing needs.
 */
export async function rowsOf<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  columns?: ColumnsRead,
): Promise<Row[]> {
  const selected = selecting(query, columns);
  return asRows(await run(query.connection.manager, selected), selected, columns);
}

/** A statement, and what its rows are made of. */
export interface Selected extends Statement {
  readonly entity: EntityMetadata;
  /** Of the entity's columns those that are read; all where it is undefined. */
  readonly columns: Columns | undefined;
}

const placeholder = 'SELECT 1 AS "columns" FROM';

/** The query's SQL with the columns under the names of their properties. TypeORM would spell each of them out anew. */
export function selecting<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  read?: ColumnsRead,
): Selected {
  const entity = query.expressionMap.mainAlias?.metadata;
  if (!entity) throw new Error("only the rows of an entity can be read");
  const columns = read?.of(entity);
  const [text, values] = query.select("1", "columns").getQueryAndParameters();
  if (!text.startsWith(placeholder)) throw new Error(`an unexpected query: ${text.slice(0, 80)}`);
  const selection = `SELECT ${selectionOf(entity, query.alias, columns)} FROM`;
  return {
    text: selection + text.slice(placeholder.length),
    values: values as unknown[],
    entity,
    columns,
  };
}

const selections = new WeakMap<EntityMetadata, Map<string, string>>();

function selectionOf(entity: EntityMetadata, alias: string, columns: Columns | undefined): string {
  const key = `${alias} ${columns?.key ?? "*"}`;
  const known = selections.get(entity) ?? new Map<string, string>();
  selections.set(entity, known);
  let selection = known.get(key);
  if (selection === undefined) {
    selection = entity.columns
      .filter(({ isSelect, propertyName }) => isSelect && (!columns || columns.names.has(propertyName)))
      .map(({ databaseName, propertyName, type }) => {
        // The driver would make a day the midnight of wherever this process runs.
        const cast = type === "date" ? "::text" : "";
        return `"${alias}"."${databaseName}"${cast} AS "${propertyName}"`;
      })
      .join(", ");
    known.set(key, selection);
  }
  return selection;
}

/** Gives what the driver read the class of its entity. */
export function asRows<Row extends ObjectLiteral>(
  found: readonly Record<string, unknown>[],
  { entity, columns }: Pick<Selected, "entity" | "columns">,
  read?: ColumnsRead,
): Row[] {
  const prototype = prototypeOf(entity, columns);
  const { driver } = entity.connection;
  const transformed = entity.columns.filter(
    ({ transformer, propertyName }) => transformer && (!columns || columns.names.has(propertyName)),
  );
  for (const row of found) {
    Object.setPrototypeOf(row, prototype);
    for (const column of transformed) {
      row[column.propertyName] = driver.prepareHydratedValue(row[column.propertyName], column);
    }
  }
  // Their class was set, which no type tells.
  const rows = found as readonly ObjectLiteral[] as Row[];
  return read && !columns ? read.noting(rows, entity) : rows;
}

/**
 * Sends it, in the manager's transaction where there is one. Fails as TypeORM's own queries fail. That `Row` is what it
 * selects, the statement's author answers for.
 */
export async function run<Row extends object = Record<string, unknown>>(
  { connection, queryRunner }: EntityManager,
  statement: Statement,
): Promise<Row[]> {
  const { text, values } = statement;
  if (queryRunner) return queryRunner.query(text, [...values]);
  connection.logger.logQuery(text, [...values]);
  try {
    return (await send(connection, statement)) as Row[];
  } catch (error) {
    connection.logger.logQueryError(error as Error, text, [...values]);
    throw new QueryFailedError(text, [...values], error as Error);
  }
}
