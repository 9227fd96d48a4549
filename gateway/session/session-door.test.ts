import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { namedPosts } from "../../infra/issuer/named-posts.ts";
import { type PageServer, servePages } from "../../test/testkit/page-server.ts";
import { createSessionDoor } from "./session-door.ts";

const openId = { issuer: "https://id.example.cn", clientId: "console", scope: "openid profile" };
const scopes = { "plan:read": { en: "The plan", zh: "查询计划" } };

let local: PageServer;
let production: PageServer;
beforeAll(async () => {
  local = await servePages(
    createSessionDoor({
      scopes,
      posts: {
        list: () => namedPosts.map((named) => ({ ...named, scopes: ["plan:read"], secret: "kept" })),
        token: async (id) => {
          if (id === "kaifu-resident") throw new Error("the key is gone");
          return `token-of-${id}`;
        },
      },
    }),
  );
  production = await servePages(createSessionDoor({ openId }));
});
afterAll(() => {
  local.close();
  production.close();
});

const config = async (door: PageServer) =>
  JSON.parse((await door.ask("/session/config.json")).body.toString());

describe("how people sign in", () => {
  it("is told of the local stack's posts, with what the chooser shows of each and no more", async () => {
    const told = await config(local);
    expect(told).toMatchObject({ openId: null, scopes });
    expect(told.posts).toHaveLength(namedPosts.length);
    expect(told.posts[0]).toEqual({
      id: "kaifu-resident",
      name: "黎晓芸",
      post: "RESIDENT",
      unit: "430105010003",
      division: "430105010003",
      scopes: ["plan:read"],
      label: { zh: "连升街社区居民", en: "Resident, Lianshengjie" },
      place: { zh: "开福区（通泰街街道）", en: "Kaifu (Tongtaijie)" },
    });
  });

  it("names the provider, and offers no posts, in production", async () => {
    expect(await config(production)).toEqual({ posts: null, openId, scopes: {} });
  });
});

describe("a token", () => {
  it("is given for a named post", async () => {
    const { status, body } = await local.ask("/session/token?post=kaifu-community-secretary");
    expect(status).toBe(200);
    expect(JSON.parse(body.toString())).toEqual({ token: "token-of-kaifu-community-secretary" });
  });

  it.each(["?post=kaifu-mayor", "?post=", "", "?post=%FF"])("is refused for %j", async (query) => {
    const { status, body } = await local.ask(`/session/token${query}`);
    expect(status).toBe(404);
    expect(JSON.parse(body.toString()).errors[0].extensions).toMatchObject({ code: "NOT_FOUND" });
  });

  it("that cannot be signed is our fault, said with a reference that is in the log", async () => {
    const warned = vi.spyOn(process, "emitWarning").mockImplementation(() => undefined);
    const { status, body } = await local.ask("/session/token?post=kaifu-resident");
    expect(status).toBe(500);
    const { extensions } = JSON.parse(body.toString()).errors[0];
    expect(extensions.code).toBe("INTERNAL_SERVER_ERROR");
    expect(body.toString()).not.toContain("the key is gone");
    expect(warned).toHaveBeenCalledWith(new Error("the key is gone"), { code: extensions.details.reference });
    warned.mockRestore();
  });

  it("does not exist in production", async () => {
    expect((await production.ask("/session/token?post=kaifu-resident")).status).toBe(404);
  });
});

describe("every answer", () => {
  it.each(["/session/config.json", "/session/token?post=kaifu-dispatcher", "/session/nothing"])(
    "from %s is kept by no cache, and its type is not guessed",
    async (path) => {
      const { headers } = await local.ask(path);
      expect(headers).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
    },
  );

  it.each(["POST", "PUT", "DELETE"])("to %s is 405", async (method) => {
    const { status, headers } = await local.ask("/session/config.json", {}, method);
    expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
  });

  it.each(["/", "/sessions", "/session", "/graphql"])("is not its own to %s", async (path) => {
    expect((await local.ask(path)).status).toBe(418);
  });
});
