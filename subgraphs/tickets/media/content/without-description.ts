import type { ByteReader } from "./byte-reader.ts";
import { plainFilm, plainHeic } from "./iso-media.ts";
import { plainJpeg } from "./jpeg.ts";
import type { MediaType } from "./media-type.ts";
import { plainMp3 } from "./mp3.ts";
import { plainOgg } from "./ogg.ts";
import { plainPng } from "./png.ts";
import { plainRiff } from "./riff.ts";

type Plain = (file: ByteReader) => AsyncIterable<Buffer>;

const plain: Readonly<Record<string, Plain>> = {
  "image/jpeg": plainJpeg,
  "image/png": plainPng,
  "image/webp": plainRiff,
  "audio/wav": plainRiff,
  "image/heic": plainHeic,
  "video/mp4": plainFilm,
  "audio/mp4": plainFilm,
  "audio/mpeg": plainMp3,
  "audio/ogg": plainOgg,
};

/**
 * A photo or recording without what a device writes into it beside the picture or the sound: where it was, whose it is,
 * when it was. A reporter's position may be their home; where the matter is, the demand says. AMR holds none.
 */
export const withoutDescription = (file: ByteReader, { contentType }: MediaType): AsyncIterable<Buffer> =>
  plain[contentType]?.(file) ?? file.rest();
