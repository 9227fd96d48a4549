import jsonc, { type Node, type ParseError } from "jsonc-parser";
import type { ProfileFinding } from "./profile-finding.ts";
import { checkProfile } from "./whistle-profile.findings.ts";
import type { WhistleRules } from "./whistle-profile.schema.ts";

/** Where in a text, both counted from 1 as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type PlacedFinding = ProfileFinding & Place;

export type ProfileTextCheck =
  | { readonly success: true; readonly rules: WhistleRules; readonly placeOf: (path: string) => Place }
  | { readonly success: false; readonly findings: readonly PlacedFinding[] };

/** Of countless findings these are told: whoever has mended them asks again. */
const mostFindings = 100;

/** Judges a profile as it is written down, so that every finding points at its line. */
export function checkProfileText(text: string): ProfileTextCheck {
  try {
    return checkText(text);
  } catch (error) {
    // What reads it follows each nesting by one call more.
    if (error instanceof RangeError) return { success: false, findings: [nestedTooDeeply] };
    throw error;
  }
}

const nestedTooDeeply: PlacedFinding = {
  code: "NO_JSON",
  path: "",
  en: "this is nested more deeply than any profile",
  zh: "嵌套层数过多",
  line: 1,
  column: 1,
};

function checkText(text: string): ProfileTextCheck {
  // Editors on Windows begin a file with a byte order mark, which is no JSON.
  const json = text.replace(/^\uFEFF/, "");
  const errors: ParseError[] = [];
  const root = jsonc.parseTree(json, errors, { disallowComments: true });
  if (!root || errors.length > 0)
    return { success: false, findings: errors.slice(0, mostFindings).map(misread(json)) };
  const twice = repeatedKeys(root).slice(0, mostFindings).map(saidTwice(json));
  if (twice.length > 0) return { success: false, findings: twice };
  const check = checkProfile(JSON.parse(json));
  const placeOf = (path: string) => placeIn(path, root, json);
  if (check.success) return { ...check, placeOf };
  const findings = check.findings
    .slice(0, mostFindings)
    .map((finding) => ({ ...finding, ...placeOf(finding.path) }));
  return { success: false, findings: findings.sort(inOrder) };
}

/** Where the value at a path stands; where there is none, what should hold it. */
function placeIn(path: string, root: Node, text: string): Place {
  const steps = path === "" ? [] : path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  for (let length = steps.length; length > 0; length -= 1) {
    const node = jsonc.findNodeAtLocation(root, steps.slice(0, length));
    if (node) return placeAt(text, node.offset);
  }
  return placeAt(text, root.offset);
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

const inOrder = (one: Place, other: Place): number => one.line - other.line || one.column - other.column;

const misread =
  (text: string) =>
  ({ error, offset }: ParseError): PlacedFinding => ({
    code: "NO_JSON",
    path: "",
    en: `this is no JSON: ${jsonc.printParseErrorCode(error)}`,
    zh: `不是合法的 JSON：${jsonc.printParseErrorCode(error)}`,
    ...placeAt(text, offset),
  });

/** JSON takes the last of two values under one key and says nothing: the first would be lost. */
function repeatedKeys(node: Node): Node[] {
  const met = new Set<unknown>();
  const keys =
    node.type === "object" ? (node.children ?? []).flatMap(({ children = [] }) => children[0] ?? []) : [];
  const repeated = keys.filter(({ value }) => met.size === met.add(value).size);
  return [...repeated, ...(node.children ?? []).flatMap(repeatedKeys)];
}

const saidTwice =
  (text: string) =>
  (key: Node): PlacedFinding => ({
    code: "DUPLICATE_KEY",
    path: jsonc.getNodePath(key).join("."),
    en: `"${key.value}" is there twice`,
    zh: `“${key.value}” 重复`,
    ...placeAt(text, key.offset),
  });
