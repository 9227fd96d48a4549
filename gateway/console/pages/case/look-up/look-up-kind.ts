import { formerResidentNumber, plainText, residentNumber } from "../../../frame/resident-number.ts";

/** By what a case is looked up. */
export const lookUpKinds = [
  "ticket",
  "whistle",
  "business",
  "powerItem",
  "place",
  "person",
  "words",
] as const;
export type LookUpKind = (typeof lookUpKinds)[number];

/** What was typed as it is looked up: numbers however people write them. */
export function lookUpText(typed: string): string {
  const text = plainText(typed);
  const bare = text.replace(/[ -]/g, "");
  // Somebody's number is somebody's however it is written: apart, it would be taken for words.
  if (residentNumber.test(bare) || telephone.test(bare)) return bare;
  const [, district, day, running] = /^(\d{6})(\d{8})(\d{6})$/.exec(bare) ?? [];
  return district ? `${district}-${day}-${running}` : text;
}

/** A ticket's number as it is said within its own district: the day and the number of that day. */
export function wholeNumber(text: string, district: string): string {
  const [, day, running] = /^(20\d{6})-?(\d{6})$/.exec(text) ?? [];
  return day && district ? `${district}-${day}-${running}` : text;
}

const telephone = /^1[3-9]\d{9}$/;

/**
 * Of a division, a grid, an estate, or of a building as its plate carries it. Divisions begin as a province does: a month
 * does not, nor the last digits of a ticket's number, nor a telephone's area.
 */
const placeCode =
  /^((1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4}(\d{3}){0,3}|\d{12}-[EB]\d+|(?=.*[A-Z])[0-9A-Z]{16})$/i;

export const isPlaceCode = (text: string): boolean => placeCode.test(text);

const codes: readonly (readonly [LookUpKind, RegExp])[] = [
  ["ticket", /^\d{6}-\d{8}-\d{6}$/],
  ["whistle", /^\d{6}-W-\d{8}-\d{4,}$/i],
  ["person", /^\d{6}-R-[\w-]+$/i],
  ["person", telephone],
  ["powerItem", /^\d{16}$/],
  // GB 32100: no I, O, S, V or Z. Shape alone; whether its check character fits the graph says.
  ["business", /^[1-9A-HJ-NP-RTUW-Y][1-9A-HJ-NP-RTUW-Y]\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/i],
  ["place", placeCode],
];

/** What places are called ends so; the demand about one goes on after its name. */
const placeName =
  /^\S{1,20}(省|市|区|县|镇|乡|街道|地区|社区|居委会|村|村委会|小区|网格|家园|花园|公寓|名邸|雅居|佳苑|苑|广场|大厦|园区|号楼|栋)$/;

/** What a text most likely is. Never certain: whoever typed it may say otherwise. */
export const lookUpKindOf = (text: string): LookUpKind =>
  codeKindOf(text) ?? (placeName.test(text) ? "place" : "words");

const codeKindOf = (text: string): LookUpKind | undefined => codes.find(([, shape]) => shape.test(text))?.[0];

/**
 * Whether a text can be no person's name, telephone or number: codes by their shape alone. Only these may stand in the
 * address, which histories and logs keep. Words and names of places are told from people's by nobody: 王栋 ends as a
 * building does.
 */
export const namesNobody = (kind: LookUpKind, text: string): boolean =>
  kind !== "person" &&
  codeKindOf(text) === kind &&
  !residentNumber.test(text) &&
  !formerResidentNumber.test(text);

/** What a case's own page may be asked for: a ticket's number, or a whistle's that was taken for one. */
export const isCaseNumber = (text: string): boolean => ["ticket", "whistle"].includes(lookUpKindOf(text));

/** Which tickets lie at a place of a code: a building's are found by the demands that were scanned there. */
export function ticketsAt(
  code: string,
):
  | { readonly filter: { division?: string; grid?: string; estate?: string } }
  | { readonly building: string } {
  if (/^\d{15}$/.test(code)) return { filter: { grid: code } };
  if (/^\d+$/.test(code)) return { filter: { division: code } };
  return /-E\d+$/i.test(code) ? { filter: { estate: code } } : { building: code };
}
