import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { importJWK, SignJWT } from "jose";
import type { OpenIdProvider } from "../../gateway/session/session-door.ts";
import { openIssuer } from "../../infra/issuer/issuer.ts";
import { issuerKey } from "../../infra/issuer/issuer-key.ts";
import { namedPost, namedPosts } from "../../infra/issuer/named-posts.ts";
import { signingAlgorithm } from "../../subgraphs/shared/signing-key.ts";
import { freePort } from "../testkit/free-port.ts";

/** What one authorization was asked for and by whom it was given: until its code is exchanged, once. */
interface Grant {
  readonly id: string;
  readonly nonce: string;
  readonly challenge: string;
  readonly redirectUri: string;
}

export interface TestProvider {
  readonly openId: OpenIdProvider;
  /** Where its key is: a stack that opens its issuer there accepts its tokens. */
  readonly directory: string;
  setClock(instant: string): void;
  /** How long its access tokens are good for, in seconds, and whether a refresh token comes with them. */
  gives(tokens: { lifetime: number; refresh: boolean }): void;
  /** Grants of its token endpoint so far, in order: `authorization_code`, `refresh_token`, or the error it answered. */
  readonly answered: readonly string[];
  close(): Promise<void>;
}

const clientId = "whistlegraph-console";

/**
 * A small OpenID provider with a page to sign in at: authorization code with PKCE, refresh tokens that are good once, a
 * cookie by which it knows people again, and a way to sign out. As strict as the standards allow.
 */
