import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  SignJWT,
} from "jose";

export const signingAlgorithm = "EdDSA";

/** Long enough for a request under way, short enough that a stolen signature is worthless. */
const lifetimeSeconds = 60;

/**
 * How the gateway and the subgraphs prove to one another who they are: each holds a key of its own and publishes the
 * public half at `/.well-known/jwks.json`. Nobody shares a secret, so no department can speak in another's name.
 */
export interface SigningKey {
  readonly jwks: JSONWebKeySet;
  /** A signed statement for one audience, good for a minute unless told. */
  sign(claims: JWTPayload, audience: string, seconds?: number): Promise<string>;
}

/**
 * @param privateJwk needed only where several replicas must sign alike; made anew at every start otherwise.
 */
export async function openSigningKey(issuer: string, privateJwk?: JWK): Promise<SigningKey> {
  const jwk = privateJwk ?? (await createPrivateJwk());
  const key = (await importJWK(jwk, signingAlgorithm)) as CryptoKey;
  const { d: _secret, ...publicHalf } = jwk;
  const kid = await calculateJwkThumbprint(publicHalf);
  return {
    jwks: { keys: [{ ...publicHalf, kid, alg: signingAlgorithm, use: "sig" }] },
    sign: (claims, audience, seconds = lifetimeSeconds) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: signingAlgorithm, kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(`${seconds}s`)
        .sign(key),
  };
}

export async function createPrivateJwk(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  return exportJWK(privateKey);
}
