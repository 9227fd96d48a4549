import { createLocalJWKSet } from "jose";
import { beforeEach, describe, expect, it } from "vitest";
import { envelopeOpener, gatewayIdentity } from "../../subgraphs/shared/envelope.ts";
import { Post } from "../../subgraphs/shared/principal.ts";
import { openSigningKey, type SigningKey } from "../../subgraphs/shared/signing-key.ts";
import { person } from "../../test/testkit/people.ts";
import { Seals } from "./seals.ts";

const at = new Date("2026-06-01T09:00:00.000+08:00");
const principal = person(Post.RESPONDER, { unit: "430105-COMMERCE" });

let key: SigningKey;
let signed: number;
/** Milliseconds that have passed on the machine. */
let passed: number;
let seals: Seals;

beforeEach(async () => {
  key = await openSigningKey(gatewayIdentity);
  signed = 0;
  passed = 0;
  const counting: SigningKey = {
    ...key,
    sign: (...statement) => {
      signed += 1;
      return key.sign(...statement);
    },
  };
  seals = new Seals(counting, "tickets", () => passed);
});

const later = (milliseconds: number) => new Date(at.getTime() + milliseconds);

describe("queries of one caller", () => {
  it("go under one envelope, those asked at once included, and it opens for each", async () => {
    const open = envelopeOpener(createLocalJWKSet(key.jwks), "tickets");
    const instants = [at, at, later(15_000), later(-15_000), later(7)];
    const sealed = await Promise.all(instants.map((instant) => seals.for({ principal, at: instant })));
    expect(signed).toBe(1);
    for (const [place, instant] of instants.entries()) {
      const arrived = { sealed: sealed[place], instant: instant.toISOString(), body: "" };
      expect(await open(arrived)).toEqual({ principal, at: instant, queriesOnly: true });
    }
  });

  it.each<[string, number, Date]>([
    ["asked after its window", 0, later(15_001)],
    ["asked before its window, by a clock that was set back", 0, later(-15_001)],
    ["asked when half of its life is over", 15_000, at],
  ])("get a new one when %s", async (_, milliseconds, instant) => {
    await seals.for({ principal, at });
    passed = milliseconds;
    await seals.for({ principal, at: instant });
    expect(signed).toBe(2);
  });
});

it("each caller has an envelope of their own, and nobody too", async () => {
  const other = { ...principal, scopes: ["resident:read"] };
  const sealed = [
    await seals.for({ principal, at }),
    await seals.for({ principal: other, at }),
    await seals.for({ principal: null, at }),
  ];
  expect(new Set(sealed).size).toBe(3);
  expect(await seals.for({ principal: null, at })).toBe(sealed[2]);
  expect(signed).toBe(3);
});
