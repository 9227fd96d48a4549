import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  jwtVerify,
} from "jose";
import { LRUCache } from "lru-cache";
import { gatewayIdentity, subgraphIdentity } from "../../subgraphs/shared/envelope.ts";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { Post, type Principal, servicePrincipal } from "../../subgraphs/shared/principal.ts";
import { signingAlgorithm } from "../../subgraphs/shared/signing-key.ts";
import { get } from "../transport/get.ts";

export interface IdentitySettings {
  readonly issuer: string;
  readonly audience: string;
  /** The issuer's public keys, or where to fetch them. */
  readonly keys: JSONWebKeySet | URL;
  /** Subgraphs that ask for themselves over HTTP, by name: where each listens, and so publishes its public keys. */
  readonly services?: ReadonlyMap<string, string>;
  /** Tokens remembered at a time. */
  readonly remembered?: number;
  /** Milliseconds of a clock that never jumps. */
  readonly now?: () => number;
}

/** Who stands behind an `Authorization` header. No header is nobody (null); a bad token is refused, never nobody. */
export type Identify = (authorization: string | undefined, at: Date) => Promise<Principal | null>;

/** Clocks of issuer and gateway may differ by this, in seconds. */
const leeway = 60;

/**
 * How long, in milliseconds, a verified token is taken at its word: so much longer than the key set is kept is a key
 * that the issuer has withdrawn honoured. Verifying costs more than the rest of a small request.
 */
const trusted = 60_000;

/** Tokens remembered at a time: as many as may follow changes at once, each of whom is asked for again at every event. */
const usualRemembered = 20_000;

/**
 * A token is verified when it is first seen and again every minute; whether it is valid at the request's instant is
 * judged every time. While it is remembered it gives the same principal object.
 */
export function createIdentify({
  issuer,
  audience,
  keys,
  services,
  remembered = usualRemembered,
  now = () => performance.now(),
}: IdentitySettings): Identify {
  const keySet: JWTVerifyGetKey = keys instanceof URL ? createRemoteJWKSet(keys) : createLocalJWKSet(keys);
  const asService = createServiceIdentify(services ?? new Map());
  const verified = new LRUCache<string, Verified>({ max: remembered });

  const verify = async (token: string, at: Date): Promise<Principal> => {
    const service = await asService(token);
    if (service) return service;
    const { payload } = await jwtVerify(token, keySet, {
      issuer,
      audience,
      currentDate: at,
      clockTolerance: leeway,
      algorithms: ["EdDSA", "ES256", "RS256", "PS256"],
      requiredClaims: ["sub", "exp", "post", "unit", "division"],
    });
    // The same text says the same: what others keep by the principal is kept beyond the minute.
    const principal = verified.get(token)?.principal ?? principalOf(payload);
    const { nbf = 0, exp = 0 } = payload;
    verified.set(token, { principal, notBefore: nbf, expiresAt: exp, trustedUntil: now() + trusted });
    return principal;
  };

  return async (authorization, at) => {
    if (authorization === undefined) return null;
    const [scheme, token] = authorization.split(" ");
    if (scheme?.toLowerCase() !== "bearer" || !token) throw refuse("UNAUTHENTICATED");
    const known = verified.get(token);
    if (known && now() < known.trustedUntil && isValid(known, at)) return known.principal;
    try {
      return await verify(token, at);
    } catch {
      throw refuse("UNAUTHENTICATED");
    }
  };
}

interface Verified {
  readonly principal: Principal;
  /** Both in seconds of the epoch, as the token says them. */
  readonly notBefore: number;
  readonly expiresAt: number;
  readonly trustedUntil: number;
}

function isValid({ notBefore, expiresAt }: Verified, at: Date): boolean {
  const second = Math.floor(at.getTime() / 1_000);
  return notBefore <= second + leeway && second - leeway < expiresAt;
}

/** A subgraph vouches for itself with its own key; whose key that is, the gateway's configuration says. */
function createServiceIdentify(services: ReadonlyMap<string, string>) {
  const byIssuer = new Map(
    [...services].map(([name, url]) => {
      // A restarted subgraph signs with a new key: look again as soon as an unknown one turns up.
      const keys = createRemoteJWKSet(new URL("http://subgraph"), {
        cooldownDuration: 1_000,
        [customFetch]: () => get(url, "/.well-known/jwks.json", 5_000),
      });
      return [subgraphIdentity(name), { name, keys, principal: servicePrincipal(name) }] as const;
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
    return service.principal;
  };
}

function principalOf(claims: Record<string, unknown>): Principal {
  const { sub, name, post, unit, division, scope, act, on_behalf_of: onBehalfOf } = claims;
  const texts = [sub, post, unit, division].every(isId);
  if (!texts || !Object.hasOwn(Post, post as string) || post === Post.SERVICE)
    throw refuse("UNAUTHENTICATED");
  // Whoever acts is named, or nobody does: a claim that cannot be read is not passed over.
  const actor = act === undefined ? undefined : (act as { readonly sub?: unknown } | null)?.sub;
  if (act !== undefined && !isId(actor)) throw refuse("UNAUTHENTICATED");
  if (onBehalfOf !== undefined && !isId(onBehalfOf)) throw refuse("UNAUTHENTICATED");
  return {
    id: sub as string,
    name: typeof name === "string" ? name : (sub as string),
    post: post as Post,
    unit: unit as string,
    division: division as string,
    scopes: typeof scope === "string" ? scope.split(" ").filter(Boolean) : [],
    ...(isId(actor) && { actor }),
    ...(isId(onBehalfOf) && { onBehalfOf }),
  };
}

const isId = (claim: unknown): claim is string => typeof claim === "string" && claim !== "";
