import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readSettings, settingsRows } from "./settings.ts";
import { cores } from "./workers/cores.ts";

const subgraphs = [{ name: "grids" }, { name: "city-management" }];

describe("settings", () => {
  it("have a default each, so that nothing needs to be set by hand", () => {
    const settings = readSettings({}, subgraphs);
    expect(settings.PORT).toBe(4000);
    expect(settings.subgraphUrls.get("city-management")).toBe(
      `unix:${process.cwd()}/.data/sockets/city-management.sock`,
    );
    expect(settings.databaseUrls.size).toBe(0);
  });

  it("name a port for each subgraph where the path of a socket would be too long", () => {
    const { subgraphUrls } = readSettings({ DATA_DIRECTORY: `/${"x".repeat(90)}` }, subgraphs);
    expect(subgraphUrls.get("city-management")).toBe("http://127.0.0.1:4002");
  });

  it("of one subgraph are read under its own name", () => {
    const url = "postgres://owner:secret@db/city";
    const { databaseUrls } = readSettings({ DATABASE_URL_CITY_MANAGEMENT: url }, subgraphs);
    expect([...databaseUrls]).toEqual([["city-management", url]]);
  });

  it("say where each subgraph keeps files: in a folder of its own, or in a bucket", () => {
    const url = "s3+https://key:secret@oss.example.cn/photos?region=cn-beijing";
    const { mediaUrls } = readSettings({ DATA_DIRECTORY: "/srv/data", MEDIA_URL_GRIDS: url }, subgraphs);
    expect([...mediaUrls]).toEqual([
      ["grids", url],
      ["city-management", "file:///srv/data/media/city-management"],
    ]);
  });

  it.each([
    [undefined, undefined],
    ["3", 3],
    ["cores", cores()],
  ])("WORKERS %s is %s", (given, expected) => {
    expect(readSettings({ WORKERS: given }, subgraphs).WORKERS).toBe(expected);
  });

  it("ALLOWED_ORIGINS are a list", () => {
    const { ALLOWED_ORIGINS } = readSettings(
      { ALLOWED_ORIGINS: "https://a.example, http://b.example:8080" },
      subgraphs,
    );
    expect(ALLOWED_ORIGINS).toEqual(new Set(["https://a.example", "http://b.example:8080"]));
    expect(readSettings({ ALLOWED_ORIGINS: "*" }, subgraphs).ALLOWED_ORIGINS).toEqual(new Set(["*"]));
    expect(readSettings({}, subgraphs).ALLOWED_ORIGINS).toBeUndefined();
  });

  it("name the console's client at the issuer", () => {
    const given = {
      JWKS_URL: "https://id.example.cn/keys",
      JWT_ISSUER: "https://id.example.cn",
      OIDC_CLIENT_ID: "console",
    };
    expect(readSettings(given, subgraphs)).toMatchObject({
      OIDC_CLIENT_ID: "console",
      OIDC_SCOPE: "openid profile",
    });
    expect(readSettings({}, subgraphs).OIDC_CLIENT_ID).toBeUndefined();
  });

  it("that are empty count as not set", () => {
    expect(readSettings({ PORT: "", DATABASE_URL_GRIDS: "" }, subgraphs)).toMatchObject({
      PORT: 4000,
      databaseUrls: new Map(),
    });
  });

  it.each([
    [{ PORT: "eighty" }, "PORT is not a port from 1 to 65535"],
    [{ PORT: "0" }, "PORT is not a port from 1 to 65535"],
    [{ POSTGRES_PORT: "70000" }, "POSTGRES_PORT is not a port from 1 to 65535"],
    [{ DATABASE_URL: "mysql://root@127.0.0.1/x" }, "DATABASE_URL is not a postgres:// URL"],
    [{ DATABASE_URL_CITY_MANAGEMENT: "nowhere" }, "DATABASE_URL_CITY_MANAGEMENT is not a postgres:// URL"],
    [{ DATABASE_URL_GRID: "postgres://db/grids" }, "DATABASE_URL_GRID names no subgraph"],
    [{ SUBGRAPH_URL_GRIDS: "grids:4001" }, "SUBGRAPH_URL_GRIDS is not an http://, https:// or unix:/ URL"],
    [{ SUBGRAPH_URL_GRIDS: "unix:grids" }, "SUBGRAPH_URL_GRIDS is not an http://, https:// or unix:/ URL"],
    [{ SUBGRAPH_URL_GRIDS: "http://" }, "SUBGRAPH_URL_GRIDS is not an http://, https:// or unix:/ URL"],
    [{ MEDIA_URL_GRIDS: "https://oss.example.cn" }, "MEDIA_URL_GRIDS is not a file: or s3+https:// URL"],
    [
      { MEDIA_URL_GRIDS: "s3+https://oss.example.cn/photos" },
      "MEDIA_URL_GRIDS names no bucket, or no key and secret",
    ],
    [{ JWKS_URL: "file:///keys" }, "JWKS_URL is not an http:// or https:// URL"],
    [
      { OIDC_CLIENT_ID: "console", JWT_ISSUER: "https://id.example.cn" },
      "OIDC_CLIENT_ID needs JWKS_URL, and a JWT_ISSUER that is an http:// or https:// URL",
    ],
    [
      { OIDC_CLIENT_ID: "console", JWKS_URL: "https://id.example.cn/keys", JWT_ISSUER: "id.example.cn" },
      "OIDC_CLIENT_ID needs JWKS_URL, and a JWT_ISSUER that is an http:// or https:// URL",
    ],
    [{ OIDC_SCOPE: "profile" }, "OIDC_SCOPE is not `openid` with further scopes after it"],
    [{ DATASET_SCALE: "galaxy" }, "DATASET_SCALE is none of demo, district, city, none"],
    [{ DATASET_SEED: "-1" }, "DATASET_SEED is not a whole number from 0"],
    [{ FEED_INTERVAL_MS: "0.5" }, "FEED_INTERVAL_MS is not a number of milliseconds from 50 to a day"],
    [{ WORKERS: "0" }, "WORKERS is not a number of processes from 1 to 256 or cores"],
    [{ WORKERS: "all" }, "WORKERS is not a number of processes from 1 to 256 or cores"],
    [
      { ALLOWED_ORIGINS: "https://a.example/" },
      "ALLOWED_ORIGINS is not a list of origins such as https://map.example.cn, separated by commas, or *",
    ],
    [
      { ALLOWED_ORIGINS: "a.example" },
      "ALLOWED_ORIGINS is not a list of origins such as https://map.example.cn, separated by commas, or *",
    ],
    [
      { ALLOWED_ORIGINS: "https://a.example,," },
      "ALLOWED_ORIGINS is not a list of origins such as https://map.example.cn, separated by commas, or *",
    ],
    [{ TRUSTED_PROXIES: "yes" }, "TRUSTED_PROXIES is not a number of proxies from 0 to 16"],
    [{ RATE_LIMIT_POINTS: "0" }, "RATE_LIMIT_POINTS is not a number of points from 1 to a thousand million"],
    [{ RATE_LIMIT_SECONDS: "0.5" }, "RATE_LIMIT_SECONDS is not a number of seconds from 1 to a day"],
    [
      { SUBSCRIPTION_CONNECTIONS: "0" },
      "SUBSCRIPTION_CONNECTIONS is not a number of connections from 1 to a million",
    ],
    [
      { SUBSCRIPTION_CONNECTIONS_PER_CLIENT: "many" },
      "SUBSCRIPTION_CONNECTIONS_PER_CLIENT is not a number of connections from 1 to a million",
    ],
    [
      { SUBSCRIPTIONS_PER_CONNECTION: "10001" },
      "SUBSCRIPTIONS_PER_CONNECTION is not a number of subscriptions from 1 to 10000",
    ],
    [
      { SUBSCRIPTION_BUFFER_BYTES: "256k" },
      "SUBSCRIPTION_BUFFER_BYTES is not a number of bytes from 1024 to 1073741824",
    ],
    [{ SUBSCRIPTION_SLOW_MS: "1" }, "SUBSCRIPTION_SLOW_MS is not a number of milliseconds from 50 to a day"],
    [{ LOG_LEVEL: "chatty" }, "LOG_LEVEL is none of debug, info, warn, error, silent"],
    [
      { PORT: "x", LOG_LEVEL: "y" },
      "PORT is not a port from 1 to 65535; LOG_LEVEL is none of debug, info, warn, error, silent",
    ],
  ])("%j are refused in one line that says why", (environment, finding) => {
    expect(() => readSettings(environment, subgraphs)).toThrow(`Settings refused: ${finding}.`);
  });

  it("are all in the README, with default and meaning", () => {
    const readme = readFileSync(join(import.meta.dirname, "..", "README.md"), "utf8");
    expect(readme).toContain(settingsTable());
  });
});

function settingsTable(): string {
  const rows = settingsRows.map(
    ([variable, standard, meaning]) => `| \`${variable}\` | ${standard} | ${meaning} |`,
  );
  return ["| variable | default | what it is |", "|---|---|---|", ...rows].join("\n");
}
