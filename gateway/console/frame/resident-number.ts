/** The shape of a citizen's identity number (GB 11643), of any day: one that was mistyped is somebody's all the same. */
export const residentNumber = /^[1-8]\d{16}[\dX]$/i;

/** As they were until 1999: 15 digits, the day of birth with two of its year. Grids of some villages look alike. */
export const formerResidentNumber = /^[1-8]\d{7}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}$/;

/** Full-width digits and letters as an input method leaves them, what a paste brings along. */
export const plainText = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .trim()
    .replace(/\s+/g, " ");

/** A citizen's identity number is looked up nowhere here, and so is sent nowhere. */
export const isResidentNumber = (text: string): boolean => residentNumber.test(text) && !isCreditCode(text);

/** Whether one was typed, by itself or among other things, also in groups of digits as a card has it. */
export function holdsResidentNumber(typed: string): boolean {
  const text = plainText(typed);
  const grouped = text.match(/(?<!\d)(\d{17}|\d{6}[ -]\d{8}[ -]\d{3})[\dX](?!\d)/gi) ?? [];
  return [text, ...grouped].some((number) => isResidentNumber(number.replace(/[ -]/g, "")));
}

/** GB 32100 allows all digits too; its check character then tells one from a person's number, but for the day of birth. */
function isCreditCode(text: string): boolean {
  if (/^.{6}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])/.test(text)) return false;
  const values = [...text.toUpperCase()].map((letter) => creditLetters.indexOf(letter));
  const check = values.pop();
  const sum = values.reduce((before, value, place) => before + value * (3 ** place % 31), 0);
  return check === (31 - (sum % 31)) % 31;
}

const creditLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
