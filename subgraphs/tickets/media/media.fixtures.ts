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
export const jpeg = ({ exif = exifOf(), behind = Buffer.from(`preview ${position}`) } = {}): Buffer =>
  Buffer.concat([
    start,
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
const film = (brand: string): Buffer =>
  Buffer.concat([
    box("ftyp", brand, "\0\0\0\0"),
    box("mdat", "sound and picture"),
    box(
      "moov",
      box("mvhd", "length"),
      box("trak", box("tkhd", "track"), box("udta", position)),
      box("udta", box("\xa9xyz", position)),
    ),
    box("uuid", position),
  ]);

export const m4a = film("M4A ");
export const mp4 = film("mp42");

/** A photo of a telephone that writes HEIC: picture and description are items, told by an index before them. */
export const heic = ({ indexFirst = true } = {}): Buffer => {
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
      u16(0x4400),
      u16(2),
      ...[
        [1, first, 7],
        [2, second, exifOf().length],
      ].flatMap(([id = 0, offset = 0, length = 0]) => [
        u16(id),
        u16(0),
        u16(0),
        u16(1),
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
]);
export const ogg = Buffer.concat([Buffer.from("OggS"), Buffer.alloc(24), Buffer.from("OpusHead voice")]);
export const amr = Buffer.from("#!AMR\n voice");

export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
