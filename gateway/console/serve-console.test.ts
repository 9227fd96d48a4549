import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PageServer, servePages } from "../../test/testkit/page-server.ts";
import { serveConsole } from "./serve-console.ts";

const script = "export const greeting = '你好';\n".repeat(50);
const asset = "/console-assets/index-BfMmF_ML.js";

let directory: string;
let pages: PageServer;
let unbuilt: PageServer;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "console-"));
  const built = join(directory, "dist");
  await mkdir(join(built, "console-assets"), { recursive: true });
  await Promise.all([
    writeFile(join(directory, "secret.js"), "outside"),
    writeFile(join(built, "index.html"), '<meta property="csp-nonce" nonce="__NONCE__" />'),
    writeFile(join(built, asset), script),
    writeFile(join(built, `${asset}.br`), brotliCompressSync(script)),
    writeFile(join(built, `${asset}.gz`), gzipSync(script)),
    writeFile(join(built, "console-assets/icon-Csg2uOBq.svg"), "<svg/>"),
    writeFile(join(built, "sources.sha256"), "hash"),
  ]);
  pages = await servePages(await serveConsole({ directory: built, connectTo: ["https://id.example.cn"] }));
  unbuilt = await servePages(await serveConsole({ directory: join(directory, "nowhere") }));
});
afterAll(async () => {
  pages.close();
  unbuilt.close();
  await rm(directory, { recursive: true });
});

const policyOf = ({ headers }: { headers: Readonly<Record<string, unknown>> }): string[] =>
  String(headers["content-security-policy"]).split("; ");

describe("the console's page", () => {
  it.each([
    "/",
    "/overview",
    "/case/430105-20260601-000001",
    "/whistles/new?ticket=1",
    "/sign-in",
    "/signed-in?code=1",
  ])("is at %s", async (path) => {
    const { status, headers, body } = await pages.ask(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "cross-origin-opener-policy": "same-origin-allow-popups",
      "cross-origin-resource-policy": "same-origin",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    });
    expect(body.toString()).toContain("csp-nonce");
  });

  it("carries the nonce of its own answer, another each time", async () => {
    const nonces = [];
    for (const answer of [await pages.ask("/"), await pages.ask("/")]) {
      const [, nonce = ""] = /nonce="([^"]+)"/.exec(answer.body.toString()) ?? [];
      expect(policyOf(answer)).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(nonce).toMatch(/^[\w+/]{22}==$/);
      nonces.push(nonce);
    }
    expect(new Set(nonces).size).toBe(2);
  });

  it("may ask nobody but the graph and the provider, run only our scripts, and be framed by nobody", async () => {
    expect(policyOf(await pages.ask("/"))).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "media-src blob:",
        "connect-src 'self' https://id.example.cn",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policyOf(await unbuilt.ask("/"))).toContain("connect-src 'self'");
  });

  it.each([
    "/graphql",
    "/explorer",
    "/session/config.json",
    "/overviews",
    "//",
    "/console-assets",
    "/health/live",
  ])("leaves %s to others", async (path) => {
    expect((await pages.ask(path)).status).toBe(418);
  });

  it("answers HEAD with the headers alone, and says it may only be read", async () => {
    const head = await pages.ask("/", {}, "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
    for (const path of ["/", asset]) {
      const { status, headers } = await pages.ask(path, {}, "POST");
      expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
    }
  });

  it("that was not built says so in both languages", async () => {
    const { status, body } = await unbuilt.ask("/");
    expect(status).toBe(503);
    expect(body.toString()).toMatch(/npm run build.*界面尚未构建/);
    expect((await unbuilt.ask(asset)).status).toBe(404);
  });
});

describe("an asset", () => {
  it.each([
    [undefined, undefined],
    ["br, gzip", "br"],
    ["gzip, deflate, br", "br"],
    ["gzip", "gzip"],
    ["GZIP;q=0.5", "gzip"],
    ["br;q=0, gzip;q=1.0", "gzip"],
    ["br;q=0.0, gzip;q=0", undefined],
    ["identity", undefined],
    ["x-gzip, brotli", undefined],
  ])("goes out to who accepts %s coded %s, the same inside", async (accepted, coding) => {
    const { status, headers, body } = await pages.ask(asset, accepted ? { "accept-encoding": accepted } : {});
    expect(status).toBe(200);
    expect(headers["content-encoding"]).toBe(coding);
    expect(headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-type": "text/javascript; charset=utf-8",
      vary: "accept-encoding",
    });
    expect(Number(headers["content-length"])).toBe(body.length);
    const { brotliDecompressSync, gunzipSync } = await import("node:zlib");
    const read = { br: brotliDecompressSync, gzip: gunzipSync };
    const plain = coding ? read[coding as keyof typeof read](body) : body;
    expect(plain.toString()).toBe(script);
  });

  it("that was not compressed goes out as it is", async () => {
    const { headers, body } = await pages.ask("/console-assets/icon-Csg2uOBq.svg", {
      "accept-encoding": "br",
    });
    expect(headers["content-type"]).toBe("image/svg+xml");
    expect(headers["content-encoding"]).toBeUndefined();
    expect(body.toString()).toBe("<svg/>");
  });

  it.each([
    "/console-assets/none.js",
    `${asset}.br`,
    "/console-assets/../index.html",
    "/console-assets/../sources.sha256",
    "/console-assets/../../secret.js",
    "/console-assets/..%2f..%2fsecret.js",
    "/console-assets/%2e%2e/%2e%2e/secret.js",
    "/console-assets//etc/passwd",
    "/console-assets/__proto__",
  ])("is not found at %s", async (path) => {
    const { status, headers, body } = await pages.ask(path);
    expect([status, headers["cache-control"]]).toEqual([404, "no-store"]);
    expect(body.toString()).not.toContain("outside");
  });
});
