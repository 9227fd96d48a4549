import {
  createLocalJWKSet,
  createRemoteJWKSet,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  jwtVerify,
} from "jose";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { Post, type Principal } from "../../subgraphs/shared/principal.ts";

export interface IdentitySettings {
  readonly issuer: string;
  readonly audience: string;
  /** The issuer's public keys, or where to fetch them. */
  readonly keys: JSONWebKeySet | URL;
}

/** Who stands behind an `Authorization` header. No header is nobody (null); a bad token is refused, never nobody. */
export type Identify = (authorization: string | undefined, at: Date) => Promise<Principal | null>;

export function createIdentify({ issuer, audience, keys }: IdentitySettings): Identify {
  const keySet: JWTVerifyGetKey = keys instanceof URL ? createRemoteJWKSet(keys) : createLocalJWKSet(keys);
  return async (authorization, at) => {
    if (authorization === undefined) return null;
    const [scheme, token] = authorization.split(" ");
    if (scheme?.toLowerCase() !== "bearer" || !token) throw refuse("UNAUTHENTICATED");
    try {
      const { payload } = await jwtVerify(token, keySet, {
        issuer,
        audience,
        currentDate: at,
        clockTolerance: 60,
        algorithms: ["EdDSA", "ES256", "RS256", "PS256"],
        requiredClaims: ["sub", "exp", "post", "unit", "division"],
      });
      return principalOf(payload);
    } catch {
      throw refuse("UNAUTHENTICATED");
    }
  };
}

function principalOf(claims: Record<string, unknown>): Principal {
  const { sub, name, post, unit, division, scope } = claims;
  const texts = [sub, post, unit, division].every((claim) => typeof claim === "string" && claim !== "");
  if (!texts || !Object.hasOwn(Post, post as string)) throw refuse("UNAUTHENTICATED");
  return {
    id: sub as string,
    name: typeof name === "string" ? name : (sub as string),
    post: post as Post,
    unit: unit as string,
    division: division as string,
    scopes: typeof scope === "string" ? scope.split(" ").filter(Boolean) : [],
  };
}
