import { ArgsType, type ClassType, Field, Int, ObjectType } from "type-graphql";
import { type ObjectLiteral, QueryFailedError, type SelectQueryBuilder } from "typeorm";
import type { ColumnsRead } from "./columns-read.ts";
import { refuse } from "./errors.ts";
import {
  type Build,
  byParent,
  type LookedUpIn,
  prepared,
  preparedEach,
  type Seen,
  underEach,
  type Values,
} from "./look-up.ts";
import { asRows, rowsOf, run, selecting } from "./rows.ts";
import { Cost, GrantedWith, grantedOptionsOf, Public, Shareable } from "./schema-directives.ts";

/** No list answers more than this many rows at once; ask for the next page with the cursor. */
export const maximumPageSize = 100;

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: `Rows a page, 1 to ${maximumPageSize} (每页行数)` })
  first: number;

  @Field(() => String, {
    nullable: true,
    description: "The cursor of the last row already seen; absent for the first page (上一页末行的游标)",
  })
  after?: string;
}

@ObjectType({ description: "Where a page ends and whether more follows (分页信息)" })
@Public()
@Shareable()
export class PageInfo {
  @Field(() => Boolean, { description: "More rows follow this page (是否还有下一页)" })
  hasNextPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Pass it as `after` for the next page; null when the page is empty (本页末行游标)",
  })
  endCursor: string | null;
}

export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
  /** How many rows the list has in all. Counted when it is asked for, and of lists that say so. */
  readonly totalCount?: () => Promise<number>;
}

export const emptyPage = <Node>(): Page<Node> => ({
  edges: [],
  pageInfo: { hasNextPage: false, endCursor: null },
});

interface ConnectionOptions {
  readonly public?: boolean;
  /** Its pages tell how many rows the list has in all: of what `countedPage` and its like bring. */
  readonly counted?: boolean;
}

/** A hundred thousand rows are counted in the time in which some hundred are read. */
const countingCost = 100;

/**
 * The Relay connection and edge types of a node class, called `<Node>Connection` and `<Node>Edge`.
 * A connection is as public as its node, and as closed.
 */
export function connectionOf<Node extends object>(node: ClassType<Node>, options: ConnectionOptions = {}) {
  const granted = grantedOptionsOf(node);
  const mark = options.public ? Public() : granted ? GrantedWith(node.name, granted) : () => undefined;

  @ObjectType(`${node.name}Edge`, { description: `One ${node.name} in a page, with its cursor (列表项)` })
  @(mark as ClassDecorator)
  class Edge {
    @Field(() => String, {
      description: "Position of this row in the list, stable while the order is the same (游标)",
    })
    cursor: string;

    @Field(() => node, { description: `The ${node.name} itself (本行)` })
    node: Node;
  }

  @ObjectType(`${node.name}Connection`, { description: `A page of ${node.name} rows (分页列表)` })
  @(mark as ClassDecorator)
  class Connection {
    @Field(() => [Edge], { description: "The rows of this page, in order (本页各行)" })
    edges: Edge[];

    @Field(() => PageInfo, { description: "Whether and how to go on (分页信息)" })
    pageInfo: PageInfo;
  }
  if (options.counted) {
    const totalCount = [Connection.prototype, "totalCount"] as const;
    Field(() => Int, {
      nullable: true,
      description:
        "How many rows the list has in all that you may see, whatever the page; null of a list that is not counted, such as a ranked search (总条数)",
    })(...totalCount);
    Cost(countingCost)(...totalCount);
  }
  return Connection;
}

/**
 * A total order: the columns by which rows are sorted, all in one direction; none may be null and the last ones
 * together must be unique, so that a cursor names exactly one place. Timestamps are kept to the millisecond
 * (`timestamptz(3)`), as a JavaScript Date cannot carry more back.
 */
export interface Order<Row> {
  readonly name: string;
  readonly direction: "ASC" | "DESC";
  readonly columns: readonly (keyof Row & string)[];
}

/** One page by keyset: cost does not grow with the depth of the page, and rows added meanwhile shift nothing. */
export async function page<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  order: Order<Row>,
  args: PageArgs,
  columns?: ColumnsRead,
): Promise<Page<Row>> {
  const asked = keyset(query, order, askedBy(args)).setParameters(cursorValues(order, args));
  return toPage(await readable(args, rowsOf(asked, columns)), order, args);
}

