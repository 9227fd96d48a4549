import { checkResidentNumber } from "../../shared/codes.ts";
import type { Finding } from "../../shared/finding.ts";
import { DisabilityCategory, DisabilityGrade } from "./disability-grade.ts";

/** Categories in the order of their digits, 1 to 7. */
const categories = Object.values(DisabilityCategory);
const grades = Object.values(DisabilityGrade);

/**
 * Judges the number of a disability certificate (残疾人证号): the holder's resident number, a digit for the category and
 * one for the grade (GB/T 26341). Whoever knows the number knows the person: it is masked as a resident number is.
 */
export function checkCertificateNumber(
  text: string,
  { category, grade }: { readonly category: DisabilityCategory; readonly grade: DisabilityGrade },
): Finding | undefined {
  if (!/^\d{17}[\dX][1-7][1-4]$/.test(text)) {
    return {
      code: "CERTIFICATE_NUMBER_SHAPE",
      en: "a disability certificate's number is a resident number, a digit from 1 to 7 and one from 1 to 4",
      zh: "残疾人证号应为 18 位公民身份号码加 1 位类别代码（1 至 7）和 1 位等级代码（1 至 4）",
      rule: "GB/T 26341",
    };
  }
  const resident = checkResidentNumber(text.slice(0, 18));
  if (resident) return resident;
  if (text.slice(18) === certificateSuffix(category, grade)) return undefined;
  return {
    code: "CERTIFICATE_NUMBER_GRADE",
    en: "its last two digits do not agree with category and grade",
    zh: "末两位与残疾类别、等级不符",
    rule: "GB/T 26341",
  };
}

/** The two digits that follow the resident number. */
export const certificateSuffix = (category: DisabilityCategory, grade: DisabilityGrade): string =>
  `${categories.indexOf(category) + 1}${grades.indexOf(grade) + 1}`;
