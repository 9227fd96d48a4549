import { readFileSync } from "node:fs";
import { escapeIdentifier, escapeLiteral } from "pg";
import { connect } from "../../postgres/connect.ts";
import { derivedUrl, provision } from "../../postgres/provision.ts";
import { scramVerifier } from "../../postgres/role-password.ts";

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

interface ArchiveNames {
  /** What the names of roles and database begin with where no URL says otherwise. */
  readonly prefix?: string | undefined;
  /** The reader's URL, whose role, password and database are to be made as it says. */
  readonly reader?: string | undefined;
}

/**
 * The police archive on the administrator's server: its database, its tables, the role they belong to, and the role that
 * only reads. Safe to repeat. In earnest the archive is there already, and only the reader is made, by its keeper.
 */
export async function provisionPoliceArchive(
  adminUrl: string,
  { prefix = "whistlegraph", reader: wanted }: ArchiveNames = {},
): Promise<ArchiveUrls> {
  const name = wanted === undefined ? `${prefix}_police_archive` : databaseIn(wanted);
  const given = new Map([["police-archive", derivedUrl(adminUrl, name)]]);
  const { "police-archive": owner = "" } = await provision(adminUrl, ["police-archive"], { given });
  const reader = wanted ?? derivedUrl(adminUrl, `${name}_reader`, name);
  await makeReader(adminUrl, reader);
  const archive = await connect(owner);
  try {
    await archive.query(`BEGIN; ${schema}; ${grantsTo(reader)}; COMMIT`);
  } finally {
    await archive.end();
  }
  return { owner, reader };
}

const databaseIn = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));

async function makeReader(adminUrl: string, readerUrl: string): Promise<void> {
  const { username, password } = new URL(readerUrl);
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
        `GRANT CONNECT ON DATABASE ${escapeIdentifier(databaseIn(readerUrl))} TO ${role}`,
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
