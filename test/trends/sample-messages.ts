import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Random } from "../../infra/dataset/world/random.ts";
import { matchPlaces, type PlaceName } from "../../subgraphs/grids/place/place.matching.ts";
import { surelyNamed } from "../../subgraphs/tickets/demand/place.ts";
import type { KnownPlace } from "../../subgraphs/tickets/text/place-names.ts";

/** A message of the labelled set (标注样本), as intake would have it, with what it is really about. */
export interface SampleMessage {
  readonly ticket: string;
  readonly at: Date;
  readonly caller: string;
  readonly text: string;
  readonly matterCode: string;
  readonly divisionCode: string;
  readonly gridCode: string | null;
  readonly estateCode: string | null;
  readonly knownPlaces: readonly KnownPlace[];
  /** Its class; null: noise, or one person's ten letters about a matter of their own. */
  readonly label: string | null;
  /** Half of the set it belongs to: thresholds are set on one and judged on the other. */
  readonly half: "TUNE" | "REPORT";
}

interface SampleClass {
  readonly label: string;
  readonly matterCode: string;
  /** Estates by code with -E, grids by fifteen digits; more than one where callers live all around. */
  readonly places: readonly string[];
  readonly names: readonly string[];
  readonly said: readonly string[];
  readonly details: readonly string[];
}

const read = (name: string): string[] =>
  readFileSync(join(import.meta.dirname, name), "utf8")
    .split("\n")
    .slice(1);

function readClasses(): SampleClass[] {
  const classes: SampleClass[] = [];
  let said: string[] = [];
  let details: string[] = [];
  for (const line of read("classes.txt")) {
    if (line.startsWith("# ")) {
      const [label = "", matterCode = "", places = "", names = ""] = line.slice(2).split(" | ");
      [said, details] = [[], []];
      classes.push({
        label,
        matterCode,
        places: places.split(" ").filter((place) => /^\d/.test(place)),
        names: names.split("/"),
        said,
        details,
      });
    } else if (line.startsWith("+")) details.push(line.slice(1));
    else if (line) said.push(line);
  }
  return classes;
}

/** Lines under headings. */
function readParts(name: string): Map<string, string[]> {
  const parts = new Map<string, string[]>();
  let open: string[] = [];
  for (const line of read(name)) {
    if (line.startsWith("# ")) {
      open = [];
      parts.set(line.slice(2), open);
    } else if (line) open.push(line);
  }
  return parts;
}

/** What the grid centre answers of a text, by its list of names. */
function readPlaces(): (text: string) => KnownPlace[] {
  const names = read("places.txt")
    .filter((line) => line !== "")
    .flatMap((line) => {
      const [code = "", called = ""] = line.split(" | ");
      const estateCode = code.includes("-E") ? code : null;
      return called.split("/").map(
        (name, index): PlaceName => ({
          name: name.replaceAll(" ", ""),
          divisionCode: code.slice(0, 12),
          estateCode,
          gridCode: estateCode ? null : code,
          buildingCode: null,
          standing: index === 0 ? "OWN" : "ALIAS",
        }),
      );
    });
  const coded = (code: string | null) => (code ? { code } : null);
  return (text) =>
    surelyNamed(
      matchPlaces(text.replaceAll(/\s+/g, ""), names).map(({ name, estateCode, gridCode, confidence }) => ({
        estate: coded(estateCode),
        grid: coded(gridCode),
        matchedName: name,
        confidence,
      })),
    );
}

/** By whoever matched it: of twenty one is put under another class, and two or three under the matter next to it. */
function matchedTo(matter: string, random: Random): string {
  const lot = random.between(0, 99);
  if (lot < 5) return "110117-1901";
  return lot < 17 ? `${matter.slice(0, -2)}${random.between(20, 22)}` : matter;
}

/** Each of another class of the catalogue than its neighbours. */
const noiseMatter = (index: number): string => `110117-${20 + index}01`;

const hour = 3_600_000;
const start = Date.parse("2026-05-04T08:00:00+08:00");

/** Every class is heard within two and a half days; the classes begin one after the other, so that several are on at any time. */
const burst = 60 * hour;
const apart = 20 * hour;

/** Whether a caller names the place, and which name, is drawn; so is what intake made of it. */
function located(
  place: string,
  random: Random,
): Pick<SampleMessage, "divisionCode" | "gridCode" | "estateCode"> {
  const community = place.slice(0, 12);
  const lot = random.between(0, 99);
  if (lot < 10) return { divisionCode: community.slice(0, 9), gridCode: null, estateCode: null };
  if (lot < 16) return { divisionCode: community, gridCode: null, estateCode: null };
  if (!place.includes("-E")) return { divisionCode: community, gridCode: place, estateCode: null };
  const estate = Number(place.slice(-1));
  // 错误定位: the estate next to it.
  if (lot < 20) {
    return {
      divisionCode: community,
      gridCode: null,
      estateCode: `${place.slice(0, -1)}${(estate % 9) + 1}`,
    };
  }
  if (lot < 26) return { divisionCode: community, gridCode: null, estateCode: null };
  return { divisionCode: community, gridCode: `${community}00${estate}`, estateCode: place };
}

