import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { importJWK, type JSONWebKeySet, SignJWT } from "jose";
import { signingAlgorithm } from "../../subgraphs/shared/signing-key.ts";
import { issuerKey } from "./issuer-key.ts";
import { type ClaimedHolder, divisionOfUnit, type PostHolder, requireHolder } from "./post-holder.ts";
import { scopesOf } from "./posts.ts";

/** What the tokens of the local stack say in `iss` and `aud`, and what its gateway therefore accepts. */
export const DEVELOPMENT_IDENTITY = {
  issuer: "https://issuer.whistlegraph.localhost",
  audience: "whistlegraph",
} as const;

/** A working day, in seconds: long enough not to interrupt a developer, short enough that a leaked token dies. */
export const WORKING_DAY = 8 * 60 * 60;

export interface Validity {
  readonly now: Date;
  /** Seconds the token is good for; {@link WORKING_DAY} unless told. */
  readonly lifetime?: number;
}

export type Issuer = Awaited<ReturnType<typeof openIssuer>>;

/** The post in its unit, `RESPONDER@430105-COMMERCE/430105010`: the place is said where it is not the unit's own. */
const seatOf = ({ post, unit, division }: PostHolder): string =>
  `${post}@${unit}${division === divisionOfUnit(unit) ? "" : `/${division}`}`;

/**
 * The development issuer: signs tokens for any post without asking who you are. It stands in for the city's identity
 * provider on a developer's machine and in tests; nothing in production opens one.
 */
export async function openIssuer(options: { directory: string; issuer: string; audience: string }) {
  const { privateJwk, publicJwk } = await issuerKey(join(options.directory, "issuer.json"));
  const key = await importJWK(privateJwk, signingAlgorithm);
  const jwks: JSONWebKeySet = { keys: [publicJwk] };

  return {
    /** The public half of the key, as an identity provider publishes it. */
    jwks,

    /** A token for a person; refuses (`BAD_INPUT`) a post or codes that do not fit together. */
    async sign(claimed: ClaimedHolder, { now, lifetime = WORKING_DAY }: Validity): Promise<string> {
      const holder = requireHolder(claimed);
      const id = holder.id ?? seatOf(holder);
      const issuedAt = Math.floor(now.getTime() / 1000);
      return new SignJWT({
        name: holder.name ?? id,
        post: holder.post,
        unit: holder.unit,
        division: holder.division,
        scope: scopesOf(holder.post).join(" "),
        ...(holder.onBehalfOf ? { on_behalf_of: holder.onBehalfOf } : {}),
      })
        .setProtectedHeader({ alg: signingAlgorithm, kid: publicJwk.kid, typ: "JWT" })
        .setSubject(id)
        .setIssuer(options.issuer)
        .setAudience(options.audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + lifetime)
        .setJti(randomUUID())
        .sign(key);
    },
  };
}