type PageOf<Row> = [order: Order<Row>, args: PageArgs, columns?: ColumnsRead | undefined];

/** The same page, and how many rows there are in all: that takes a statement of its own, sent where it is asked for. */
export async function countedPage<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  ...asked: PageOf<Row>
): Promise<Page<Row>> {
  const all = query.clone();
  return { ...(await page(query, ...asked)), totalCount: once(() => rowCount(all)) };
}

/**
 * The same page under each of many parents, in one query. `query` restricts to its parent by comparing a column with
 * the bare SQL name `parent.key`.
 */
export async function pageEach<Row extends ObjectLiteral>(
  parents: readonly string[],
  query: SelectQueryBuilder<Row>,
  order: Order<Row>,
  args: PageArgs,
  columns?: ColumnsRead,
): Promise<Map<string, Page<Row>>> {
  const asked = keyset(query, order, askedBy(args)).setParameters(cursorValues(order, args));
  const selected = underEach(selecting(asked, columns), parents);
  const found = await readable(args, run(query.connection.manager, selected));
  return pagesOf(asRows<Row>(found, selected, columns), order, args);
}

/** The same under each of many parents: all are counted in one statement, sent where the first of them is asked for. */
export async function countedPageEach<Row extends ObjectLiteral>(
  parents: readonly string[],
  query: SelectQueryBuilder<Row>,
  ...asked: PageOf<Row>
): Promise<Map<string, Page<Row>>> {
  const all = query.clone();
  const pages = await pageEach(parents, query, ...asked);
  const counts = once(() => rowCountEach(parents, all));
  return new Map(
    parents.map((key) => {
      const totalCount = async () => (await counts()).get(key) ?? 0;
      return [key, { ...(pages.get(key) ?? emptyPage<Row>()), totalCount }];
    }),
  );
}

function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => {
    asked ??= ask();
    return asked;
  };
}

const counting = <Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>) => {
  const [text, values] = query.select("count(*)::int", "total").getQueryAndParameters();
  return { text, values: values as unknown[] };
};

async function rowCount<Row extends ObjectLiteral>(query: SelectQueryBuilder<Row>): Promise<number> {
  const [counted] = await run<{ total: number }>(query.connection.manager, counting(query));
  return counted?.total ?? 0;
}

async function rowCountEach<Row extends ObjectLiteral>(
  parents: readonly string[],
  query: SelectQueryBuilder<Row>,
): Promise<Map<string, number>> {
  const counted = await run<{ total: number }>(query.connection.manager, underEach(counting(query), parents));
  return new Map([...byParent(counted)].map(([key, [row]]) => [key, row?.total ?? 0]));
}

/** A page of rows that were found, and brought into their order, already: for orders no index gives. */
export function pageOfSorted<Row extends object>(
  rows: readonly Row[],
  order: Order<Row>,
  args: PageArgs,
): Page<Row> {
  requirePageSize(args.first);
  const seen = args.after ? readCursor(args.after, order) : undefined;
  const sign = order.direction === "ASC" ? 1 : -1;
  const isPast = (row: Row): boolean => {
    for (const [index, column] of order.columns.entries()) {
      const value = comparable(row[column]);
      const last = seen?.[index] as string | number;
      if (value !== last) return (value > last ? 1 : -1) === sign;
    }
    return false;
  };
  return toPage(seen ? rows.filter(isPast) : rows, order, args);
}

/** A value as cursors have it: instants as text, which is in order as they are. */
const comparable = (value: unknown): string | number =>
  value instanceof Date ? value.toISOString() : (value as string | number);

/** A page that is looked up over and over, as by `lookUp`: for lists that one index gives in their order. */
export function lookUpPage<Row extends ObjectLiteral, Sight = undefined>(
  entity: new () => Row,
  alias: string,
  order: Order<Row>,
  build: Build<Row, Sight>,
): (where: LookedUpIn, args: PageArgs, values: Values, ...sight: Seen<Sight>) => Promise<Page<Row>> {
  const rows = prepared(entity, alias, (query, { sight, ...asked }: PageSight<Sight>) =>
    keyset(build(query, sight), order, asked),
  );
  return async (where, args, values, ...[sight]) => {
    const brought = { ...values, ...cursorValues(order, args) };
    const found = rows(where, brought, { sight: sight as Sight, ...askedBy(args) });
    return toPage(await readable(args, found), order, args);
  };
}

