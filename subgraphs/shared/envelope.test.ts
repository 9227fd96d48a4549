import { createLocalJWKSet, SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { person } from "../../test/testkit/people.ts";
import { envelopeOpener, gatewayIdentity, sealEnvelope, sealForQueries } from "./envelope.ts";
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
const open = (sealed: string | undefined, instant?: string) =>
  envelopeOpener(createLocalJWKSet(gateway.jwks), "tickets")({ sealed, instant, body: question });

describe("an envelope", () => {
  it("carries who asks and the instant, to the millisecond", async () => {
    expect(await open(await seal(gateway))).toEqual({ ...envelope, queriesOnly: false });
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

describe("an envelope for queries", () => {
  const window = {
    principal: clerk,
    from: new Date("2019-09-26T10:00:00.000+08:00"),
    until: new Date("2019-09-26T10:00:15.000+08:00"),
  };
  const within = "2019-09-26T02:00:07.123Z";
  const forQueries = (key = gateway, subgraph = "tickets") => sealForQueries(key, window, subgraph);

  it("vouches for its caller at any instant of its window, and says that it is good for nothing but queries", async () => {
    const sealed = await forQueries();
    for (const instant of [window.from.toISOString(), within, window.until.toISOString()]) {
      expect(await open(sealed, instant)).toEqual({
        principal: clerk,
        at: new Date(instant),
        queriesOnly: true,
      });
    }
  });

  it("is verified once, and remembered only until it expires", async () => {
    let now = Date.now();
    let verified = 0;
    const keys = createLocalJWKSet(gateway.jwks);
    const opening = envelopeOpener(
      (...header) => {
        verified += 1;
        return keys(...header);
      },
      "tickets",
      () => now,
    );
    const sealed = await forQueries();
    const arrived = { sealed, instant: within, body: question };
    await opening(arrived);
    now += 29_000;
    await opening(arrived);
    expect(verified).toBe(1);

    now += 2_000;
    await expect(opening(arrived)).rejects.toMatchObject({ extensions: { code: "UNSIGNED_REQUEST" } });
  });

  it.each<[string, string | undefined, (() => Promise<string>)?]>([
    ["without an instant", undefined],
    ["with an instant that is none", "yesterday"],
    ["with one before its window", "2019-09-26T01:59:59.999Z"],
    ["with one after its window", "2019-09-26T02:00:15.001Z"],
    ["sealed for another subgraph", within, () => forQueries(gateway, "grids")],
    ["sealed with another key", within, () => forQueries(stranger)],
    ["without a window", within, () => gateway.sign({ principal: clerk, asks: "query" }, "tickets")],
    [
      "that does not say who asks",
      within,
      () => gateway.sign({ asks: "query", from: window.from, until: window.until }, "tickets"),
    ],
    [
      "that is for more than queries",
      within,
      () =>
        gateway.sign(
          { principal: clerk, asks: "mutation", from: window.from, until: window.until },
          "tickets",
        ),
    ],
  ])("is refused %s", async (_, instant, make = forQueries) => {
    await expect(open(await make(), instant)).rejects.toMatchObject({
      extensions: { code: "UNSIGNED_REQUEST" },
    });
  });
});

describe("a signing key", () => {
  it("publishes only its public half", () => {
    expect(Object.keys(gateway.jwks.keys[0] ?? {})).not.toContain("d");
  });
});
