import { type Refusals, refusals } from "../shared/refusal.ts";

/** What this subgraph may refuse with, beside what any subgraph may. */
export const templateErrors = {
  FACILITY_EXISTS: {
    fault: "CALLER",
    en: "Facility {number} is on record already.",
    zh: "{number} 已登记。",
    rule: "ONE-RECORD",
    allowed: {
      en: "Read it, or give another number.",
      zh: "请核对或使用其他编号。",
    },
  },
  FACILITY_NUMBER: {
    fault: "CALLER",
    en: "{number} is no number of {district}: write it as {district}-FACILITY-0001.",
    zh: "{number} 不是 {district} 的编号，应为 {district}-FACILITY-0001 的形式。",
    rule: null,
  },
} as const satisfies Refusals;

export const refuse = refusals(templateErrors);
