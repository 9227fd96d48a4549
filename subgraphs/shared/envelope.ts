import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK, jwtVerify, SignJWT } from "jose";
import { refuse } from "./errors.ts";
import type { Principal } from "./principal.ts";

/** HTTP header in which the gateway vouches for the caller towards a subgraph. */
export const envelopeHeader = "whistlegraph-envelope";

/**
 * What the gateway vouches for: who asks (null: nobody signed in), and the instant by which the whole request is
 * judged, so that every department applies its rules to the same moment whatever its own clock says.
 */
export interface Envelope {
  readonly principal: Principal | null;
  readonly at: Date;
}

const algorithm = "EdDSA";
const issuer = "whistlegraph-gateway";
const lifetimeSeconds = 60;

/** The gateway's side: signs for one subgraph, so that a subgraph cannot replay what it got against another. */
export type EnvelopeSigner = (envelope: Envelope, subgraph: string) => Promise<string>;
/** The subgraph's side: refuses whatever the gateway did not sign for it within the last minute. */
export type EnvelopeVerifier = (signed: string | undefined) => Promise<Envelope>;

export interface GatewayKey {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

export async function createGatewayKey(): Promise<GatewayKey> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  return { privateJwk: await exportJWK(privateKey), publicJwk: await exportJWK(publicKey) };
}

export async function envelopeSigner(privateJwk: JWK): Promise<EnvelopeSigner> {
  const key = (await importJWK(privateJwk, algorithm)) as CryptoKey;
  return ({ principal, at }, subgraph) =>
    new SignJWT({ principal, at: at.toISOString() })
      .setProtectedHeader({ alg: algorithm })
      .setIssuer(issuer)
      .setAudience(subgraph)
      .setIssuedAt()
      .setExpirationTime(`${lifetimeSeconds}s`)
      .sign(key);
}

export async function envelopeVerifier(publicJwk: JWK, subgraph: string): Promise<EnvelopeVerifier> {
  const key = (await importJWK(publicJwk, algorithm)) as CryptoKey;
  return async (signed) => {
    try {
      const { payload } = await jwtVerify(signed ?? "", key, {
        issuer,
        audience: subgraph,
        algorithms: [algorithm],
      });
      return { principal: payload.principal as Principal | null, at: new Date(payload.at as string) };
    } catch {
      throw refuse("UNSIGNED_REQUEST");
    }
  };
}
