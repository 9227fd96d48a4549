import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { namedPosts } from "../../infra/issuer/named-posts.ts";
import { createExplorer } from "./explorer.ts";

const operations = [{ name: "ticket", query: "query Ticket { __typename }", variables: { id: "1" } }];

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Sends the path as it is: `fetch` would tidy `..` away before the server could see it. */
const ask = (server: Server, path: string, headers = {}, method = "GET"): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    httpRequest({ host: "127.0.0.1", port, path, headers, method }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on("error", reject)
      .end();
  });

const serve = async (explorer: ReturnType<typeof createExplorer>): Promise<Server> => {
  const server = createServer((request, response) => {
    if (!explorer(request, response)) response.writeHead(418).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
};

let local: Server;
let production: Server;
beforeAll(async () => {
  local = await serve(
    createExplorer({
      operations,
      posts: {
        list: () => namedPosts,
        token: async (id) => {
          if (id === "kaifu-resident") throw new Error("the key is gone");
          return `token-of-${id}`;
        },
      },
    }),
  );
  production = await serve(createExplorer({ operations, graphqlPath: "/api/graphql" }));
});
afterAll(() => {
  local.close();
  production.close();
});

const assetPaths = async (): Promise<string[]> => {
  const { body } = await ask(local, "/explorer");
  return [...body.toString().matchAll(/"(\/explorer\/assets\/[^"]+)"/g)].map(([, path]) => path ?? "");
};

describe("the page", () => {
  it.each(["/explorer", "/explorer/", "/explorer?post=1"])("is at %s", async (path) => {
    const { status, headers, body } = await ask(local, path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
    });
    expect(body.toString()).toContain("Whistlegraph");
  });

  it("loads everything from this server", async () => {
    const { body } = await ask(local, "/explorer");
    expect(body.toString()).not.toMatch(/(src|href)="(?!\/explorer\/assets\/[0-9a-f]{16}\/)/);
    expect(new Set(await assetPaths()).size).toBe(11);
  });

  it.each(["/", "/graphql", "/explorers", "/api/explorer"])("leaves %s to others", async (path) => {
    expect((await ask(local, path)).status).toBe(418);
  });
});

describe("an asset", () => {
  it("may be kept for ever, under a path that changes with its content", async () => {
    for (const path of await assetPaths()) {
      const { status, headers } = await ask(local, path);
      expect(status, path).toBe(200);
      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
      expect(headers["content-type"], path).toMatch(
        /^(text\/(javascript|css); charset=utf-8|image\/svg\+xml)$/,
      );
    }
  });

  it("goes out compressed to who accepts it, the same bytes inside, under an ETag of its own", async () => {
    const [path = ""] = (await assetPaths()).filter((asset) => asset.endsWith("graphiql.js"));
    const plain = await ask(local, path);
    const gzipped = await ask(local, path, { "accept-encoding": "br;q=1, gzip" });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect(gzipped.headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
    expect(gunzipSync(gzipped.body).equals(plain.body)).toBe(true);
    expect(gzipped.body.length).toBeLessThan(plain.body.length / 2);
    expect(gzipped.headers.etag).not.toBe(plain.headers.etag);
  });

  it.each(["gzip;q=0", "br", "identity", "x-gzipped"])("goes out plain to who says %s", async (accepted) => {
    const { headers } = await ask(local, "/explorer", { "accept-encoding": accepted });
    expect(headers["content-encoding"]).toBeUndefined();
  });

  it.each([{}, { "accept-encoding": "gzip" }])(
    "is not sent again to who has it, accepting %j",
    async (accepting) => {
      const { headers } = await ask(local, "/explorer", accepting);
      const again = await ask(local, "/explorer", {
        ...accepting,
        "if-none-match": `"other", ${headers.etag}`,
      });
      expect(again.status).toBe(304);
      expect(again.body.length).toBe(0);
      expect(again.headers.etag).toBe(headers.etag);
    },
  );

  it("answers HEAD with the headers alone", async () => {
    const { status, headers, body } = await ask(local, "/explorer", {}, "HEAD");
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
    expect((await ask(local, path)).status).toBe(404);
  });
});

describe("the configuration", () => {
  it("names the sample operations and the posts, without their holders", async () => {
    const config = JSON.parse((await ask(local, "/explorer/config.json")).body.toString());
    expect(config).toMatchObject({ graphqlPath: "/graphql", operations });
    expect(config.posts).toHaveLength(namedPosts.length);
    expect(Object.keys(config.posts[0])).toEqual(["id", "label", "place"]);
  });

  it("offers no posts in production", async () => {
    const config = JSON.parse((await ask(production, "/explorer/config.json")).body.toString());
    expect(config).toEqual({ graphqlPath: "/api/graphql", operations, posts: null });
  });
});

describe("a token", () => {
  it("is given for a named post, and kept by no cache", async () => {
    const { status, headers, body } = await ask(local, "/explorer/token?post=kaifu-community-secretary");
    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(JSON.parse(body.toString())).toEqual({ token: "token-of-kaifu-community-secretary" });
  });

  it.each(["?post=kaifu-mayor", "?post=", "", "?post=%FF"])("is refused for %j", async (query) => {
    const { status, body } = await ask(local, `/explorer/token${query}`);
    expect(status).toBe(404);
    expect(JSON.parse(body.toString()).errors[0].extensions).toMatchObject({ code: "NOT_FOUND" });
  });

  it("that cannot be signed is our fault, said with a reference that is in the log", async () => {
    const warned = vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
    const { status, body } = await ask(local, "/explorer/token?post=kaifu-resident");
    expect(status).toBe(500);
    const { extensions } = JSON.parse(body.toString()).errors[0];
    expect(extensions.code).toBe("INTERNAL_SERVER_ERROR");
    expect(body.toString()).not.toContain("the key is gone");
    expect(warned).toHaveBeenCalledWith(new Error("the key is gone"), { code: extensions.details.reference });
    warned.mockRestore();
  });

  it("does not exist in production", async () => {
    expect((await ask(production, "/explorer/token?post=kaifu-resident")).status).toBe(404);
  });
});

describe("every answer", () => {
  it.each(["/explorer", "/explorer/config.json", "/explorer/token?post=kaifu-mayor", "/explorer/nothing"])(
    "from %s forbids foreign scripts, framing and guessing of types",
    async (path) => {
      const { headers } = await ask(local, path);
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
    const { status, headers } = await ask(local, "/explorer", {}, method);
    expect(status).toBe(405);
    expect(headers.allow).toBe("GET, HEAD");
  });
});
