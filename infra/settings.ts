import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { usualLimits } from "../gateway/subscriptions/subscription-limits.ts";
import { DEVELOPMENT_IDENTITY } from "./issuer/issuer.ts";
import { StartupError } from "./startup-error.ts";
import { socketUrl } from "./unix-socket.ts";
import { cores } from "./workers/cores.ts";
import { usualHeapMegabytes } from "./workers/gateway-flags.ts";

const wholeNumber = (from: number, to: number, what: string) =>
  z.coerce
    .number(`is not ${what}`)
    .int(`is not ${what}`)
    .min(from, `is not ${what}`)
    .max(to, `is not ${what}`);
const oneOf = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  z.enum(values, `is none of ${values.join(", ")}`);
const text = z.string();
const port = wholeNumber(1, 65_535, "a port from 1 to 65535");
const milliseconds = wholeNumber(50, 86_400_000, "a number of milliseconds from 50 to a day");
const webUrl = z.url({ protocol: /^https?$/, error: "is not an http:// or https:// URL" });
const processes = z.preprocess(
  (given) => (given === "cores" ? cores() : given),
  wholeNumber(1, 256, "a number of processes from 1 to 256 or cores").optional(),
);
const standardDirectory = ".data";
const subgraphUrl = z
  .string()
  .regex(/^(https?:\/\/[^/]|unix:\/)/, "is not an http://, https:// or unix:/ URL")
  .refine(URL.canParse, "is not an http://, https:// or unix:/ URL");
const sourceUrl = z.url({
  protocol: /^(https?|unix|postgres(ql)?)$/,
  error: "is not an http://, https://, unix:/ or postgres:// URL",
});
const mediaUrl = z
  .url({ protocol: /^(file|s3\+https?)$/, error: "is not a file: or s3+https:// URL" })
  .refine(isComplete, "names no bucket, or no key and secret");
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: "is not a postgres:// URL" });

const origins = z
  .string()
  .transform((list) => list.split(",").map((origin) => origin.trim()))
  .refine((list) => list.every((origin) => origin === "*" || originOf(origin) === origin), {
    error: "is not a list of origins such as https://map.example.cn, separated by commas, or *",
  })
  .transform((list): ReadonlySet<string> => new Set(list));

/** A folder needs no more than its path; of S3 the bucket, and as whom to ask for it. */
function isComplete(url: string): boolean {
  const { protocol, username, password, pathname } = new URL(url);
  return protocol === "file:" || (username !== "" && password !== "" && /^\/[^/]+$/.test(pathname));
}

const originOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);

