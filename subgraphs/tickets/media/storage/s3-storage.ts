import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import type { ObjectStorage } from "../../../shared/uploads.ts";

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** A bucket of a service that speaks S3, at `s3+https://key:secret@host/bucket?region=…`. */
export function s3Storage(url: string): ObjectStorage {
  const { protocol, username, password, host, pathname, searchParams } = new URL(url);
  const bucket = decodeURIComponent(pathname.slice(1));
  const client = new S3Client({
    endpoint: `${protocol.replace("s3+", "")}//${host}`,
    region: searchParams.get("region") ?? "us-east-1",
    credentials: { accessKeyId: decodeURIComponent(username), secretAccessKey: decodeURIComponent(password) },
    // Services other than Amazon's find the bucket in the path, and know none of its newer check sums.
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 30_000 },
    logger: silent, // what fails is told by whoever asked for it
  });
  return {
    async put(id, content) {
      // S3 wants the size before the first byte: until it is known, the file waits beside us.
      const folder = await mkdtemp(join(tmpdir(), "whistlegraph-media-"));
      try {
        const path = join(folder, id);
        await pipeline(content, createWriteStream(path, { flags: "wx", mode: 0o600 }));
        const { size: ContentLength } = await stat(path);
        const Body = createReadStream(path);
        await client.send(new PutObjectCommand({ Bucket: bucket, Key: id, Body, ContentLength }));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    async get(id, range) {
      const Range = range && `bytes=${range.first}-${range.last}`;
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: id, Range }));
      return Body as Readable;
    },
    async remove(id) {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: id }));
    },
  };
}
