import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  jwtVerify,
} from "jose";
import { gatewayIdentity, subgraphIdentity } from "../../subgraphs/shared/envelope.ts";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { Post, type Principal, servicePrincipal } from "../../subgraphs/shared/principal.ts";
import { signingAlgorithm } from "../../subgraphs/shared/signing-key.ts";

export interface IdentitySettings {
  readonly issuer: string;
  readonly audience: string;
  /** The issuer's public keys, or where to fetch them. */
  readonly keys: JSONWebKeySet | URL;
  /** Subgraphs that ask for themselves over HTTP, by name: where each publishes its public keys. */
  readonly services?: ReadonlyMap<string, URL>;
}

/** Who stands behind an `Authorization` header. No header is nobody (null); a bad token is refused, never nobody. */
export type Identify = (authorization: string | undefined, at: Date) => Promise<Principal | null>;

export function createIdentify({ issuer, audience, keys, services }: IdentitySettings): Identify {
  const keySet: JWTVerifyGetKey = keys instanceof URL ? createRemoteJWKSet(keys) : createLocalJWKSet(keys);
  const asService = createServiceIdentify(services ?? new Map());
  return async (authorization, at) => {
    if (authorization === undefined) return null;
    const [scheme, token] = authorization.split(" ");
    if (scheme?.toLowerCase() !== "bearer" || !token) throw refuse("UNAUTHENTICATED");
    try {
      const service = await asService(token);
      if (service) return service;
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

/** A subgraph vouches for itself with its own key; whose key that is, the gateway's configuration says. */
function createServiceIdentify(services: ReadonlyMap<string, URL>) {
  const byIssuer = new Map(
    [...services].map(([name, url]) => {
      // A restarted subgraph signs with a new key: look again as soon as an unknown one turns up.
      const keys = createRemoteJWKSet(url, { cooldownDuration: 1_000 });
      return [subgraphIdentity(name), { name, keys }] as const;
    }),
  );
  return async (token: string): Promise<Principal | undefined> => {
    const service = byIssuer.get(decodeJwt(token).iss ?? "");
    if (!service) return undefined;
    await jwtVerify(token, service.keys, {
      issuer: subgraphIdentity(service.name),
      audience: gatewayIdentity,
      algorithms: [signingAlgorithm],
    });
    return servicePrincipal(service.name);
  };
}

function principalOf(claims: Record<string, unknown>): Principal {
  const { sub, name, post, unit, division, scope } = claims;
  const texts = [sub, post, unit, division].every((claim) => typeof claim === "string" && claim !== "");
  if (!texts || !Object.hasOwn(Post, post as string) || post === Post.SERVICE)
    throw refuse("UNAUTHENTICATED");
  return {
    id: sub as string,
    name: typeof name === "string" ? name : (sub as string),
    post: post as Post,
    unit: unit as string,
    division: division as string,
    scopes: typeof scope === "string" ? scope.split(" ").filter(Boolean) : [],
  };
}
