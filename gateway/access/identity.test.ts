import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { importJWK, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { gatewayIdentity, subgraphIdentity } from "../../subgraphs/shared/envelope.ts";
import { createPrivateJwk, openSigningKey, type SigningKey } from "../../subgraphs/shared/signing-key.ts";
import { createIdentify, type Identify } from "./identity.ts";

const issuer = "https://issuer.test";
const audience = "whistlegraph";
const now = new Date("2026-06-01T09:00:00+08:00");
const claims = {
  name: "甲",
  post: "RESPONDER",
  unit: "430105-MARKET-SUPERVISION",
  division: "430105",
  scope: "a b",
};

let identify: Identify;
let privateJwk: Awaited<ReturnType<typeof createPrivateJwk>>;
let ticketsKey: SigningKey;
let keyServer: Server;

beforeAll(async () => {
  privateJwk = await createPrivateJwk();
  const issuerKey = await openSigningKey(issuer, privateJwk);
  ticketsKey = await openSigningKey(subgraphIdentity("tickets"));
  keyServer = createServer(({ url }, response) =>
    response.end(url === "/.well-known/jwks.json" ? JSON.stringify(ticketsKey.jwks) : "{}"),
  );
  await new Promise<void>((resolve) => keyServer.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}`;
  identify = createIdentify({
    issuer,
    audience,
    keys: issuerKey.jwks,
    services: new Map([["tickets", url]]),
  });
});
afterAll(() => {
  keyServer.close();
});

interface TokenParts {
  claims?: Record<string, unknown>;
  issuer?: string;
  audience?: string;
  issuedAt?: Date;
  expiresAt?: Date;
  notBefore?: Date;
}

async function token(parts: TokenParts = {}): Promise<string> {
  const issuedAt = parts.issuedAt ?? now;
  const notBefore = parts.notBefore && { nbf: parts.notBefore.getTime() / 1000 };
  return new SignJWT({ ...claims, ...notBefore, ...parts.claims })
    .setProtectedHeader({ alg: "EdDSA" })
    .setSubject("clerk-1")
    .setIssuer(parts.issuer ?? issuer)
    .setAudience(parts.audience ?? audience)
    .setIssuedAt(Math.floor(issuedAt.getTime() / 1000))
    .setExpirationTime(Math.floor((parts.expiresAt?.getTime() ?? issuedAt.getTime() + 3_600_000) / 1000))
    .sign(await importJWK(privateJwk, "EdDSA"));
}

describe("who asks", () => {
  it("is nobody without a token", async () => {
    expect(await identify(undefined, now)).toBeNull();
  });

  it("is whom the issuer vouches for", async () => {
    expect(await identify(`Bearer ${await token()}`, now)).toEqual({
      id: "clerk-1",
      name: "甲",
      post: "RESPONDER",
      unit: "430105-MARKET-SUPERVISION",
      division: "430105",
      scopes: ["a", "b"],
    });
  });

  it.each<[string, Record<string, unknown>, object]>([
    ["acts for somebody", { on_behalf_of: "an" }, { id: "clerk-1", onBehalfOf: "an" }],
    ["another acts as", { act: { sub: "service:app" } }, { id: "clerk-1", actor: "service:app" }],
  ])("is told with whom it %s, by the token", async (_, claims, said) => {
    expect(await identify(`Bearer ${await token({ claims })}`, now)).toMatchObject(said);
  });

  it("is judged by the instant of the request, with a minute's leeway", async () => {
    const sent = `Bearer ${await token({ expiresAt: now })}`;
    expect(await identify(sent, new Date(now.getTime() + 59_000))).not.toBeNull();
    await expect(identify(sent, new Date(now.getTime() + 61_000))).rejects.toMatchObject(unauthenticated);
  });

  const unauthenticated = { extensions: { code: "UNAUTHENTICATED" } };
  it.each<[string, () => Promise<string>]>([
    ["another scheme", async () => `Basic ${await token()}`],
    ["no token after the scheme", async () => "Bearer "],
    ["nonsense", async () => "Bearer nonsense"],
    ["another issuer", async () => `Bearer ${await token({ issuer: "https://elsewhere.test" })}`],
    ["another audience", async () => `Bearer ${await token({ audience: "elsewhere" })}`],
    ["a post nobody holds", async () => `Bearer ${await token({ claims: { post: "EMPEROR" } })}`],
    [
      "a post named like something every object has",
      async () => `Bearer ${await token({ claims: { post: "constructor" } })}`,
    ],
    [
      "a person who claims to be a service",
      async () => `Bearer ${await token({ claims: { post: "SERVICE" } })}`,
    ],
    ["nobody who acts", async () => `Bearer ${await token({ claims: { act: {} } })}`],
    ["nobody it acts for", async () => `Bearer ${await token({ claims: { on_behalf_of: 1 } })}`],
    ["no unit", async () => `Bearer ${await token({ claims: { unit: "" } })}`],
    [
      "no division: the empty one would contain them all",
      async () => `Bearer ${await token({ claims: { division: "" } })}`,
    ],
    [
      "no signature",
      async () => {
        const [, body] = (await token()).split(".");
        return `Bearer ${Buffer.from('{"alg":"none"}').toString("base64url")}.${body}.`;
      },
    ],
    [
      "claims changed after signing",
      async () => {
        const [head, body = "", signature] = (await token()).split(".");
        const changed = JSON.parse(Buffer.from(body, "base64url").toString());
        const forged = Buffer.from(JSON.stringify({ ...changed, post: "DATA_STEWARD" })).toString(
          "base64url",
        );
        return `Bearer ${head}.${forged}.${signature}`;
      },
    ],
    [
      "a service token with the issuer's key instead of the subgraph's",
      async () => `Bearer ${await token({ issuer: subgraphIdentity("tickets"), audience: gatewayIdentity })}`,
    ],
    [
      "a service token of a subgraph nobody configured",
      async () =>
        `Bearer ${await (await openSigningKey(subgraphIdentity("intruder"))).sign({}, gatewayIdentity)}`,
    ],
    [
      "what a subgraph signed for another audience",
      async () => `Bearer ${await ticketsKey.sign({}, "grids")}`,
    ],
  ])("is refused, never taken for nobody: %s", async (_, header) => {
    await expect(identify(await header(), now)).rejects.toMatchObject(unauthenticated);
  });

  it("is a subgraph when its own key says so", async () => {
    const principal = await identify(`Bearer ${await ticketsKey.sign({}, gatewayIdentity)}`, now);
    expect(principal).toMatchObject({ post: "SERVICE", unit: "tickets", scopes: ["feed:read"] });
  });
});

describe("a token that was verified a moment ago", () => {
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
  const unauthenticated = { extensions: { code: "UNAUTHENTICATED" } };
  const ours = async () => (await openSigningKey(issuer, privateJwk)).jwks;

  /** Counts how often the issuer's keys are asked for; `passed` is moved by the test. */
  async function watched() {
    const watch = { passed: 0, fetched: 0, jwks: await ours() };
    const server = createServer((_, response) => {
      watch.fetched += 1;
      response.end(JSON.stringify(watch.jwks));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const keys = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return {
      watch,
      identify: createIdentify({ issuer, audience, keys, now: () => watch.passed }),
      close: () => server.close(),
    };
  }

  it("gives the same principal, so that what is known of it is found again", async () => {
    const sent = `Bearer ${await token()}`;
    const first = await identify(sent, now);
    expect(await identify(sent, later(1))).toBe(first);
    expect(await identify(sent.replace("Bearer", "bearer"), now)).toBe(first);
    expect(await identify(`Bearer ${await token({ claims: { scope: "a" } })}`, now)).not.toBe(first);
  });

  it("is judged by the instant of each request all the same", async () => {
    const sent = `Bearer ${await token({ expiresAt: now, notBefore: now })}`;
    expect(await identify(sent, now)).not.toBeNull();
    expect(await identify(sent, later(59))).not.toBeNull();
    await expect(identify(sent, later(60))).rejects.toMatchObject(unauthenticated);
    expect(await identify(sent, later(-60))).not.toBeNull();
    await expect(identify(sent, later(-61))).rejects.toMatchObject(unauthenticated);
    expect(await identify(sent, now)).not.toBeNull();
  });

  it("is verified again after a minute: no longer than the key set does it outlive a withdrawn key", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { watch, identify, close } = await watched();
    const sent = `Bearer ${await token()}`;
    const first = await identify(sent, now);
    watch.jwks = (await openSigningKey(issuer)).jwks;
    vi.setSystemTime(Date.now() + 3_600_000); // the key set that was fetched is too old by now

    watch.passed = 59_999;
    expect(await identify(sent, now)).toBe(first);
    expect(watch.fetched).toBe(1);
    watch.passed = 60_000;
    await expect(identify(sent, now)).rejects.toMatchObject(unauthenticated);
    expect(watch.fetched).toBe(2);
    vi.useRealTimers();
    close();
  });

  it("stays the same principal when it is verified again", async () => {
    const { watch, identify, close } = await watched();
    const sent = `Bearer ${await token()}`;
    const first = await identify(sent, now);
    watch.passed = 60_000;
    expect(await identify(sent, now)).toBe(first);
    close();
  });

  it("is forgotten when very many others have come since", async () => {
    const identify = createIdentify({ issuer, audience, keys: await ours(), remembered: 20 });
    const sent = `Bearer ${await token()}`;
    const first = await identify(sent, now);
    for (let other = 0; other < 20; other++) {
      await identify(`Bearer ${await token({ claims: { name: `${other}` } })}`, now);
    }
    const again = await identify(sent, now);
    expect(again).toEqual(first);
    expect(again).not.toBe(first);
  });

  it("does not make a refused one good, nor is a refusal kept", async () => {
    const sent = `Bearer ${await token({ issuedAt: later(-7_200) })}`;
    await expect(identify(sent, now)).rejects.toMatchObject(unauthenticated);
    await expect(identify(sent, now)).rejects.toMatchObject(unauthenticated);
    expect(await identify(sent, later(-7_200))).not.toBeNull();
  });
});
