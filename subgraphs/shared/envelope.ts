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

/** Sealed for one subgraph, so that a subgraph cannot replay what it got against another. */
export const sealEnvelope = (
  key: SigningKey,
  { principal, at }: Envelope,
  subgraph: string,
): Promise<string> => key.sign({ principal, at: at.toISOString() }, subgraph);

/** Opens what the gateway sealed for this subgraph within the last minute; refuses everything else. */
export async function openEnvelope(
  sealed: string | undefined,
  gatewayKeys: JWTVerifyGetKey,
  subgraph: string,
): Promise<Envelope> {
  try {
    const { payload } = await jwtVerify(sealed ?? "", gatewayKeys, {
      issuer: gatewayIdentity,
      audience: subgraph,
      algorithms: [signingAlgorithm],
    });
    return { principal: payload.principal as Principal | null, at: new Date(payload.at as string) };
  } catch {
    throw refuse("UNSIGNED_REQUEST");
  }
}

/** Issuer of the tokens with which a subgraph asks the gateway for itself. */
export const subgraphIdentity = (name: string): string => `subgraph:${name}`;
