import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Principal } from "../../subgraphs/shared/principal.ts";
import { startS3Server } from "../../subgraphs/tickets/media/storage/s3-server.fixtures.ts";
import { people } from "../../subgraphs/tickets/tickets.fixtures.ts";
import { tickets } from "../../subgraphs/tickets/tickets.subgraph.ts";
import { createDatabases } from "../../test/testkit/database.ts";
import { openTestSubgraph } from "../../test/testkit/subgraph.ts";
import { temporaryDirectory } from "../../test/testkit/temporary-directory.ts";
import { addSamplePhotos } from "../dataset/load/sample-photos.ts";
import { readSettings } from "../settings.ts";
import { loadFirstDataset } from "./first-dataset.ts";

const now = new Date("2026-06-10T10:30:00+08:00");

/** A photo as it is on record. */
interface Photo {
  readonly id: string;
  readonly bytes: number;
  readonly digest: string;
  readonly demand: string;
  readonly place: number;
  readonly channel: string;
  readonly title: string;
}

/** Starts for the first time, with the tickets alone: the others have no photos. */
async function firstStart(mediaUrl: string) {
  const { urls, drop } = await createDatabases(["tickets"]);
  const settings = readSettings({ MEDIA_URL_TICKETS: mediaUrl }, [tickets]);
  const start = () => loadFirstDataset(settings, new Map(Object.entries(urls)), () => now);
  await start();
  return { start, databaseUrl: urls.tickets ?? "", drop };
}

async function photosIn(connectionString: string): Promise<readonly Photo[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<Photo>(
      `SELECT media.id, bytes, digest, demand_number AS demand, place, demand.channel_code AS channel, title
       FROM media JOIN demand ON demand.number = demand_number JOIN ticket ON ticket.number = ticket_number
       ORDER BY demand_number, place`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

const sha256 = (content: Buffer): string => createHash("sha256").update(content).digest("hex");

describe("the first start with the demo dataset", () => {
  let folder: string;
  let mediaUrl: string;
  let started: Awaited<ReturnType<typeof firstStart>>;
  let photos: readonly Photo[];

  beforeAll(async () => {
    folder = await temporaryDirectory();
    mediaUrl = pathToFileURL(folder).href;
    started = await firstStart(mediaUrl);
    photos = await photosIn(started.databaseUrl);
  });
  afterAll(async () => {
    await started?.drop();
    await rm(folder, { recursive: true });
  });

  it("gives demands of every district photos, one or two, of what they are about", () => {
    expect(photos.length).toBeGreaterThan(50);
    expect(new Set(photos.map(({ demand }) => demand.slice(0, 6))).size).toBe(5);
    expect(new Set(photos.map(({ place }) => place))).toEqual(new Set([1, 2]));
    expect(photos.map(({ channel }) => channel)).not.toContain("HOTLINE_12345");
    const shown = new Set(photos.map(({ title }) => /充电|停|消防通道|垃圾|道路破损|路灯|井盖/.test(title)));
    expect([...shown]).toEqual([true]);
  });

  it("keeps them as photos are kept", async () => {
    expect((await readdir(folder)).toSorted()).toEqual(photos.map(({ id }) => id).toSorted());
    for (const { id, bytes, digest } of photos) {
      const file = await readFile(join(folder, id));
      expect([file.length, sha256(file)]).toEqual([bytes, digest]);
    }
  });

  it("gives them to whom the graph shows them", async () => {
    const { id, demand, digest } = photos.find((photo) => photo.demand.startsWith("110117")) as Photo;
    const subgraph = await openTestSubgraph(tickets, { databaseUrl: started.databaseUrl, mediaUrl });
    const { data, errors } = await subgraph.ask(
      "query ($id: ID!) { media(id: $id) { kind contentType url demand { number } } }",
      { id },
      { as: people.dispatcher, at: now },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      media: { kind: "PHOTO", contentType: "image/png", url: `/media/${id}`, demand: { number: demand } },
    });
    const read = async (principal: Principal) => subgraph.uploadsOf?.({ principal, at: now }).read(id);
    const file = await read(people.dispatcher);
    expect(file && sha256(await buffer(file))).toBe(digest);
    expect(await read(people.otherDistrict)).toBeNull();
    await subgraph.close();
  });

  it("gives them once", async () => {
    await started.start();
    expect(await addSamplePhotos(started.databaseUrl, mediaUrl)).toBe(0);
    expect(await photosIn(started.databaseUrl)).toEqual(photos);
    expect(await readdir(folder)).toHaveLength(photos.length);
  });

  it("puts none into a bucket, which is somebody's", { timeout: 120_000 }, async () => {
    const bucket = await startS3Server();
    const { databaseUrl, drop } = await firstStart(bucket.url());
    expect(await photosIn(databaseUrl)).toEqual([]);
    expect(bucket.objects.size).toBe(0);
    await bucket.close();
    await drop();
  });
});
