import type { Language } from "./language.tsx";

/** Every time is shown as the clock in the office shows it, wherever the reader is. */
export const ZONE = "Asia/Shanghai";

const locales: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en-GB" };

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const kept = formats.get(key);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat(locales[language], { timeZone: ZONE, hourCycle: "h23", ...options });
  formats.set(key, made);
  return made;
}

const day = format("en", { year: "numeric", month: "2-digit", day: "2-digit" });

/** The day in the office at an instant, `2026-11-22`. */
export function dayOf(instant: Date | string): string {
  return day.format(new Date(instant)).split("/").reverse().join("-");
}

/** 11月22日 09:05, 22 Nov 09:05; with the year where it is not this one. */
export function momentText(instant: string, language: Language, now: Date): string {
  const year = dayOf(instant).slice(0, 4) === dayOf(now).slice(0, 4) ? undefined : ("numeric" as const);
  return format(language, {
    ...(year ? { year } : {}),
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(instant));
}

/** 2026年11月22日, 22 November 2026, of a day `2026-11-22`. */
export const dayText = (day: string, language: Language): string =>
  format(language, { year: "numeric", month: "long", day: "numeric" }).format(
    new Date(`${day}T12:00:00+08:00`),
  );

/** 09:05. */
export const hourText = (instant: string, language: Language): string =>
  format(language, { hour: "2-digit", minute: "2-digit" }).format(new Date(instant));

/** What an address or a form says where that is a day, `2026-11-22`: there is no 30 February, nor a year of five figures. */
export function dayIn(written: string | null): string | undefined {
  if (written === null || !/^\d{4}-\d\d-\d\d$/.test(written)) return undefined;
  const noon = new Date(`${written}T12:00:00Z`);
  return !Number.isNaN(noon.getTime()) && noon.toISOString().startsWith(written) ? written : undefined;
}

/** The day so many days on, of a day `2026-11-22`. */
export function dayAfter(day: string, days: number): string {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
}

/** The instant at which a day of the office begins, or the day so many days on; what is no day stays as it is written. */
export const startOfDay = (written: string, daysOn = 0): string => {
  const day = dayIn(written);
  return day ? `${dayAfter(day, daysOn)}T00:00:00+08:00` : written;
};

/** The instant at which the office's clock shows what a field for day and time holds; empty where that is none. */
export function instantAt(clock: string): string {
  const instant = new Date(`${clock}:00+08:00`);
  return Number.isNaN(instant.getTime()) ? "" : instant.toISOString();
}
