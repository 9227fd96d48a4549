import { crc32, deflateSync } from "node:zlib";

/** A picture of few colours: for each dot, row by row, which colour of the palette it has. */
export interface Dots {
  readonly width: number;
  readonly height: number;
  readonly palette: readonly number[];
  readonly dots: Uint8Array;
}

/** As a PNG of indexed colours (ISO/IEC 15948), which says nothing beside what is drawn. */
export function pngOf({ width, height, palette, dots }: Dots): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const rows = Array.from({ length: height }, (_, row) => [
    Buffer.alloc(1),
    dots.subarray(row * width, (row + 1) * width),
  ]);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk(
      "PLTE",
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk("IDAT", deflateSync(Buffer.concat(rows.flat()))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
