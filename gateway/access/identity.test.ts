import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { importJWK, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
  keyServer = createServer((_, response) => response.end(JSON.stringify(ticketsKey.jwks)));
  await new Promise<void>((resolve) => keyServer.listen(0, "127.0.0.1", resolve));
  const url = new URL(`http://127.0.0.1:${(keyServer.address() as AddressInfo).port}/`);
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
}

async function token(parts: TokenParts = {}): Promise<string> {
  const issuedAt = parts.issuedAt ?? now;
  return new SignJWT({ ...claims, ...parts.claims })
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
