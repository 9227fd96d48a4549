import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ObjectStorage } from "../../../shared/uploads.ts";
import { openStorage } from "./open-storage.ts";
import { type S3Server, startS3Server } from "./s3-server.fixtures.ts";

let directory: string;
let s3: S3Server;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "whistlegraph-storage-"));
  s3 = await startS3Server();
});
afterAll(async () => {
  await s3.close();
  await rm(directory, { recursive: true });
});

async function* chunks(...texts: string[]): AsyncGenerator<Buffer> {
  for (const text of texts) yield Buffer.from(text);
}

async function* cutOff(): AsyncGenerator<Buffer> {
  yield Buffer.from("half of it");
  throw new Error("the sender left");
}

const spools = async (): Promise<string[]> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith("whistlegraph-media-"));

describe.each([
  ["a folder", () => pathToFileURL(join(directory, "media")).href, () => readdir(join(directory, "media"))],
  ["a bucket that speaks S3", () => s3.url(), async () => [...s3.objects.keys()]],
])("files kept in %s", (_, url, names) => {
  let storage: ObjectStorage;

  beforeAll(async () => {
    storage = await openStorage(url());
  });

  it("come back as they were put there, whole and in part", async () => {
    await storage.put("one", chunks("photo", "-", "of the stairs"));
    expect((await buffer(await storage.get("one"))).toString()).toBe("photo-of the stairs");
    expect((await buffer(await storage.get("one", { first: 6, last: 7 }))).toString()).toBe("of");
  });

  it("are all there or not at all", async () => {
    const spooled = await spools();
    await expect(storage.put("two", cutOff())).rejects.toThrow("the sender left");
    expect(await names()).toEqual(["one"]);
    expect(await spools()).toEqual(spooled);
    await expect(storage.get("two")).rejects.toThrow();
  });

  it("are removed, and it is no matter if they are gone", async () => {
    await storage.remove("one");
    await storage.remove("one");
    expect(await names()).toEqual([]);
  });
});

it("lets nobody else read a file in a folder", async () => {
  const storage = await openStorage(pathToFileURL(join(directory, "closed")).href);
  await storage.put("one", chunks("photo"));
  expect((await stat(join(directory, "closed"))).mode & 0o777).toBe(0o700);
  expect((await stat(join(directory, "closed", "one"))).mode & 0o777).toBe(0o600);
});

it("says that a bucket refuses who signs with another secret", async () => {
  const storage = await openStorage(s3.url("whistle", "guessed"));
  await expect(storage.put("one", chunks("photo"))).rejects.toThrow();
  expect(s3.objects.size).toBe(0);
});
