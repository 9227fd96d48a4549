import { z } from "zod";
import { DEVELOPMENT_IDENTITY } from "./issuer/issuer.ts";
import { StartupError } from "./startup-error.ts";

const port = z.coerce.number().int().min(1).max(32_767);
const url = z.url();
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ });

/**
 * Every setting there is: an environment variable each, with its default and what it is for. The README's table is
 * checked against this list.
 */
export const settingsList = {
  HOST: [z.string().default("127.0.0.1"), "Address to listen on; 0.0.0.0 in a container"],
  PORT: [
    port.default(4000),
    "Port of the gateway; a subgraph started alone listens on its own SUBGRAPH_URL's port",
  ],
  DATA_DIRECTORY: [
    z.string().default(".data"),
    "Where the embedded PostgreSQL and the development issuer keep their files",
  ],
  POSTGRES_PORT: [port.default(15_432), "Port of the embedded PostgreSQL"],
  DATABASE_URL: [
    databaseUrl.optional(),
    "A PostgreSQL 15 or later on which roles and databases can be made; replaces the embedded one. `DATABASE_URL_<SUBGRAPH>` names one subgraph's ready database",
  ],
  JWT_ISSUER: [z.string().default(DEVELOPMENT_IDENTITY.issuer), "Issuer whose tokens are accepted"],
  JWT_AUDIENCE: [z.string().default(DEVELOPMENT_IDENTITY.audience), "Audience a token must be for"],
  JWKS_URL: [
    url.optional(),
    "Public keys of the issuer; without it the development issuer is used, which signs tokens for anybody",
  ],
  GATEWAY_URL: [
    url.default("http://127.0.0.1:4000"),
    "Where a subgraph started alone finds the gateway. `SUBGRAPH_URL_<SUBGRAPH>` is where the gateway finds that subgraph, by default ports 4001 and up",
  ],
  DATASET_SCALE: [
    z.enum(["demo", "district", "city", "none"]).default("demo"),
    "Dataset loaded into empty databases at the first start",
  ],
  DATASET_SEED: [
    z.coerce.number().int().nonnegative().default(20_261_101),
    "Seed of the dataset: the same seed gives the same rows",
  ],
  FEED_INTERVAL_MS: [
    z.coerce.number().int().min(50).default(1_000),
    "How often a subgraph looks for new entries in the feeds it follows, in milliseconds",
  ],
  LOG_LEVEL: [
    z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    "Least severe log lines to print",
  ],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

type SettingsList = typeof settingsList;

export type Settings = { readonly [Name in keyof SettingsList]: z.output<SettingsList[Name][0]> } & {
  /** `DATABASE_URL_<SUBGRAPH>`, by subgraph. */
  readonly databaseUrls: ReadonlyMap<string, string>;
  /** Where each subgraph listens and is found, by subgraph. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
};

/** Reads all settings at once and refuses wrong ones in one line, before anything is started. */
export function readSettings(environment: NodeJS.ProcessEnv, subgraphNames: readonly string[]): Settings {
  const schema = z.object(
    Object.fromEntries(Object.entries(settingsList).map(([name, [type]]) => [name, type])),
  );
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const read = schema.safeParse(given);
  const findings = read.success
    ? []
    : read.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

  const perSubgraph = (
    prefix: string,
    type: z.ZodType<string>,
    fallback: (index: number) => string | undefined,
  ) => {
    const urls = new Map<string, string>();
    subgraphNames.forEach((name, index) => {
      const variable = `${prefix}_${name.toUpperCase().replaceAll("-", "_")}`;
      const value = given[variable] ?? fallback(index);
      if (value === undefined) return;
      if (type.safeParse(value).success) urls.set(name, value);
      else findings.push(`${variable}: not a valid URL`);
    });
    return urls;
  };
  const databaseUrls = perSubgraph("DATABASE_URL", databaseUrl, () => undefined);
  const subgraphUrls = perSubgraph("SUBGRAPH_URL", url, (index) => `http://127.0.0.1:${4001 + index}`);

  if (findings.length > 0)
    throw new StartupError(`Settings refused: ${findings.join("; ")}. See the README's table.`);
  return { ...(read.data as Omit<Settings, "databaseUrls" | "subgraphUrls">), databaseUrls, subgraphUrls };
}
