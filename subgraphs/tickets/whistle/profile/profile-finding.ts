import { Post } from "../../../shared/principal.ts";

/** A hole in a profile: where, and what a whistle blown under it would stumble over. */
export interface ProfileFinding {
  readonly code: string;
  /** From the root of the document, e.g. `kinds.2.clocks.0.unit`. */
  readonly path: string;
  readonly en: string;
  readonly zh: string;
}

export const found = (code: string, path: string, en: string, zh: string): ProfileFinding => ({
  code,
  path,
  en,
  zh,
});

/** Gathers what is found under one path. */
export function findingsUnder(path: string) {
  const findings: ProfileFinding[] = [];
  const hole = (code: string, at: string, en: string, zh: string): void =>
    void findings.push(found(code, `${path}.${at}`, en, zh));
  return { findings, hole };
}

export const codesOf = (named: readonly { readonly code: string }[]): string[] =>
  named.map(({ code }) => code);

export const repeated = (codes: readonly string[], path: string, key = "code"): ProfileFinding[] =>
  codes.flatMap((code, index) =>
    codes.indexOf(code) === index
      ? []
      : [found("DUPLICATE_CODE", `${path}.${index}.${key}`, `${code} is there twice`, `${code} 重复`)],
  );

/** A resident may blow and confirm; what is done in office takes a post. */
export const outOfOffice = (posts: readonly Post[], path: string): ProfileFinding[] =>
  posts.flatMap((post, index) =>
    post === Post.RESIDENT
      ? [found("OUT_OF_OFFICE", `${path}.${index}`, "a resident holds no office", "居民不担任职务")]
      : [],
  );
