import { type Catalogue, refusals } from "../shared/errors.ts";

/** What this subgraph may refuse with, beside what any subgraph may. */
export const templateErrors = {
  FACILITY_EXISTS: {
    fault: "CALLER",
    en: "Facility {number} is on record already. Read it, or give another number.",
    zh: "{number} 已登记，请核对或使用其他编号。",
  },
  FACILITY_NUMBER: {
    fault: "CALLER",
    en: "{number} is no number of {district}: write it as {district}-FACILITY-0001.",
    zh: "{number} 不是 {district} 的编号，应为 {district}-FACILITY-0001 的形式。",
  },
} as const satisfies Catalogue;

export const refuse = refusals(templateErrors);
