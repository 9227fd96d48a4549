import { Pool } from "pg";
import { pino } from "pino";
import type { DataSource } from "typeorm";
import { namedPost } from "../../../infra/issuer/named-posts.ts";
import { departments } from "../../../subgraphs/departments/departments.subgraph.ts";
import { grids } from "../../../subgraphs/grids/grids.subgraph.ts";
import type { Principal } from "../../../subgraphs/shared/principal.ts";
import {
  openSubgraph,
  type RunningSubgraph,
  type SubgraphDefinition,
} from "../../../subgraphs/shared/subgraph.ts";
import { tickets } from "../../../subgraphs/tickets/tickets.subgraph.ts";
import type { CaseDatabases } from "../case/case-databases.ts";
import type { Work } from "./rounds.ts";

/** What is asked of a subgraph with a database, and how it would be answered by hand. */
interface HotList {
  readonly title: string;
  readonly subgraph: SubgraphDefinition<unknown>;
  readonly operation: string;
  readonly variables: (database: Pool) => Promise<Record<string, unknown>>;
  /** Only the columns that are shown, in a statement prepared once. */
  readonly sql: string;
  readonly parameters: (variables: Record<string, unknown>) => unknown[];
  readonly answer: (rows: readonly Record<string, unknown>[], at: Date) => unknown;
}

const representationsOf =
  (typename: string, key: string, sql: string): HotList["variables"] =>
  async (database) => {
    const { rows } = await database.query<Record<string, string>>(sql);
    return { representations: rows.map((row) => ({ __typename: typename, [key]: row.key })) };
  };

const keysIn = ({ representations }: Record<string, unknown>): string[] =>
  (representations as Record<string, string>[]).map(({ number, code }) => number ?? code ?? "");

