/** What is wrong with a value, as a check found it. It never repeats the value: that may be personal, and findings reach logs. */
export interface Finding {
  /** Stable name, e.g. `CREDIT_CODE_CHECK_CHARACTER`. */
  readonly code: string;
  readonly en: string;
  readonly zh: string;
  /** The standard or rule it breaks. */
  readonly rule: string;
}
