import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { sendJson } from "../../subgraphs/shared/http.ts";
import { type Asset, asset, IMMUTABLE, REVALIDATE, sendAsset } from "./asset.ts";
import type { Operation } from "./operations.ts";

const ROOT = "/explorer";
const require = createRequire(import.meta.url);
const own = (file: string): string => join(import.meta.dirname, file);
const packaged = (name: string, file: string): string =>
  join(dirname(require.resolve(`${name}/package.json`)), file);

const JAVASCRIPT = "text/javascript; charset=utf-8";
const CSS = "text/css; charset=utf-8";
const JSON_TYPE = "application/json; charset=utf-8";

/** The page's own modules. They import one another by relative paths, so they lie in one folder. */
const MODULES = [
  "asker.js",
  "bilingual.js",
  "borrowed-token.js",
  "choices.js",
  "editor-labels.js",
  "explorer.js",
  "grounds.js",
  "plan-panel.js",
  "saved-operations.js",
  "schema-search.js",
];

/** What else it loads, by the name its HTML says. Everything comes from this machine: no CDN sees who looks. */
const PAGE_ASSETS: Readonly<Record<string, readonly [type: string, file: string]>> = {
  "react.js": [JAVASCRIPT, packaged("react", "umd/react.production.min.js")],
  "react-dom.js": [JAVASCRIPT, packaged("react-dom", "umd/react-dom.production.min.js")],
  "graphiql.js": [JAVASCRIPT, packaged("graphiql", "graphiql.min.js")],
  "graphiql.css": [CSS, packaged("graphiql", "graphiql.min.css")],
  "explorer.css": [CSS, own("explorer.css")],
  "panels.css": [CSS, own("panels.css")],
  "icon.svg": ["image/svg+xml", own("icon.svg")],
};

const SECURITY_HEADERS = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    // GraphiQL's dialogs lock scrolling with a style element whose text depends on the scroll bar's width.
    "style-src 'self' 'unsafe-inline'",
    "font-src data:",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

/**
 * GraphiQL under `/explorer`, opened with the sample operations. How people sign in, and the tokens of posts where there
 * are any, the page asks of `/session/`, as the console does. The handler says whether the request was for the explorer; when it was, it answers it.
 */
export function createExplorer({
  operations,
  graphqlPath = "/graphql",
}: {
  operations: readonly Operation[];
  graphqlPath?: string;
}): (request: IncomingMessage, response: ServerResponse) => boolean {
  const assets = pageAssets();
  const config = JSON.stringify({ graphqlPath, operations });
  assets.set(`${ROOT}/config.json`, asset(JSON_TYPE, config, REVALIDATE));

  return (request, response) => {
    const [path = ""] = (request.url ?? "").split("?", 1);
    if (path !== ROOT && !path.startsWith(`${ROOT}/`)) return false;
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);

    const found = assets.get(path);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
    } else if (found) {
      sendAsset(request, response, found).catch(fail(response));
    } else {
      response.writeHead(404).end();
    }
    return true;
  };
}

/** Every asset by its path, the page's own included; the page names the others by paths that carry their hash. */
function pageAssets(): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  let page = readFileSync(own("explorer.html"), "utf8");
  const add = (name: string, read: Asset, folder = read.hash): void => {
    const path = `${ROOT}/assets/${folder}/${name}`;
    assets.set(path, read);
    page = page.replaceAll(`${ROOT}/assets/${name}`, path);
  };
  for (const [name, [type, file]] of Object.entries(PAGE_ASSETS)) {
    add(name, asset(type, readFileSync(file), IMMUTABLE));
  }
  const modules = MODULES.map(
    (name) => [name, asset(JAVASCRIPT, readFileSync(own(name)), IMMUTABLE)] as const,
  );
  const { hash: folder } = asset(JAVASCRIPT, modules.map(([, { hash }]) => hash).join(), IMMUTABLE);
  for (const [name, read] of modules) add(name, read, folder);
  const html = asset("text/html; charset=utf-8", page, REVALIDATE);
  return assets.set(ROOT, html).set(`${ROOT}/`, html);
}

const fail =
  (response: ServerResponse) =>
  (error: unknown): void => {
    const reference = randomUUID();
    process.emitWarning(error instanceof Error ? error : String(error), { code: reference });
    sendJson(response, 500, { errors: [refuse("INTERNAL_SERVER_ERROR", { reference })] });
  };
