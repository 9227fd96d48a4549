import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSubgraph, type TestSubgraph } from "../../../test/testkit/subgraph.ts";
import type { Principal } from "../../shared/principal.ts";
import type { UploadDoor } from "../../shared/uploads.ts";
import { graphOf, grid, newKey, people, plainAnswers, resident } from "../tickets.fixtures.ts";
import { tickets } from "../tickets.subgraph.ts";
import {
  amr,
  box,
  exifOf,
  heic,
  isSoundOgg,
  jpeg,
  m4a,
  mp3,
  mp4,
  nestedFilm,
  ogg,
  plainJpeg,
  plainPng,
  png,
  position,
  svg,
  takenAt,
  trackedFilm,
  vorbis,
  wav,
  webp,
} from "./media.fixtures.ts";

const at = new Date("2026-06-01T09:00:00+08:00");
const minutesLater = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
const reporter = resident("person-1");

let folder: string;
let subgraph: TestSubgraph;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "whistlegraph-tickets-"));
  const mediaUrl = pathToFileURL(folder).href;
  subgraph = await openTestSubgraph(tickets, { graph: graphOf(plainAnswers), mediaUrl });
});
afterAll(async () => {
  await subgraph.close();
  await rm(folder, { recursive: true });
});

const doorOf = (principal: Principal | null, now = at): UploadDoor =>
  subgraph.uploadsOf?.({ principal, at: now }) as UploadDoor;

/** The bytes as a network may bring them. */
async function* inPieces(content: Buffer, size = content.length): AsyncGenerator<Buffer> {
  for (let start = 0; start < content.length; start += size) yield content.subarray(start, start + size);
}

const report = async (
  media: readonly string[],
  { as = reporter as Principal, now = at, key = newKey() } = {},
) => {
  const { data, errors } = await subgraph.ask<{
    reportDemand: {
      number: string;
      media: { id: string; kind: string; contentType: string; bytes: number }[];
    };
  }>(
    `mutation ($input: ReportDemandInput!, $key: String!) {
      reportDemand(input: $input, idempotencyKey: $key) { number media { id kind contentType bytes } }
    }`,
    {
      input: {
        kind: "HELP",
        channel: "SNAP_AND_REPORT",
        // The same words again would be one report sent twice (KF-5).
        text: `小区没有充电桩 ${key}`,
        place: { gridCode: grid },
        media,
      },
      key,
    },
    { as, at: now },
  );
  return { demand: data?.reportDemand, code: errors[0]?.code };
};

const kept = async (content: Buffer, size?: number) => {
  const id = await doorOf(reporter).take(inPieces(content, size));
  const { demand } = await report([id]);
  const file = await doorOf(reporter).read(id);
  return { ...demand?.media[0], content: file ? await buffer(file) : null };
};

const state = async () => {
  const rows = await subgraph.database.query("SELECT id FROM media ORDER BY id");
  return { rows: rows.map(({ id }: { id: string }) => id), files: (await readdir(folder)).sort() };
};

