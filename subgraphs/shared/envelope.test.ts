import { createLocalJWKSet, SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { person } from "../../test/testkit/people.ts";
import { gatewayIdentity, openEnvelope, sealEnvelope } from "./envelope.ts";
import { Post } from "./principal.ts";
import { openSigningKey, type SigningKey } from "./signing-key.ts";

const clerk = person(Post.COMMUNITY_STAFF, { unit: "430105010001", scopes: ["resident:read"] });
const envelope = { principal: clerk, at: new Date("2019-09-26T10:00:00.123+08:00") };

let gateway: SigningKey;
let stranger: SigningKey;

beforeAll(async () => {
  gateway = await openSigningKey(gatewayIdentity);
  stranger = await openSigningKey(gatewayIdentity);
});

const question = '{"query":"{ __typename }"}';
const seal = (key: SigningKey, sealed = envelope, subgraph = "tickets", body = question) =>
  sealEnvelope(key, sealed, subgraph, body);
const open = (sealed: string | undefined) =>
  openEnvelope(sealed, createLocalJWKSet(gateway.jwks), "tickets", question);

describe("an envelope", () => {
  it("carries who asks and the instant, to the millisecond", async () => {
    expect(await open(await seal(gateway))).toEqual(envelope);
  });

  it("may say that nobody is signed in", async () => {
    const sealed = await sealEnvelope(gateway, { ...envelope, principal: null }, "tickets", question);
    expect((await open(sealed)).principal).toBeNull();
  });

  it.each<[string, () => Promise<string | undefined>]>([
    ["nothing", async () => undefined],
    ["nonsense", async () => "a.b.c"],
    ["one sealed for another subgraph", () => seal(gateway, envelope, "grids")],
    ["one sealed with another key", () => seal(stranger)],
    ["one sealed for another question", () => seal(gateway, envelope, "tickets", "{}")],
    [
      "a subgraph's own token",
      async () => (await openSigningKey("subgraph:tickets")).sign({ principal: clerk }, "tickets"),
    ],
    [
      "one with a changed principal",
      async () => {
        const [head, , signature] = (await seal(gateway)).split(".");
        const body = Buffer.from(JSON.stringify({ principal: { ...clerk, post: Post.SERVICE } })).toString(
          "base64url",
        );
        return `${head}.${body}.${signature}`;
      },
    ],
    [
      "one without a signature",
      async () => {
        const head = Buffer.from(JSON.stringify({ alg: "none" })).toString("base64url");
        const body = Buffer.from(
          JSON.stringify({ principal: clerk, iss: gatewayIdentity, aud: "tickets" }),
        ).toString("base64url");
        return `${head}.${body}.`;
      },
    ],
    [
      "one signed with the public key as a shared secret",
      async () =>
        new SignJWT({ principal: clerk })
          .setProtectedHeader({ alg: "HS256", kid: gateway.jwks.keys[0]?.kid ?? "" })
          .setIssuer(gatewayIdentity)
          .setAudience("tickets")
          .setExpirationTime("60s")
          .sign(new TextEncoder().encode(JSON.stringify(gateway.jwks.keys[0]))),
    ],
  ])("refuses %s", async (_, make) => {
    await expect(open(await make())).rejects.toMatchObject({ extensions: { code: "UNSIGNED_REQUEST" } });
  });
});

describe("a signing key", () => {
  it("publishes only its public half", () => {
    expect(Object.keys(gateway.jwks.keys[0] ?? {})).not.toContain("d");
  });
});
