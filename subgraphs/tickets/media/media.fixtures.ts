import { crc32, deflateSync } from "node:zlib";

/** Pieces of photos and recordings, put together by hand: what is in them is known to the byte. */

const segment = (marker: number, content: Buffer | string): Buffer => {
  const bytes = Buffer.from(content as string, "latin1");
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
};

/** What a telephone writes: which way up, and a position, near enough to somebody's door. */
export const position = "N28.20001 E112.98002";

export const exifOf = (orientation = 6): Buffer => {
  const tiff = Buffer.alloc(26);
  tiff.write("MM\0*\0\0\0\x08", 0, "latin1");
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from(position)]);
};

const jfif = segment(0xe0, "JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
const profile = segment(0xe2, "ICC_PROFILE\0\x01\x01sRGB");
/** Tables, two scans of compressed data with a restart and a stuffed 0xFF between them, and no more. */
const picture = Buffer.concat([
  segment(0xdb, "\0".repeat(65)),
  segment(0xda, "\x01\x01\0\0?\0"),
  Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
  // A table between scans, in which there stands what looks like the end of the image.
  segment(0xc4, "\0\xff\xd9\0"),
  segment(0xda, "\x01\x01\0\0?\0"),
  Buffer.from([0x78, 0x9a]),
]);
const start = Buffer.from([0xff, 0xd8]);
const end = Buffer.from([0xff, 0xd9]);

/** A photo as a telephone takes it: with EXIF, XMP, a comment, and a preview behind it. */
export const jpeg = ({
  exif = exifOf(),
  behind = Buffer.from(`preview ${position}`),
  padding = 0,
} = {}): Buffer =>
  Buffer.concat([
    start,
    Buffer.alloc(padding, 0xff),
    jfif,
    segment(0xe1, exif),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x>${position}</x>`),
    profile,
    segment(0xe2, `MPF\0${position}`),
    segment(0xfe, `<script>${position}</script>`),
    picture,
    end,
    behind,
  ]);

/** EXIF with nothing but which way up, as it is kept. */
const orientationOnly = segment(
  0xe1,
  `Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0`,
);

/** The same as it is kept. */
export const plainJpeg = Buffer.concat([start, jfif, orientationOnly, profile, picture, end]);

const chunk = (name: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name), content]);
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  size.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, sum]);
};

const onePixel = [
  chunk("IHDR", Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
  chunk("IDAT", deflateSync(Buffer.from([0, 255]))),
  chunk("IEND", Buffer.alloc(0)),
] as const;
const pngHead = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

export const plainPng = Buffer.concat([pngHead, ...onePixel]);
export const png = Buffer.concat([
  pngHead,
  onePixel[0],
  chunk("eXIf", exifOf()),
  chunk("tEXt", Buffer.from(`Location\0${position}`)),
  onePixel[1],
  onePixel[2],
  Buffer.from(`PK\x03\x04 ${position}`),
]);

const riffChunk = (name: string, content: Buffer | string): Buffer => {
  const bytes = Buffer.from(content as string, "latin1");
  const head = Buffer.alloc(8);
  head.write(name, "latin1");
  head.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([head, bytes, Buffer.alloc(bytes.length % 2)]);
};
const riff = (form: string, ...chunks: Buffer[]): Buffer =>
  riffChunk("RIFF", Buffer.concat([Buffer.from(form), ...chunks]));

export const webp = riff(
  "WEBP",
  riffChunk("VP8X", "\x0c\0\0\0\0\0\0\0\0\0"),
  riffChunk("VP8 ", "picture"),
  riffChunk("EXIF", exifOf()),
);
export const wav = riff(
  "WAVE",
  riffChunk("fmt ", "\x01\0".repeat(8)),
  riffChunk("LIST", position),
  riffChunk("data", "voice!"),
);

export const box = (name: string, ...contents: (Buffer | string)[]): Buffer => {
  const inside = Buffer.concat(contents.map((content) => Buffer.from(content as string, "latin1")));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(inside.length + 8);
  head.write(name, 4, "latin1");
  return Buffer.concat([head, inside]);
};
/** When it was, in seconds of the format's own. */
export const takenAt = "\xe6\x12\x34\x56";
const handler = (kind: string): Buffer => box("hdlr", "\0".repeat(8), kind, "\0".repeat(12));

const film = (brand: string): Buffer =>
  Buffer.concat([
    box("ftyp", brand, "\0\0\0\0"),
    box("mdat", "sound and picture"),
    box(
      "moov",
      box("mvhd", "\0\0\0\0", takenAt, takenAt, "length"),
      box(
        "trak",
        box("tkhd", "\x01\0\0\0", "\0\0\0\0", takenAt, "\0\0\0\0", takenAt, "track"),
        box("mdia", box("mdhd", "\0\0\0\0", takenAt, takenAt, "rate"), handler("soun")),
        box("udta", position),
      ),
      box("udta", box("\xa9xyz", position)),
    ),
    box("uuid", position),
  ]);

export const m4a = film("M4A ");
export const mp4 = film("mp42");

/** A film of a camera that notes where it is as it goes. */
export const trackedFilm = Buffer.concat([
  box("ftyp", "mp42", "\0\0\0\0"),
  box("moov", box("trak", box("mdia", handler("meta")))),
  box("mdat", position),
]);

/** A film of boxes in boxes, and nothing else. */
export const nestedFilm = (depth: number): Buffer =>
  Buffer.concat([
    box("ftyp", "mp42", "\0\0\0\0"),
    Buffer.alloc(8 * depth, Buffer.from("\x7f\xff\xff\xffmoov", "latin1")),
  ]);

/** A photo of a telephone that writes HEIC: picture and description are items, told by an index before them. */
export const heic = ({ indexFirst = true, places = 1 } = {}): Buffer => {
  const u16 = (value: number) => Buffer.from([value >> 8, value & 255]);
  const u32 = (value: number) => Buffer.from([0, 0, value >> 8, value & 255]);
  const infos = box(
    "iinf",
    Buffer.from([0, 0, 0, 0]),
    u16(2),
    box("infe", Buffer.from([2, 0, 0, 0]), u16(1), u16(0), "hvc1\0"),
    box("infe", Buffer.from([2, 0, 0, 0]), u16(2), u16(0), "Exif\0"),
  );
  const locations = (first: number, second: number) =>
    box(
      "iloc",
      Buffer.from([1, 0, 0, 0]),
      u16(places > 1 ? 0 : 0x4400),
      u16(2),
      ...[
        [1, first, 7],
        [2, second, exifOf().length],
      ].flatMap(([id = 0, offset = 0, length = 0]) => [
        u16(id),
        u16(0),
        u16(0),
        u16(places),
        u32(offset),
        u32(length),
      ]),
    );
  const ftyp = box("ftyp", "heic", "\0\0\0\0");
  const index = (first: number, second: number) =>
    box("meta", Buffer.alloc(4), infos, locations(first, second));
  const before = indexFirst ? ftyp.length + index(0, 0).length + 8 : ftyp.length + 8;
  const meta = index(before, before + 7);
  const data = box("mdat", "picture", exifOf());
  return Buffer.concat(indexFirst ? [ftyp, meta, data] : [ftyp, data, meta]);
};

export const mp3 = Buffer.concat([
  Buffer.from("ID3\x04\0\0\0\0\0", "latin1"),
  Buffer.from([position.length]),
  Buffer.from(position),
  Buffer.from([0xff, 0xfb, 0x90, 0x64, 1, 2, 3]),
  Buffer.alloc(140_000, "sound "),
  Buffer.from(`APETAGEX${position}`),
  Buffer.from(`TAG${position}`.padEnd(128)),
]);
/** The check sum of an OGG page (RFC 3533), bit by bit. */
function oggSum(page: Buffer): number {
  let sum = 0;
  for (const byte of page) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      const carried = (sum >>> 31) ^ ((byte >> bit) & 1);
      sum = ((sum << 1) ^ (carried ? 0x04c11db7 : 0)) >>> 0;
    }
  }
  return sum;
}
const oggPage = (pieces: readonly number[], body: Buffer): Buffer => {
  const page = Buffer.concat([
    Buffer.from("OggS"),
    Buffer.alloc(22),
    Buffer.from([pieces.length, ...pieces]),
    body,
  ]);
  page.writeUInt32LE(oggSum(page), 22);
  return page;
};
/** Whether every page says of itself what is so. */
export function isSoundOgg(file: Buffer): boolean {
  for (let at = 0; at < file.length; ) {
    const pieces = file[at + 26] ?? 0;
    const size = file.subarray(at + 27, at + 27 + pieces).reduce((sum, piece) => sum + piece, 0);
    const page = Buffer.from(file.subarray(at, at + 27 + pieces + size));
    const stated = page.readUInt32LE(22);
    page.writeUInt32LE(0, 22);
    if (oggSum(page) !== stated) return false;
    at += page.length;
  }
  return true;
}
const u32le = (value: number): Buffer => Buffer.from([value & 255, value >> 8, 0, 0]);
const said = `LOCATION=${position}${".".repeat(300)}`;
const comments = Buffer.concat([
  u32le(7),
  Buffer.from("A phone"),
  u32le(1),
  u32le(said.length),
  Buffer.from(said),
]);
const opusTags = Buffer.concat([Buffer.from("OpusTags"), comments]);
export const ogg = Buffer.concat([
  oggPage([19], Buffer.from("OpusHead as it goes")),
  // What is said goes over from one page to the next.
  oggPage([255], opusTags.subarray(0, 255)),
  oggPage([opusTags.length - 255], opusTags.subarray(255)),
  oggPage([6], Buffer.from("voice!")),
]);
const vorbisTags = Buffer.concat([Buffer.from("\x03vorbis"), comments, Buffer.from([1])]);
export const vorbis = Buffer.concat([
  oggPage([16], Buffer.from("\x01vorbis as it is")),
  oggPage([255, vorbisTags.length - 255, 5], Buffer.concat([vorbisTags, Buffer.from("setup")])),
  oggPage([6], Buffer.from("voice!")),
]);
export const amr = Buffer.from("#!AMR\n voice");

export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