describe("a photo or recording is known by its bytes, and kept without what the device wrote into it", () => {
  it.each([
    ["JPEG", jpeg(), "PHOTO", "image/jpeg"],
    ["PNG", png, "PHOTO", "image/png"],
    ["WebP", webp, "PHOTO", "image/webp"],
    ["HEIC", heic(), "PHOTO", "image/heic"],
    ["M4A", m4a, "VOICE", "audio/mp4"],
    ["MP4", mp4, "VIDEO", "video/mp4"],
    ["3GP", Buffer.concat([box("ftyp", "3gp5", "\0\0\0\0"), box("mdat", "sound")]), "VIDEO", "video/mp4"],
    ["MP3", mp3, "VOICE", "audio/mpeg"],
    ["WAV", wav, "VOICE", "audio/wav"],
    ["OGG", ogg, "VOICE", "audio/ogg"],
    ["OGG of Vorbis", vorbis, "VOICE", "audio/ogg"],
    ["AMR", amr, "VOICE", "audio/amr"],
  ])("%s", async (_, content, kind, contentType) => {
    const whole = await kept(content);
    expect(whole).toMatchObject({ kind, contentType, bytes: whole.content?.length });
    expect(whole.content?.includes(position)).toBe(false);
    expect(whole.content?.includes(Buffer.from(takenAt, "latin1"))).toBe(false);
    expect((await kept(content, 1)).content).toEqual(whole.content);
  });

  it("a picture is what it was, down to the byte, and the right way up", async () => {
    expect((await kept(jpeg())).content).toEqual(plainJpeg);
    expect((await kept(png)).content).toEqual(plainPng);
  });

  it("nothing is said of a picture that is the right way up, nor by EXIF that leads nowhere", async () => {
    expect((await kept(jpeg({ exif: exifOf(1) }))).content?.includes("Exif")).toBe(false);
    for (const broken of [
      exifOf().subarray(0, 12),
      Buffer.from("Exif\0\0II*\0\xff\xff\xff\xff******", "latin1"),
    ]) {
      expect((await kept(jpeg({ exif: broken }))).content?.includes("Exif")).toBe(false);
    }
  });

  it("what is counted from the beginning of a file stays where it is", async () => {
    for (const content of [m4a, mp4, heic(), webp, wav, ogg, vorbis]) {
      const after = (await kept(content)).content;
      expect(after?.length).toBe(content.length);
      for (const said of [
        "sound and picture",
        "mvhd",
        "tkhd",
        "length",
        "track",
        "rate",
        "setup",
        "voice!",
      ]) {
        expect(after?.indexOf(said)).toBe(content.indexOf(said));
      }
    }
  });

  it("the pages of an OGG file are summed up anew", async () => {
    for (const content of [ogg, vorbis]) {
      expect(isSoundOgg(content)).toBe(true);
      expect(isSoundOgg((await kept(content)).content ?? Buffer.alloc(0))).toBe(true);
    }
  });

  it("boxes in boxes are followed to where descriptions stand, and no deeper", async () => {
    expect((await kept(nestedFilm(20_000))).bytes).toBe(nestedFilm(20_000).length);
  });
});

it("what has come of a file is written before the rest comes: none is ever held whole", async () => {
  const writtenSoFar = async (): Promise<number> => {
    const incomplete = (await readdir(folder)).filter((name) => name.endsWith(".incomplete"));
    const sizes = await Promise.all(incomplete.map(async (name) => (await stat(join(folder, name))).size));
    return Math.max(0, ...sizes);
  };
  const slowly = async function* (): AsyncGenerator<Buffer> {
    yield mp4;
    for (let sent = 0; sent < 8; sent += 1) {
      yield Buffer.alloc(1 << 20);
      // What is asked for next was asked for when nearly all before it was on its way out.
      if (sent > 0) await expect.poll(writtenSoFar).toBeGreaterThan((sent - 1) * (1 << 20));
    }
  };
  const id = await doorOf(reporter).take(slowly());
  expect((await stat(join(folder, id))).size).toBe(mp4.length + (8 << 20));
  await doorOf(reporter).discard([id]);
});

