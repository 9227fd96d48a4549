import type { IncomingHttpHeaders } from "node:http";
import { refuse } from "../../subgraphs/shared/errors.ts";
import { onBehalfOfHeader } from "../../subgraphs/shared/graph-client.ts";

/**
 * What a caller states of why it reads: on what basis (依据), on account of which case (案件), and on whose behalf
 * (代谁查询). The first two decide what of others' data is given; the last goes on record and decides nothing.
 */
export interface Grounds {
  /** A power item's code (职权编码) or an agreement's number (协议编号). */
  readonly basis?: string;
  /** The case's ticket number (工单编号). */
  readonly case?: string;
  /** A person's id, as the identity provider knows them. What a token says of it comes first. */
  readonly onBehalfOf?: string;
}

/** Codes and numbers of ours are of these, and so is whatever an agreement is numbered by. */
const code = {
  shape: /^[\w./:-]{1,64}$/,
  problem: "is no code or number: 1 to 64 letters, digits and . / : _ - are",
  problemZh: "不是编码或编号，应为 1 至 64 位字母、数字及 . / : _ -",
};

/** Whatever an identity provider calls people by; in a header percent-encoded where it must be. */
const person = {
  shape: /^\P{C}{1,200}$/u,
  problem: "is no person's id: 1 to 200 characters are, in a header percent-encoded beyond ASCII",
  problemZh: "不是人员标识，应为 1 至 200 个字符，写入请求头时非 ASCII 字符须作百分号编码",
};

const statable = [
  { name: "basis", header: "whistlegraph-basis", kind: code },
  { name: "case", header: "whistlegraph-case", kind: code },
  { name: "onBehalfOf", header: onBehalfOfHeader, kind: person },
] as const satisfies readonly { name: keyof Grounds; header: string; kind: typeof code }[];

/** Headers in which grounds are stated. */
export const groundsHeaders: readonly string[] = statable.map(({ header }) => header);

/**
 * As headers or in the request's `extensions`, `{"basis": …, "case": …, "onBehalfOf": …}`; a contradiction between them is
 * refused.
 */
export function groundsOf(headers: IncomingHttpHeaders, extensions?: unknown): Grounds {
  const stated = (extensions ?? {}) as Readonly<Record<string, unknown>>;
  const grounds: { -readonly [Name in keyof Grounds]: Grounds[Name] } = {};
  for (const each of statable) {
    const given = givenIn(each, headers[each.header], stated[each.name]);
    if (given !== undefined) grounds[each.name] = given;
  }
  return grounds;
}

function givenIn(
  { name, header, kind }: (typeof statable)[number],
  sent: unknown,
  extension: unknown,
): string | undefined {
  if (sent === undefined && extension === undefined) return undefined;
  const inHeader = kind === person ? decoded(sent) : sent;
  if (sent !== undefined && extension !== undefined && inHeader !== extension) {
    throw refuse("GROUNDS_MALFORMED", {
      name,
      header,
      problem: "is stated twice, differently",
      problemZh: "前后两处所写不一致",
    });
  }
  const { shape, problem, problemZh } = kind;
  const given = inHeader ?? extension;
  if (typeof given === "string" && shape.test(given)) return given;
  throw refuse("GROUNDS_MALFORMED", { name, header, problem, problemZh });
}

/** What is not percent-encoded as it should be is no id. */
function decoded(sent: unknown): unknown {
  try {
    return typeof sent === "string" ? decodeURIComponent(sent) : sent;
  } catch {
    return "";
  }
}
