import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { consolePath } from "./routes.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Content codings a file was written in beforehand, the smallest first. */
const CODINGS: readonly (readonly [coding: string, suffix: string])[] = [
  ["br", ".br"],
  ["gzip", ".gz"],
];

const PAGE = "index.html";
/** Where the page takes the nonce of its answer. */
const NONCE = "__NONCE__";
const ASSETS = "/console-assets/";

interface BuiltFile {
  readonly type: string;
  /** By content coding; the plain one is `identity`. */
  readonly bodies: ReadonlyMap<string, Buffer>;
}

/**
 * The built console under `/`: its page for every room, and its files, whose names carry their hash. Everything comes
 * from this machine, and it may ask nobody but the graph and the OpenID provider it signs in with.
 */
export async function serveConsole({
  directory,
  connectTo = [],
}: {
  /** Where the build lies. */
  directory: string;
  /** Origins the page may ask beside our own. */
  connectTo?: readonly string[];
}): Promise<(request: IncomingMessage, response: ServerResponse) => boolean> {
  const files = await builtFiles(directory);
  return (request, response) => {
    const [path = ""] = (request.url ?? "").split("?", 1);
    const isAsset = path.startsWith(ASSETS);
    if (!isAsset && !consolePath.test(path)) return false;
    const nonce = randomBytes(16).toString("base64");
    const headers = securityHeaders(connectTo, nonce);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const file = files.get(isAsset ? path.slice(1) : PAGE);
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
    } else if (file && isAsset) {
      sendAsset(request, response, file);
    } else if (file) {
      const page = file.bodies.get("identity")?.toString().replaceAll(NONCE, nonce);
      response.writeHead(200, { "cache-control": "no-store", "content-type": file.type });
      response.end(request.method === "HEAD" ? undefined : page);
    } else {
      response.writeHead(isAsset ? 404 : 503, {
        // Of the next release it may be there.
        "cache-control": "no-store",
        "content-type": "text/plain; charset=utf-8",
      });
      response.end(
        isAsset ? "" : "The console has not been built: npm run build. 界面尚未构建：npm run build。\n",
      );
    }
    return true;
  };
}

async function builtFiles(directory: string): Promise<ReadonlyMap<string, BuiltFile>> {
  const names = await readdir(directory, { recursive: true }).catch(
    (error: NodeJS.ErrnoException): string[] => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  const files = new Map<string, BuiltFile>();
  for (const name of names) {
    const type = TYPES[extname(name)];
    if (!type) continue;
    const bodies = new Map([["identity", await readFile(join(directory, name))]]);
    for (const [coding, suffix] of CODINGS) {
      if (names.includes(name + suffix)) bodies.set(coding, await readFile(join(directory, name + suffix)));
    }
    files.set(name, { type, bodies });
  }
  return files;
}

function sendAsset(request: IncomingMessage, response: ServerResponse, { type, bodies }: BuiltFile): void {
  const accepted = String(request.headers["accept-encoding"] ?? "");
  const found = CODINGS.find(([name]) => bodies.has(name) && accepts(accepted, name));
  const coding = found?.[0] ?? "identity";
  const body = bodies.get(coding) ?? Buffer.alloc(0);
  response.writeHead(200, {
    "cache-control": "public, max-age=31536000, immutable",
    "content-type": type,
    "content-length": body.length,
    vary: "accept-encoding",
    ...(coding === "identity" ? {} : { "content-encoding": coding }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

const accepts = (accepted: string, coding: string): boolean =>
  accepted.split(",").some((each) => {
    const [name = "", ...parameters] = each
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    return name === coding && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter));
  });

const securityHeaders = (connectTo: readonly string[], nonce: string): Readonly<Record<string, string>> => ({
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    // The component library writes its variables into style elements, which carry the nonce of this very answer.
    `style-src 'self' 'nonce-${nonce}'`,
    // Charts and lists place what they draw by style attributes.
    "style-src-attr 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data: blob:",
    // Recordings are fetched in the name of whoever listens, and played from the page's own memory.
    "media-src blob:",
    `connect-src ${["'self'", ...connectTo].join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "cross-origin-opener-policy": "same-origin-allow-popups",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
});
