import { GraphQLScalarType, Kind } from "graphql";
import {
  checkCreditCode,
  checkDivisionCode,
  checkGridCode,
  checkPowerItemCode,
  checkResidentNumber,
} from "./codes.ts";
import { refuse } from "./errors.ts";
import type { Finding } from "./finding.ts";

/** A string scalar whose input is checked where it enters; output is ours and already checked. */
function codeScalar(
  name: string,
  kind: { en: string; zh: string },
  description: string,
  check: (text: string) => Finding | undefined,
  { personal = false }: { personal?: boolean } = {},
): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    const text = typeof value === "string" ? value.trim() : "";
    const finding = check(text);
    if (!finding) return text;
    throw refuse("BAD_CODE", {
      // A mistyped personal number is still personal: it must not come back in errors, nor reach a log.
      value: personal || typeof value !== "string" ? "the value given" : value.slice(0, 40),
      kind: kind.en,
      kindZh: kind.zh,
      finding: finding.en,
      findingZh: finding.zh,
      findingCode: finding.code,
      standard: finding.rule,
    });
  };
  return new GraphQLScalarType({
    name,
    description,
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
    serialize: String,
  });
}

export const DivisionCode = codeScalar(
  "DivisionCode",
  { en: "division code", zh: "区划代码" },
  "Division code (区划代码): 2 digits a province, 4 a city, 6 a district (GB/T 2260), 9 a sub-district or town, 12 a community or village (GB/T 10114)",
  checkDivisionCode,
);

export const GridCode = codeScalar(
  "GridCode",
  { en: "grid code", zh: "网格代码" },
  "Grid code (网格代码): 15 digits, the community's 12 and 3 of its own (CJ/T 213)",
  checkGridCode,
);

export const CreditCode = codeScalar(
  "CreditCode",
  { en: "unified social credit code", zh: "统一社会信用代码" },
  "Unified social credit code (统一社会信用代码) of a legal body: 18 characters with a check character (GB 32100)",
  checkCreditCode,
);

export const ResidentNumber = codeScalar(
  "ResidentNumber",
  { en: "resident number", zh: "公民身份号码" },
  "Resident number (公民身份号码): 18 characters with birth date and check digit (GB 11643). Personal data.",
  checkResidentNumber,
  { personal: true },
);

export const PowerItemCode = codeScalar(
  "PowerItemCode",
  { en: "power item code", zh: "职权编码" },
  "Power item code (职权编码): 16 digits: area 6, body 3, kind 2, sequence 3, sub-item 2",
  checkPowerItemCode,
);
