import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export interface S3Server {
  /** As the setting has it, with the right key and secret, or with others. */
  url(key?: string, secret?: string): string;
  readonly objects: ReadonlyMap<string, Buffer>;
  close(): Promise<void>;
}

const region = "cn-beijing";
const [rightKey, rightSecret] = ["whistle", "s3/cret"];

/** A bucket that speaks S3, and does nothing for a request that is not signed for it (AWS Signature Version 4). */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const content = await buffer(request);
    const { method, url = "" } = request;
    const name = /^\/media\/([\w-]+)/.exec(url)?.[1] ?? "";
    const kept = objects.get(name);
    if (!isSigned(request, content)) {
      response.writeHead(403).end("<Error><Code>SignatureDoesNotMatch</Code></Error>");
    } else if (method === "PUT" && Number(request.headers["content-length"]) === content.length) {
      objects.set(name, content);
      response.end();
    } else if (method === "DELETE") {
      objects.delete(name);
      response.writeHead(204).end();
    } else if (method === "GET" && kept) {
      const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
      response.writeHead(first ? 206 : 200);
      response.end(first ? kept.subarray(Number(first), Number(last) + 1) : kept);
    } else {
      response.writeHead(404).end("<Error><Code>NoSuchKey</Code></Error>");
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (key = rightKey, secret = rightSecret) =>
      `s3+http://${key}:${encodeURIComponent(secret)}@127.0.0.1:${port}/media?region=${region}`,
    objects,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function isSigned({ method = "", url = "", headers }: IncomingMessage, content: Buffer): boolean {
  const [, key = "", day = "", signed = "", signature = ""] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/cn-beijing\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)$/.exec(
      headers.authorization ?? "",
    ) ?? [];
  const hash = String(headers["x-amz-content-sha256"]);
  if (key !== rightKey || (hash !== "UNSIGNED-PAYLOAD" && hash !== sha256(content))) return false;
  const names = signed.split(";");
  if (!names.includes("host") || !names.includes("x-amz-content-sha256")) return false;
  const { pathname, searchParams } = new URL(url, "http://s3");
  searchParams.sort();
  const canonical = [
    method,
    pathname,
    searchParams.toString(),
    ...names.map((name) => `${name}:${String(headers[name]).trim()}`),
    "",
    signed,
    hash,
  ].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const signingKey = [day, region, "s3", "aws4_request"].reduce<Buffer | string>(hmac, `AWS4${rightSecret}`);
  return hmac(signingKey, text).toString("hex") === signature;
}

const hmac = (key: Buffer | string, text: string): Buffer => createHmac("sha256", key).update(text).digest();
const sha256 = (content: Buffer | string): string => createHash("sha256").update(content).digest("hex");
