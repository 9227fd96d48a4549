import { type Day, dayOf, isDay, startOfDay } from "../../shared/calendar.ts";
import { owner } from "../visibility.ts";

/** A column's text without the blanks around it, empty for NULL, into what the type holds. */
export type Conversion = (kept: string, tell: (unknown: string) => void) => unknown;

export function text(kept: string): string | null {
  return kept === "" ? null : kept;
}

export function number(kept: string): number | null {
  return kept === "" ? null : Number(kept);
}

/** yyyyMMdd, a day in China. */
export function day(kept: string, tell: (unknown: string) => void): Day | null {
  if (kept === "" || kept === "00000000") return null;
  const read = kept.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3");
  if (isDay(read)) return read;
  tell(kept);
  return null;
}

/** yyyyMMddHH24miss by Beijing time. */
export function instant(kept: string, tell: (unknown: string) => void): Date | null {
  if (kept === "" || kept === "00000000000000") return null;
  const [, date = "", hours = 99, minutes = 99, seconds = 99] =
    /^(\d{8})(\d{2})(\d{2})(\d{2})$/.exec(kept) ?? [];
  const on = day(date, () => undefined);
  if (on && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60) {
    const past = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
    return new Date(startOfDay(on).getTime() + past * 1_000);
  }
  tell(kept);
  return null;
}

/** The other way, for comparing: the first second of the archive's that is not before the instant. */
export function archiveTime(at: Date): string {
  const second = new Date(Math.ceil(at.getTime() / 1_000) * 1_000);
  const on = dayOf(second);
  const past = (second.getTime() - startOfDay(on).getTime()) / 1_000;
  const clock = [past / 3_600, (past / 60) % 60, past % 60];
  return on.replaceAll("-", "") + clock.map((part) => String(Math.floor(part)).padStart(2, "0")).join("");
}

/** Several values in one column, separated by commas of either script. */
export function list(kept: string): string[] {
  return kept === "" ? [] : kept.split(/[,，]/).map((value) => value.trim());
}

export function oneOf<Meaning>(meanings: Readonly<Record<string, Meaning>>): Conversion {
  return (kept, tell) => {
    if (kept === "") return null;
    const meaning = meanings[kept];
    if (meaning === undefined) tell(kept);
    return meaning ?? null;
  };
}

export function listOf<Meaning>(meanings: Readonly<Record<string, Meaning>>): Conversion {
  const one = oneOf(meanings);
  return (kept, tell) =>
    list(kept)
      .map((code) => one(code, tell))
      .filter((meaning) => meaning !== null);
}

/** The archive's twelve digits of a station (派出所): the sub-district's nine and 000. Ours names the unit by them. */
export function station(kept: string, tell: (unknown: string) => void): string | null {
  if (kept === "") return null;
  if (/^\d{9}000$/.test(kept)) return `${kept.slice(0, 9)}-${owner}`;
  tell(kept);
  return null;
}

/** All codes of a group of ten that mean the same. */
export function group<Meaning>(tens: number, meaning: Meaning): Record<string, Meaning> {
  return Object.fromEntries(Array.from({ length: 10 }, (_, ones) => [`${tens}${ones}`, meaning]));
}

export const codesOf = <Meaning>(meanings: Readonly<Record<string, Meaning>>, meaning: Meaning): string[] =>
  Object.keys(meanings).filter((code) => meanings[code] === meaning);
