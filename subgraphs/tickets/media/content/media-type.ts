import { MediaKind } from "../media-kind.ts";

/** A form in which photos and recordings are taken in, told by how its bytes begin. */
export interface MediaType {
  readonly kind: MediaKind;
  readonly contentType: string;
}

/** So many bytes tell what a file is. */
export const headBytes = 64;

const jpeg = photo("image/jpeg");
const png = photo("image/png");
const webp = photo("image/webp");
const heic = photo("image/heic");
const mp4 = { kind: MediaKind.VIDEO, contentType: "video/mp4" };
const m4a = voice("audio/mp4");
const mp3 = voice("audio/mpeg");
const ogg = voice("audio/ogg");
const wav = voice("audio/wav");
const amr = voice("audio/amr");
const amrWide = voice("audio/amr-wb");

/** Brands of the ISO base media file format (ISO 14496-12), by what is inside. */
const brands: Readonly<Record<string, MediaType>> = {
  heic,
  heix: heic,
  mif1: heic,
  "M4A ": m4a,
  "M4B ": m4a,
  isom: mp4,
  iso2: mp4,
  iso4: mp4,
  iso5: mp4,
  iso6: mp4,
  mp41: mp4,
  mp42: mp4,
  avc1: mp4,
  "3gp4": mp4,
  "3gp5": mp4,
  "3gp6": mp4,
};

/** What Opus and Vorbis say in the first page of an OGG file, after the byte that differs. */
const soundsInOgg: ReadonlySet<string> = new Set(["pusHea", "vorbis"]);

/**
 * What a file is by its first bytes, whatever its name or its sender say; undefined of everything that is not taken in,
 * what a browser could run (SVG, HTML) before all.
 */
export function mediaTypeOf(head: Buffer): MediaType | undefined {
  const text = (start: number, end: number): string => head.toString("latin1", start, end);
  if (text(0, 3) === "\xff\xd8\xff") return jpeg;
  if (text(0, 8) === "\x89PNG\r\n\x1a\n") return png;
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return webp;
  if (text(0, 4) === "RIFF" && text(8, 12) === "WAVE") return wav;
  if (text(4, 8) === "ftyp") return Object.hasOwn(brands, text(8, 12)) ? brands[text(8, 12)] : undefined;
  if (text(0, 4) === "OggS") return soundsInOgg.has(text(29, 35)) ? ogg : undefined;
  if (text(0, 6) === "#!AMR\n") return amr;
  if (text(0, 9) === "#!AMR-WB\n") return amrWide;
  if (text(0, 3) === "ID3" || isMpegFrame(head)) return mp3;
  return undefined;
}

/** The head of a frame of MPEG audio, layer III, with every field of a value that there is (ISO 11172-3). */
function isMpegFrame(head: Buffer): boolean {
  const [sync = 0, version = 0, rates = 0] = head;
  return (
    sync === 0xff &&
    (version & 0xe6) === 0xe2 &&
    (version & 0x18) !== 0x08 &&
    (rates & 0xf0) !== 0xf0 &&
    (rates & 0xf0) !== 0 &&
    (rates & 0x0c) !== 0x0c
  );
}

function photo(contentType: string): MediaType {
  return { kind: MediaKind.PHOTO, contentType };
}

function voice(contentType: string): MediaType {
  return { kind: MediaKind.VOICE, contentType };
}
