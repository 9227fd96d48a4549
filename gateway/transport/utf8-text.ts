import { isAscii, isUtf8, transcode } from "node:buffer";

/** From here on the detour by UTF-16 pays: it has a price of its own. */
const long = 4_000;

/**
 * UTF-8 bytes as text; undefined where they are none. What is mostly Chinese takes Node's own way some five times as
 * long as its vectorised conversion to UTF-16, which is what strings are made of.
 */
export function utf8Text(bytes: Buffer): string | undefined {
  if (isAscii(bytes)) return bytes.toString("latin1");
  if (!isUtf8(bytes)) return undefined;
  return bytes.length < long
    ? bytes.toString("utf8")
    : transcode(bytes, "utf8", "utf16le").toString("utf16le");
}
