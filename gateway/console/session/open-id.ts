import {
  AuthorizationResponseError,
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  calculatePKCECodeChallenge,
  clockTolerance,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  processRefreshTokenResponse,
  ResponseBodyError,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from "oauth4webapi";
import type { OpenIdProvider } from "../../session/session-door.ts";
import type { WayIn } from "./session-state.ts";
import { problemOf, SignInProblem } from "./sign-in-problem.ts";
import { askInWindow } from "./sign-in-window.ts";

/** What is kept while the person is at the provider: with it alone can the code they bring back be used. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** How long the provider may take over one answer, in milliseconds. */
const patience = 15_000;

/** By how much this machine's clock may differ from the provider's, in seconds. */
const tolerance = 300;

export const newAttempt = (): Attempt => ({
  state: generateRandomState(),
  nonce: generateRandomNonce(),
  verifier: generateRandomCodeVerifier(),
});

/** Where to send the person, to sign in; `anew` even where the provider still knows them. */
export async function authorizationUrl(
  provider: OpenIdProvider,
  { state, nonce, verifier }: Attempt,
  anew = false,
): Promise<URL> {
  if (!globalThis.isSecureContext) throw new SignInProblem("INSECURE_PAGE");
  const { authorization_endpoint: endpoint } = await serverOf(provider);
  if (!endpoint) throw new SignInProblem("UNREACHABLE", { said: "no authorization_endpoint" });
  const url = new URL(endpoint);
  const parameters = {
    response_type: "code",
    client_id: provider.clientId,
    redirect_uri: redirectUri(),
    scope: provider.scope,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...(anew && { prompt: "login" }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

interface Tokens {
  readonly access: string;
  readonly refresh: string | undefined;
  readonly id: string | undefined;
}

/** Takes what the person brought back from the provider: from then on tokens come by this way. */
export async function wayInBy(provider: OpenIdProvider, attempt: Attempt, answer: URL): Promise<WayIn> {
  let tokens = await tokensFor(provider, attempt, answer);
  let isFirst = true;

  const renew = async (): Promise<void> => {
    const before = tokens;
    if (!before.refresh) throw new SignInProblem("REFUSED");
    try {
      const renewed = await refreshed(provider, before.refresh);
      // Whoever signed in again meanwhile brought newer ones.
      if (tokens !== before) return;
      tokens = {
        access: renewed.access,
        refresh: renewed.refresh ?? before.refresh,
        id: renewed.id ?? before.id,
      };
    } catch (error) {
      // One that was refused is not tried again; one that could not be brought there is.
      if (error instanceof ResponseBodyError && tokens === before) tokens = { ...before, refresh: undefined };
      throw told(error);
    }
  };

  return {
    async token() {
      if (!isFirst) await renew();
      isFirst = false;
      return tokens.access;
    },
    async ask(anew) {
      tokens = await askInWindow(async (send) => {
        const again = newAttempt();
        const url = await authorizationUrl(provider, again, anew).catch((error) => {
          throw told(error);
        });
        return tokensFor(provider, again, await send(url, again.state));
      });
      return tokens.access;
    },
    leave: () => void leave(provider, tokens.id).catch(() => undefined),
  };
}

const tokensOf = (given: TokenEndpointResponse): Tokens => ({
  access: given.access_token,
  refresh: given.refresh_token,
  id: given.id_token,
});

async function tokensFor(provider: OpenIdProvider, attempt: Attempt, answer: URL): Promise<Tokens> {
  try {
    const [server, client] = [await serverOf(provider), clientOf(provider)];
    const parameters = validateAuthResponse(server, client, answer, attempt.state);
    const response = await authorizationCodeGrantRequest(
      server,
      client,
      None(),
      parameters,
      redirectUri(),
      attempt.verifier,
      requestOptions(provider),
    );
    const given = await processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: attempt.nonce,
      requireIdToken: true,
    });
    return tokensOf(given);
  } catch (error) {
    throw told(error);
  }
}

async function refreshed(provider: OpenIdProvider, refreshToken: string): Promise<Tokens> {
  const [server, client] = [await serverOf(provider), clientOf(provider)];
  const options = requestOptions(provider);
  const response = await refreshTokenGrantRequest(server, client, None(), refreshToken, options);
  return tokensOf(await processRefreshTokenResponse(server, client, response));
}

/** The provider forgets them too, where it can be told to; the page has done so already. */
async function leave(provider: OpenIdProvider, idToken: string | undefined): Promise<void> {
  const { end_session_endpoint: endpoint } = await serverOf(provider);
  if (!endpoint) return;
  const url = new URL(endpoint);
  url.searchParams.set("client_id", provider.clientId);
  url.searchParams.set("post_logout_redirect_uri", `${location.origin}/`);
  if (idToken) url.searchParams.set("id_token_hint", idToken);
  location.assign(url);
}

let known: Promise<AuthorizationServer> | undefined;

/** What the provider says of itself, asked once; again where it could not be had. */
function serverOf(provider: OpenIdProvider): Promise<AuthorizationServer> {
  const issuer = new URL(provider.issuer);
  known ??= discoveryRequest(issuer, requestOptions(provider)).then((response) =>
    processDiscoveryResponse(issuer, response),
  );
  known.catch(() => {
    known = undefined;
  });
  return known;
}

const clientOf = ({ clientId }: OpenIdProvider): Client => ({
  client_id: clientId,
  [clockTolerance]: tolerance,
});

/** Closed networks have providers without TLS: where the setting names one, it is asked as it is. */
const requestOptions = ({ issuer }: OpenIdProvider) => ({
  [allowInsecureRequests]: issuer.startsWith("http:"),
  signal: () => AbortSignal.timeout(patience),
});

const redirectUri = (): string => `${location.origin}/signed-in`;

/** What the provider said of why not comes first: whoever keeps it will ask for that. */
function told(error: unknown): SignInProblem {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    const said = [error.error, error.error_description].filter(Boolean).join(": ");
    return new SignInProblem("REFUSED", { said, cause: error });
  }
  return problemOf(error);
}