/** 50 to 800 characters: what it is about, and all that people put around it. */
function letter(
  { said, details, names }: Pick<SampleClass, "said" | "details" | "names">,
  around: ReadonlyMap<string, readonly string[]>,
  random: Random,
): string {
  const part = (name: string): readonly string[] => around.get(name) ?? [];
  const lot = random.between(0, 99);
  const name = lot < 68 ? random.pick(names) : lot < 76 ? random.pick(part("别处的地名")) : null;
  const opening =
    name !== null
      ? random.pick(part("开头-有地点")).replaceAll("{place}", name)
      : random.chance(0.7)
        ? random.pick(part("开头-无地点"))
        : "";
  const facts = [...said];
  for (const detail of details) if (random.chance(0.35)) facts.push(detail);
  const wordy = random.between(0, 99);
  const complaints =
    wordy < 45
      ? 0
      : wordy < 75
        ? random.between(1, 2)
        : wordy < 92
          ? random.between(3, 5)
          : random.between(10, 24);
  const laments = random.sample(part("埋怨"), complaints);
  const before = laments.splice(0, random.between(0, laments.length));
  const second = random.chance(0.18) ? [random.pick(part("另一件事"))] : [];
  const body = random.chance(0.3) ? [...second, ...facts] : [...facts, ...second];
  const end = random.chance(0.7) ? [random.pick(part("结尾"))] : [];
  let text = [opening, ...before, ...body, ...laments, ...end].join("");
  for (const lament of random.sample(part("埋怨"), part("埋怨").length)) {
    if (text.length >= 50) break;
    text += lament;
  }
  return text.slice(0, 800);
}

/** Our own writing, put together anew from many hand-written parts; the same every time. */
export function sampleMessages(): readonly SampleMessage[] {
  const random = Random.seeded("样本");
  const classes = readClasses();
  const around = readParts("around.txt");
  const letters = readParts("letters.txt");
  const messages: Omit<SampleMessage, "ticket" | "knownPlaces">[] = [];
  const knownIn = readPlaces();
  const caller = (): string => `13${String(900_000_000 + messages.length)}`;

  for (const [index, each] of classes.entries()) {
    const own = random.split(each.label);
    const begins = start + index * apart;
    const half = index % 2 === 0 ? "TUNE" : "REPORT";
    const place = (): string => own.pick(each.places);
    const write = (said: readonly string[], from: string, label: string | null): void => {
      messages.push({
        at: new Date(begins + own.between(0, burst / 60_000) * 60_000),
        caller: from,
        text: letter({ ...each, said }, around, own),
        matterCode: matchedTo(each.matterCode, own),
        ...located(place(), own),
        label,
        half,
      });
    };
    for (const [n, statement] of own.sample(each.said, each.said.length).entries()) {
      // Some say two things about it.
      const more = own.chance(0.2) ? [each.said[(n + 3) % each.said.length] ?? ""] : [];
      write([statement, ...more], caller(), each.label);
    }
    // One of them writes again and again.
    const again = caller();
    for (let n = 0; n < own.between(1, 3); n += 1) write([own.pick(each.said)], again, each.label);
    // Whoever writes a page says several things, and this before all others.
    for (const text of letters.get(each.label) ?? []) {
      messages.push({
        at: new Date(begins + own.between(0, burst / 60_000) * 60_000),
        caller: caller(),
        text,
        matterCode: matchedTo(each.matterCode, own),
        ...located(place(), own),
        label: each.label,
        half,
      });
    }
    // The same matter, once, in a place where nobody else has it.
    messages.push({
      at: new Date(begins + own.between(0, 59) * hour),
      caller: caller(),
      text: letter(
        { ...each, said: [own.pick(each.said)], names: around.get("别处的地名") ?? [] },
        around,
        own,
      ),
      matterCode: each.matterCode,
      divisionCode: `11011701${own.between(1, 3)}00${own.between(1, 9)}`,
      gridCode: null,
      estateCode: `11011701${own.between(4, 6)}00${own.between(1, 9)}-E0${own.between(1, 9)}`,
      label: null,
      half,
    });
  }

  const noise = read("noise.txt").filter((line) => line !== "");
  const places = classes.flatMap((each) => each.places);
  for (const [index, line] of noise.entries()) {
    const own = random.split(`noise ${index}`);
    messages.push({
      at: new Date(start + own.between(0, (classes.length * apart) / hour) * hour),
      caller: caller(),
      text: letter({ said: [line], details: [], names: around.get("别处的地名") ?? [] }, around, own),
      matterCode: noiseMatter(index),
      ...located(own.pick(places), own),
      label: null,
      half: index % 2 === 0 ? "TUNE" : "REPORT",
    });
  }

  // One person writes ten times.
  for (const index of [2, 15, 30, 31, 46, 51]) {
    const own = random.split(`again ${index}`);
    const from = caller();
    const place = own.pick(places);
    for (let n = 0; n < 10; n += 1) {
      messages.push({
        at: new Date(start + index * 8 * hour + n * 5 * hour),
        caller: from,
        text: letter(
          { said: [noise[index] ?? ""], details: [], names: around.get("别处的地名") ?? [] },
          around,
          own,
        ),
        matterCode: noiseMatter(index),
        ...located(place, own),
        label: null,
        half: index % 2 === 0 ? "TUNE" : "REPORT",
      });
    }
  }
  return messages
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
    .map((message, index) => ({
      ...message,
      ticket: `T${String(index).padStart(4, "0")}`,
      knownPlaces: knownIn(message.text),
    }));
}