const entities = (type: string, fields: string): string =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${type} { ${fields} } } }`;

/** In the order they were asked for, as `_entities` must be. */
const inOrder = (
  rows: readonly Record<string, unknown>[],
  pick: (row: Record<string, unknown>) => object,
) => ({
  _entities: rows.map(pick),
});

const ticketOverdue = (row: Record<string, unknown>, at: Date): boolean =>
  row.feedback_at === null &&
  (row.due_at as Date) <= at &&
  !["REJECTED", "MERGED"].includes(String(row.state));

const hotLists: readonly HotList[] = [
  {
    title: "list of 100 tickets × 5 fields",
    subgraph: tickets,
    operation: `query ($division: DivisionCode!) {
      tickets(first: 100, filter: { division: $division }) { edges { node { number state urgency dueAt overdue } } } }`,
    variables: async () => ({ division: "430105" }),
    sql: `SELECT number, state, urgency, due_at, feedback_at, received_at FROM ticket
      WHERE district_code = '430105' AND division_code >= $1 AND division_code < $2
      ORDER BY received_at DESC, number DESC LIMIT 101`,
    parameters: ({ division }) => [division, `${division}:`],
    answer: (rows, at) => ({
      tickets: {
        edges: rows.slice(0, 100).map((row) => ({
          node: {
            number: row.number,
            state: row.state,
            urgency: row.urgency,
            dueAt: row.due_at,
            overdue: ticketOverdue(row, at),
          },
        })),
      },
    }),
  },
  {
    title: "1,000 tickets × 5 fields by reference",
    subgraph: tickets,
    operation: entities("Ticket", "number state urgency dueAt overdue"),
    variables: representationsOf(
      "Ticket",
      "number",
      "SELECT number AS key FROM ticket WHERE district_code = '430105' ORDER BY number LIMIT 1000",
    ),
    sql: `SELECT number, state, urgency, due_at, feedback_at FROM ticket
      WHERE district_code = '430105' AND number = ANY($1) ORDER BY number`,
    parameters: (variables) => [keysIn(variables)],
    answer: (rows, at) =>
      inOrder(rows, (row) => ({
        number: row.number,
        state: row.state,
        urgency: row.urgency,
        dueAt: row.due_at,
        overdue: ticketOverdue(row, at),
      })),
  },
  {
    title: "all grids × 5 fields by reference",
    subgraph: grids,
    operation: entities("Grid", "code name kind validFrom validTo"),
    variables: representationsOf("Grid", "code", "SELECT code AS key FROM grid ORDER BY code LIMIT 1000"),
    sql: `SELECT code, name, kind, valid_from::text, valid_to::text FROM grid
      WHERE code = ANY($1) ORDER BY code`,
    parameters: (variables) => [keysIn(variables)],
    answer: (rows) =>
      inOrder(rows, (row) => ({
        code: row.code,
        name: row.name,
        kind: row.kind,
        validFrom: row.valid_from,
        validTo: row.valid_to,
      })),
  },
  {
    title: "all units × 5 fields by reference",
    subgraph: departments,
    operation: entities("Unit", "code name secondName kind level"),
    variables: representationsOf("Unit", "code", "SELECT code AS key FROM unit ORDER BY code LIMIT 1000"),
    sql: "SELECT code, name, second_name, kind, level FROM unit WHERE code = ANY($1) ORDER BY code",
    parameters: (variables) => [keysIn(variables)],
    answer: (rows) =>
      inOrder(rows, (row) => ({
        code: row.code,
        name: row.name,
        secondName: row.second_name,
        kind: row.kind,
        level: row.level,
      })),
  },
];

export interface HotLists {
  readonly works: readonly Work[];
  close(): Promise<void>;
}

/** Each list by hand and by us, and how far we come with less: the same SQL alone, and no JSON at the end. */
export async function openHotLists({ urls }: CaseDatabases): Promise<HotLists> {
  const holder = namedPost("kaifu-dispatcher");
  if (!holder) throw new Error("the dispatcher is no named post any more");
  const principal: Principal = { ...holder, scopes: [] };
  const at = new Date();
  const running = new Map<string, RunningSubgraph>();
  const pools = new Map<string, Pool>();
  const works: Work[] = [];

  for (const { title, subgraph, operation, variables: read, sql, parameters, answer } of hotLists) {
    const { name } = subgraph;
    const databaseUrl = urls.get(name) ?? "";
    const pool = pools.get(name) ?? new Pool({ connectionString: databaseUrl, max: 1 });
    pools.set(name, pool);
    pool.on("error", () => undefined);
    const ours =
      running.get(name) ??
      (await openSubgraph(subgraph, {
        databaseUrl,
        graph: () => Promise.reject(new Error("nothing asks the graph here")),
        clock: () => at,
        log: pino({ level: "error" }, pino.destination(2)),
      }));
    running.set(name, ours);
    const variables = await read(pool);
    const execute = () => ours.execute({ query: operation, variables }, { principal, at });
    // Once before, so that they ask for no more columns than they will.
    await execute();
    const statements = await statementsWith(ours.database, execute);
    works.push({
      title,
      candidates: [
        {
          name: "by hand",
          tone: "limit",
          answer: async () => {
            const { rows } = await pool.query({ name: title, text: sql, values: parameters(variables) });
            return JSON.stringify({ data: answer(rows, at) });
          },
        },
        { name: "ours", tone: "ours", answer: async () => JSON.stringify(await execute()) },
        { name: "  of it, without writing JSON", tone: "ours", answer: execute, partial: true },
        {
          name: "  of it, the SQL through pg alone",
          tone: "ours",
          answer: async () => {
            for (const [index, statement] of statements.entries()) {
              await pool.query({ name: `${title} ${index}`, ...statement });
            }
          },
          partial: true,
        },
      ],
    });
  }
  return {
    works,
    async close() {
      for (const subgraph of running.values()) await subgraph.close();
      for (const pool of pools.values()) await pool.end();
    },
  };
}

interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** What a piece of work asks of the database. */
async function statementsWith(database: DataSource, work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const before = database.logger;
  const silent = () => undefined;
  database.logger = {
    logQuery: (text, values) => statements.push({ text, values: Array.isArray(values) ? values : [] }),
    logQueryError: silent,
    logQuerySlow: silent,
    logSchemaBuild: silent,
    logMigration: silent,
    log: silent,
  };
  try {
    await work();
  } finally {
    database.logger = before;
  }
  return statements;
}
