import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PageServer, servePages } from "../../test/testkit/page-server.ts";
import { createExplorer } from "./explorer.ts";

const operations = [{ name: "ticket", query: "query Ticket { __typename }", variables: { id: "1" } }];

let explorer: PageServer;
let elsewhere: PageServer;
beforeAll(async () => {
  explorer = await servePages(createExplorer({ operations }));
  elsewhere = await servePages(createExplorer({ operations, graphqlPath: "/api/graphql" }));
});
afterAll(() => {
  explorer.close();
  elsewhere.close();
});

const ask = (...asked: Parameters<PageServer["ask"]>) => explorer.ask(...asked);

const assetPaths = async (): Promise<string[]> => {
  const { body } = await ask("/explorer");
  return [...body.toString().matchAll(/"(\/explorer\/assets\/[^"]+)"/g)].map(([, path]) => path ?? "");
};

describe("the page", () => {
  it.each(["/explorer", "/explorer/", "/explorer?post=1"])("is at %s", async (path) => {
    const { status, headers, body } = await ask(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
    });
    expect(body.toString()).toContain("Whistlegraph");
  });

  it("loads everything from this server", async () => {
    const { body } = await ask("/explorer");
    const named = [...body.toString().matchAll(/<(\w+)[^>]*(?:src|href)="([^"]+)"/g)];
    const links = named.filter(([, element]) => element === "a").map(([, , path]) => path);
    const loaded = named.filter(([, element]) => element !== "a").map(([, , path]) => path);
    // Its name leads back, and where people sign in there, to signing in.
    expect(links).toEqual(["/", "/"]);
    for (const path of loaded) expect(path).toMatch(/^\/explorer\/assets\/[0-9a-f]{16}\//);
    expect(new Set(await assetPaths()).size).toBe(17);
  });

  it.each(["/", "/graphql", "/explorers", "/api/explorer"])("leaves %s to others", async (path) => {
    expect((await ask(path)).status).toBe(418);
  });
});

describe("an asset", () => {
  it("may be kept for ever, under a path that changes with its content", async () => {
    for (const path of await assetPaths()) {
      const { status, headers } = await ask(path);
      expect(status, path).toBe(200);
      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
      expect(headers["content-type"], path).toMatch(
        /^(text\/(javascript|css); charset=utf-8|image\/svg\+xml)$/,
      );
    }
  });

  it("goes out compressed to who accepts it, the same bytes inside, under an ETag of its own", async () => {
    const [path = ""] = (await assetPaths()).filter((asset) => asset.endsWith("graphiql.js"));
    const plain = await ask(path);
    const gzipped = await ask(path, { "accept-encoding": "br;q=1, gzip" });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(gzipped.headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
    expect(gunzipSync(gzipped.body).equals(plain.body)).toBe(true);
    expect(gzipped.body.length).toBeLessThan(plain.body.length / 2);
    expect(gzipped.headers.etag).not.toBe(plain.headers.etag);
  });

  it.each(["gzip;q=0", "br", "identity", "x-gzipped"])("goes out plain to who says %s", async (accepted) => {
    const { headers } = await ask("/explorer", { "accept-encoding": accepted });
    expect(headers["content-encoding"]).toBeUndefined();
  });

  it.each<Record<string, string>>([{}, { "accept-encoding": "gzip" }])(
    "is not sent again to who has it, accepting %j",
    async (accepting) => {
      const { headers } = await ask("/explorer", accepting);
      const again = await ask("/explorer", {
        ...accepting,
        "if-none-match": `"other", ${headers.etag}`,
      });
      expect(again.status).toBe(304);
      expect(again.body.length).toBe(0);
      expect(again.headers.etag).toBe(headers.etag);
    },
  );

  it("answers HEAD with the headers alone", async () => {
    const { status, headers, body } = await ask("/explorer", {}, "HEAD");
    expect(status).toBe(200);
    expect(Number(headers["content-length"])).toBeGreaterThan(500);
    expect(body.length).toBe(0);
  });

  it.each([
    "/explorer/assets/graphiql.js",
    "/explorer/assets/0000000000000000/graphiql.js",
    "/explorer/explorer.ts",
    "/explorer/../package.json",
    "/explorer/assets/../../explorer.ts",
    "/explorer/..%2f..%2fpackage.json",
    "/explorer/%2e%2e/package.json",
    "/explorer//etc/passwd",
    "/explorer/__proto__",
  ])("is not found at %s", async (path) => {
    expect((await ask(path)).status).toBe(404);
  });
});

describe("the configuration", () => {
  it("names the graph and the sample operations; how people sign in is told elsewhere", async () => {
    const config = async (page: PageServer) =>
      JSON.parse((await page.ask("/explorer/config.json")).body.toString());
    expect(await config(explorer)).toEqual({ graphqlPath: "/graphql", operations });
    expect(await config(elsewhere)).toEqual({ graphqlPath: "/api/graphql", operations });
    expect((await ask("/explorer/token?post=kaifu-resident")).status).toBe(404);
  });
});

describe("every answer", () => {
  it.each(["/explorer", "/explorer/config.json", "/explorer/nothing"])(
    "from %s forbids foreign scripts, framing and guessing of types",
    async (path) => {
      const { headers } = await ask(path);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      const policy = String(headers["content-security-policy"]).split("; ");
      expect(policy).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "connect-src 'self'",
          "frame-ancestors 'none'",
        ]),
      );
    },
  );

  it.each(["POST", "PUT", "DELETE"])("to %s is 405", async (method) => {
    const { status, headers } = await ask("/explorer", {}, method);
    expect(status).toBe(405);
    expect(headers.allow).toBe("GET, HEAD");
  });
});