describe("what is refused, with nothing kept", () => {
  const cutOff = async function* (): AsyncGenerator<Buffer> {
    yield jpeg().subarray(0, 50);
    throw new Error("the sender left");
  };

  it.each([
    ["a drawing with a script", inPieces(svg), "FILE_TYPE_REFUSED"],
    ["a page", inPieces(Buffer.from("<!doctype html><script>alert(1)</script>")), "FILE_TYPE_REFUSED"],
    ["a GIF", inPieces(Buffer.from("GIF89a<script>")), "FILE_TYPE_REFUSED"],
    ["an archive", inPieces(Buffer.from("PK\x03\x04")), "FILE_TYPE_REFUSED"],
    ["a brand of film nobody named", inPieces(box("ftyp", "avif", "\0\0\0\0")), "FILE_TYPE_REFUSED"],
    ["a brand every object has", inPieces(box("ftyp", "toString", "\0\0\0\0")), "FILE_TYPE_REFUSED"],
    ["nothing", inPieces(Buffer.alloc(0)), "FILE_TYPE_REFUSED"],
    ["a photo that breaks off", inPieces(jpeg().subarray(0, 120)), "FILE_DAMAGED"],
    ["a photo with a segment of no length", inPieces(Buffer.from("ffd8ffe10000", "hex")), "FILE_DAMAGED"],
    ["a PNG that breaks off", inPieces(png.subarray(0, 60)), "FILE_DAMAGED"],
    ["a film that notes where it is", inPieces(trackedFilm), "FILE_TYPE_REFUSED"],
    ["a photo of heads of segments alone", inPieces(jpeg({ padding: 100_000 })), "FILE_DAMAGED"],
    ["a HEIC in countless places of no length", inPieces(heic({ places: 65_535 })), "FILE_DAMAGED"],
    [
      "a WebP with a head as large as a picture",
      inPieces(Buffer.from(webp).fill(11, webp.indexOf("VP8X") + 4, webp.indexOf("VP8X") + 5)),
      "FILE_DAMAGED",
    ],
    ["an MP3 of tags alone", inPieces(mp3.subarray(0, 10 + position.length)), "FILE_DAMAGED"],
    ["an OGG that breaks off", inPieces(ogg.subarray(0, 120)), "FILE_DAMAGED"],
    ["a HEIC whose index comes too late", inPieces(heic({ indexFirst: false })), "FILE_DAMAGED"],
    [
      "a box smaller than its head",
      inPieces(Buffer.concat([box("ftyp", "mp42"), Buffer.from("000000046d646174", "hex")])),
      "FILE_DAMAGED",
    ],
    [
      "a photo with 11 MB behind it",
      inPieces(jpeg({ behind: Buffer.alloc(11 << 20) }), 1 << 16),
      "FILE_TOO_LARGE",
    ],
    ["a film of 11 MB", inPieces(Buffer.concat([mp4, Buffer.alloc(11 << 20)]), 1 << 16), "FILE_TOO_LARGE"],
    ["what is cut off", cutOff(), undefined],
  ])("%s", async (_, content, code) => {
    const before = await state();
    const taking = doorOf(reporter).take(content);
    const refusal = await taking.then(
      () => expect.unreachable("it was taken"),
      (error) => error,
    );
    expect(refusal.extensions?.code).toBe(code);
    expect(await state()).toEqual(before);
  });

  it("what nobody sends who is signed in", async () => {
    await expect(doorOf(null).take(inPieces(jpeg()))).rejects.toMatchObject({
      extensions: { code: "UNAUTHENTICATED" },
    });
  });
});

describe("a file belongs to the demand that it was sent for", () => {
  const sent = (as: Principal = reporter, now = at): Promise<string> => doorOf(as, now).take(inPieces(png));

  it("once", async () => {
    const id = await sent();
    expect((await report([id, id])).code).toBe("TOO_MANY_MEDIA");
    const both = await Promise.all([report([id]), report([id])]);
    expect(both.map(({ code }) => code).sort()).toEqual(["MEDIA_NOT_TO_BE_HAD", undefined]);
  });

  it("of who sent it, and of nobody else", async () => {
    const [own, others] = [await sent(), await sent(people.dispatcher)];
    expect((await report([own, others])).code).toBe("MEDIA_NOT_TO_BE_HAD");
    await doorOf(people.dispatcher).discard([own, "nothing of ours"]);
    expect((await report([own])).demand?.media).toMatchObject([{ id: own }]);
  });

  it("in the order it was given", async () => {
    const ids = [await sent(), await sent(), await sent()].sort().reverse();
    expect((await report(ids)).demand?.media.map(({ id }) => id)).toEqual(ids);
  });

  it("and is read by nobody before", async () => {
    const id = await sent();
    expect(await doorOf(reporter).read(id)).toBeNull();
    expect(await doorOf(people.dispatcher).read(id)).toBeNull();
  });

  it("the same sent again under the same key is the same demand", async () => {
    const [key, first, again] = [newKey(), await sent(), await sent()];
    const { demand } = await report([first], { key });
    expect((await report([again], { key })).demand).toEqual(demand);
    expect((await report([await doorOf(reporter).take(inPieces(amr))], { key })).code).toBe(
      "IDEMPOTENCY_KEY_REUSED",
    );
  });

  it("within the hour, after which it is let go of; what a demand has stays", async () => {
    await subgraph.upkeep(minutesLater(24 * 60));
    const claimed = await state();
    const id = await sent();
    await subgraph.upkeep(minutesLater(59));
    expect((await state()).files).toContain(id);
    expect((await report([id], { now: minutesLater(61) })).code).toBe("MEDIA_NOT_TO_BE_HAD");
    await subgraph.upkeep(minutesLater(61));
    expect(await state()).toEqual(claimed);
    expect(claimed.files).toEqual(claimed.rows);
    expect(claimed.files.length).toBeGreaterThan(0);
  });
});