export async function openTestProvider(): Promise<TestProvider> {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const directory = await mkdtemp(join(tmpdir(), "open-id-provider-"));
  const posts = await openIssuer({ directory, issuer, audience: "whistlegraph" });
  const { privateJwk, publicJwk } = await issuerKey(join(directory, "issuer.json"));
  const key = await importJWK(privateJwk, signingAlgorithm);
  const codes = new Map<string, Grant>();
  const refreshTokens = new Map<string, string>();
  const answered: string[] = [];
  let now = new Date();
  let tokens = { lifetime: 300, refresh: true };

  const configuration = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    end_session_endpoint: `${issuer}/end-session`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: [signingAlgorithm],
    code_challenge_methods_supported: ["S256"],
    token_endpoint_auth_methods_supported: ["none"],
    authorization_response_iss_parameter_supported: true,
  };

  function authorize(url: URL, request: IncomingMessage, response: ServerResponse): void {
    const asked = Object.fromEntries(url.searchParams);
    const { redirect_uri: redirectUri = "", state, nonce, code_challenge: challenge } = asked;
    const isFit =
      asked.client_id === clientId &&
      asked.response_type === "code" &&
      asked.code_challenge_method === "S256" &&
      /^http:\/\/127\.0\.0\.1:\d+\/signed-in$/.test(redirectUri) &&
      asked.scope?.split(" ").includes("openid");
    if (!isFit || !state || !nonce || !challenge) {
      response.writeHead(400).end("unfit");
      return;
    }

    const back = new URL(redirectUri);
    back.searchParams.set("iss", issuer);
    back.searchParams.set("state", state);
    const known = /\bperson=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1];
    const id = asked.as ?? (asked.prompt === "login" ? undefined : known);
    if (id === undefined) {
      showChoice(url, response);
      return;
    }
    if (id === "nobody") {
      back.searchParams.set("error", "access_denied");
      back.searchParams.set("error_description", "The account is locked.");
      redirect(response, back);
      return;
    }
    const code = randomBytes(16).toString("hex");
    codes.set(code, { id, nonce, challenge, redirectUri });
    back.searchParams.set("code", code);
    redirect(response, back, `person=${id}; HttpOnly; SameSite=Lax`);
  }

  async function giveTokens(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = Object.fromEntries(new URLSearchParams(await text(request)));
    const granted = asked.client_id === clientId ? grantedBy(asked) : undefined;
    answered.push(granted ? (asked.grant_type ?? "") : "invalid_grant");
    if (!granted) return sendJson(response, 400, { error: "invalid_grant", error_description: "Not good." });
    const named = namedPost(granted.id);
    if (!named) return sendJson(response, 400, { error: "invalid_grant" });
    const refreshToken = randomBytes(16).toString("hex");
    if (tokens.refresh) refreshTokens.set(refreshToken, granted.id);
    sendJson(response, 200, {
      access_token: await posts.sign(named, { now, lifetime: tokens.lifetime }),
      token_type: "Bearer",
      expires_in: tokens.lifetime,
      id_token: await idToken(granted),
      ...(tokens.refresh && { refresh_token: refreshToken }),
    });
  }

  /** A code and a refresh token are each good once; a code for who can show what its challenge was made from. */
  function grantedBy(asked: Record<string, string>): { id: string; nonce?: string } | undefined {
    if (asked.grant_type === "refresh_token") {
      const id = refreshTokens.get(asked.refresh_token ?? "");
      refreshTokens.delete(asked.refresh_token ?? "");
      return id === undefined ? undefined : { id };
    }
    const grant = codes.get(asked.code ?? "");
    codes.delete(asked.code ?? "");
    const challenge = createHash("sha256")
      .update(asked.code_verifier ?? "")
      .digest("base64url");
    const isTheirs = grant?.challenge === challenge && grant.redirectUri === asked.redirect_uri;
    return isTheirs ? grant : undefined;
  }

  const idToken = ({ id, nonce }: { id: string; nonce?: string }): Promise<string> =>
    new SignJWT(nonce === undefined ? {} : { nonce })
      .setProtectedHeader({ alg: signingAlgorithm, kid: publicJwk.kid })
      .setIssuer(issuer)
      .setSubject(id)
      .setAudience(clientId)
      .setIssuedAt(now)
      .setExpirationTime(Math.floor(now.getTime() / 1_000) + 300)
      .sign(key);

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", issuer);
    response.setHeader("access-control-allow-origin", "*");
    if (url.pathname === "/authorize") authorize(url, request, response);
    else if (url.pathname === "/token" && request.method === "POST") void giveTokens(request, response);
    else if (url.pathname === "/end-session") {
      const back = new URL(url.searchParams.get("post_logout_redirect_uri") ?? "");
      redirect(response, back, "person=; Max-Age=0");
    } else if (url.pathname === "/.well-known/openid-configuration") sendJson(response, 200, configuration);
    else if (url.pathname === "/keys") sendJson(response, 200, { keys: [publicJwk] });
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));

  return {
    openId: { issuer, clientId, scope: "openid profile" },
    directory,
    answered,
    setClock(instant) {
      now = new Date(instant);
    },
    gives(given) {
      tokens = given;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await rm(directory, { recursive: true });
    },
  };
}

/** The provider's own page: everybody it knows, and a way to be refused. */
function showChoice(url: URL, response: ServerResponse): void {
  const links = [...namedPosts.map(({ id }) => id), "nobody"].map((id) => {
    const chosen = new URL(url);
    chosen.searchParams.set("as", id);
    return `<li><a href="${chosen.href.replaceAll("&", "&amp;")}">${id}</a></li>`;
  });
  // With an icon of its own: the browser would ask for one that is not there, and complain.
  const head = `<meta charset="utf-8"><title>Provider</title><link rel="icon" href="data:,">`;
  const html = `<!doctype html><html lang="en">${head}<ul>${links.join("")}</ul>`;
  // Its pages do not stay in the group of whoever opened them, as careful providers have it.
  response.writeHead(200, { "content-type": "text/html", "cross-origin-opener-policy": "same-origin" });
  response.end(html);
}

function redirect(response: ServerResponse, to: URL, cookie?: string): void {
  response.writeHead(302, { location: to.href, ...(cookie && { "set-cookie": cookie }) }).end();
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}