/** Every setting there is: an environment variable each, with its default and what it is for. */
const settingsList = {
  HOST: [text.default("127.0.0.1"), "Address to listen on; `0.0.0.0` in a container"],
  PORT: [port.default(4000), "Port of the gateway"],
  DATA_DIRECTORY: [
    text.default(standardDirectory),
    "Where the embedded PostgreSQL and the development issuer keep their files",
  ],
  POSTGRES_PORT: [port.default(15_432), "Port of the embedded PostgreSQL, on 127.0.0.1"],
  DATABASE_URL: [
    databaseUrl.optional(),
    "A PostgreSQL 15 or later on which roles and databases may be made, instead of the embedded one",
  ],
  JWT_ISSUER: [text.default(DEVELOPMENT_IDENTITY.issuer), "Issuer whose tokens are accepted"],
  JWT_AUDIENCE: [text.default(DEVELOPMENT_IDENTITY.audience), "Audience a token must be for"],
  JWKS_URL: [
    webUrl.optional(),
    "Public keys of the issuer. Without it the development issuer is used, which signs tokens for anybody",
  ],
  OIDC_CLIENT_ID: [
    text.optional(),
    "Client as which the console signs people in at the OpenID provider `JWT_ISSUER`, a public one: authorization code with PKCE, back to `/signed-in`, after signing out to `/`. The provider's endpoints must be of that origin, allow ours, and give access tokens that are JWTs for `JWT_AUDIENCE`",
  ],
  OIDC_SCOPE: [
    text.regex(/^openid( \S+)*$/, "is not `openid` with further scopes after it").default("openid profile"),
    "Scopes the console asks the provider for, separated by blanks; many give a refresh token for `offline_access` alone",
  ],
  GATEWAY_URL: [webUrl.default("http://127.0.0.1:4000"), "Where a subgraph started alone finds the gateway"],
  GATEWAY_KEY_FILE: [
    text.optional(),
    "The gateway's private key, a JWK that only its owner may read, where replicas on several machines must sign alike. Without it a key is made at every start",
  ],
  WORKERS: [
    processes,
    "Gateway processes behind the one port, a number or `cores`. Without it a gateway started alone has one for each core, and `npm start` everything in one process",
  ],
  GATEWAY_HEAP_MB: [
    wholeNumber(256, 1_000_000, "a number of megabytes from 256 to a million").default(usualHeapMegabytes),
    "What one gateway worker may fill with what it works with, in MB; beyond it is ended, and started anew",
  ],
  INTROSPECTION: [
    oneOf("everyone", "scope", "nobody").optional(),
    "Who may ask the graph to describe itself: `everyone`, whoever holds scope `graph:introspect` (`scope`), or `nobody`. Without it everyone where the development issuer is used, and `scope` elsewhere",
  ],
  ALLOWED_ORIGINS: [
    origins.optional(),
    "Origins whose pages may ask the graph, separated by commas, or `*` for all. Without it none but the gateway's own",
  ],
  TRUSTED_PROXIES: [
    wholeNumber(0, 16, "a number of proxies from 0 to 16").default(0),
    "Proxies of our own before the gateway: so many entries of `X-Forwarded-For`, from its end, are believed",
  ],
  RATE_LIMIT_POINTS: [
    wholeNumber(1, 1_000_000_000, "a number of points from 1 to a thousand million").default(600_000),
    "What one client may ask of one gateway process in the time below, in points of operation cost",
  ],
  RATE_LIMIT_SECONDS: [
    wholeNumber(1, 86_400, "a number of seconds from 1 to a day").default(60),
    "The time in which a client's allowance is given anew, in seconds",
  ],
  SUBSCRIPTION_CONNECTIONS: [
    wholeNumber(1, 1_000_000, "a number of connections from 1 to a million").default(usualLimits.connections),
    "Connections for subscriptions open at once in one gateway process; each takes some 30 kB",
  ],
  SUBSCRIPTION_CONNECTIONS_PER_CLIENT: [
    wholeNumber(1, 1_000_000, "a number of connections from 1 to a million").default(
      usualLimits.connectionsPerCaller,
    ),
    "So many of them one client may have",
  ],
  SUBSCRIPTIONS_PER_CONNECTION: [
    wholeNumber(1, 10_000, "a number of subscriptions from 1 to 10000").default(
      usualLimits.subscriptionsPerConnection,
    ),
    "Subscriptions over one WebSocket",
  ],
  SUBSCRIPTION_BUFFER_BYTES: [
    wholeNumber(1_024, 1_073_741_824, "a number of bytes from 1024 to 1073741824").default(
      usualLimits.maximumBufferedBytes,
    ),
    "Bytes that may wait to be written to one subscriber; while there are more, nothing is fetched for them",
  ],
  SUBSCRIPTION_SLOW_MS: [
    milliseconds.default(usualLimits.slowAfterMilliseconds),
    "How long there may be more before the subscriber is cut off, to go on later from its last position, in milliseconds",
  ],
  DATASET_SCALE: [
    oneOf("demo", "district", "city", "none").default("demo"),
    "Dataset loaded into empty databases at the first start: `demo`, `district`, `city` or `none`",
  ],
  DATASET_SEED: [
    wholeNumber(0, Number.MAX_SAFE_INTEGER, "a whole number from 0").default(20_261_101),
    "Seed of the dataset: the same seed gives the same rows",
  ],
  WHISTLE_PROFILES: [
    text.optional(),
    "Folder of whistle profiles (`*.json`) of further districts, checked and loaded before anybody is served; a start with a bad one is refused with its findings",
  ],
  FEED_INTERVAL_MS: [
    milliseconds.default(1_000),
    "How often a subgraph looks for new entries in the feeds it follows where nothing woke it, in milliseconds",
  ],
  LOG_LEVEL: [
    oneOf("debug", "info", "warn", "error", "silent").default("info"),
    "Least severe log lines to print: `debug`, `info`, `warn`, `error` or `silent`",
  ],
} as const satisfies Record<string, readonly [z.ZodType, string]>;

/** Settings each subgraph has one of, under its own name: `DATABASE_URL_GRIDS`. */
const subgraphSettings = {
  DATABASE_URL: [databaseUrl, "–", "That subgraph's own database, ready made; without it one is made"],
  SUBGRAPH_URL: [
    subgraphUrl,
    "a socket in `DATA_DIRECTORY`",
    "Where that subgraph listens when it is a process of its own, and where the gateway finds it: `http://host:port`, or `unix:/path` on the same machine. Where there can be no socket, `http://127.0.0.1:4001` and up",
  ],
  SOURCE_URL: [
    sourceUrl,
    "a sample that is started along",
    "Where the department's existing system is, for a subgraph that reads one: `market-supervision` a business register (`http://host:port?key=…`), `public-security` a police archive (`postgres://…`)",
  ],
  MEDIA_URL: [
    mediaUrl,
    "a folder in `DATA_DIRECTORY`",
    "Where a subgraph that takes files keeps them: a folder (`file:///var/lib/media`), or a bucket of a service that speaks S3 (`s3+https://key:secret@host/bucket?region=…`); `tickets` photos and recordings",
  ],
} as const satisfies Record<string, readonly [z.ZodType<string>, string, string]>;

