import { inflateSync } from "node:zlib";

/**
 * What can be read on the pages of a PDF as Chromium writes it, without blanks and in NFKC: it sets blanks by moving on,
 * and draws several letters with one glyph. Text is codes of glyphs, each font with a table of the letters they stand for.
 */
export function pdfText(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const letters = new Map<string, ReadonlyMap<string, string>>();
  for (const [number, { head }] of objects) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1];
    if (table) letters.set(number, lettersOf(objects.get(table)?.content ?? ""));
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages
    .map(({ head }) => objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? "")?.content ?? "")
    .map((content) => shown(content, letters))
    .join("")
    .replace(/\s/g, "")
    .replace(/[^\u2e80-\u2fd5]+/g, (each) => each.normalize("NFKC"));
}

/** Finds what is said where it was read from a PDF: where a font draws a radical as it does a letter, either may stand. */
export function onPaper(said: string): RegExp {
  if (said === "") throw new Error("nothing is said that could be found");
  return new RegExp(
    [...said.replace(/\s/g, "").normalize("NFKC")]
      .map((each) => (/\p{Script=Han}/u.test(each) ? `[${each}\u2e80-\u2fd5]` : literally(each)))
      .join(""),
    "u",
  );
}

const literally = (each: string): string => each.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");

interface PdfObject {
  readonly head: string;
  readonly content: string;
}

function objectsOf(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const text = pdf.toString("latin1");
  const objects = new Map<string, PdfObject>();
  for (const { 1: number = "", index, 0: whole } of text.matchAll(/(?<=^|\n)(\d+) 0 obj\s/g)) {
    const start = index + whole.length;
    const end = text.slice(start).search(/\bstream\r?\n|\bendobj\b/) + start;
    const head = text.slice(start, end);
    const length = /\/Length (\d+)/.exec(head)?.[1];
    const isText = !/\/Length1|\/Subtype|\/Width/.test(head);
    const packed =
      length && isText && text.startsWith("stream", end)
        ? pdf.subarray(text.indexOf("\n", end) + 1, text.indexOf("\n", end) + 1 + Number(length))
        : undefined;
    const content = packed && head.includes("/FlateDecode") ? inflateSync(packed).toString("latin1") : "";
    objects.set(number, { head, content });
  }
  return objects;
}

/** Codes to letters, `<03> <4eba>` one by one or `<03> <05> <4eba>` in a row. */
function lettersOf(table: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const [, kind, body = ""] of table.matchAll(/begin(bfchar|bfrange)([\s\S]*?)endbf/g)) {
    for (const line of body.trim().split("\n")) {
      const codes = [...line.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, code = ""]) => code);
      const [first = "", last = "", to = last] = codes;
      const count = kind === "bfchar" ? 0 : Number.parseInt(last, 16) - Number.parseInt(first, 16);
      for (let step = 0; step <= count; step += 1) {
        const code = (Number.parseInt(first, 16) + step).toString(16).padStart(first.length, "0");
        letters.set(code.toLowerCase(), lettersAt(to, step));
      }
    }
  }
  return letters;
}

function lettersAt(hex: string, step: number): string {
  const units = Buffer.from(hex, "hex").swap16();
  units.writeUInt16LE(units.readUInt16LE(units.length - 2) + step, units.length - 2);
  return units.toString("utf16le");
}

function shown(content: string, letters: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> | undefined;
  let text = "";
  // What it says beside the glyphs is said by them as well.
  const drawn = content.replace(/\/ActualText\s*<[0-9A-Fa-f]*>/g, "");
  for (const [, name, codes] of drawn.matchAll(/\/F(\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (name) font = letters.get(name);
    if (!codes || !font) continue;
    const width = [...font.keys()][0]?.length ?? 4;
    for (const code of codes.toLowerCase().match(new RegExp(`.{${width}}`, "g")) ?? [])
      text += font.get(code) ?? "";
  }
  return text;
}
