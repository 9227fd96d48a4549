import type { IncomingHttpHeaders } from "node:http";
import { refuse } from "../../subgraphs/shared/errors.ts";

/** What a caller states to read what other departments hold: on what basis (依据), and on account of which case (案件). */
export interface Grounds {
  /** A power item's code (职权编码) or an agreement's number (协议编号). */
  readonly basis?: string;
  /** The case's ticket number (工单编号). */
  readonly case?: string;
}

export const basisHeader = "whistlegraph-basis";
export const caseHeader = "whistlegraph-case";

const none: Grounds = {};

/** Codes and numbers of ours are of these, and so is whatever an agreement is numbered by. */
const shape = /^[\w./:-]{1,64}$/;

/** As headers or in the request's `extensions`, `{"basis": …, "case": …}`; a contradiction between them is refused. */
export function groundsOf(headers: IncomingHttpHeaders, extensions?: unknown): Grounds {
  const stated = (extensions ?? {}) as { readonly basis?: unknown; readonly case?: unknown };
  const basis = oneOf("basis", basisHeader, headers[basisHeader], stated.basis);
  const onCase = oneOf("case", caseHeader, headers[caseHeader], stated.case);
  if (basis === undefined && onCase === undefined) return none;
  return { ...(basis !== undefined && { basis }), ...(onCase !== undefined && { case: onCase }) };
}

function oneOf(name: string, header: string, sent: unknown, extension: unknown): string | undefined {
  if (sent !== undefined && extension !== undefined && sent !== extension) {
    throw refuse("GROUNDS_MALFORMED", {
      name,
      header,
      problem: "is stated twice, differently",
      problemZh: "前后两处所写不一致",
    });
  }
  const given = sent ?? extension;
  if (given === undefined) return undefined;
  if (typeof given === "string" && shape.test(given)) return given;
  throw refuse("GROUNDS_MALFORMED", {
    name,
    header,
    problem: "is no code or number: 1 to 64 letters, digits and . / : _ - are",
    problemZh: "不是编码或编号，应为 1 至 64 位字母、数字及 . / : _ -",
  });
}
