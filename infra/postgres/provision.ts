import { type Client, DatabaseError, escapeIdentifier, escapeLiteral } from "pg";
import { StartupError } from "../startup-error.ts";
import { connect } from "./connect.ts";
import { rolePassword, scramVerifier } from "./role-password.ts";

/** Held while roles and databases are made; any number will do that no other program on the server uses. */
const PROVISIONING_LOCK = 430_105_110_117;

const EXTENSIONS = ["pg_trgm", "btree_gist"];

/**
 * What a role's sessions start with: no statement, lock or forgotten transaction may hold up the others for long.
 * Migrations and the dataset loader lift the limits for their own session.
 */
const SESSION_DEFAULTS = {
  statement_timeout: "30s",
  lock_timeout: "5s",
  idle_in_transaction_session_timeout: "60s",
  timezone: "UTC",
};

const usualPrefix = "whistlegraph";

/** What a subgraph's role is called, and its database. */
export const roleOf = (subgraph: string, prefix = usualPrefix): string =>
  `${prefix}_${subgraph.replaceAll("-", "_")}`;

export interface Provisioning {
  /** What the names of roles and databases begin with where no URL says otherwise. */
  readonly prefix?: string;
  /** URLs by subgraph whose role, password and database are to be made as they say. */
  readonly given?: ReadonlyMap<string, string>;
}

/**
 * Gives each subgraph a login role and a database of its own that no other role may enter, and returns each one's
 * URL. Safe to repeat, and when two starters do it at once. The administrator needs CREATEROLE and CREATEDB, not
 * superuser, on any PostgreSQL from version 15.
 */
export async function provision(
  adminUrl: string,
  names: readonly string[],
  { prefix = usualPrefix, given = new Map() }: Provisioning = {},
): Promise<Record<string, string>> {
  const accounts = names.map((name) => {
    const url = given.get(name) ?? derivedUrl(adminUrl, roleOf(name, prefix));
    return { name, url, ...accountOf(url) };
  });
  refuseSharing(accountOf(adminUrl), accounts);

  const admin = await connect(adminUrl);
  try {
    const server = await checkServer(admin);
    await admin.query("SELECT pg_advisory_lock($1)", [PROVISIONING_LOCK]);
    for (const { url, role, password, database } of accounts) {
      await makeRole(admin, role, password, server);
      await makeDatabase(admin, database, role, server);
      await makeExtensions(url);
    }
    return Object.fromEntries(accounts.map(({ name, url }) => [name, url]));
  } finally {
    // Ending the session frees the lock.
    await admin.end();
  }
}

interface Account {
  readonly role: string;
  readonly password: string;
  readonly database: string;
}

function accountOf(url: string): Account {
  const { username, password, pathname } = new URL(url);
  return {
    role: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  };
}

/** One role in two databases, or the administrator's own, would let one department into another's data. */
function refuseSharing(admin: Account, subgraphs: readonly (Account & { readonly url: string })[]): void {
  for (const { url, role, password, database } of subgraphs) {
    if (role && password && database) continue;
    const { host } = new URL(url);
    throw new StartupError(`A database URL at ${host} does not say all of user, password and database.`);
  }
  const accounts = [admin, ...subgraphs];
  for (const [index, { role, database }] of accounts.entries()) {
    const other = accounts.slice(index + 1).find((each) => each.role === role || each.database === database);
    if (!other) continue;
    const shared = other.role === role ? `user ${role}` : `database ${database}`;
    throw new StartupError(`Two database URLs name the ${shared}: each subgraph needs its own.`);
  }
}

interface Server {
  superuser: boolean;
  /** How the server's own locale classifies characters. */
  ctype: string;
  version: number;
}

async function checkServer(admin: Client): Promise<Server> {
  const { rows } = await admin.query<Server & { release: string; role: string; allowed: boolean }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS release,
            rolname AS role, rolsuper AS superuser, rolsuper OR (rolcreaterole AND rolcreatedb) AS allowed,
            (SELECT datctype FROM pg_database WHERE datname = 'template0') AS ctype
       FROM pg_roles WHERE rolname = current_user`,
  );
  const [server] = rows;
  if (!server) throw new Error("the current user is not in pg_roles");
  if (server.version < 150_000) {
    throw new StartupError(
      `PostgreSQL 15 or later is needed; the server of DATABASE_URL is ${server.release}.`,
    );
  }
  if (!server.allowed) {
    throw new StartupError(
      `The user ${server.role} of DATABASE_URL needs the attributes CREATEROLE and CREATEDB.`,
    );
  }
  return server;
}

async function makeRole(admin: Client, role: string, password: string, { superuser }: Server): Promise<void> {
  const name = escapeIdentifier(role);
  const { rowCount } = await admin.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
  const statements = [
    ...(rowCount ? [] : [`CREATE ROLE ${name}`]),
    `ALTER ROLE ${name} LOGIN NOCREATEDB NOCREATEROLE PASSWORD ${escapeLiteral(scramVerifier(password, role))}`,
    ...Object.entries(SESSION_DEFAULTS).map(
      ([setting, value]) => `ALTER ROLE ${name} SET ${setting} = '${value}'`,
    ),
    // Only a member of the role may make a database that belongs to it.
    ...(superuser ? [] : [`GRANT ${name} TO CURRENT_USER`]),
  ];
  await admin.query(statements.join(";"));
}

async function makeDatabase(
  admin: Client,
  database: string,
  role: string,
  { ctype, version }: Server,
): Promise<void> {
  const name = escapeIdentifier(database);
  const { rows } = await admin.query<{ owner: string }>(
    "SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = $1",
    [database],
  );
  if (rows[0] && rows[0].owner !== role) {
    throw new StartupError(
      `The database ${database} belongs to ${rows[0].owner}, not to us: rename it or use another server.`,
    );
  }
  if (!rows[0]) {
    // Order is by code point, the same on every server. What is a letter must be read as UTF-8: where the server's
    // own locale is the plain C one, pg_trgm finds nothing in Chinese text.
    const order =
      version >= 170_000 ? "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'" : "LOCALE_PROVIDER libc";
    const letters = /utf-?8$/i.test(ctype) ? ctype : "C.UTF-8";
    await admin.query(
      `CREATE DATABASE ${name} OWNER ${escapeIdentifier(role)} TEMPLATE template0 ENCODING 'UTF8'
       ${order} LC_COLLATE 'C' LC_CTYPE ${escapeLiteral(letters)}`,
    );
  }
  await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
}

/** As the role itself, which owns the database: both extensions are trusted ones, and the URL is proved to work. */
async function makeExtensions(url: string): Promise<void> {
  const owner = await connect(url);
  try {
    await owner.query(EXTENSIONS.map((name) => `CREATE EXTENSION IF NOT EXISTS ${name}`).join(";"));
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new StartupError(`The extensions ${EXTENSIONS.join(" and ")} are needed: ${error.message}`, {
      cause: error,
    });
  } finally {
    await owner.end();
  }
}

/** The role's URL on the administrator's server, its password derived from the administrator's. */
export function derivedUrl(adminUrl: string, role: string, database = role): string {
  const url = new URL(adminUrl);
  const adminPassword = decodeURIComponent(url.password);
  if (adminPassword === "") {
    throw new StartupError("DATABASE_URL holds no password: the roles' passwords are derived from it.");
  }
  url.username = encodeURIComponent(role);
  url.password = rolePassword(adminPassword, role);
  url.pathname = encodeURIComponent(database);
  return url.href;
}
