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

/** Full-width digits and letters as an input method leaves them, what a paste brings along, and numbers as people write them. */
export function lookUpText(typed: string): string {
  const text = typed
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .trim()
    .replace(/\s+/g, " ");
  const bare = text.replace(/[ -]/g, "");
  // Somebody's number is somebody's however it is written: apart, it would be taken for words.
  if (isResidentNumber(bare) || telephone.test(bare)) return bare;
  const [, district, day, running] = /^(\d{6})(\d{8})(\d{6})$/.exec(bare) ?? [];
  return district ? `${district}-${day}-${running}` : text;
}

const telephone = /^1[3-9]\d{9}$/;

/** Of a division, a grid, an estate, or of a building as its plate carries it. */
const placeCode = /^(\d{6}(\d{3}){0,3}|\d{12}-[EB]\d+|(?=.*[A-Z])[0-9A-Z]{16})$/i;

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
  // What places are called ends so; the demand about one goes on after its name.
  [
    "place",
    /^\S{1,20}(省|市|区|县|镇|乡|街道|地区|社区|居委会|村|村委会|小区|网格|家园|花园|公寓|名邸|雅居|佳苑|苑|广场|大厦|园区|号楼|栋)$/,
  ],
];

/** What a text most likely is. Never certain: whoever typed it may say otherwise. */
export const lookUpKindOf = (text: string): LookUpKind =>
  codes.find(([, shape]) => shape.test(text))?.[0] ?? "words";

/** A citizen's identity number (GB 11643) is looked up nowhere here, and so is sent nowhere. */
export const isResidentNumber = (text: string): boolean =>
  /^[1-8]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dX]$/i.test(text);

/** Whether a text names a person, so that it is kept neither in the address nor among what was looked up. */
export const namesPerson = (kind: LookUpKind, text: string): boolean =>
  kind === "person" && !/^\d{6}-R-/i.test(text);

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