/** Variable, default and meaning of every setting, for people to read. */
export const settingsRows: readonly (readonly [variable: string, standard: string, meaning: string])[] = [
  ...Object.entries(settingsList).map(([variable, [type, meaning]]) => {
    const standard = type.safeParse(undefined).data;
    const shown = standard === undefined || standard instanceof Set ? "–" : `\`${standard}\``;
    return [variable, shown, meaning] as const;
  }),
  ...Object.entries(subgraphSettings).map(
    ([prefix, [, standard, meaning]]) => [`${prefix}_<SUBGRAPH>`, standard, meaning] as const,
  ),
];

type SettingsList = typeof settingsList;

export type Settings = { readonly [Name in keyof SettingsList]: z.output<SettingsList[Name][0]> } & {
  /** `DATABASE_URL_<SUBGRAPH>`, by subgraph. */
  readonly databaseUrls: ReadonlyMap<string, string>;
  /** Where each subgraph listens and is found, by subgraph. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Where departments' existing systems are (`SOURCE_URL_<SUBGRAPH>`), by the subgraph that reads one. */
  readonly sourceUrls: ReadonlyMap<string, string>;
  /** Where files are kept (`MEDIA_URL_<SUBGRAPH>`), by subgraph. */
  readonly mediaUrls: ReadonlyMap<string, string>;
};

/** The variable of one subgraph's own setting. */
export const variableOf = (prefix: keyof typeof subgraphSettings, subgraph: string): string =>
  `${prefix}_${subgraph.toUpperCase().replaceAll("-", "_")}`;

/** The console signs in where the tokens come from: a client of a provider that is not named is a mistake. */
function signInFindings({ OIDC_CLIENT_ID, JWKS_URL, JWT_ISSUER }: NodeJS.ProcessEnv): string[] {
  if (!OIDC_CLIENT_ID || (JWKS_URL && webUrl.safeParse(JWT_ISSUER).success)) return [];
  return ["OIDC_CLIENT_ID needs JWKS_URL, and a JWT_ISSUER that is an http:// or https:// URL"];
}

/**
 * Reads all settings at once and refuses wrong ones in one line, before anything is started. An empty variable counts
 * as one that was not set. Values are never repeated: some hold passwords.
 */
export function readSettings(
  environment: NodeJS.ProcessEnv,
  subgraphs: readonly { readonly name: string }[],
): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const schema = z.object(
    Object.fromEntries(Object.entries(settingsList).map(([variable, [type]]) => [variable, type])),
  );
  const read = schema.safeParse(given);
  const findings = (read.error?.issues ?? []).map(({ path, message }) => `${path.join(".")} ${message}`);

  const ofSubgraphs = (prefix: keyof typeof subgraphSettings): Map<string, string> => {
    const [type] = subgraphSettings[prefix];
    const urls = new Map<string, string>();
    for (const { name } of subgraphs) {
      const variable = variableOf(prefix, name);
      const url = type.optional().safeParse(given[variable]);
      if (!url.success) findings.push(`${variable} ${url.error.issues[0]?.message}`);
      else if (url.data) urls.set(name, url.data);
    }
    const known = new Set(subgraphs.map(({ name }) => variableOf(prefix, name)));
    const stray = Object.keys(given).filter((key) => key.startsWith(`${prefix}_`) && !known.has(key));
    if (subgraphs.length > 0) findings.push(...stray.map((variable) => `${variable} names no subgraph`));
    return urls;
  };
  const databaseUrls = ofSubgraphs("DATABASE_URL");
  const subgraphUrls = ofSubgraphs("SUBGRAPH_URL");
  const sourceUrls = ofSubgraphs("SOURCE_URL");
  const mediaUrls = ofSubgraphs("MEDIA_URL");
  subgraphs.forEach(({ name }, index) => {
    const socket = socketUrl(given.DATA_DIRECTORY ?? standardDirectory, name);
    const folder = resolve(given.DATA_DIRECTORY ?? standardDirectory, "media", name);
    if (!mediaUrls.has(name)) mediaUrls.set(name, pathToFileURL(folder).href);
    if (!subgraphUrls.has(name)) subgraphUrls.set(name, socket ?? `http://127.0.0.1:${4001 + index}`);
  });

  findings.push(...signInFindings(given));

  if (findings.length > 0) throw new StartupError(`Settings refused: ${findings.join("; ")}.`);
  const plain = read.data as Omit<Settings, "databaseUrls" | "subgraphUrls" | "sourceUrls" | "mediaUrls">;
  return { ...plain, databaseUrls, subgraphUrls, sourceUrls, mediaUrls };
}
