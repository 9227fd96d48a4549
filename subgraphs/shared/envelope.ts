import { createHash } from "node:crypto";
import { type JWTVerifyGetKey, jwtVerify } from "jose";
import { refuse } from "./errors.ts";
import type { Principal } from "./principal.ts";
import { type SigningKey, signingAlgorithm } from "./signing-key.ts";

/** HTTP header in which the gateway vouches for the caller towards a subgraph. */
export const envelopeHeader = "whistlegraph-envelope";

/** The name under which a gateway signs, and which a subgraph's own tokens are for. */
export const gatewayIdentity = "whistlegraph-gateway";

/**
 * What the gateway vouches for: who asks (null: nobody signed in), and the instant by which the whole request is
 * judged, so that every department applies its rules to the same moment whatever its own clock says.
 */
export interface Envelope {
  readonly principal: Principal | null;
  readonly at: Date;
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

/** Opens what the gateway sealed for this subgraph and this body within the last minute; refuses everything else. */
export async function openEnvelope(
  sealed: string | undefined,
  gatewayKeys: JWTVerifyGetKey,
  subgraph: string,
  body: string,
): Promise<Envelope> {
  try {
    const { payload } = await jwtVerify(sealed ?? "", gatewayKeys, {
      issuer: gatewayIdentity,
      audience: subgraph,
      algorithms: [signingAlgorithm],
      requiredClaims: ["exp", "at"],
    });
    if (payload.body !== digestOf(body)) throw new Error("the body is not the one that was sealed");
    return { principal: payload.principal as Principal | null, at: new Date(payload.at as string) };
  } catch {
    throw refuse("UNSIGNED_REQUEST");
  }
}

const digestOf = (body: string): string => createHash("sha256").update(body).digest("base64url");

/** Issuer of the tokens with which a subgraph asks the gateway for itself. */
export const subgraphIdentity = (name: string): string => `subgraph:${name}`;