/** The same page under each of many parents, looked up over and over: for lists that few rows belong to. */
export function lookUpPageEach<Row extends ObjectLiteral, Sight = undefined>(
  entity: new () => Row,
  alias: string,
  order: Order<Row>,
  build: Build<Row, Sight>,
): (
  where: LookedUpIn,
  parents: readonly string[],
  args: PageArgs,
  values: Values,
  ...sight: Seen<Sight>
) => Promise<Map<string, Page<Row>>> {
  const rows = preparedEach(entity, alias, (query, { sight, ...asked }: PageSight<Sight>) =>
    keyset(build(query, sight), order, asked),
  );
  return async (where, parents, args, values, ...[sight]) => {
    const brought = { ...values, ...cursorValues(order, args) };
    const found = rows(where, parents, brought, { sight: sight as Sight, ...askedBy(args) });
    return pagesOf(await readable(args, found), order, args);
  };
}

/** A cursor of ours always fits its columns: what PostgreSQL cannot read as their values (class 22) was made up. */
const readable = <Rows>({ after }: PageArgs, rows: Promise<Rows>): Promise<Rows> =>
  rows.catch((error: unknown) => {
    const unreadable = error instanceof QueryFailedError && /^22/.test(error.driverError.code ?? "");
    throw after && unreadable ? refuse("BAD_CURSOR") : error;
  });

/** What of its arguments a page's SQL is made from: all but where the page before ended. */
interface PageAsked {
  readonly first: number;
  readonly goesOn: boolean;
}

interface PageSight<Sight> extends PageAsked {
  readonly sight: Sight;
}

const askedBy = ({ first, after }: PageArgs): PageAsked => ({ first, goesOn: Boolean(after) });

function requirePageSize(first: number): void {
  if (Number.isInteger(first) && first >= 1 && first <= maximumPageSize) return;
  throw refuse("PAGE_TOO_LARGE", { asked: first, maximum: maximumPageSize });
}

function keyset<Row extends ObjectLiteral>(
  query: SelectQueryBuilder<Row>,
  order: Order<Row>,
  { first, goesOn }: PageAsked,
): SelectQueryBuilder<Row> {
  requirePageSize(first);
  const columns = order.columns.map((column) => `${query.alias}.${column}`);
  if (goesOn) {
    const past = order.direction === "ASC" ? ">" : "<";
    const cursor = order.columns.map((_, index) => `:cursor${index}`);
    query.andWhere(`(${columns.join(", ")}) ${past} (${cursor.join(", ")})`);
  }
  for (const column of columns) query.addOrderBy(column, order.direction);
  return query.limit(first + 1);
}

/** Where the page before ended, by the names under which `keyset` compares with it. */
const cursorValues = <Row>(order: Order<Row>, { after }: PageArgs): Values =>
  after ? Object.fromEntries(readCursor(after, order).map((value, index) => [`cursor${index}`, value])) : {};

const pagesOf = <Row extends ObjectLiteral>(
  rows: readonly Row[],
  order: Order<Row>,
  args: PageArgs,
): Map<string, Page<Row>> =>
  new Map([...byParent(rows)].map(([key, found]) => [key, toPage(found, order, args)]));

function toPage<Row extends object>(rows: readonly Row[], order: Order<Row>, { first }: PageArgs): Page<Row> {
  const edges = rows.slice(0, first).map((node) => ({ cursor: cursorOf(node, order), node }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

const cursorOf = <Row>(row: Row, order: Order<Row>): string =>
  Buffer.from(JSON.stringify([order.name, ...order.columns.map((column) => row[column])])).toString(
    "base64url",
  );

function readCursor<Row>(cursor: string, order: Order<Row>): unknown[] {
  try {
    const [name, ...values] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const scalars = values.every((value: unknown) => typeof value === "string" || typeof value === "number");
    if (name === order.name && values.length === order.columns.length && scalars) return values;
  } catch {
    // Falls through: whatever is wrong with it, it is not a cursor of ours.
  }
  throw refuse("BAD_CURSOR");
}
