import { createHash } from "node:crypto";
import { type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import { LRUCache } from "lru-cache";
import { refuse } from "./errors.ts";
import type { Principal } from "./principal.ts";
import { type SigningKey, signingAlgorithm } from "./signing-key.ts";

/** HTTP header in which the gateway vouches for the caller towards a subgraph. */
export const envelopeHeader = "whistlegraph-envelope";

/** HTTP header with the instant of a query whose envelope serves for several. */
export const instantHeader = "whistlegraph-instant";

/** The name under which a gateway signs, and which a subgraph's own tokens are for. */
export const gatewayIdentity = "whistlegraph-gateway";

/** An envelope for queries is good for so long, in seconds; see the decision about what a stolen one can do. */
const querySeconds = 30;

/** Envelopes for queries that a subgraph remembers having opened. */
const maximumOpened = 5_000;

/**
 * What the gateway vouches for: who asks (null: nobody signed in), and the instant by which the whole request is
 * judged, so that every department applies its rules to the same moment whatever its own clock says.
 */
export interface Envelope {
  readonly principal: Principal | null;
  readonly at: Date;
}

/** What a subgraph learns from an envelope. */
export interface OpenedEnvelope extends Envelope {
  /** Whether it was sealed for queries in general, and so is good for nothing else. */
  readonly queriesOnly: boolean;
}

/** Principal and the instants, by the gateway's clock, for which an envelope vouches. */
export interface QueryWindow {
  readonly principal: Principal | null;
  readonly from: Date;
  readonly until: Date;
}

/** How an envelope arrived: with the body it came around, and for a query with its instant. */
export interface Arrived {
  readonly sealed: string | undefined;
  readonly instant: string | undefined;
  readonly body: string;
}

/**
 * Sealed for one subgraph and one body: a subgraph cannot replay what it got against another, and whoever reads the
 * wire cannot put another question in the same caller's name.
 */
export const sealEnvelope = (
  key: SigningKey,
  { principal, at }: Envelope,
  subgraph: string,
  body: string,
): Promise<string> => key.sign({ principal, at: at.toISOString(), body: digestOf(body) }, subgraph);

/** Sealed for one subgraph and every query of one caller within a short window: signing costs more than asking. */
export const sealForQueries = (
  key: SigningKey,
  { principal, from, until }: QueryWindow,
  subgraph: string,
): Promise<string> =>
  key.sign(
    { principal, asks: "query", from: from.toISOString(), until: until.toISOString() },
    subgraph,
    querySeconds,
  );

export type OpenEnvelope = (arrived: Arrived) => Promise<OpenedEnvelope>;

/**
 * Opens what the gateway sealed for this subgraph; refuses everything else. What was sealed for queries is verified
 * once and remembered until it expires.
 *
 * @param now the machine's own time: signatures are valid by it, and not by the instant a request is judged by
 */
export function envelopeOpener(
  gatewayKeys: JWTVerifyGetKey,
  subgraph: string,
  now: () => number = Date.now,
): OpenEnvelope {
  const opened = new LRUCache<string, JWTPayload>({ max: maximumOpened });

  async function verify(sealed: string): Promise<JWTPayload> {
    const known = opened.get(sealed);
    if (known && now() < Number(known.exp) * 1_000) return known;
    const { payload } = await jwtVerify(sealed, gatewayKeys, {
      issuer: gatewayIdentity,
      audience: subgraph,
      algorithms: [signingAlgorithm],
      requiredClaims: ["exp", "principal"],
      currentDate: new Date(now()),
    });
    if (payload.asks === "query") opened.set(sealed, payload);
    return payload;
  }

  return async ({ sealed = "", instant, body }) => {
    try {
      const claims = await verify(sealed);
      const principal = claims.principal as Principal | null;
      return claims.asks === "query"
        ? { principal, at: instantWithin(claims, instant), queriesOnly: true }
        : { principal, at: instantFor(claims, body), queriesOnly: false };
    } catch {
      throw refuse("UNSIGNED_REQUEST");
    }
  };
}

function instantWithin({ from, until }: JWTPayload, instant: string | undefined): Date {
  const at = new Date(instant ?? "");
  const [first, last] = [Date.parse(String(from)), Date.parse(String(until))];
  if (!(at.getTime() >= first && at.getTime() <= last)) throw new Error("outside of what was sealed");
  return at;
}

function instantFor({ at, body: sealedBody }: JWTPayload, body: string): Date {
  if (sealedBody !== digestOf(body)) throw new Error("the body is not the one that was sealed");
  const instant = new Date(String(at));
  if (Number.isNaN(instant.getTime())) throw new Error("sealed without an instant");
  return instant;
}

const digestOf = (body: string): string => createHash("sha256").update(body).digest("base64url");

/** Issuer of the tokens with which a subgraph asks the gateway for itself. */
export const subgraphIdentity = (name: string): string => `subgraph:${name}`;
