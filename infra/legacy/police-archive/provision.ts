import { readFileSync } from "node:fs";
import { escapeIdentifier, escapeLiteral } from "pg";
import { connect } from "../../postgres/connect.ts";
import { provision } from "../../postgres/provision.ts";
import { rolePassword, scramVerifier } from "../../postgres/role-password.ts";

const schema = readFileSync(new URL("schema.sql", import.meta.url), "utf8");

/** What is open to the graph. Of a call neither what was said nor who went: the summary is written to be passed on. */
const readable: Readonly<Record<string, string>> = {
  T_HJ_RK: "*",
  T_CZW: "*",
  T_LDRK: "*",
  T_JQ: "JQBH, BJSJ, JQLB, JQGY, BJRXM, BJRDH, BJRTYSFBS, FADD, CLJG, JASJ, GLGDH, TYSHXYDM, SSPCS, SQDM, WGBH",
  T_ZDBW: "*",
};

/** Held while the reader's role is made, so that two starters do not make it at once. */
const READER_LOCK = 430_105_110;

/** Short limits: the archive serves the police first. */
const READER_DEFAULTS = {
  default_transaction_read_only: "on",
  statement_timeout: "5s",
  lock_timeout: "1s",
  idle_in_transaction_session_timeout: "10s",
  timezone: "UTC",
};

export interface ArchiveUrls {
  /** The archive's own: it fills the tables. */
  readonly owner: string;
  /** What the subgraph gets: reads the columns that are open to it, and nothing else. */
  readonly reader: string;
}

/**
 * The police archive on the administrator's server: its database, its tables, the role they belong to, and the role that
 * only reads. Safe to repeat. In earnest the archive is there already, and only the reader is made, by its keeper.
 */
export async function provisionPoliceArchive(
  adminUrl: string,
  { prefix = "whistlegraph" }: { readonly prefix?: string } = {},
): Promise<ArchiveUrls> {
  const { "police-archive": owner = "" } = await provision(adminUrl, ["police-archive"], { prefix });
  const reader = readerUrl(adminUrl, owner);
  await makeReader(adminUrl, reader);
  const archive = await connect(owner);
  try {
    await archive.query(`BEGIN; ${schema}; ${grantsTo(reader)}; COMMIT`);
  } finally {
    await archive.end();
  }
  return { owner, reader };
}

function readerUrl(adminUrl: string, ownerUrl: string): string {
  const url = new URL(ownerUrl);
  const role = `${decodeURIComponent(url.username)}_reader`;
  url.username = encodeURIComponent(role);
  url.password = rolePassword(decodeURIComponent(new URL(adminUrl).password), role);
  return url.href;
}

async function makeReader(adminUrl: string, readerUrl: string): Promise<void> {
  const { username, password, pathname } = new URL(readerUrl);
  const name = decodeURIComponent(username);
  const role = escapeIdentifier(name);
  const admin = await connect(adminUrl);
  try {
    await admin.query("SELECT pg_advisory_lock($1)", [READER_LOCK]);
    const { rowCount } = await admin.query("SELECT FROM pg_roles WHERE rolname = $1", [name]);
    const verifier = escapeLiteral(scramVerifier(decodeURIComponent(password), name));
    await admin.query(
      [
        ...(rowCount ? [] : [`CREATE ROLE ${role}`]),
        `ALTER ROLE ${role} LOGIN NOCREATEDB NOCREATEROLE CONNECTION LIMIT 16 PASSWORD ${verifier}`,
        ...Object.entries(READER_DEFAULTS).map(
          ([setting, value]) => `ALTER ROLE ${role} SET ${setting} = '${value}'`,
        ),
        `GRANT CONNECT ON DATABASE ${escapeIdentifier(decodeURIComponent(pathname.slice(1)))} TO ${role}`,
      ].join(";"),
    );
  } finally {
    await admin.end();
  }
}

function grantsTo(readerUrl: string): string {
  const role = escapeIdentifier(decodeURIComponent(new URL(readerUrl).username));
  const grants = Object.entries(readable).map(([table, columns]) =>
    columns === "*"
      ? `GRANT SELECT ON ${table} TO ${role}`
      : `GRANT SELECT (${columns}) ON ${table} TO ${role}`,
  );
  return [`GRANT USAGE ON SCHEMA public TO ${role}`, ...grants].join(";");
}
