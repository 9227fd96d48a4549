import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLocalJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Post } from "../../subgraphs/shared/principal.ts";
import { DEVELOPMENT_IDENTITY, type Issuer, openIssuer } from "./issuer.ts";
import type { ClaimedHolder } from "./post-holder.ts";

const NOW = new Date("2019-09-26T09:00:00+08:00");
const SECRETARY = {
  id: "kaifu-community-secretary",
  name: "罗建湘",
  post: Post.COMMUNITY_SECRETARY,
  unit: "430105010003",
  division: "430105010003",
};

let directory: string;
let issuer: Issuer;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "issuer-"));
  issuer = await openIssuer({ directory, ...DEVELOPMENT_IDENTITY });
});
afterAll(() => rm(directory, { recursive: true }));

const verified = async (token: string) => {
  const { payload } = await jwtVerify(token, createLocalJWKSet(issuer.jwks), {
    ...DEVELOPMENT_IDENTITY,
    currentDate: NOW,
  });
  return payload;
};

describe("a person's token", () => {
  it("says who, in which post, for which place, with which scopes, for a working day", async () => {
    const seconds = NOW.getTime() / 1000;
    expect(await verified(await issuer.sign(SECRETARY, { now: NOW }))).toEqual({
      sub: "kaifu-community-secretary",
      name: "罗建湘",
      post: "COMMUNITY_SECRETARY",
      unit: "430105010003",
      division: "430105010003",
      scope: "resident:read observation:read",
      iss: DEVELOPMENT_IDENTITY.issuer,
      aud: DEVELOPMENT_IDENTITY.audience,
      iat: seconds,
      exp: seconds + 8 * 3600,
      jti: expect.any(String),
    });
  });

  it.each([
    [Post.COMMUNITY_SECRETARY, "430105010003", "430105010003", "COMMUNITY_SECRETARY@430105010003"],
    [Post.CHIEF_RESPONDER, "430105-COMMERCE", "430105", "CHIEF_RESPONDER@430105-COMMERCE"],
    [Post.RESPONDER, "430105-COMMERCE", "430105010", "RESPONDER@430105-COMMERCE/430105010"],
  ])(
    "names a %s of %s for %s, when nobody in particular is asked for, %s",
    async (post, unit, division, id) => {
      const payload = await verified(await issuer.sign({ post, unit, division }, { now: NOW }));
      expect(payload).toMatchObject({ sub: id, name: id });
    },
  );

  it("says on whose behalf, when it is on somebody's", async () => {
    const payload = await verified(
      await issuer.sign({ ...SECRETARY, onBehalfOf: "kaifu-resident" }, { now: NOW }),
    );
    expect(payload.on_behalf_of).toBe("kaifu-resident");
  });

  it("lasts as long as asked and has an identifier of its own", async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(async () => verified(await issuer.sign(SECRETARY, { now: NOW, lifetime: 60 }))),
    );
    expect(first?.exp).toBe(NOW.getTime() / 1000 + 60);
    expect(first?.jti).not.toBe(second?.jti);
  });

  it.each<[string, Partial<ClaimedHolder>, RegExp]>([
    ["an unknown post", { post: "MAYOR" }, /post: MAYOR/],
    ["a subgraph's post", { post: Post.SERVICE }, /post: SERVICE/],
    ["a unit code of the wrong length", { unit: "4301050" }, /unit: 4301050 /],
    ["a department without its district", { unit: "MARKET-SUPERVISION" }, /unit: MARKET-SUPERVISION/],
    [
      "a place outside the unit's district",
      { unit: "430105-COMMERCE", division: "110117005" },
      /within 430105/,
    ],
    ["a place wider than the unit", { division: "430105010" }, /within 430105010003/],
    ["a place of no known length", { unit: "430105", division: "43010501" }, /division: 43010501 /],
  ])("is refused for %s", async (_case, part, message) => {
    await expect(issuer.sign({ ...SECRETARY, ...part }, { now: NOW })).rejects.toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code: "BAD_INPUT" },
    });
  });
});

it("publishes the public half of its key only", () => {
  expect(issuer.jwks.keys).toEqual([
    { kty: "OKP", crv: "Ed25519", x: expect.any(String), kid: expect.any(String), alg: "EdDSA", use: "sig" },
  ]);
});
