import type { Logger } from "pino";
import type { IdentitySettings } from "../../gateway/access/identity.ts";
import type { OpenIdProvider, PostSource } from "../../gateway/session/session-door.ts";
import { type Issuer, openIssuer } from "../issuer/issuer.ts";
import type { Settings } from "../settings.ts";
import { StartupError } from "../startup-error.ts";
import { developmentPosts } from "./development-posts.ts";

export interface StackIdentity {
  readonly identity: IdentitySettings;
  /** The development issuer; absent where `JWKS_URL` names a real one. */
  readonly issuer?: Issuer;
  readonly posts?: PostSource;
  /** Whom our own pages send people to, to sign in; absent where none is set. */
  readonly openId?: OpenIdProvider;
}

/** Whose tokens are accepted: the configured issuer's, or on a developer's machine those of the development issuer. */
export async function openIdentity(
  settings: Settings,
  services: ReadonlyMap<string, string>,
  { clock, log }: { clock: () => Date; log: Logger },
): Promise<StackIdentity> {
  const common = {
    issuer: settings.JWT_ISSUER,
    audience: settings.JWT_AUDIENCE,
    services,
  };
  if (settings.JWKS_URL) {
    const { JWT_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_SCOPE: scope } = settings;
    return {
      identity: { ...common, keys: new URL(settings.JWKS_URL) },
      ...(clientId && { openId: { issuer, clientId, scope } }),
    };
  }

  if (!["127.0.0.1", "localhost", "::1"].includes(settings.HOST)) {
    log.warn(
      { host: settings.HOST },
      "the development issuer signs tokens for anybody who can reach it: set JWKS_URL",
    );
  }
  const directory = settings.DATA_DIRECTORY;
  const issuer = await openIssuer({ directory, ...common }).catch((error: Error) => {
    throw new StartupError(`The development issuer's key in ${directory} cannot be used: ${error.message}`, {
      cause: error,
    });
  });
  return { identity: { ...common, keys: issuer.jwks }, issuer, posts: developmentPosts(issuer, clock) };
}
