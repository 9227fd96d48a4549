import {
  type EntityManager,
  type EntityMetadata,
  type ObjectLiteral,
  QueryFailedError,
  type SelectQueryBuilder,
} from "typeorm";
import { type Statement, send } from "./statement.ts";

/**
 * The rows a query finds, as the driver reads them: the properties of the entity class and its prototype, without the
 * identity, relations and change tracking that only writing needs.
 */
export async function rowsOf<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>): Promise<Row[]> {
  const { text, values, metadata } = selecting(query);
  return asRows(await run(query.connection.manager, { text, values }), metadata);
}

const placeholder = 'SELECT 1 AS "columns" FROM';

/** The query's SQL with the columns under the names of their properties. TypeORM would spell each of them out anew. */
export function selecting<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
): { text: string; values: unknown[]; metadata: EntityMetadata } {
  const metadata = query.expressionMap.mainAlias?.metadata;
  if (!metadata) throw new Error("only the rows of an entity can be read");
  const [text, values] = query.select("1", "columns").getQueryAndParameters();
  if (!text.startsWith(placeholder)) throw new Error(`an unexpected query: ${text.slice(0, 80)}`);
  const columns = `SELECT ${columnsOf(metadata, query.alias)} FROM`;
  return { text: columns + text.slice(placeholder.length), values: values as unknown[], metadata };
}

const columnLists = new WeakMap<EntityMetadata, Map<string, string>>();

function columnsOf(metadata: EntityMetadata, alias: string): string {
  const known = columnLists.get(metadata)?.get(alias);
  if (known) return known;
  const columns = metadata.columns
    .filter(({ isSelect }) => isSelect)
    .map(({ databaseName, propertyName, type }) => {
      // The driver would make a day the midnight of wherever this process runs.
      const cast = type === "date" ? "::text" : "";
      return `"${alias}"."${databaseName}"${cast} AS "${propertyName}"`;
    })
    .join(", ");
  const lists = columnLists.get(metadata) ?? new Map<string, string>();
  columnLists.set(metadata, lists.set(alias, columns));
  return columns;
}

/** Gives what the driver read the class of its entity. */
export function asRows<Row extends ObjectLiteral>(
  found: readonly Record<string, unknown>[],
  { target, columns, connection }: EntityMetadata,
): Row[] {
  const { prototype } = target as new () => Row;
  const transformed = columns.filter(({ transformer }) => transformer);
  for (const row of found) {
    Object.setPrototypeOf(row, prototype);
    for (const column of transformed) {
      row[column.propertyName] = connection.driver.prepareHydratedValue(row[column.propertyName], column);
    }
  }
  return found as unknown as Row[];
}

/** Sends it, in the manager's transaction where there is one. Fails as TypeORM's own queries fail. */
export async function run(
  { connection, queryRunner }: EntityManager,
  statement: Statement,
): Promise<Record<string, unknown>[]> {
  const { text, values } = statement;
  if (queryRunner) return queryRunner.query(text, [...values]);
  connection.logger.logQuery(text, [...values]);
  try {
    return await send(connection, statement);
  } catch (error) {
    connection.logger.logQueryError(error as Error, text, [...values]);
    throw new QueryFailedError(text, [...values], error as Error);
  }
}
