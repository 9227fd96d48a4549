import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { sendJson } from "../../subgraphs/shared/http.ts";

interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A post one may sign in as, with what the chooser shows of it. */
export interface SignInPost {
  readonly id: string;
  readonly name: string;
  readonly post: string;
  readonly unit: string;
  readonly division: string;
  readonly scopes: readonly string[];
  readonly label: Bilingual;
  readonly place: Bilingual;
}

/** Where tokens come from on a developer's machine. In production there is none. */
export interface PostSource {
  list(): readonly SignInPost[];
  token(id: string): Promise<string>;
}

/** The OpenID provider people sign in with elsewhere, by the authorization code flow with PKCE. */
export interface OpenIdProvider {
  /** Issuer, under which its configuration is found. */
  readonly issuer: string;
  readonly clientId: string;
  /** Scopes asked for, separated by blanks. */
  readonly scope: string;
}

/** What a page must know before anybody has signed in: GET `/session/config.json`. */
export interface SessionConfig {
  readonly posts: readonly SignInPost[] | null;
  readonly openId: OpenIdProvider | null;
  /** What the scopes of the graph open, in words. */
  readonly scopes: Readonly<Record<string, Bilingual>>;
}

const ROOT = "/session/";

/**
 * How people sign in, for our own pages: the posts of the local stack with their tokens, or the OpenID provider of the
 * configuration. The handler says whether the request was its own; when it was, it answers it.
 */
export function createSessionDoor({
  posts,
  openId,
  scopes = {},
}: {
  posts?: PostSource;
  openId?: OpenIdProvider;
  scopes?: SessionConfig["scopes"];
}): (request: IncomingMessage, response: ServerResponse) => boolean {
  const config: SessionConfig = {
    posts: posts?.list().map(shownOf) ?? null,
    openId: openId ?? null,
    scopes,
  };
  return (request, response) => {
    const [path = "", query] = (request.url ?? "").split("?", 2);
    if (!path.startsWith(ROOT)) return false;
    response.setHeader("cache-control", "no-store");
    response.setHeader("x-content-type-options", "nosniff");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
    } else if (path === `${ROOT}config.json`) {
      sendJson(response, 200, config);
    } else if (path === `${ROOT}token` && posts) {
      sendToken(response, posts, new URLSearchParams(query).get("post") ?? "").catch((error: unknown) => {
        const reference = randomUUID();
        process.emitWarning(error instanceof Error ? error : String(error), { code: reference });
        sendJson(response, 500, { errors: [refuse("INTERNAL_SERVER_ERROR", { reference })] });
      });
    } else {
      response.writeHead(404).end();
    }
    return true;
  };
}

const shownOf = ({ id, name, post, unit, division, scopes, label, place }: SignInPost): SignInPost => ({
  id,
  name,
  post,
  unit,
  division,
  scopes,
  label,
  place,
});

async function sendToken(response: ServerResponse, posts: PostSource, id: string): Promise<void> {
  const named = posts.list().find((candidate) => candidate.id === id);
  if (!named) {
    const unknown = refuse("NOT_FOUND", { kind: "named post", kindZh: "命名岗位", id });
    return sendJson(response, 404, { errors: [unknown] });
  }
  sendJson(response, 200, { token: await posts.token(named.id) });
}
